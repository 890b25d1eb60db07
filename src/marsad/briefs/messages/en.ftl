### Words of briefs in English. Every message stands in all three files; a test compares them.

## Frame

brief-title = Brief: { $region }
brief-about = As of { $month } · counts and texts known by then, and twelve months ahead
contents = Contents
evidence-link = sentence { $number }
twin = The same as a table
scroll = Table: scroll sideways on a narrow screen
made-by = Made by Marsad from inputs { $run }
made-by-short = Made by Marsad
short-cut = Shown here: { $shown } of { $whole }. The rest stand in the page (HTML) and the workbook (XLSX).
short-evidence = The sentences behind this brief stand in its page (HTML), under the numbers given here.

## Sections

section-summary = Summary
section-happened = What happened
section-met = Who met whom, and what it follows up
section-said = Who claims what
section-ahead = What to expect
section-evidence = The sentences behind it
section-sources = Sources and licences
section-corrections = Corrections and notes
section-limits = How to read this, and its limits

## Counts

deaths = { $count ->
    [0] no death
    [one] { $count } death
   *[other] { $count } deaths
}
events = { $count ->
    [0] no event
    [one] { $count } event
   *[other] { $count } events
}
meetings = { $count ->
    [0] no meeting
    [one] { $count } meeting
   *[other] { $count } meetings
}
months-ahead = { $count ->
    [one] next month
   *[other] next { $count } months
}
months-since = { $count ->
    [0] this month
    [one] { $count } month ago
   *[other] { $count } months ago
}
not-observed = not observed
none-on-record = none on record
date-unknown = date unknown
date-by = { $day } at the latest
date-from = { $day } or later
date-range = { $start } to { $end }
no-statement = –

## Summary

summary-only = The counts here cover only { $countries }, of { $count } countries in the region; every total below is theirs alone.
summary-level = Recorded in { $region } in { $month }: { deaths } from political violence; the mean of the last twelve months is { $mean } a month.
summary-level-short = Recorded in { $region } in { $month }: { deaths } from political violence.
summary-level-unknown = For { $month }, deaths in { $region } are not fully observed: at least one country has no count for that month.
summary-change = Over the last twelve months: { deaths }, against { $before } in the twelve before ({ $change }).
summary-change-from-none = Over the last twelve months: { deaths }; in the twelve before, none.
summary-where = Most of the month’s deaths were in { $countries }.
country-count = { $country } ({ $deaths })
summary-texts = The texts read tell of { $events } and { $meetings }.
summary-latest = The latest meeting brought together { $countries } ({ $when }).
summary-outlook = Over the next three months together, about { $mean } deaths are expected; nine draws in ten lie in { $range }.
summary-chance = At least 25 deaths within three months: { $groups }.
chance-group = { $word } in { $countries }
summary-skill-better = On past months the model’s error (CRPS) was { $value }, that of the reference { $reference }: { $skill } smaller.
summary-skill-worse = On past months the model’s error (CRPS) was { $value }, that of the reference { $reference }: { $skill } larger. Prefer the reference.
summary-skill-alone = On past months the model’s error (CRPS) was { $value }.

## What happened

deaths-caption = Deaths from political violence by country, to { $month }
head-country = Country
head-month = { $month }
head-last12 = Last 12 months
head-before12 = 12 months before
head-mean36 = Mean of 36 months
head-worst = Worst month since { $month }
head-last-death = Last death
worst-month = { $deaths } ({ $month })
region-total = All together
map-title = Deaths of the last twelve months, to { $month }
map-cells-title = Deaths of the last twelve months by cell, to { $month }
map-alternative = Map of { $region }. Most deaths: { $places }.
map-alternative-none = Map of { $region }; no death was counted.
map-class-none = none
map-class-range = { $range }
map-class-more = { $low } and more
map-disputed = status disputed
map-twin-caption = Deaths of the last twelve months: the places with most
head-place = Place
head-cell = PRIO-GRID cell
head-centre = Centre (longitude, latitude)
figure-source = Figures: { $vintage }. { $outcome }.
counted-all = Political violence of all kinds
counted-state = Violence involving a state
cells-carry = Half of these deaths lie in { $half } of the { $active } cells with any.
hotspots-new = Cells with deaths again or for the first time after two quiet years: { $count }.
hotspots-growing = Cells with clearly more months of deaths than in the two years before: { $count }.
hotspots-fading = Cells with clearly fewer: { $count }.
events-caption = Events told in the texts read, latest first
events-none = The texts read tell of no event in the twelve months to { $month }.
events-more = { $count ->
    [one] { $count } more event is not shown here.
   *[other] { $count } more events are not shown here.
}
events-withheld = { $count ->
    [one] { $count } event of the last seven days is held back.
   *[other] { $count } events of the last seven days are held back.
}
events-not-reshared = { $count ->
    [one] { $count } event counts here but its source does not allow it to be shown.
   *[other] { $count } events count here but their source does not allow them to be shown.
}
table-events-caption = Events with most deaths in the event tables, twelve months to { $month }
head-day = Date
head-what = What
head-who = Who, against whom
head-where = Where
head-deaths = Deaths
head-source = Source
actor-unknown = unknown
toll-range = { $best } ({ $range })
toll-revised = { $first }, then { $last }
toll-differs = { $low } or { $high }, by report
place-coarse = { $country } (place withheld: protected site)
place-unknown = not stated
flag-negated = denied
flag-future = announced
flag-hypothetical = conditional
flag-historical = earlier
flag-attributed = claimed
what-flagged = { $what } ({ $flags })

