### Why a forecast says what it says.

reason-caption = Why the forecast says so: next month, by country
reason-head = What carries it, and what would change it
reason-note = A part is what the forecast would lose if the country had seen no deaths in those months, all else unchanged; parts need not sum to the whole.
reason-kind-quiet = quiet: no death in twelve months
reason-kind-simmering = simmering: fewer than 25 deaths a month
reason-kind-active = active: 25 deaths a month or more
reason-kind-war = war: far more than 25 deaths a month
reason-forecast = { $mean } deaths are expected in { $month } ({ $kind }; { $before } a month over the last twelve months).
reason-onset = Of units as quiet as this, { $rate } saw a death { $count ->
    [one] in the next month
   *[other] { $count } months on
}: that base rate is as much as history can tell.
reason-carried = The last three months carry { $recent } of it, the nine before them { $year }, the four years before that { $older }.
reason-halves = It would fall to half or less after { $count ->
    [one] one month
   *[other] { $count } months in a row
} without a death.
reason-halves-never = Even 24 months without a death would not halve it.
