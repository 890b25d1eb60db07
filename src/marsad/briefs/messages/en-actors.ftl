### Words of briefs on groups and partnerships, and of calendars and reliability, in English. Every message stands in all three languages.

## Frame

group-title = Brief: { $group }
group-about = Armed group · as of { $month } · what event tables count and what texts tell, known by then
pair-title = Brief: { $first } and { $second }
pair-about = Partnership · as of { $month } · what the texts read tell, known by then
section-tempo = How active it is
section-reach = Where it acts
section-foes = Whom it fights, and who is near it
section-family = Where it comes from, and what became of it
section-told = What texts tell of it
section-countries = What to expect where it acts
section-dyad = What the two did for and against each other
section-outcomes = What was agreed, and what came of it

## Counts

cells = { $count ->
    [0] no cell
    [one] { $count } cell
   *[other] { $count } cells
}
documents = { $count ->
    [0] no text
    [one] { $count } text
   *[other] { $count } texts
}
deeds = { $count ->
    [0] no deed
    [one] { $count } deed
   *[other] { $count } deeds
}
of-claims = { $count ->
    [0] none of them only on somebody’s word
    [one] { $count } of them only on somebody’s word
   *[other] { $count } of them only on somebody’s word
}

## A group: summary

group-none = No event table and no text read names { $group } as a side, up to { $month }. That is no sign of quiet: it may be that nobody looked.
group-counted-with = Event tables may count it with { $groups }.
group-uncovered = How active { $group } was over the twelve months to { $month } cannot be said: no event table covers all its countries in any of those months.
group-level = Over the twelve months to { $month }, event tables count { $events } with { $group } as a side, and { $deaths } among all sides.
group-level-part = { $count ->
    [one] In the one month observed of the twelve to { $month }, event tables count { $events } with { $group } as a side, and { $deaths } among all sides.
   *[other] In the { $count } months observed of the twelve to { $month }, event tables count { $events } with { $group } as a side, and { $deaths } among all sides.
}
group-one = A single record is too little to speak of a level or a trend.
group-before = In the twelve months before: { $events }.
group-where = Its events lie in { $cells } of the map, in { $countries }.
group-entry-first = First event on record in { $country }: { $month }, after { $count } months observed without any.
group-entry-return = Back in { $country } in { $month }, after { $count } months observed without any event.
group-exit = No event in { $country } since { $month }; every month since then is observed.
group-fights = On the other side, by events: { $sides }.
group-no-texts = No text was read.
group-untold = The texts read tell of no event with the group as a side.
group-claims-only = The texts read name the group only in what somebody claims.
group-texts = The texts read tell of { $events } with it as a side, in { $documents }; { $claims }.
group-ahead = At least 25 deaths within three months, from all political violence, where it acts: { $groups }.

## A group: activity

tempo-none = No event of { $group } is counted in the months observed.
tempo-uncovered = How active { $group } is cannot be shown: no event table covers all its countries. Not observed does not mean quiet.
tempo-title = { $group }: events and deaths a month, to { $month }
tempo-events = Events a month
tempo-deaths = Deaths of all sides a month
tempo-alternative = Bars of events and of deaths a month with { $group } as a side; of { $months } months observed, the fewest events are { $low } and the most { $high }, in { $month }.
tempo-twin-caption = Events and deaths month by month
rows-source = Figures: { $vintage }.
violence-caption = Kinds of violence with the group as a side, twelve months to { $month }
level-above = The last three months ({ $recent } events a month) lie clearly above the { $count } months before ({ $before }; Mann-Whitney test, p = { $p }).
level-below = The last three months ({ $recent } events a month) lie clearly below the { $count } months before ({ $before }; Mann-Whitney test, p = { $p }).
level-within = The last three months ({ $recent } events a month) do not differ clearly from the { $count } months before ({ $before }; Mann-Whitney test, p = { $p }).
trend-rising = Over the last { $count } months, events rise (Kendall’s tau { $tau }, p = { $p }).
trend-falling = Over the last { $count } months, events fall (Kendall’s tau { $tau }, p = { $p }).
trend-flat = Over the last { $count } months, events show no clear direction (Kendall’s tau { $tau }, p = { $p }).

## A group: reach