## Kinds of event (PLOVER)

type-AGREE = agreement
type-CONSULT = meeting
type-SUPPORT = support
type-CONCEDE = concession
type-COOPERATE = cooperation
type-AID = aid
type-RETREAT = retreat
type-REQUEST = request
type-ACCUSE = accusation
type-REJECT = rejection
type-THREATEN = threat
type-PROTEST = protest
type-SANCTION = sanction
type-MOBILIZE = mobilisation
type-COERCE = coercion
type-ASSAULT = attack
violence-state-based = fighting with a state
violence-non-state = fighting between groups
violence-one-sided = violence against civilians

## Meetings

met-language = Topics and outcomes stand in the language of their text; so do offices and places that have no English name here.
met-none = The texts read tell of no meeting.
form-meeting = Meeting
form-visit = Visit
form-call = Call
form-summit = Summit
form-agreement = Agreement
entry-title = { $form }: { $countries }
entry-title-alone = { $form }
met-host = Host
met-participants = Took part
met-topics = Topics
met-outcomes = Agreed
met-place = Place
met-part-of = Part of
met-includes = Includes
met-follows = Follows up
met-followed = Followed up by
follows-entry = { $what }, { $when }
outcome-status = { $status }
status-0 = not begun
status-1 = begun
status-2 = half done
status-3 = done
status-unknown = state unknown
status-superseded = superseded

## Statements

said-intro = What stands here was said by the person or office named; it is not counted as an event.
kind-communique = communiqué
kind-official = official
kind-expert = expert
kind-witness = witness
kind-newspaper = newspaper
kind-dataset = data set
speaker-unknown = unnamed

## Outlook

ahead-none = No forecast was made: too few months are known.
fan-title = Deaths a month in { $region }: observed, and expected to { $month }
fan-alternative = Line of observed deaths a month, { $low } to { $high } over the last three years; ahead, the middle of the forecast moves between { $from } and { $to }, and nine draws in ten lie in { $range }.
fan-deaths = Deaths a month
fan-observed = observed
fan-median = middle of the forecast
fan-half = half of the draws
fan-ninety = nine draws in ten
fan-twin-caption = Deaths expected month by month
fan-source = Observed: { $vintage }. Forecast: model { $model }, known to { $month }.
outlook-caption = { $region }: deaths expected over the months ahead, taken together
countries-caption = Deaths expected by country over the months ahead, taken together; in brackets, nine draws in ten
chances-caption = Chance of at least 1, 25 and 100 deaths by country
head-horizon = Months ahead
head-expected = Expected
head-half = Half of the draws
head-ninety = Nine draws in ten
head-chance = At least { $deaths }
horizon-span = { $ahead }, to { $month }
expected-range = { $mean } ({ $range })
accuracy-caption = How the model did on past months
head-measure = Measure
head-model = This model
head-reference = Own last 12 months
head-cases = Country-months
measure-crps = Error of the whole forecast (CRPS, deaths; lower is better)
measure-ign = Surprise at what came (IGN, bits; lower is better)
measure-mis = Width and misses of the 90 % interval (MIS; lower is better)
measure-coverage_90 = Share of months inside the 90 % interval (90 % would be right)
accuracy-none = No past forecast could be scored, so nothing is known of how far this one can be trusted.
accuracy-source = Scored against { $vintage }; the reference repeats each country’s own last twelve months.

## How good the forecasts were

