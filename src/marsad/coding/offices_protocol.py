"""Protocol style: every person opens with an honorific, and all offices up to the next one are that person's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.offices_names import NameWords
from marsad.coding.offices_persons import Person

_MOST = 9  # words of a name with its chain of fathers
_CLITICS = ("و", "ل", "ب", "ول", "وب")
_OPENERS = frozenset(map(search_key, ["سمو", "معالي", "سعادة", "فخامة", "جلالة", "صاحب", "صاحبة"]))
_ABSTRACT = frozenset(map(search_key, ["السمو", "المعالي", "السعادة", "الفخامة", "الجلالة", "السيادة", "العظمة"]))
"""What follows "holder of" in a style; with another word behind it, it is no style (the owner of a shop)."""
_STYLES = _ABSTRACT | frozenset(map(search_key, [
    "الملكي", "الأميري", "الأمير", "الأميرة", "الشيخ", "الشيخة", "السيد", "السيدة", "الدكتور", "الدكتورة", "المهندس", "المهندسة",
    "الأستاذ", "الأستاذة", "الفريق", "اللواء", "العميد", "الركن", "أول",
]))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Opening:
    """An honorific at `start`, with the stretch of the name behind it; an empty one where an office follows at once."""

    start: int
    first: int
    last: int


def in_protocol(persons: list[Person], tokens: Sequence[Token], words: NameWords, opens: Callable[[str], bool]) -> list[Person]:
    """Persons with the names that honorifics introduce, the offices of one joined.

    Args:
        persons: those found in a sentence, in order.
        tokens: its tokens.
        words: where names end.
        opens: whether a title begins with a word.
    """
    openings = list(_openings(tokens, words, opens))
    if not openings:
        return _appositions(persons, tokens)
    named = [_named(person, openings, tokens) for person in persons if not _of_a_style(person, persons, openings, tokens)]
    made: list[Person] = []
    for at, person in enumerate(named):
        lead = made[-1] if made else None
        others = len(made) > 1 or at + 1 < len(named)
        if lead is not None and others and _is_led(lead, openings) and not _is_led(person, openings) and _goes_on(lead, person):
            made[-1] = _whole(lead, person)
            continue
        made.append(person)
    return made


def _openings(tokens: Sequence[Token], words: NameWords, opens: Callable[[str], bool]) -> list[_Opening]:
    found: list[_Opening] = []
    at = 0
    while at < len(tokens):
        key = tokens[at].key
        bare = next((key[len(cut) :] for cut in ("", *_CLITICS) if key.startswith(cut) and key[len(cut) :] in _OPENERS), None)
        following = tokens[at + 1].key if at + 1 < len(tokens) else ""
        if bare is None or (bare.startswith("صاحب") and following not in _ABSTRACT):
            at += 1
            continue
        first = at + 1
        while first < len(tokens) and tokens[first].key in _STYLES | _OPENERS:
            first += 1
        last = first - 1
        while last + 1 < len(tokens) and last + 1 - first < _MOST and _in_name(tokens, last + 1, first, words, opens):
            last += 1
        found.append(_Opening(at, first, last))
        at = max(last, first - 1) + 1
    return found


def _in_name(tokens: Sequence[Token], at: int, first: int, words: NameWords, opens: Callable[[str], bool]) -> bool:
    token = tokens[at]
    joined = at > first and tokens[at - 1].key in words.joiners
    if token.script != "arabic" or (token.key in words.stops and token.text != "علي" and not joined):
        return False
    return joined or not (opens(token.key) or token.key.startswith(("وال", "لل")))


def _named(person: Person, openings: Sequence[_Opening], tokens: Sequence[Token]) -> Person:
    """The person with the name that an honorific opens right before the office, where the office follows that name."""
    at, own = _position(person, tokens), person.name_span
    full = (one for one in openings if one.last >= one.first)
    opening = next((one for one in full if at == one.last + 1 or (own is not None and own.end == tokens[one.last].end)), None)
    if opening is None:
        return person if person.name is None else _past_styles(person, openings, tokens)
    span = Span(tokens[opening.first].start, tokens[opening.last].end)
    words = "".join(
        (" " if n > opening.first and tokens[n].start > tokens[n - 1].end else "") + tokens[n].text
        for n in range(opening.first, opening.last + 1)
    )
    prefix = tokens[opening.start].key[0] if tokens[opening.start].key[0] in "ولب" and tokens[opening.start].key not in _OPENERS else ""
    last = max(at for at, token in enumerate(tokens) if token.start < person.role_span.end)
    return replace(person, name=words, name_span=span, first=opening.start, last=last, prefix=prefix)


def _of_a_style(person: Person, persons: Sequence[Person], openings: Sequence[_Opening], tokens: Sequence[Token]) -> bool:
    """Whether a title is part of the honorific (his highness the sheikh), and the office stands behind the name."""
    opening = next((one for one in openings if one.start <= _position(person, tokens) < one.first <= one.last), None)
    return opening is not None and any(_position(other, tokens) == opening.last + 1 for other in persons)


def _position(person: Person, tokens: Sequence[Token]) -> int:
    return next(at for at, token in enumerate(tokens) if token.end > person.role_span.start)


def _past_styles(person: Person, openings: Sequence[_Opening], tokens: Sequence[Token]) -> Person:
    """A person whose office stands between the honorific and the name (his excellency the president X)."""
    opening = next((one for one in openings if one.last < one.first == person.first), None)
    return person if opening is None else replace(person, first=opening.start)


def _is_led(person: Person, openings: Sequence[_Opening]) -> bool:
    return any(person.first in (one.start, one.first) for one in openings)


def _goes_on(lead: Person, person: Person) -> bool:
    """Whether an office follows at once on a person, without a name, and of no other state."""
    if person.name is not None or person.counterpart or person.expert or person.generic or person.prefix not in ("", "و"):
        return False
    if person.first != lead.last + 1 or (lead.country and person.country and lead.country != person.country):
        return False
    return lead.name is not None or person.country is None


def _whole(lead: Person, more: Person) -> Person:
    """One person of two offices: the one that names a state, else the one said first."""
    kept = more if more.country and not lead.country else lead
    return replace(kept, name=lead.name, name_span=lead.name_span, first=lead.first, last=more.last, prefix=lead.prefix)


def _appositions(persons: list[Person], tokens: Sequence[Token]) -> list[Person]:
    """Two offices behind one name in French and English ("X, crown prince and prime minister, ..."): one person."""
    made: list[Person] = []
    for person in persons:
        lead = made[-1] if made else None
        if lead is not None and _shares(lead, person, tokens):
            made[-1] = replace(_whole(lead, person), last=person.last)
            continue
        made.append(person)
    return made


def _shares(lead: Person, person: Person, tokens: Sequence[Token]) -> bool:
    between = [token.key for token in tokens[lead.last + 1 : person.first]]
    behind = tokens[person.last + 1].text if person.last + 1 < len(tokens) else ""
    set_off = lead.name_span is not None and lead.name_span.end <= lead.role_span.start
    plain = person.name is None and not (person.expert or person.generic or person.counterpart or lead.expert)
    return bool(set_off and plain and between in (["and"], ["et"]) and behind == "," and lead.country in (None, person.country))
