"""What two states did for and against each other, and what came of what they agreed."""

from __future__ import annotations

from marsad.base.months import format_month
from marsad.base.records import Engagement, Event, Statement
from marsad.briefs.actors import ChanceTest, OutcomeState, PairInputs
from marsad.briefs.content import Bars, BarsPicture, Block, Cell, Fact, Figure, Head, Notice, Paragraph, Run, Sheet, Table
from marsad.briefs.gathering import Book, Library
from marsad.briefs.happened import count_or_unknown, figure, text
from marsad.briefs.met import Meeting
from marsad.briefs.words import Words, bare, isolate

CHART_LEAST = 2
"""Months with a deed below which a picture would be empty to the eye: a sentence tells it."""

TESTS = ("volume", "tempo", "leaning")
OUTCOMES_MOST = 20


def pair_meetings(inputs: PairInputs) -> list[Meeting]:
    """The meetings of the pair as the assessment put them together, in its order, with what each follows up."""
    records = {r.id: r for r in inputs.ground.records if isinstance(r, Engagement)}
    held = [(met, tuple(records[key] for key in met.records if key in records)) for met in inputs.found.meetings]
    held = [(met, reports) for met, reports in held if reports and not _too_fresh(reports[0], inputs)]
    anchors = {met.id: f"m-{i}" for i, (met, _) in enumerate(held, 1)}
    return [
        Meeting(
            anchors[met.id], reports, tuple(anchors[one] for one in met.follows if one in anchors),
            tuple(anchors[one] for one in met.part_of if one in anchors),
        )
        for met, reports in held
    ]  # fmt: skip


def _too_fresh(engagement: Engagement, inputs: PairInputs) -> bool:
    return engagement.date.end is not None and engagement.date.end > inputs.ground.latest_day


def of_pair(inputs: PairInputs) -> tuple[Engagement | Event | Statement, ...]:
    """Records that the brief tells: the meetings, the deeds of the indices, and the claims of the documents that tell them."""
    meetings = {key for met in inputs.found.meetings for key in met.records}
    deeds = {key for month in inputs.found.months for key in month.evidence}
    held = [
        r for r in inputs.ground.records if (isinstance(r, Engagement) and r.id in meetings) or (isinstance(r, Event) and r.id in deeds)
    ]
    papers = {record.document for record in held if record.document}
    return (*held, *(r for r in inputs.ground.records if isinstance(r, Statement) and r.document in papers))


def basis(inputs: PairInputs) -> tuple[str, ...]:
    """What a sentence on all deeds of the pair rests on: the deeds, else the meetings, else the texts that were read."""
    deeds = tuple(dict.fromkeys(key for month in inputs.found.months for key in month.evidence))
    meetings = tuple(key for met in inputs.found.meetings for key in met.records)
    return deeds or meetings or tuple(d.id for d in inputs.ground.documents) or (f"nothing:{'-'.join(inputs.found.pair)}",)


def dyad(inputs: PairInputs, words: Words) -> tuple[Block, ...]:
    """Blocks of the section on cooperation and conflict."""
    found = inputs.found
    active = [row for row in found.months if row.events]
    undated = (Notice(words.say("dyad-undated", count=found.undated)),) if found.undated else ()
    if not active:
        return (Notice(words.say("dyad-none", month=words.month(found.month))), *undated)
    blocks: list[Block] = []
    if len(active) >= CHART_LEAST:
        blocks.append(_dyad_figure(inputs, words))
    else:
        row = active[0]
        said = words.say("dyad-one", deeds=words.say("deeds", count=row.events), month=words.month(row.month))
        blocks.append(Paragraph((Fact(said, tuple(row.evidence)),)))
    blocks.append(_tests(inputs, words))
    return (*blocks, *undated)


def _dyad_figure(inputs: PairInputs, words: Words) -> Figure:
    months = inputs.found.months
    first, second = (inputs.names[code].get(words.language, code) for code in inputs.found.pair)
    seen = [row.cooperation is not None for row in months]
    picture = BarsPicture(
        months=tuple((row.month, words.short_month(row.month)) for row in months),
        rows=(
            Bars(words.say("dyad-index"), tuple(row.cooperation for row in months), tuple(row.conflict for row in months)),
            Bars(words.say("dyad-deeds"), tuple(float(row.events) if known else None for row, known in zip(months, seen, strict=True))),
        ),
        labels=(words.say("dyad-cooperation"), words.say("dyad-conflict")), not_observed=words.say("dyad-unread"),
        numbers=words.separators, key="dyad",
    )  # fmt: skip
    active = [row for row in months if row.events]
    alternative = words.say(
        "dyad-alternative", first=first, second=second, deeds=words.say("deeds", count=sum(row.events for row in active)),
        months=words.number(len(active)), last=words.month(active[-1].month), unread=words.number(len(seen) - sum(seen)),
    )  # fmt: skip
    heads = (
        Head(words.say("head-day")),
        *(Head(words.say(f"head-{n}"), "number") for n in ("cooperation", "conflict", "deeds", "reports")),
    )
    rows = tuple(
        (text(words.month(row.month), heading=True), *(figure(_index(value, words), value) for value in (row.cooperation, row.conflict)),
         *(figure(count_or_unknown(value if known else None, words)) for value in (row.events, row.reports)))
        for row, known in zip(months, seen, strict=True)
    )  # fmt: skip
    twin = Table("dyad-twin", words.say("dyad-twin-caption"), heads, rows, records=basis(inputs))
    title = words.say("dyad-title", first=first, second=second, month=words.month(inputs.found.month))
    source = words.say("dyad-source", documents=words.say("documents", count=len(inputs.ground.documents)))
    return Figure(
        "dyad", title, alternative, picture, twin, source, words.say("dyad-note", low=words.signed(-10, 0), high=words.signed(10, 0))
    )


