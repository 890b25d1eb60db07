"""A brief on an armed group: what its tables count, what texts tell, what is expected where it acts."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.findings import YARDSTICK, likelihood
from marsad.base.months import format_month
from marsad.base.records import Language
from marsad.briefs.actors import GroupInputs
from marsad.briefs.ahead import accuracy, basis, chances_table, countries_table, yardstick_table
from marsad.briefs.closing import evidence, sources
from marsad.briefs.content import Block, Brief, Fact, Notice, Paragraph
from marsad.briefs.corrections import basis as rests
from marsad.briefs.corrections import corrections
from marsad.briefs.framing import Frame, framed
from marsad.briefs.gathering import Book, Library
from marsad.briefs.group_activity import cells_sheet, counted, moved_km, reach, tempo, tempo_sheet, year_rows
from marsad.briefs.group_ties import family, foes, of_group, told
from marsad.briefs.happened import country_name
from marsad.briefs.sheets import accuracy_sheet, outlook_sheet
from marsad.briefs.sides import group_name, land_name, side_name
from marsad.briefs.summary import CHANCE_AT, CHANCE_HORIZON
from marsad.briefs.words import Words

FOES_MOST, LANDS_MOST = 4, 6
LIMITS = ("targeting", "group-sides", "group-names", "group-quiet", "counts", "lag")


def compose_group(inputs: GroupInputs, language: Language, territory: str | None = None) -> Brief:
    """The content of a brief on a group."""
    words = Words(language, territory)
    ground, name = inputs.ground, group_name(inputs.found.group, inputs.names, words)
    library = Library(ground.documents, ground.records, words.say("place-hidden"), ground.terms)
    book = Book(library)
    blocks = {
        "summary": _summary(inputs, words),
        "tempo": tempo(inputs, words),
        "reach": reach(inputs, words),
        "foes": foes(inputs, words),
        "family": family(inputs, words),
        "told": told(inputs, words, book, library),
        "countries": _ahead(inputs, words),
        "corrections": corrections(ground, words),
        "evidence": evidence(words, book, library),
        "sources": sources(ground, words, library),
        "limits": _limits(inputs, words),
    }
    about = words.say("group-about", month=words.month(inputs.found.month))
    frame = Frame(words.say("group-title", group=name), about, inputs.found.group.replace(":", "-"), format_month(inputs.found.month))
    sheets = [tempo_sheet(inputs, words), cells_sheet(inputs, words)]
    if any(row.unit is not None for row in ground.assessment.outlooks):
        # the sum over its countries is nobody's figure: it would stand there under the group's name
        each = replace(ground.assessment, outlooks=tuple(o for o in ground.assessment.outlooks if o.unit is not None))
        sheets += [outlook_sheet(replace(ground, assessment=each), words), accuracy_sheet(ground, words)]
    made = framed(frame, blocks, words, book=book, run=ground.run, sheets=tuple(sheet for sheet in sheets if sheet.rows))
    return replace(made, basis=rests(ground))


def _summary(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    warning = (Notice(words.say("limit-sample"), strong=True),) if inputs.ground.sample_texts else ()
    found = inputs.found
    if "no-record" in found.notes:
        name = group_name(found.group, inputs.names, words)
        said = words.say("group-none", group=name, month=words.month(found.month))
        return (*warning, Paragraph((Fact(said, (f"entity:{found.group}",)), *_home(inputs, words))))
    facts = (*_level(inputs, words), *_where(inputs, words), *_against(inputs, words), *_texts(inputs, words), *_expected(inputs, words))
    return (*warning, Paragraph(facts))


def _home(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    """Which other group a table may count it with, where the table has nothing of it."""
    held = inputs.found.family
    if held is None or not held.part_of:
        return ()
    names = words.listed(group_name(group, inputs.names, words) for group in held.part_of)
    return (Fact(words.say("group-counted-with", groups=names), (f"entity:{inputs.found.group}",)),)


def _level(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    found, name = inputs.found, group_name(inputs.found.group, inputs.names, words)
    year = [row for row in found.tempo[-12:] if row.events is not None]
    month = words.month(found.month)
    if not year:
        return (Fact(words.say("group-uncovered", group=name, month=month), (f"entity:{found.group}",)),)
    events, deaths = sum(row.events or 0 for row in year), sum(row.deaths or 0 for row in year)
    told_counts = {"events": words.say("events", count=events), "deaths": words.say("deaths", count=deaths)}
    key = "group-level" if len(year) == 12 else "group-level-part"
    extra = {} if len(year) == 12 else {"count": len(year)}
    facts = [Fact(words.say(key, group=name, month=month, **told_counts, **extra), year_rows(inputs))]
    if "one-record" in found.notes:
        facts.append(Fact(words.say("group-one"), year_rows(inputs)))
    before = [row for row in found.tempo[-24:-12] if row.events is not None]
    if len(before) == len(year) == 12:
        said = words.say("group-before", events=words.say("events", count=sum(row.events or 0 for row in before)))
        facts.append(Fact(said, counted(inputs, found.month - 23, found.month - 12)))
    return tuple(facts)


def _where(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    found = inputs.found
    facts = []
    if found.reach is not None and found.reach.countries:
        lands = words.listed(land_name(iso3, words) for iso3, _ in found.reach.countries[:LANDS_MOST])
        said = words.say("group-where", cells=words.say("cells", count=found.reach.cells), countries=lands)
        facts.append(Fact(said, year_rows(inputs)))
        moved = moved_km(inputs)
        if moved is not None:
            facts.append(Fact(words.say("reach-moved", km=words.number(moved)), counted(inputs, found.month - 23, found.month)))
    for row in found.presences:
        late = [entry for entry in row.entries if entry.month > found.month - 12]
        for entry in late:
            said = words.say(
                f"group-entry-{entry.kind}", country=land_name(row.country, words), month=words.month(entry.month), count=entry.quiet
            )
            facts.append(Fact(said, tuple(entry.evidence)))
        if row.left is not None and row.left > found.month - 24:
            said = words.say("group-exit", country=land_name(row.country, words), month=words.month(row.left))
            facts.append(Fact(said, counted(inputs, row.left, found.month)))
    return tuple(facts)


def _against(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    sides = [
        words.say("country-count", country=side_name(foe.side, inputs.names, words), deaths=words.number(foe.events))
        for foe in inputs.found.foes[:FOES_MOST]
    ]
    return (Fact(words.say("group-fights", sides=words.listed(sides)), year_rows(inputs)),) if sides else ()


def _texts(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    found = inputs.found
    if not inputs.ground.documents:
        return (Fact(words.say("group-no-texts"), (f"entity:{found.group}",)),)
    ids = tuple(report.id for report in found.reports)
    if not ids:
        own = of_group(inputs.ground.records, found.group, frozenset())
        basis_of = tuple(document.id for document in inputs.ground.documents)
        return (Fact(words.say("group-untold" if not own else "group-claims-only"), basis_of),)
    claims = sum(report.claim for report in found.reports)
    events = words.say("events", count=found.reported)
    documents = words.say("documents", count=found.documents)
    return (Fact(words.say("group-texts", events=events, documents=documents, claims=words.say("of-claims", count=claims)), ids),)


def _expected(inputs: GroupInputs, words: Words) -> tuple[Fact, ...]:
    ground = inputs.ground
    steps: dict[str, list[str]] = {}
    rows = [o for o in ground.assessment.outlooks if o.unit is not None and o.horizon == CHANCE_HORIZON]
    for row in sorted(rows, key=lambda o: -o.chance[CHANCE_AT]):
        steps.setdefault(likelihood(row.chance[CHANCE_AT]), []).append(country_name(row.unit, words))
    said = [
        words.say("chance-group", word=words.say(f"likelihood-{step.key}"), countries=words.listed(steps[step.key]))
        for step in reversed(YARDSTICK)
        if step.key in steps
    ]
    return (Fact(words.say("group-ahead", groups=words.semicolon.join(said)), basis(ground)),) if said else ()


def _ahead(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    """What is expected in its countries, of all violence there: nothing is forecast of the group itself."""
    ground = inputs.ground
    targeting = Notice(words.say("limit-targeting"), strong=True)
    if not any(row.unit is not None for row in ground.assessment.outlooks):
        return (Notice(words.say("countries-none")), targeting)
    stale = (Notice(words.say("limit-stale", month=words.month(ground.forecast.origin)), strong=True),) if ground.stale else ()
    tables = (countries_table(ground, words), chances_table(ground, words))
    return (*stale, Notice(words.say("countries-note")), *tables, *accuracy(ground, words), targeting)


def _limits(inputs: GroupInputs, words: Words) -> tuple[Block, ...]:
    ground = inputs.ground
    notes = [words.say(f"limit-{name}") for name in LIMITS[1:]]
    if "vague-places" in inputs.found.notes:
        notes.insert(0, words.say("limit-vague-places"))
    if "not-covered" in inputs.found.notes:
        notes.insert(0, words.say("limit-not-covered", month=words.month(inputs.found.month)))
    shown = any(row.unit is not None for row in ground.assessment.outlooks)
    return (*([yardstick_table(words)] if shown else []), *(Notice(note) for note in (*notes, *ground.caveats)))
