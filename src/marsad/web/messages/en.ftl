### Words of the pages in English, beside those of briefs. Every message stands in all three files; a test compares them.

site = Marsad
site-about = Early warning of political violence, and of the partnerships that answer it
skip = Skip to the content
menu = Pages
languages = Languages
nav-overview = Overview
nav-forecasts = Forecasts and accuracy
nav-meetings = Meetings
nav-sources = Sources and health
nav-briefs = Briefs
nav-search = Search
as-of = As of { $month }
sample-note = The texts shown here were invented for the sample that comes with Marsad; their meetings and attacks did not happen. The counts of deaths are real.
also-json = This page as JSON
api-link = Programming interface
not-targeting = Not for targeting: forecasts say nothing about persons and must not guide action against anybody.
foot-run = Published by { $run }

empty-title = Nothing to show yet
empty-text = No run has published anything in this archive. This command reads, counts, forecasts and publishes; then load this page again:
broken-title = What was published cannot be read
broken-text = This command publishes anew:
error-title-404 = Not found
error-text-404 = Nothing was published under this address. It may have belonged to an earlier run.
error-title-400 = This address has no meaning
error-text-400 = Check the id or code in it.
error-title-405 = These pages are for reading
error-text-405 = Nothing can be changed here.
error-title-413 = Too large
error-text-413 = What was sent is larger than any question to this server.
error-title-500 = Something went wrong
error-text-500 = The server’s output says what. Other pages may still work.
error-back = Back to the overview

situation = Where it stands
stat-month = Deaths in { $month }
stat-last12 = Deaths in twelve months
stat-worst = Worst month
stat-quiet = Last death
stat-expected3 = Expected over the next three months
stat-range = nine draws in ten: { $range }
countries-table = Countries: counted and expected
head-change = Change
head-expected3 = Expected, 3 months
head-chance25 = At least 25 deaths, 3 months
movers-up = Rose most
movers-down = Fell most
movers-none = No country changed by more than a tenth.
mover = { $last }, from { $before }
alerts = Alerts
alerts-none = No rule found anything to warn of this month.
latest-engagements = Latest meetings
latest-events = Latest events
events-none-here = No event of a text or table is known here.
events-shown = { $shown } of { $all } on record shown
engagements-none = No meeting is known here.
withheld-days = { $count ->
    [one] { $count } event of the last seven days is held back.
   *[other] { $count } events of the last seven days are held back.
}
not-covered = Not covered by the counts: { $countries }.
outlook-head = What to expect
outlook-table = Deaths expected, months taken together
no-outlook = Nothing was forecast here: this place is not counted in the published run. Bring its events with “marsad pull file PATH”, then run “marsad run”.
no-cells = The published run counts no cell here. Bring an event table with places (“marsad pull file PATH”), then run “marsad run”.
outside-region = This country lies outside the region of the published run ({ $region }).
chart-title = Deaths a month: observed and expected
neighbours = Neighbours
worst-cells = Cells with most deaths in twelve months
past-accuracy = Past accuracy here
cell-title = Cell { $cell }
cell-where = Half a degree around { $centre } (longitude, latitude)
cell-trend-new = new
cell-trend-growing = growing
cell-trend-fading = fading
cell-trend = Trend
cell-months = Deaths counted month by month
cell-expected = Deaths expected month by month
head-months = Month
head-mean = Mean

document-title = Text
document-records = Read out of it
document-none = Nothing was read out of this text.
document-legend = In the text:
document-raw = Bytes as found (SHA-256)
document-copy = A copy of { $other }
another-text = another text
kind-of-event = event
kind-of-engagement = meeting
kind-of-statement = statement
record-rule = Rule
record-basis = Basis of the date
record-confidence = Confidence
record-source = On whose word
record-actors = Who
record-recipients = Against or to whom
record-said-by = Said by
record-coarse = Place withheld: protected site
basis-stated = stated
basis-resolved = worked out from the day of publication
basis-inferred = inferred
basis-unknown = unknown
set-aside = Sentences with a signal that gave no event
head-signal = Signal
head-reason = Reason
mentions-title = Names found
head-name-as = As written
head-entity = Entity
reason-language = Rules and reasons stand in English.

meetings-title = Meetings, visits, calls and agreements
meetings-intro = Latest first. Topics and results stand in the language of their text; so do offices that have no English name here.
pair-title = { $first } and { $second }
pair-intro = Meetings in which both take part.
partners = Countries that meet
group-title = { $name }
group-names = Written as
group-texts = Texts that name it
to-text = text
in-text = To the text

