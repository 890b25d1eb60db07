### Words of what is found around the counts: alerts, groups, partnerships, attention, spillover, news. In English.

## Sections

section-alerts = Alerts
section-pattern = Level, trend, and what spills over
section-groups = Armed groups
section-named = Who is named, and in whose words

## Alerts

rule-high = highest month in one to three years
rule-jump = jump of the forecast
rule-entry = entry of a group
rule-follow-up = overdue follow-up
alerts-none = No alert rule fires in { $month }.
alert-cell = cell { $cell } ({ $country })
alert-high = { $count ->
    [one] { $place }: deaths in { $month }: { $deaths }, above every month of the year before (highest: { $before }).
   *[other] { $place }: deaths in { $month }: { $deaths }, above every month of the { $count } years before (highest: { $before }).
}
alert-jump-forecast = { $place }: deaths expected over the next { $count } months: { $deaths }; a month ago, { $before } for the same months.
alert-jump-deaths = { $place }: deaths expected over the next { $count } months: { $deaths }; in the { $count } months before: { $before }.
alert-entry-first = { $group }: first event on record in { $country }, in { $month }, after { $count } observed months without.
alert-entry-return = { $group }: back in { $country } in { $month }, after { $count } observed months without.
alert-overdue-day-passed = { $pair }: agreed, and its day has passed: { $text }.
alert-overdue-no-word = { $pair }: agreed { $count } months ago, and no word since: { $text }.
record-high = { $count ->
    [one] In the past the rule “{ $rule }” fired once in { $cases } { $units }; the three months after lay above the mean of the year before in { $share } of its cases, and in { $otherwise } of the months without an alert.
   *[other] In the past the rule “{ $rule }” fired { $count } times in { $cases } { $units }; the three months after lay above the mean of the year before in { $share } of its cases, and in { $otherwise } of the months without an alert.
}
record-jump = { $count ->
    [one] At past forecasts the rule “{ $rule }” fired once in { $cases } cases; more deaths than in the months before followed in { $share } of its cases, and in { $otherwise } of those without an alert.
   *[other] At past forecasts the rule “{ $rule }” fired { $count } times in { $cases } cases; more deaths than in the months before followed in { $share } of its cases, and in { $otherwise } of those without an alert.
}
record-entry = { $count ->
    [one] In the past the rule “{ $rule }” fired once; within three months the group was active there again in { $share } of its cases.
   *[other] In the past the rule “{ $rule }” fired { $count } times; within three months the group was active there again in { $share } of its cases.
}
record-none = The rule “{ $rule }” has not fired in the cases that can be checked ({ $cases }), so what follows it is not known.
record-follow-up = What follows the rule “{ $rule }” is not known: too few promises are on record.

units-country = country-months
units-cell = cell-months

## Level, trend, kinds of violence, hotspots

own-above12 = Last three months clearly above the twelve before them: { $countries }.
own-above36 = Last three months clearly above the thirty-six before them: { $countries }.
own-below12 = Last three months clearly below the twelve before them: { $countries }.
own-below36 = Last three months clearly below the thirty-six before them: { $countries }.
own-rising36 = Rising over thirty-six months: { $countries }.
own-falling36 = Falling over thirty-six months: { $countries }.
own-none = No country’s last three months differ clearly from the twelve or thirty-six before them, and none shows a clear trend.
own-tests = Tests: Mann-Whitney on ranks for levels, Mann-Kendall for trends, { $level }; of twenty countries one passes by chance.
kinds-shares = By kind of violence, over the last twelve months: { $kinds }; lowest and highest estimates together { $range }.
kinds-one = { $kind } { $deaths }
kinds-unknown = By kind of violence nothing can be said: no event table was read, only counts.
cells-top = { $count ->
    [one] The one cell with most carries { $share } of them.
   *[other] The { $count } cells with most carry { $share } of them.
}
hotspots-caption = Cells whose months with deaths became more or fewer, twelve months to { $month } beside the twenty-four before
hotspots-note = New: none in the two years before, two or more months now. Growing and fading: Fisher’s exact test, one-sided, { $level }. Over many cells some pass by chance.
hotspots-unknown = Where it gathers cannot be said: no cells are counted for { $month }.
head-trend = Trend
head-active = Months with deaths
head-active-before = In the 24 before
head-p-value = p
spot-new = new
spot-growing = growing
spot-fading = fading

## Spillover