reach-none = No event of the last twelve months is counted, so nothing can be said of where it acts.
reach-class-none = none
reach-title = { $group }: events of the last twelve months by cell, to { $month }
reach-alternative = Map of { $countries }: events in { $cells }, { $most } at most in one.
reach-twin-caption = Events of the last twelve months: the cells with most
reach-centre = The centre of its activity lies near { $place } (longitude, latitude); events lie { $km } km from it on the usual measure (root of the mean square).
reach-moved = The centre of its activity lies { $km } km from that of the twelve months before.
reach-border = Of the events placed in a cell, { $share } lie in cells that touch another country.
crossing = { $from } to { $to } ({ $times })
reach-crossings = Two events in a row, at most 31 days apart, lay on two sides of a border: { $crossings }.
reach-vague = { $count ->
    [one] The place of { $count } event is known less well than 25 km, so that it stands in no cell.
   *[other] The place of { $count } events is known less well than 25 km, so that they stand in no cell.
}
presences-caption = The group by country, on record
presences-note = An entry is a first event after twelve observed months without; an exit is twelve observed months without. Where months are not observed, neither is told.
entry-first = entry { $month }, the first on record, after { $count } months without
entry-return = return { $month }, after { $count } months without
exit = none since { $month }

## A group: sides

side-state = forces of the state of { $country }
side-civilians = civilians
side-other = another armed side
foes-caption = The other side, twelve months to { $month }
foes-note = Deaths are those of all sides together. Who attacked whom is not told by the tables.
foes-none = No table counts an event against another side.
ties-caption = Other groups, over all months on record
ties-note = Opposed and together count events; alongside counts cells and months in which both fought the same side and not each other. That two groups fight one enemy in one place is no alliance; it is where one would show.
family-since = The name { $group } is on record since { $month }.
family-until = The name is in use until { $month }.
family-formed-from = Formed from: { $groups }.
family-part-of = Part of: { $groups }.
family-parts = Parts of it: { $groups }.
family-became = Went on as: { $groups }.
family-none = The entity table tells of no split, merger or change of name.
family-note = From Marsad’s own entity table, not from the texts read.
group-events-caption = Events that texts tell with the group as a side, latest first
group-events-note = “claimed” stands where the text has it on somebody’s word, “denied” where it is denied; neither is counted.
told-none = The texts read tell of no event with the group as a side.
countries-none = No forecast was made for its countries: they are not counted, or too few months are known.
countries-note = These figures are of all political violence in the countries where it is active. Nothing is forecast of a group itself.

## A partnership

pair-none = The texts and tables read tell of nothing between { $first } and { $second }, up to { $month }. That is no sign that nothing happened.
pair-level = Up to { $month }, { $documents } among those read tell of { $first } and { $second }: { $deeds } between them and { $meetings }.
pair-latest-meeting = The latest on record is a meeting ({ $when }).
pair-latest-visit = The latest on record is a visit ({ $when }).
pair-latest-call = The latest on record is a call ({ $when }).
pair-latest-summit = The latest on record is a summit ({ $when }).
pair-latest-agreement = The latest on record is an agreement ({ $when }).
pair-follows-meeting = It follows up an earlier meeting ({ $when }).
pair-follows-visit = It follows up an earlier visit ({ $when }).
pair-follows-call = It follows up an earlier call ({ $when }).
pair-follows-summit = It follows up an earlier summit ({ $when }).
pair-follows-agreement = It follows up an earlier agreement ({ $when }).
pair-nothing-agreed = No text says what was agreed.
pair-agreed = { $count ->
    [one] One thing agreed is on record.
   *[other] { $count } things agreed are on record.
}
pair-overdue = { $count ->
    [one] One of them is overdue by what the texts say.
   *[other] { $count } of them are overdue by what the texts say.
}
pair-no-status = How far they were carried out, no text says.
pair-volume-more = More passes between them than the dealings of each with others would give: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-volume-less = Less passes between them than the dealings of each with others would give: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-volume-no-sign = What passes between them is about what the dealings of each with others would give: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-tempo-more = The last twelve months hold more of it than their share: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-tempo-less = The last twelve months hold less of it than their share: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-tempo-no-sign = The last twelve months hold about their share: { $seen } deeds, about { $expected } expected (p = { $p }).
pair-leaning-more = Deeds lean more to cooperation than before: a mean score of { $seen } against { $expected } (p = { $p }).
pair-leaning-less = Deeds lean less to cooperation than before: a mean score of { $seen } against { $expected } (p = { $p }).
pair-leaning-no-sign = How far deeds lean to cooperation has not clearly changed: a mean score of { $seen } against { $expected } (p = { $p }).
pair-too-few = With so few reports, neither a trend nor a difference from chance can be told.
pair-dates-differ = Texts differ on a day: { $day }, or { $others }.
dyad-none = No dated deed between the two is on record in the thirty-six months to { $month }.
dyad-one = On record: { $deeds }, all in { $month }. One month makes no picture and no trend.
dyad-undated = { $count ->
    [one] { $count } deed has no date and stands in no month.
   *[other] { $count } deeds have no date and stand in no month.
}
dyad-title = { $first } and { $second }: cooperation and conflict by month, to { $month }
dyad-index = Scores of deeds: cooperation above, conflict below
dyad-deeds = Deeds on record
dyad-cooperation = cooperation
dyad-conflict = conflict
dyad-unread = no text of that month was read
dyad-alternative = Bars by month for { $first } and { $second }: { $deeds } in { $months } months, the latest in { $last }; for { $unread } months no text was read.
dyad-twin-caption = Indices and counts month by month
dyad-source = Figures: { $documents } read; copies of a text count with what they copy, and a deed told twice counts once.
dyad-note = Scores run from { $low } to { $high } by kind of deed; with few reports a month is the reading of one or two sentences.
test-volume = Deeds on record
test-tempo = Deeds of the last twelve months
test-leaning = Mean score of the last twelve months
verdict-more = more than chance gives
verdict-less = less than chance gives
verdict-no-sign = no clear difference
verdict-too-few = too few reports to tell
chance-caption = What is on record beside what chance would give
chance-note = By chance: what the dealings of each side with all others give (Poisson), its share of the last twelve months (hypergeometric), its earlier scores (permutation).
outcomes-none = No text says what was agreed.
outcomes-caption = What was agreed, the overdue first
outcomes-note = States come from the texts: a sentence that takes a matter up again is quoted, and what it means is left to the reader. Overdue: the day named has passed, or a year went by without a word.
status-overdue = { $status }; overdue: { $why }
overdue-day-passed = the day has passed
overdue-no-word = a year without a word
taken-up-none = in no later text