quality-title = How good were the forecasts? Model { $model }
quality-about = { $count ->
    [one] One unit-month
   *[other] { $count } unit-months
} from { $first } to { $last }, forecast from { $origins }; observed: { $vintage }. The reference repeats each unit’s last twelve months.
quality-origins = { $count ->
    [one] one origin
   *[other] { $count } origins
}
quality-contents = Figures
quality-contents-skill = Skill by months ahead
quality-contents-reliability = Reliability
quality-contents-pit = Calibration (PIT)
quality-contents-coverage = Coverage
quality-contents-murphy = Users’ costs (Murphy)
quality-model = model { $model }
quality-reference = reference: last 12 months
quality-better = { $measure }: { $skill } better than the reference.
quality-worse = { $measure }: { $skill } worse than the reference.
quality-interval = Its 90 % interval, taken over { $count ->
    [one] one whole origin
   *[other] { $count } whole origins
}, runs from { $low } to { $high }.
quality-one-origin = One origin was scored: its months stand and fall together, so no interval is given.
quality-measure-crps = Error of the whole forecast (CRPS)
quality-measure-crps_log1p = Error on the log scale (CRPS of log1p)
quality-measure-ign = Surprise at what came (IGN)
quality-measure-mis = Width and misses of the 90 % interval (MIS)
quality-axis-step = Months ahead
quality-axis-skill = Skill over the reference
quality-axis-chance = Forecast probability
quality-axis-frequency = How often it happened
quality-axis-place = Place of what came among the draws
quality-axis-height = Frequency, 1 where calibrated
quality-axis-covered = Months with deaths inside
quality-axis-ratio = Cost of a false alarm (share of a miss)
quality-axis-elementary = Mean loss
quality-skill-title = Skill by months ahead: { $measure }
quality-skill-reading = Above zero the model is better than the reference. The band holds 90 % of what resampling whole origins gives; one origin has no band.
quality-skill-alternative = Line of the skill by months ahead, between { $low } and { $high }.
quality-skill-twin = Skill by months ahead
quality-reliability-title = Do the probabilities hold? { $count ->
    [one] At least one death
   *[other] At least { $count } deaths
} in a month
quality-reliability-reading = On the dotted diagonal it happens as often as said; below it the forecast says too much, above it too little. Larger points stand for more forecasts.
quality-reliability-alternative = Curve of how often { $deaths } or more deaths came at each forecast probability. It happened in { $rate } of unit-months; miscalibration costs { $mcb } of the Brier score.
quality-reliability-twin = Brier score = miscalibration − discrimination + uncertainty
quality-pit-title = Is the whole distribution calibrated? (PIT)
quality-pit-reading = A flat histogram at 1 is right. Heaps at both ends: intervals too narrow; a heap in the middle: too wide; a slope: too low or too high.
quality-pit-alternative = Histogram of where what came lay among the draws; its bars stand between { $low } and { $high }, 1 is right.
quality-pit-twin = PIT histogram: height by place among the draws
quality-coverage-title = Do the intervals hold months with deaths?
quality-coverage-reading = The upper lines, of the 90 % interval, should lie on the upper dotted line, the lower ones, of the 50 % interval, on the lower.
quality-coverage-alternative = Lines by months ahead. Of the months with deaths, { $ninety } lie inside the 90 % interval and { $half } inside the 50 % interval.
quality-coverage-twin = Share of months inside the intervals, this model
quality-murphy-title = Whom does it serve? { $count ->
    [one] At least one death
   *[other] At least { $count } deaths
} in a month (Murphy)
quality-murphy-reading = The lower line costs less for whoever weighs a false alarm against a miss at that ratio.
quality-murphy-alternative = Two lines of the mean loss by cost ratio; the model’s is the lower one over { $share } of the ratios.
quality-murphy-twin = Mean loss by cost ratio
quality-head-step = Months ahead
quality-head-skill = Skill
quality-head-interval = 90 % interval
quality-from-to = { $low } to { $high }
head-cases-quality = Unit-months
quality-head-who = Forecast
quality-head-brier = Brier
quality-head-mcb = Miscalibration
quality-head-dsc = Discrimination
quality-head-unc = Uncertainty
quality-head-place = Place
quality-head-model = This model
quality-head-reference = Last 12 months
quality-head-drawn = This model, drawn at random
quality-head-part = Months
quality-part-all = all
quality-part-zero = without deaths
quality-part-nonzero = with deaths
quality-head-half = 50 % interval
quality-head-ninety = 90 % interval
quality-head-ratio = Cost ratio
quality-onsets = Onset, escalation, persistence
quality-onsets-caption = Skill by where a unit stood in the twelve months before the origin
quality-kind-onset = Onset { $deaths }: below it all year
quality-kind-outbreak = Of these, outbreak { $deaths }: no death all year
quality-kind-escalation = Of these, escalation { $deaths }: some deaths, fewer
quality-kind-persistence = Persistence { $deaths }: reached before
quality-head-kind = Kind and deaths a month
quality-head-cases = Unit-months
quality-head-events = Came
quality-head-rate = Base rate
quality-head-ap = Average precision
quality-head-ap-reference = … of the reference
quality-head-auc = ROC area
quality-head-recall = Found among the top 20
quality-head-lead = Months ahead, of those found