spill-next = In the region’s cells ({ $cells } cells, { $from } to { $to }) the cells around help to explain where deaths fall: { $share } of the expected cell-months with deaths are laid to them (AIC { $gain } better than the model without them).
spill-alone = In the region’s cells ({ $cells } cells, { $from } to { $to }) there is no sign that the cells around help to explain where deaths fall (AIC { $gain } beside the model without them).
spill-border = Across borders the model lays { $share } to cells of another country; most: { $pairs }.
spill-border-one = Across borders nothing can be said: the cells of one country alone are counted in full.
spill-no-cells = How much comes from the cells around cannot be said: no cells are counted for { $month }.
spill-few-cells = How much comes from the cells around cannot be said: too few months and cells hold deaths.
flow-pair = { $source } to { $target }
flow-part = { $pair } ({ $share })
flow-test = { $pair } (p = { $p })
flow-spills = { $pair }: deaths in the first run ahead of those in the second by about { $lag } months, and { $share } of the deaths expected there are laid to them (AIC { $gain } better than the model without; p = { $p }).
flow-no-sign = Beside a model without it, no sign that deaths in one run one to three months ahead of those in the other: { $pairs }.
flow-unknown = Cannot be said, for too few months, deaths or countries are counted: { $pairs }.
flow-limits = Spillover is what followed what, month by month; two places may both answer to a third. It is no proof of cause.

## News since last month

news-level = Over the next three months together { $now } deaths are expected; a month ago it was { $before } for the same months ({ $change }).
news-above = Why: { $month } brought { $deaths } deaths, more than its forecast allowed for (about { $expected }; nine draws in ten in { $range }).
news-below = Why: { $month } brought { $deaths } deaths, fewer than its forecast allowed for (about { $expected }; nine draws in ten in { $range }).
news-within = Why: { $month } brought { $deaths } deaths, inside its forecast (about { $expected }; nine draws in ten in { $range }).
news-unknown = What { $month } brought is not observed everywhere, so the change cannot be laid to it.
news-unit = { $country }: { $before }, now { $now }; { $month } brought { $deaths }, expected { $expected }
news-units = Largest changes by country: { $changes }.
news-same = almost unchanged
news-none = No forecast of a month ago could be made to compare with.
news-note = Both forecasts know the same counts to the month before; the one month between them is all that can have moved them.
base-rate = Quiet for twelve months: { $countries }. After such a year at least one death followed within three months in { $three } of cases, within twelve in { $twelve } (all countries known, { $cases } country-months).
base-rate-none = Quiet for twelve months: { $countries }. How often such a calm ended cannot be said: the counts are too short.
head-past-error = Past error (CRPS; reference in brackets)
past-error = { $model } ({ $reference })

## Armed groups

groups-none = Neither the event tables nor the texts read name an armed group as a side in the twelve months to { $month }.
groups-caption = Armed groups in the region, twelve months to { $month }
groups-note = Events and deaths (of all sides) are counted from event tables. What is only told in texts stands apart, and what stands on somebody’s word stays a claim.
groups-not-counted = Events of these groups are not observed: no event table covers their countries in those months.
groups-told = { $count ->
    [0] none
   *[other] { $count } (claims: { $claims })
}
groups-reach = { $cells } ({ $countries })
groups-foe = { $side } { $events }
groups-entered = came to { $country } ({ $month })
groups-left = none in { $country } since { $month }
groups-crossed = { $from } to { $to } { $times }
groups-rivals = { $group } fought { $others }.
groups-beside = { $group } fought on the same side as, or near, { $others }; that is no proof of an alliance.
groups-family = { $group } is tied by origin, split or merger to { $others } (entity table).
groups-state = forces of { $country }
groups-civilians = civilians
groups-other = another armed side
head-armed-group = Group
head-group-events = Events
head-group-before = 12 months before
head-group-reach = Cells (countries)
head-group-against = Against (events)
head-group-moves = Came, left, crossed
head-group-told = Told in texts

## Partnerships