forecasts-title = Forecasts and their accuracy
forecasts-intro = Model { $model }, from what was known in { $month }; { $draws } draws.
accuracy-title = How it did on past months
accuracy-intro = The same model, asked at past months with what was known then, beside the reference that repeats a country’s own last twelve months. A skill above 0 is better than the reference.
accuracy-by-country = By country: error (CRPS, deaths; lower is better)
head-skill = Skill
skill-none = –
words-title = Words and numbers

sources-title = Sources and their health
sources-figures = Sources of figures and texts
runs-title = Runs
head-started = Started
head-finished = Finished
head-status = State
head-version = Version
status-run-done = done
status-run-started = under way when published
status-run-failed = failed
files-title = Event tables read
head-file = File
head-read = Rows read
head-taken = Taken
head-aside = Set aside
rejects-title = Set aside, with the reason
rejects-none = Nothing was set aside.
rejects-more = { $count } in all; the first are shown.
texts-title = Texts read
head-published = Published
holding-documents = Texts
holding-events = Events
holding-engagements = Meetings
holding-statements = Statements
holding-mentions = Names found

briefs-title = Briefs
briefs-intro = One page to read, print or mail, as of { $month }.
brief-read = Read
brief-download = Download
briefs-none = The published run holds no brief.
kilobytes = { $size } KB
brief-in-ar = In Arabic
brief-in-fr = In French
brief-in-en = In English

search-title = Search
search-label = Words to look for, in Arabic, French or English
search-button = Search
search-hint = All words must occur. Arabic is found with and without vowel marks, hamza, ta marbuta, the article and the letters written onto a word.
search-found = { $count ->
    [0] Nothing found
    [one] { $count } found
   *[other] { $count } found
}
search-none = Nothing holds all of these words. Try fewer, or another spelling.
search-places = Places and groups
search-texts = Texts
search-events = Events
search-engagements = Meetings
search-statements = Statements

## What a country, cell, group or pair tells

kind-country = Country
kind-cell = Cell of half a degree (PRIO-GRID)
kind-group = Armed group
kind-pair = Partnership
kind-document = Text
moment = { $day }, { $hour } UTC
stat-against = { $change } on the year before
stat-held = Meetings on record
stat-held-of = { $texts ->
    [one] read out of { $texts } text
   *[other] read out of { $texts } texts
}
missing-forecast = The published run holds no forecast. This command makes one and publishes it:
missing-findings = The published run holds no findings: it was made by an earlier Marsad, or found nothing here. This command publishes them:
missing-outline = The outlines that come with Marsad do not hold this place, so there is no map of it; the tables say the same.
movers = Who moved most
head-trace = Three years
map-head = On the map
map-title-region = Map: { $region }
map-change = Change: twelve months to { $month } against the twelve before
map-change-note = { $source }. Up to five deaths in both years count as no change.
map-outlines = Outlines: Natural Earth.
map-layers = What the map shows
map-in = Zoom in
map-out = Zoom out
map-two-fingers = Use two fingers to move the map
map-ctrl = Hold Ctrl (on a Mac ⌘) and scroll to zoom the map
layer-observed = Counted
layer-expected = Expected
layer-change = Change
map-reach = Events by cell, twelve months to { $month }
map-reach-source = Events of the tables read whose place is known to 25 km; clinics, schools, camps and places of worship are left out.
layer-reach = Events
events-none-placed = no event in twelve months
said-place = { $name }: { $what }
said-counted = counted { $deaths }
said-expected = expected { $deaths }
change-halved = at least halved
change-fell = fell
change-same = about the same
change-rose = rose
change-doubled = at least doubled
hotspots = Cells that changed most
attention = Named in the texts
attention-intro = How many of the texts of the last twelve months name them.
named-short = { $read ->
    [one] { $documents } of { $read } text
   *[other] { $documents } of { $read } texts
}
named-of = { $documents ->
    [0] Named in none of the { $read } texts of the last twelve months.
    [one] Named in { $documents } of { $read } texts of the last twelve months.
   *[other] Named in { $documents } of { $read } texts of the last twelve months.
}
named-none-read = No text of the last twelve months was read.
meetings-all = All meetings
rows-more = More rows
filter-type = Type of event
filter-every = every type
filter-since = From month
filter-button = Show

alert-high = { $deaths } deaths in { $month }: more than in any month of the { $years ->
    [one] year
   *[other] { $years } years
} before (at most { $before })
alert-jump = { $deaths } deaths expected over the next three months, against { $before } over the last three
alert-entry = First acted in { $country } in { $month }, { $months ->
    [0] with no earlier record there
    [one] after { $months } month without
   *[other] after { $months } months without
}
alert-late-day-passed = Something agreed is overdue: the day named for it has passed
alert-late-no-word = Something agreed is overdue: no word of it for { $months ->
    [one] { $months } month
   *[other] { $months } months
}
alert-rule-high = Rule: worst month in years, from 100 deaths in a country or 10 in a cell
alert-rule-jump = Rule: at least twice what the last months held, and 25 deaths more
alert-rule-entry = Rule: a group acts in a country after a year without
alert-rule-follow-up = Rule: promises that are overdue
alert-evidence = Evidence
alert-record = When a country had its worst month in years before ({ $fired ->
    [one] { $fired } time
   *[other] { $fired } times
}), the three months after it were deadlier than the year before in { $followed } of cases; otherwise in { $otherwise }.

