"""Who is named: bodies and states that belong together, nouns with their owners, the record of an actor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.base.records import Actor, Span
from marsad.base.script import Token
from marsad.coding.entities import Found
from marsad.coding.lexicon import Entry
from marsad.coding.phrases import Phrase
from marsad.coding.reading import Reading, Sent

_KINDS = frozenset(["group", "org", "type", "country"])
_OWNERS = frozenset(["'", "\u2019", "'s"])


def heads(phrases: Sequence[Phrase], tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First word, last word and sense of each noun, with the noun that it governs: in "teachers' union" the union."""
    last: tuple[int, int, str] | None = None
    for phrase in phrases:
        first, end = phrase.first, phrase.last
        if last is not None and tokens[first].script == "arabic" and first == last[1] + 1 and not tokens[first].key.startswith("و"):
            last = last[0], end, last[2]
            continue
        if last is not None and first == last[1] + 2 and tokens[last[1] + 1].key in _OWNERS:
            last = last[0], end, phrase.sense
            continue
        if last is not None:
            yield last
        last = first, end, phrase.sense
    if last is not None:
        yield last


def with_forms(entry: Entry) -> Entry:
    """The Arabic nouns of an entry with the article and as accusatives, under the same id."""
    plain = [word for word in entry.words("ar") if " " not in word and not word.startswith("ال")]
    words = [f"ال{word}" for word in plain] + [f"{word}ا" for word in plain if not word.endswith(("ن", "ا", "ة", "ء", "ى"))]
    return Entry(entry.section, entry.id, {**entry.fields, "ar": words, "fr": (), "en": ()}, entry.file, entry.line)


def names_actor(item: Found, span: Span) -> bool:
    """Whether a name found is that of a possible actor, and touches the stretch; a journalist is a source."""
    if item.inner or item.kind not in _KINDS or item.how == "adjective" or item.sector == "JRN":
        return False
    return item.span.start < span.end and span.start < item.span.end and not (item.short and item.kind == "type")


def together(sent: Sent, bodies: list[Found]) -> list[Found]:
    """The first body and those joined to it by "and" or a comma: what stands apart plays another role."""
    kept = bodies[:1]
    for item in bodies[1:]:
        if not joined([token.key for token in sent.tokens[kept[-1].last + 1 : item.first]], sent.tokens[item.first].key):
            break
        kept.append(item)
    return kept


def joined(between: Sequence[str], key: str) -> bool:
    """Whether the words between two names join them; `key` is the first word of the second name."""
    if between:
        return all(word in ("and", "et", ",", "،", "the", "les", "le", "la", "l'") for word in between)
    return key.startswith("و")


def states_of(actors: Sequence[Actor]) -> set[str]:
    """The states that some of these are, or govern."""
    return {actor.country for actor in actors if actor.country and (actor.sector == "GOV" or (actor.entity or "").startswith("country:"))}


def lies_within(one: Span, outer: Span | None) -> bool:
    """Whether a stretch lies inside another one."""
    return outer is not None and one.start >= outer.start and one.end <= outer.end


def actor_of(item: Found, reading: Reading, where: str | None, *, inferred: bool) -> Actor:
    """The actor that a name found stands for; a kind of body without a state is one of the state `where`."""
    entity = None if item.kind == "type" else item.entity
    country = item.country or (where if item.kind == "type" else None)
    return Actor(
        item.span.of(reading.text), entity, country, item.sector or ("GOV" if item.kind == "country" else None), item.span, inferred
    )