pairs-caption = Partnerships, twelve months to { $month }
pairs-note = Sums of PLOVER scores of deeds between the two, each told once; cooperation above, conflict below. With few reports nothing is said beside chance.
pairs-name = { $first }–{ $second }
pairs-chance = deeds: { $tempo }; tone: { $leaning }
chance-more = more than by chance
chance-less = less than by chance
chance-no-sign = no sign beside chance
chance-too-few = too few to tell
head-pair = Between
head-pair-meetings = Meetings
head-pair-latest = Latest
head-pair-cooperation = Cooperation
head-pair-conflict = Conflict
head-pair-deeds = Deeds (reports)
head-pair-chance = Beside chance
pairs-deeds = { $deeds } ({ $reports })
pairs-named-all = Communiqués on { $pair } in the last twelve months: { $read }; all name { $entity }. { pairs-named-before }
pairs-named-some = Communiqués on { $pair } in the last twelve months: { $read }; of these { $named } name { $entity }. { pairs-named-before }
pairs-named-both = Both communiqués on { $pair } in the last twelve months name { $entity }. { pairs-named-before }
pairs-named-before = { $before ->
    [-1] No earlier one was read.
    [0] Before that, none did.
   *[other] Before that, { $before } did.
}
promises-caption = What was agreed, and what became of it
promises-note = States follow the Peace Accords Matrix, 0 to 3; each is the latest that a document gives.
promise-due = by { $day }
promise-past = was due by { $day }: overdue
promise-silent = { $count ->
    [one] no word for { $count } month: overdue
   *[other] no word for { $count } months: overdue
}
promise-open = no day named
promise-told = { $status } ({ $day })
head-promise = Agreed
head-promise-day = On
head-promise-state = State
head-promise-due = By when

## Attention

named-both = { $entity }: named in both communiqués of the last twelve months; { named-before }.
named-one = { $entity }: named in the one communiqué read of the last twelve months; { named-before }.
named-all = { $entity }: named in all { $read } communiqués of the last twelve months; { named-before }.
named-some = { $entity }: named in { $named } of the { $read } communiqués of the last twelve months; { named-before }.
named-not = { $entity }: named in none of the communiqués read of the last twelve months ({ $read }); { named-before }.
named-unread = { $entity }: no communiqué of the last twelve months was read; { named-before }.
named-before = { $before ->
    [-1] no earlier one was read
    [0] before that, never
   *[other] before that, in { $before } of { $earlier }
}
named-nothing = No text of the last twelve months was read, so who is named cannot be said.
named-caption = Named in the texts read, twelve months to { $month } ({ $read } texts)
named-note = Texts are counted, not mentions; a copy counts with what it copies.
named-first = Named for the first time in what was read: { $entities }.
named-return = Named again after a year or more of silence: { $entities }.
named-at = { $entity } ({ $month }; { $kind })
named-kind = { $kind } { $texts }
head-named = Who or what
head-named-texts = Texts
head-named-communiques = Communiqués
head-named-words = In whose words
head-named-latest = Latest

## Summary

summary-news = A month ago it was { $before } for the same months ({ $change }).
summary-alerts = { $count ->
    [0] No alert rule fires.
    [one] One alert fires: { $places }.
   *[other] { $count } alerts fire: { $places }.
}
summary-alert = { $place } ({ $rule })
summary-overdue = { $count ->
    [one] One thing agreed is overdue: { $pairs }.
   *[other] { $count } things agreed are overdue: { $pairs }.
}

## Themes of events (PLOVER contexts)

theme-asylum = asylum
theme-cbrn = chemical, biological, nuclear
theme-corruption = corruption
theme-crime = crime
theme-cyber = cyber security
theme-diplomatic = diplomacy
theme-disasters = disasters
theme-economic = economy
theme-election = elections
theme-environment = environment
theme-executive = government
theme-gender = women and gender
theme-health = health
theme-human_rights = human rights
theme-human_security = human security
theme-illegal_drugs = illegal drugs
theme-inequality = inequality
theme-intelligence = intelligence services
theme-legal = justice
theme-legislative = parliament
theme-lgbt = sexual minorities
theme-migration = migration
theme-military = armed forces
theme-misinformation = misinformation
theme-natural_resource = natural resources
theme-peacekeeping = peacekeeping
theme-political_institutions = political institutions
theme-pro_autocracy = calls for authoritarian rule
theme-pro_democracy = calls for democracy
theme-religion_ethnicity = faith and communities
theme-reparations = reparations
theme-repression = repression
theme-rights_freedoms = rights and freedoms
theme-technology = technology
theme-territory = territory and borders
theme-terrorism = terrorism
theme-trafficking = trafficking

## Limits

limit-missing-many = { $count ->
    [one] Not covered by the counts: { $count } country; every total is that of the others alone.
   *[other] Not covered by the counts: { $count } countries; every total is that of the others alone.
}