## Calendar

calendar-title = Calendar of meetings, { $who }, to { $month }
calendar-alternative = Calendar of { $meetings } from { $first } to { $last }, in rows by who met: { $who }.
calendar-left = { $count ->
    [one] { $count } meeting is not drawn, for want of a date or of room; the timeline holds it.
   *[other] { $count } meetings are not drawn, for want of a date or of room; the timeline holds them.
}
calendar-source = { $count ->
    [one] Source: { $count } text read; numbers as in the table.
   *[other] Source: { $count } texts read; numbers as in the table.
}
calendar-twin-caption = The meetings of the calendar
met-follows-line = follows up

## Reliability

reliability-title = What was said beside what came: chance of at least 25 deaths in a month
reliability-said = Chance that was given
reliability-came = Share that came
reliability-point = one word of likelihood, with its cases
reliability-perfect = said and came agree
reliability-twin-caption = Words of likelihood on past months, and what came
reliability-alternative = { $count ->
    [one] Points for words of likelihood over one past case. Farthest off is “{ $word }”: { $said } said, { $came } came.
   *[other] Points for words of likelihood over { $count } past cases. Farthest off is “{ $word }”: { $said } said, { $came } came.
}
reliability-note = On the line, words kept their promise; above it, more came than was said. Months of one country hang together, so the points rest on less than their cases.
reliability-few = { $count ->
    [one] Only one past month was scored by its word of likelihood: too few for a picture.
   *[other] Only { $count } past months were scored by their words of likelihood, or all with one word: too few for a picture.
}
accuracy-source-short = Scored against { $vintage }.

## Limits

limit-group-sides = Event tables count events in which the group is a side. Deaths are of all sides, and nothing says whose.
limit-group-names = Names follow Marsad’s entity table and imply no judgement. Some tables count several groups under one name: UCDP counts every province of the Islamic State as one.
limit-group-quiet = A month that no table covers is not observed; it is never told as quiet.
limit-vague-places = More than half of its events are placed less well than 25 km: the map shows less than happened.
limit-not-covered = Not all countries of the group are covered in { $month }; counts of that month are left out.
limit-pair-index = The indices add up scores of kinds of deed (PLOVER). They follow what is written: a pair that is written about more shows more.
limit-pair-silence = A month without a text is not observed. Silence of the texts is no sign of quiet between the two.
limit-pair-status = What became of something agreed is known only as far as a text says so.
limit-pair-no-forecast = No forecast is made of what two states will do.

## Headings of tables, sheets

head-events = Events
head-first-event = First on record
head-last-event = Last
head-came-and-went = Entries and exits
head-side = Other side
head-group = Group
head-opposed = Opposed (events)
head-together = Together (events)
head-alongside = Alongside (cell-months)
head-number = No.
head-form = Form
head-participants = Took part
head-topics = Topics
head-cooperation = Cooperation
head-conflict = Conflict
head-deeds = Deeds
head-reports = Reports
head-seen = On record
head-by-chance = By chance
head-p = p
head-verdict = In words
head-agreed = Agreed
head-agreed-at = At the meeting of
head-status = State
head-due = Due
head-taken-up = Taken up again
head-said = Said
head-came = Came
sheet-tempo = Month by month
sheet-reach = Cells
sheet-dyad = Month by month
sheet-violence = Kinds of violence
sheet-presences = By country
sheet-foes = Other sides
sheet-ties = Other groups
sheet-outcomes = What was agreed
sheet-chance = Beside chance
