"""Who is named, how often, and in whose words: regions, groups, countries and themes in communiqués and press, month by month.

Counts follow documents: ten mentions in one text count once, and a copy counts with what it copies. First namings and returns after
silence are found by themselves, and only within what was read: before the first document, nothing is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from marsad.base.months import month_of_date
from marsad.base.records import Document, Event, Mention, SourceKind, Statement
from marsad.base.regional import Attention, Naming, Notice

SILENCE = 12
"""Months without naming after which a naming is a return."""

READ_LEAST = 5
"""Documents that must have been read in a stretch before its silence means something."""

MONTHS = 36

KINDS = ("region", "group", "country", "org", "theme")
"""Beginnings of entity names that are followed; places are left out."""


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read, put in order once for many entities: document to month and kind, and who names what in whose words."""

    months: Mapping[str, int | None]
    communiques: frozenset[str]
    named: Mapping[str, Mapping[str, frozenset[SourceKind]]]


def readings(documents: Sequence[Document], mentions: Iterable[Mention], records: Iterable[Statement | Event] = ()) -> Readings:
    """Put documents and mentions in order.

    Args:
        documents: everything read; a copy counts with what it copies.
        mentions: names found in them.
        records: statements and events of them: in whose words a name stands, and the themes of events.
    """
    home = {d.id: d.near_duplicate_of or d.id for d in documents}
    spans: dict[str, list[tuple[int, int, SourceKind]]] = defaultdict(list)
    named: dict[str, dict[str, set[SourceKind]]] = defaultdict(lambda: defaultdict(set))
    for record in records:
        if record.document is not None and record.span is not None:
            spans[record.document].append((record.span.start, record.span.end, record.source_kind))
        if isinstance(record, Event) and record.document in home:
            for theme in record.contexts:
                named[f"theme:{theme}"][home[record.document]].add(record.source_kind)
    voice = {d.id: _voice(spans[d.id]) for d in documents}
    for mention in mentions:
        if mention.document in home and mention.entity.partition(":")[0] in KINDS:
            kind = _words_of(mention, spans[mention.document], voice[mention.document])
            named[mention.entity][home[mention.document]].add(kind)
    originals = [d for d in documents if home[d.id] == d.id or home[d.id] not in home]
    months: dict[str, int | None] = {home[d.id]: month_of_date(d.published) if d.published else None for d in originals}
    spoken = frozenset(home[d.id] for d in originals if voice[d.id] == "communique")
    return Readings(months, spoken, {one: {d: frozenset(kinds) for d, kinds in held.items()} for one, held in named.items()})


def attention(read: Readings, entity: str, month: int, *, silence: int = SILENCE) -> Attention:
    """How one entity is named, to that month."""
    known = {document: at for document, at in read.months.items() if at is None or at <= month}
    naming = {document: kinds for document, kinds in read.named.get(entity, {}).items() if document in known}
    dated = {document: at for document, at in known.items() if at is not None}
    named = {document: dated[document] for document in naming if document in dated}
    year = {document for document, at in dated.items() if at > month - 12}
    first = min(dated.values(), default=month + 1)
    rows = tuple(_naming(one, dated, naming, first) for one in range(month - MONTHS + 1, month + 1))
    spoken = read.communiques
    return Attention(
        entity=entity, month=month, months=rows, documents=len(naming), read=len(known),
        undated=len(naming) - len(named), documents12=len(year & named.keys()), read12=len(year),
        communiques12=len(year & named.keys() & spoken), communiques_read12=len(year & spoken),
        communiques_before=len((named.keys() - year) & spoken), communiques_read_before=len((dated.keys() - year) & spoken),
        kinds12=_kinds(naming, year), notices=_notices(dated, naming, silence),
        notes=_notes(known, naming),
    )  # fmt: skip


def among(read: Readings, documents: Collection[str]) -> Readings:
    """The same, of some documents alone."""
    months = {one: at for one, at in read.months.items() if one in documents}
    named = {one: {d: kinds for d, kinds in held.items() if d in months} for one, held in read.named.items()}
    return Readings(months, read.communiques & months.keys(), named)


def all_attention(read: Readings, month: int, *, silence: int = SILENCE) -> tuple[Attention, ...]:
    """Every entity that is named at all, most documents of the last twelve months first."""
    rows = [attention(read, entity, month, silence=silence) for entity in read.named]
    return tuple(sorted((row for row in rows if row.documents), key=lambda row: (-row.documents12, -row.documents, row.entity)))


def _voice(spans: Sequence[tuple[int, int, SourceKind]]) -> SourceKind:
    """Whose words a document is: a communiqué where half of its records or more are one, else the press's."""
    kinds = Counter(kind for _, _, kind in spans)
    return "communique" if kinds and kinds["communique"] * 2 >= sum(kinds.values()) else "newspaper"


def _words_of(mention: Mention, spans: Sequence[tuple[int, int, SourceKind]], otherwise: SourceKind) -> SourceKind:
    """The narrowest record around a name says in whose words it stands."""
    around = [(end - start, kind) for start, end, kind in spans if start <= mention.span.start and mention.span.end <= end]
    return min(around)[1] if around else otherwise


def _naming(month: int, dated: Mapping[str, int], naming: Mapping[str, frozenset[SourceKind]], first: int) -> Naming:
    read = [document for document, at in dated.items() if at == month]
    held = sorted(document for document in read if document in naming)
    kinds = Counter(kind for document in held for kind in naming[document])
    return Naming(month, len(held) if read and month >= first else None, len(read), tuple(sorted(kinds.items())), tuple(held))


def _kinds(naming: Mapping[str, frozenset[SourceKind]], year: set[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(kind for document, kinds in naming.items() if document in year for kind in kinds)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _notices(dated: Mapping[str, int], naming: Mapping[str, frozenset[SourceKind]], silence: int) -> tuple[Notice, ...]:
    found = []
    before: int | None = None
    for document in sorted((d for d in naming if d in dated), key=lambda d: (dated[d], d)):
        at = dated[document]
        between = sum(at > one > (before if before is not None else -1_000_000) for one in dated.values())
        kind = sorted(naming[document])[0]
        if before is None and between >= READ_LEAST:
            found.append(Notice("first", at, document, kind, None, between))
        elif before is not None and at - before > silence and between >= READ_LEAST:
            found.append(Notice("return", at, document, kind, at - before - 1, between))
        before = at
    return tuple(found)


def _notes(known: Mapping[str, int | None], naming: Mapping[str, frozenset[SourceKind]]) -> tuple[str, ...]:
    if not known:
        return ("nothing-read",)
    if not naming:
        return ("never-named",)
    return ("one-record",) if len(naming) == 1 else ()