## Likelihood, ICD 203

likelihood-almost-none = almost no chance
likelihood-very-unlikely = very unlikely
likelihood-unlikely = unlikely
likelihood-even = roughly even chance
likelihood-likely = likely
likelihood-very-likely = very likely
likelihood-almost-certain = almost certain
yardstick-caption = Words of likelihood and what they stand for
head-word = Word
head-probability = Probability

## Evidence, sources

evidence-intro = Each sentence stands in its own language. The numbers in the tables lead here.
evidence-none = No sentence was needed: this brief rests on tables alone.
evidence-note = { $kind }; rule { $rule }
sources-caption = Sources of figures and texts
head-name = Source
head-release = Release
head-licence = Licence
head-rows = Rows
head-citation = Citation
texts-caption = Texts read
head-publisher = Publisher
head-title = Title
head-language = Language
language-ar = Arabic
language-fr = French
language-en = English
rejects = { $count ->
    [0] No record was set aside in this run.
    [one] { $count } record was set aside in this run, with its reason in the archive.
   *[other] { $count } records were set aside in this run, each with its reason in the archive.
}

## Limits

limit-targeting = These forecasts are not for targeting: they say nothing about persons, and must not guide action against anybody.
limit-sample = The texts quoted here were invented to show how Marsad works; their meetings and attacks did not happen. The counts of deaths are real.
limit-boundaries = Boundaries and names on the map imply no endorsement or acceptance. Lines of disputed areas are dashed; such areas keep the name their source gives and no sovereign is assumed.
limit-onset = Outbreaks after a long quiet are the hardest to foresee: where a country has seen no deaths for a year, a low chance is weak comfort.
limit-counts = Deaths are those that were reported and could be counted. Recent months are revised, mostly upwards. "Not observed" means that nobody counted, not that nobody died.
limit-lag = Events of the last seven days are held back, and events at clinics, schools and camps are placed by country only.
limit-together = Months and countries are added up draw by draw; how far they rise and fall together is taken from past months.
limit-interval = Only single months were scored in this run, not their sums; take the intervals of sums with more caution.
limit-short-history = Few past months are known, so months ahead are added up as if they were unconnected: intervals are too narrow.
limit-last-month-partial = The last month is not observed for every country.
limit-missing = Not covered by the counts: { $countries }.

## Workbook

head-code = Code (ISO 3166-1)
head-peak = Worst month: deaths
head-peak-month = Worst month
head-quiet = Months since the last death
head-longitude = Longitude
head-latitude = Latitude
head-next12 = Expected, next 12 months
head-text = Text
head-records = Records
head-detail = Detail
head-sentence = Sentence
head-holder = Who says it
sheet-deaths = Deaths by country
sheet-places = Map
sheet-months = Month by month
sheet-outlook = Outlook
sheet-accuracy = Past accuracy
sheet-events = Events in texts
sheet-table-events = Events in tables
sheet-source-list = Sources
sheet-texts = Texts
sheet-yardstick = Words of likelihood

## Maps ahead, one country, old forecasts

vintage-releases = { $name } and candidate releases up to { $month }
place-hidden = [place withheld]
limit-stale = The forecast was made with what was known to { $month }: it is older than three months, and much may have changed since.
map-expected-title = Deaths expected, taken together, to { $month }
map-expected-cells-title = Deaths expected by cell, taken together, to { $month }
map-expected-source = Forecast: model { $model }, known to { $month }. Means of the draws.
map-expected-twin-caption = Deaths expected: the places with most
map-class-below = fewer than 1
deaths-caption-one = Deaths from political violence, to { $month }

## Corrections and notes

corrections-intro = What people changed since the last brief or before: the figures and records above follow it.
corrected-retract = { $day }: { $what } was retracted. Reason: { $reason }
corrected-correct = { $day }: { $what } was corrected. Reason: { $reason }
corrected-same = { $day }: { $what } was found to be a duplicate of another record. Reason: { $reason }
corrected-apart = { $day }: { $what } was found not to be a duplicate. Reason: { $reason }
corrected-status = { $day }: the state of something agreed was set to “{ $status }” ({ $what }). Reason: { $reason }
corrected-event = an event in { $country }, { $when }
corrected-engagement = a meeting, { $when }
corrected-statement = a statement
corrected-note = Analyst’s note on { $place }, { $day }: { $reason }
corrected-more = { $count ->
    [one] { $count } older entry stands in the log.
   *[other] { $count } older entries stand in the log.
}
cell-named = cell { $cell }
