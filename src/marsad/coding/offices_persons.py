"""A person in office, and mentions of one person joined: counterparts, styles and ranks beside an office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from marsad.base.records import Span
from marsad.base.script import Token, search_key

_SOURCES = ("source", "مصدر", "مصادر", "المصدر", "المصادر")


@dataclass(frozen=True, slots=True)
class Person:
    """An office-holder or a quoted expert as one sentence names them.

    Attributes:
        title: id in [offices] or [experts].
        prefix: clitic that stood before the phrase (li before a visitor), in search-key letters.
        body: kind of body that the office is held in, such as `foreign-ministry`; None where none is known.
        first, last: positions of the phrase among the sentence's tokens.
    """

    title: str
    name: str | None
    name_span: Span | None
    office: str
    role_span: Span
    organisation: str | None
    entity: str | None
    country: str | None
    first: int
    last: int
    prefix: str = ""
    rank: float = 1.0
    sector: str | None = None
    expert: bool = False
    generic: bool = False
    counterpart: bool = False
    body: str | None = None

    @property
    def is_source(self) -> bool:
        """Whether the office is that of whoever told it: a security source, diplomatic sources."""
        return self.generic and any(word.startswith(_SOURCES) for word in search_key(self.office).split())

    @property
    def span(self) -> Span:
        """From the name to the end of the role, or the other way about."""
        spans = [self.role_span] + ([self.name_span] if self.name_span else [])
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def as_counterpart(person: Person, earlier: Sequence[Person], labels: Mapping[str, str]) -> Person:
    """ "His counterpart" holds the office named before, for his own state; `labels` names kinds of bodies."""
    other = next((p for p in reversed(earlier) if not p.expert and not p.counterpart and not p.generic), None)
    if other is None:
        return person
    entity = other.entity if person.country else None
    if entity and other.country and person.country:
        entity = entity.replace(f"org:{other.country.lower()}-", f"org:{person.country.lower()}-")
    elif other.body and person.country:
        entity = f"org:{person.country.lower()}-{other.body}"
    same = other.country is None or other.country == person.country
    return replace(
        person,
        title=other.title,
        entity=entity,
        rank=other.rank,
        sector=other.sector,
        organisation=person.organisation or (other.organisation if same else labels.get(other.body or "")),
        body=other.body,
    )


def styled(persons: list[Person], tokens: Sequence[Token]) -> list[Person]:
    """Several offices of one person joined: set off by commas before his name, or behind his rank and name in Arabic."""
    kept: list[Person] = []
    for person in reversed(persons):
        behind = kept[-1] if kept else None
        if behind is not None and _names(person, behind, tokens):
            kept[-1] = _joined(person, behind)
            continue
        if behind is not None and (len(persons) > 2 or behind.title == "spokesperson") and _goes_on(person, behind):
            joined = replace(behind, name=person.name, name_span=person.name_span, first=person.first, prefix=person.prefix)
            kept[-1] = joined if person.title in _STYLES else replace(person, last=behind.last)
            continue
        kept.append(person)
    return kept[::-1]


def _joined(office: Person, behind: Person) -> Person:
    """One person of two offices: the office that names a body is kept (minister of state, minister of defence, X)."""
    kept = behind if behind.organisation and not office.organisation else office
    country = office.country or behind.country
    first, last = min(office.first, behind.first), behind.last
    return replace(kept, name=behind.name, name_span=behind.name_span, country=country, first=first, last=last, prefix=office.prefix)


_STYLES = ("general", "emir", "crown-prince", "king")


def _names(office: Person, behind: Person, tokens: Sequence[Token]) -> bool:
    """Whether an office without a name is that of the person named behind the comma (the minister of ..., General X)."""
    if office.name is not None or behind.name is None or office.expert or office.generic or office.counterpart or behind.counterpart:
        return False
    between = [token.key for token in tokens[office.last + 1 : behind.first]]
    if between not in ([","], ["،"], [",", "le"], [",", "la"], [",", "the"]) or behind.country not in (None, office.country):
        return False
    if behind.title in ("ambassador", "minister", *_STYLES) or (office.title == "minister" and behind.title.endswith("minister")):
        return True
    after = [token.key for token in tokens[behind.last + 1 : behind.last + 3]]
    arabic = "ء" <= office.office[:1] <= "ي"
    return arabic and office.country is None and after[:1] == ["،"] and not any(key.startswith("و") for key in after[1:])


def _goes_on(styled_by: Person, behind: Person) -> bool:
    """Whether an Arabic office right behind a rank and a name is that person's (General X, head of the council)."""
    bare = behind.name is None and not behind.counterpart and not behind.generic and not behind.expert
    own = styled_by.title in _STYLES and styled_by.first <= styled_by.last == behind.first - 1
    return bool(bare and own and styled_by.name is not None and "ء" <= styled_by.office[:1] <= "ي" and not behind.prefix)


def without_ranks(persons: list[Person]) -> list[Person]:
    """A military rank beside another title of the same person adds nothing."""
    kept: list[Person] = []
    for person in persons:
        twin = next((at for at, k in enumerate(kept) if k.name_span is not None and k.name_span == person.name_span), None)
        if twin is None:
            kept.append(person)
        elif kept[twin].title == "general" != person.title:
            kept[twin] = replace(person, first=min(person.first, kept[twin].first), last=max(person.last, kept[twin].last))
    return kept