why-head = Why the forecast says so
why-table = What carries the forecast, by month
why-recent = Last three months
why-year = Nine months before
why-older = Four years before that
why-halves = What would halve it
why-halves-after = { $count ->
    [one] one month without a death
   *[other] { $count } months in a row without a death
}
why-halves-never = not even 24 months without a death

reasons = What lies behind it
reasons-trend = Level and trend
reasons-violence = Kinds of violence, twelve months
reasons-lead = Neighbours that move first
reasons-note = These are signs beside the forecast, not causes: none of them says why.
trend-unknown = Too few months are observed to tell a trend.
level-above = The last three months ({ $recent } deaths a month) lie above the { $window } months before ({ $before })
level-below = The last three months ({ $recent } deaths a month) lie below the { $window } months before ({ $before })
level-within = The last three months ({ $recent } deaths a month) do not stand out from the { $window } months before ({ $before })
level-events-above = The last three months ({ $recent } events a month) lie above the { $window } months before ({ $before })
level-events-below = The last three months ({ $recent } events a month) lie below the { $window } months before ({ $before })
level-events-within = The last three months ({ $recent } events a month) do not stand out from the { $window } months before ({ $before })
trend-rising = Rising over { $window } months
trend-falling = Falling over { $window } months
trend-flat = No trend over { $window } months
test-p = (p { $p })
test-tau = (tau { $tau }, p { $p })
test-rank = (rank correlation { $r }, p { $p })
violence-unknown = kind not given
violence-bounds = Lowest to highest estimates: { $range }
lead-found = Deaths in { $country } run { $lag ->
    [one] { $lag } month
   *[other] { $lag } months
} ahead
lead-none = { $count ->
    [0] No neighbour is counted in this run.
    [one] The neighbour counted does not move first.
   *[other] No neighbour moves first, of the { $count } counted.
}
base-short = in the past { $share }
base-note = “In the past”: share of all stretches of that length from { $first } to { $last } with so many deaths.
since-earlier = A month ago (known to { $month }), { $before } deaths were expected for { $first } to { $last }; now it is { $now }.
groups-here = Armed groups on record here
head-group = Group
head-counted = Events counted
head-last-act = Last event
head-entered = Came
head-left = Left
head-first = First event
head-reported = Reports in texts
entry-first = first in { $month }
entry-return = back in { $month }
bar-deaths = Deaths
bar-events = Events
bar-reports = Reports
spill-chance = Chance of a death next month
spill-parts = { $own } from its own past, { $near } from the cells around
side-civilians = civilians
side-other = others
side-unknown = unknown

group-note-no-record = No event table and no text that was read names this group as a side.
group-note-reports-only = Only texts tell of this group; no event table counts it.
group-note-one-record = One record alone: nothing can be said of a pattern.
group-note-not-covered = The last month is not covered by an event table, so it is not observed.
group-note-vague-places = Most places are known only roughly.
group-tempo = Tempo
group-tempo-title = Events a month in which the group is a side
group-tempo-note = From event tables. Grey: not observed, since no table covers every country in which it acts.
group-reach = Reach
reach-cells = Cells in twelve months
reach-before = { $count ->
    [one] { $count } in the year before
   *[other] { $count } in the year before
}
reach-spread = Spread around the centre
reach-border = In cells at a border
kilometres = { $km } km
crossed = { $count ->
    [one] { $count } crossing
   *[other] { $count } crossings
}
presences = Where it acts, came and left
group-foes = Foes and ties
foes = Whom it fought or struck, twelve months
head-against = Against
head-events = Events
ties = Other groups
tie-opposed = Against each other
tie-together = Together
tie-alongside = Alongside
ties-note = Alongside: both fought the same side in one cell and month. That is no alliance; it is where one would show.
group-claims = Claims and reports
reports = Events told in texts
reports-claims = { $reports ->
    [one] { $reports } event is told of it;
   *[other] { $reports } events are told of it;
} { $claims ->
    [0] none on a claim alone.
    [one] { $claims } as a claim, which stays a claim.
   *[other] { $claims } as claims, which stay claims.
}
head-standing = Standing
standing-denied = denied
standing-claim = claimed
standing-reported = reported
struck = Civilians struck, by sector
struck-few = fewer than can be told without naming them
sector-CVL = civilians
sector-AGR = farmers and herders
sector-BUS = traders and firms
sector-EDU = teachers and pupils
sector-JRN = journalists
sector-LAB = workers
sector-MED = health workers
sector-NGO = aid organisations
sector-REF = displaced people
group-family = Splits and mergers
family-since = Under this name
family-formed-from = Formed from
family-part-of = Part of
family-parts = Its parts
family-became = Became
events-none-group = No event of a table or text names it as a side here.

