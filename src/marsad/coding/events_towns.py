"""Villages that no table holds: named behind "the village of", or behind "in" with their region, and once named so wherever they recur."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.reading import Reading, Sent

_NOUNS = frozenset(map(search_key, [
    "village", "town", "hamlet", "locality", "settlement", "ville", "localité", "commune", "bourg", "bourgade", "hameau", "camp",
    "garnison", "détachement", "campement", "gendarmerie", "garrison", "outpost",
]))  # fmt: skip
_OF = frozenset(["of", "de", "d'", "du"])
_AT = frozenset(["in", "near", "into", "outside", "a", "de", "d'", "pres", "vers", "from", "around"])
_INTO = frozenset(["into", "near", "outside"])
_NEAR = frozenset(
    map(search_key, ["près", "abords", "environs", "alentours", "loin", "proximité", "périphérie", "sortie", "entrée", "outskirts"])
)
"""Words that a place alone follows, whatever its region."""
_REGION = frozenset(map(search_key, [
    "dans", "en", "au", "in", "chef-lieu", "capital", "localité", "ville", "village", "commune", "town", "a", "une", "un",
]))  # fmt: skip
"""Words with which the region follows behind a comma: "in Nasir, in Upper Nile State"."""
_AREAS = frozenset(map(search_key, [
    "région", "region", "province", "state", "district", "cercle", "département", "department", "county", "préfecture", "wilaya", "zone",
    "منطقة", "ولاية", "إقليم", "محافظة", "مقاطعة", "دائرة",
]))  # fmt: skip
_ARABIC = frozenset(map(search_key, ["بلدة", "قرية", "مدينة", "محلة", "ناحية", "نجع", "مخيم", "بلدية", "واحة", "حامية", "معسكر"]))
_ARABIC_LED = frozenset(cut + key for key in _ARABIC for cut in ("", "ب", "وب"))
_LATIN_MOST = 3
_BESIDE = 3  # words between a deed and "at"
_BESIDE_AT = frozenset(["a", "at", "in", "pres"])
_DAYS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "ramadan",
        "christmas",
        "easter",
        "noel",
        "parliament",
    ]
)
"""Names behind "in" and "at" that are no places."""
_ARABIC_AREAS = frozenset(map(search_key, ["ولاية", "إقليم", "محافظة", "مقاطعة", "عمالة"]))
_LEAST = 4  # letters of a name


def unlisted_towns(reading: Reading) -> dict[int, list[Span]]:
    """By sentence number, the names of towns that no table holds, where they say where something was."""
    known: set[str] = set()
    found: dict[int, list[Span]] = {}
    for sent in reading.sents:
        spans = list(_introduced(sent, reading.text))
        known.update(search_key(span.of(reading.text)) for span in spans)
        found[sent.number] = spans
    if not known:
        return {}
    for sent in reading.sents:
        seen = {span.start for span in found[sent.number]}
        found[sent.number].extend(span for span in _again(sent, reading.text, known) if span.start not in seen)
    return {number: spans for number, spans in found.items() if spans}


def beside(sent: Sent, trigger: Span) -> Span | None:
    """The Latin name that no table holds right behind a deed and "at" (huit villageois égorgés à X)."""
    at = sent.position(trigger.end)
    taken = _taken(sent)
    for n in range(at, min(at + _BESIDE, len(sent.tokens) - 1)):
        if sent.tokens[n].script == "punct":
            return None
        if sent.tokens[n].key in _BESIDE_AT and sent.tokens[n].text[:1].islower() and _may_begin(sent.tokens, n + 1, taken):
            if sent.tokens[n + 1].key in _DAYS:
                return None
            return Span(sent.tokens[n + 1].start, sent.tokens[_end(sent.tokens, n + 1, taken)].end)
    return None


def unlisted_area(sent: Sent) -> bool:
    """Whether an Arabic sentence names a region that no table holds: its events are not where the last ones were."""
    taken = _taken(sent)
    for at in range(len(sent.tokens) - 1):
        token, name = sent.tokens[at], sent.tokens[at + 1]
        led = token.key[1:] if token.key[:1] == "ب" else token.key
        if led not in _ARABIC_AREAS or at in taken or at + 1 in taken or name.script != "arabic":
            continue
        if len(name.key) >= _LEAST - 1 and not name.key.startswith(("ال", "وال", "لل")) and name.key not in _STOPS:
            return True
    return False


def of_an_area(sent: Sent, first: int) -> bool:
    """Whether a name is that of the region around ("the region of X")."""
    return any(token.key.removeprefix("ب") in _AREAS for token in sent.tokens[max(0, first - 3) : first])


def _introduced(sent: Sent, text: str) -> Iterator[Span]:
    tokens = sent.tokens
    taken = _taken(sent)
    for at, token in enumerate(tokens):
        if token.script == "arabic":
            if token.key in _ARABIC_LED:
                span = _arabic(tokens, at + 1, taken)
                if span is not None:
                    yield span
            continue
        if not _may_begin(tokens, at, taken):
            continue
        last = _end(tokens, at, taken)
        before = tokens[at - 1].key
        noun = before in _OF and any(one.key in _NOUNS for one in tokens[max(0, at - 3) : at - 1])
        if noun or before in _INTO or _near(tokens, at) or (before in _AT and _in_region(tokens, last)):
            yield Span(token.start, tokens[last].end)


def _near(tokens: Sequence[Token], at: int) -> bool:
    """Whether "near" and its like lead to a name (aux abords de X, on the outskirts of X)."""
    return tokens[at - 1].key in _OF and at > 1 and tokens[at - 2].key in _NEAR


def _in_region(tokens: Sequence[Token], last: int) -> bool:
    if last + 3 >= len(tokens) or tokens[last + 1].text != ",":
        return False
    return tokens[last + 2].key in _REGION and any(one.key in _AREAS or one.text[:1].isupper() for one in tokens[last + 3 : last + 7])


def _again(sent: Sent, text: str, known: set[str]) -> Iterator[Span]:
    taken = _taken(sent)
    for at, token in enumerate(sent.tokens):
        if token.script == "latin" and _may_begin(sent.tokens, at, taken):
            span = Span(token.start, sent.tokens[_end(sent.tokens, at, taken)].end)
            if search_key(span.of(text)) in known:
                yield span


def _may_begin(tokens: Sequence[Token], at: int, taken: set[int]) -> bool:
    token = tokens[at]
    return bool(at and at not in taken and token.script == "latin" and token.text[:1].isupper() and len(token.key) >= _LEAST)


def _end(tokens: Sequence[Token], at: int, taken: set[int]) -> int:
    last = at
    while last + 1 < len(tokens) and last + 1 - at < _LATIN_MOST and last + 1 not in taken and tokens[last + 1].script == "latin":
        if not tokens[last + 1].text[:1].isupper():
            break
        last += 1
    return last


def _arabic(tokens: Sequence[Token], first: int, taken: set[int]) -> Span | None:
    if first >= len(tokens) or first in taken or tokens[first].script != "arabic" or len(tokens[first].key) < _LEAST - 1:
        return None
    if tokens[first].key.startswith(("ال", "وال", "لل")) and first + 1 < len(tokens) and tokens[first + 1].key.startswith("ال"):
        return None
    if tokens[first].key in _STOPS or (
        first + 1 < len(tokens) and tokens[first + 1].script not in ("punct",) and _common(tokens[first].key)
    ):
        return None
    return Span(tokens[first].start, tokens[first].end)


def _common(key: str) -> bool:
    """Whether a word looks like a common adjective rather than a name: a feminine one behind "town"."""
    return key.endswith("ه") and not key.startswith("ال")


_STOPS = frozenset(
    map(search_key, ["صغيرة", "نائية", "مجاورة", "حدودية", "أخرى", "كاملة", "تقع", "في", "من", "التي", "للاجئين", "للنازحين", "عسكري"])
)


def _taken(sent: Sent) -> set[int]:
    named = {at for item in sent.found for at in range(item.first, item.last + 1)}
    return named | {at for person in sent.persons for at in range(person.first, person.last + 1) if person.name}