def _index(value: float | None, words: Words) -> str:
    return words.say("not-observed") if value is None else words.number(value, 1)


def _tests(inputs: PairInputs, words: Words) -> Table:
    """What was seen beside what chance gives; too few reports say so, and give no number."""
    columns = ("measure", "seen", "by-chance", "p", "verdict")
    heads = tuple(Head(words.say(f"head-{name}"), "text" if name in ("measure", "verdict") else "number") for name in columns)
    rows = []
    for name in TESTS:
        test: ChanceTest = getattr(inputs.found, name)
        nothing = words.say("no-statement")
        rows.append((
            text(words.say(f"test-{name}"), heading=True),
            figure(nothing if test.seen is None else words.number(test.seen, 0 if float(test.seen).is_integer() else 1), test.seen),
            figure(nothing if test.expected is None else words.number(test.expected, 1), test.expected),
            figure(nothing if test.p_value is None else words.p_value(test.p_value), test.p_value),
            text(words.say(f"verdict-{test.word}")),
        ))  # fmt: skip
    return Table("chance", words.say("chance-caption"), heads, tuple(rows), note=words.say("chance-note"), records=basis(inputs))


def outcomes(inputs: PairInputs, found: list[Meeting], words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """What was agreed, where it stands, by whose word, and what is overdue."""
    if not inputs.found.outcomes:
        return (Notice(words.say("outcomes-none")),)
    anchors = {met.id: meeting for met in inputs.found.meetings for meeting in found if meeting.reports[0].id in met.records}
    names = ("agreed", "agreed-at", "status", "due", "taken-up", "source")
    heads = tuple(Head(words.say(f"head-{name}")) for name in names)
    shown = sorted(inputs.found.outcomes, key=lambda o: (o.overdue is None, o.due.toordinal() if o.due else 10**7))[:OUTCOMES_MOST]
    rows = tuple(_outcome_row(state, anchors.get(state.meeting), words, book, library) for state in shown)
    blocks: list[Block] = [Table("outcomes", words.say("outcomes-caption"), heads, rows, note=words.say("outcomes-note"))]
    if len(inputs.found.outcomes) > len(shown):
        blocks.append(Notice(words.say("short-cut", shown=words.number(len(shown)), whole=words.number(len(inputs.found.outcomes)))))
    return tuple(blocks)


def _outcome_row(state: OutcomeState, meeting: Meeting | None, words: Words, book: Book, library: Library) -> tuple[Cell, ...]:
    document = library.by_id(state.changes[0].document) if state.changes else None
    language = document.language if document else None
    at = Cell((Run(words.say("no-statement")),))
    refs: tuple[str, ...] = ()
    if meeting is not None:
        at = Cell((Run(words.days(meeting.fullest.date), link=meeting.anchor),))
        refs = book.cite(*(report for report in meeting.reports if report.document in {change.document for change in state.changes}))
    due = words.say("no-statement") if state.due is None else words.day(state.due)
    return (
        Cell((Run(isolate(state.text), language),), heading=True),
        at,
        text(_status(state, words)),
        text(due),
        Cell(_echoes(state, words, library)),
        Cell((*_cited(state, words, library), *(Run("", refs=(ref,)) for ref in refs))),
    )


def _status(state: OutcomeState, words: Words) -> str:
    status = words.say(f"status-{state.status}")
    return words.say("status-overdue", status=status, why=words.say(f"overdue-{state.overdue}")) if state.overdue else status


def _echoes(state: OutcomeState, words: Words, library: Library) -> tuple[Run, ...]:
    """Later sentences that take it up: quoted, for a reader to judge what they mean."""
    runs: list[Run] = []
    for echo in state.echoes[:2]:
        document = library.by_id(echo.document)
        day = words.day(echo.day) if echo.day else words.say("date-unknown")
        if document is not None:
            sentence = isolate(library.stretch(echo.document, echo.start, echo.end))
            runs += [*([Run(" · ")] if runs else []), Run(f"{day}{words.colon}"), Run(sentence, document.language)]
    return tuple(runs) or (Run(words.say("taken-up-none")),)


def _cited(state: OutcomeState, words: Words, library: Library) -> tuple[Run, ...]:
    """The document behind the latest status."""
    change = state.changes[-1] if state.changes else None
    document = library.by_id(change.document) if change else None
    if change is None or document is None:
        return (Run(words.say("no-statement")),)
    day = words.day(change.day) if change.day else words.say("date-unknown")
    publisher = [Run(isolate(document.publisher), document.language), Run(" · ")] if document.publisher else []
    return (*publisher, Run(day))


def dyad_sheet(inputs: PairInputs, words: Words) -> Sheet:
    """Indices and counts by month, unrounded."""
    unknown = words.say("not-observed")
    heads = tuple(bare(words.say(f"head-{name}")) for name in ("day", "cooperation", "conflict", "deeds", "reports"))
    rows = tuple(
        (format_month(row.month), *(unknown if row.cooperation is None or value is None else float(value)
                                    for value in (row.cooperation, row.conflict, row.events, row.reports)))
        for row in inputs.found.months
    )  # fmt: skip
    return Sheet("dyad", bare(words.say("sheet-dyad")), heads, rows)