partnerships = Pairs of states that met
head-pair = Pair
pair-meetings = Meetings
pair-agreed = Agreed
pair-overdue = Overdue
pair-deeds = Deeds between them
pair-reports = { $count ->
    [one] told in { $count } text or table
   *[other] told in { $count } texts and tables
}
pair-outcomes = What was agreed, and what became of it
head-outcome = Agreed
head-due = Due
head-proof = Document
late-day-passed = overdue
late-no-word = no word for long
due-none = no day named
agreed-since = { $count ->
    [0] agreed this month
    [one] agreed { $count } month ago
   *[other] agreed { $count } months ago
}
taken-up = taken up again in
pair-chains = Visit, result, follow-up
chains-none = No meeting is known to follow up another.
pair-contacts = How much they have to do with each other
pair-contacts-title = Reports a month of deeds between the two
pair-contacts-note = Grey: no text of that month was read.
chance-too-few = too few reports to tell from chance
chance-more = { $seen } against { $expected } expected by chance: more
chance-less = { $seen } against { $expected } expected by chance: less
chance-no-sign = { $seen } against { $expected } expected by chance: no sign of a difference
test-volume = Contacts
test-tempo = Last twelve months
test-leaning = Friendlier or not
pair-note-no-record = The texts and tables read hold no record of the two together; that is no sign that nothing happened.
pair-note-one-record = One record alone: nothing can be said of a trend.
pair-note-too-few-for-a-trend = Too few records for a trend.
pair-note-dates-differ = Texts give different dates for one meeting.
pair-timeline = Timeline
pair-none = No meeting of the two is known. A text that tells of one brings it: “marsad pull file PATH”, then “marsad run”.
meetings-language = Topics and results stand in the language of their text; so do offices that have no English name here.

head-chance3 = At least { $deaths }, 3 months
skill-by-step = Error by months ahead (CRPS, deaths; lower is better)
skill-by-step-note = Line: this model. Dashed: each country’s own last twelve months.
head-step = Months ahead
pit-title = Calibration: where what came lies among the draws (PIT)
pit-from = Range of the draws
pit-height = Height
pit-note = Flat at 1 is calibrated; high ends mean intervals too narrow, high on the right means too low. { $cases } country-months.
reliability-title = Reliability: how often it came, where so much was said
reliability-of = Event, in one month
reliability-said = Said
reliability-came = Came
reliability-note = On the dashed diagonal, chances are what they say. Larger dots rest on more cases.

last-pull = Last run
drift = Drift: rows by month against before
drift-intro = Rows of the last month that a source tells of, beside the median of the twelve months before. Half or twice as many is worth a look: a month of war and a broken file look alike.
drift-month = Last month
drift-trace = Two years
drift-median = Usual
drift-word = Told
drift-more = more
drift-fewer = fewer
drift-usual = usual
drift-unknown = too short a record
drift-none = No event of a table or text is held.
form-pdf = PDF, to print or archive
form-docx = Word, to work on
form-xlsx = Workbook, all figures

version-title = Published by another version of Marsad
version-text = What was published here is of another version, and this one cannot read it. This command publishes anew from the archive:
writing-title = A run is under way
writing-text = It has not published yet. Load this page again in a minute. If no run is under way, this command starts one:
map-observed = Deaths counted, twelve months to { $month }
map-expected = Deaths expected, twelve months after { $month }
map-hint = Point at a place to read its figures; its name leads to its page.
alerts-more = { $count ->
    [one] { $count } more alert
   *[other] { $count } more alerts
}
countries-expected = Deaths expected by country, months taken together; below each, nine draws in ten
p-small = < { $least }
words-came = Came
words-came-note = Came: how often a month with at least { $deaths } deaths followed, when past forecasts would have said so.
spill = Spread between cells
spill-spills = Cells around help to explain where the next deaths fall: { $share } of what is expected comes from next door.
spill-alone = No sign that cells around help to explain where the next deaths fall.
spill-alone-counted = Nothing can be said across borders: the cells of one country alone are counted in full.
spill-cannot-no-cells = Cannot be said: the published run counts no cells.
spill-cannot-few-cells = Cannot be said: too few months with deaths in the cells counted.
test-aic = (AIC { $gain }, p { $p })
