"""Lists of victims added up: "four soldiers, three gendarmes and five civilians", and ranges of figures."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Fatalities
from marsad.base.script import Token, search_key
from marsad.coding.numbers import Number

REACH = 4  # words between a number and the word for killing that it belongs to, auxiliaries left out
BESIDE = 2  # words between a number and a word for killing that surely belong together
OF_THEM = 3  # words between a number in a list and its noun: "two of his guards"
_PARTS = 5  # parts of a list of victims behind the first
JOIN = frozenset(["and", "et", "و"])
_COMMAS = frozenset([",", "،"])
_RANGE = frozenset(["to", "and", "-", "a", "et", "الي", "و", "او", "or", "ou"])
SAID = frozenset(["that", "que", "qu'", "said", "says", "ان", "بان"])
HEDGES = frozenset([
    "at", "least", "most", "about", "around", "some", "nearly", "almost", "over", "more", "than", "up", "to", "as", "many", "another", "a",
    "his", "her", "their", "ses", "leurs", "au", "moins", "plus", "de", "d'", "environ", "pres", "quelque", "une", "pas", "que", "autres",
    "other", "اكثر", "من", "نحو", "حوالي", "قرابه", "زهاء", "ما", "لا", "يقل", "عن",
])  # fmt: skip
_ANYBODY = frozenset(map(search_key, [
    "people", "persons", "dead", "victims", "personnes", "morts", "victimes", "tués", "أشخاص", "شخصا", "قتيلا", "قتلى", "ضحايا", "ضحية",
]))  # fmt: skip
"""Words for people of any kind: what is listed behind them is who they were."""
_TOLL_REACH = 24  # words between a toll and its figure: the attack, its place and day stand between
_TOLLS = frozenset(map(search_key, ["toll", "bilan", "حصيلة", "الحصيلة"]))
_NUMBER_OF = frozenset(map(search_key, ["number", "nombre", "عدد"]))
_DEAD = frozenset(map(search_key, [
    "dead", "deaths", "fatalities", "killed", "morts", "tués", "victimes", "القتلى", "قتلى", "ضحايا", "الضحايا", "الوفيات",
]))  # fmt: skip
_UP_TO = frozenset(map(search_key, ["to", "at", "à", "إلى", "reached", "atteint", "بلغت", "بلغ", "reaches"]))
_ENDS = frozenset([".", ";", "؛", ":"])
_EARLIER = frozenset(map(search_key, [
    "earlier", "previous", "initial", "first", "précédent", "premier", "initial", "provisoire", "سابقة", "أولية", "أولى", "السابقة",
]))  # fmt: skip
Told = tuple[Number, int]
"""A number of people and its position among the tokens."""
Place = tuple[int, int]
"""First and last position of a word or phrase."""


def of_the_toll(numbers: Sequence[Told], tokens: Sequence[Token]) -> Told | None:
    """The number that a toll has come to: "the death toll has risen to 23", with or without a word for the dead behind it."""
    for at in range(len(tokens)):
        if not _is_toll(tokens, at):
            continue
        for number, there in numbers:
            if not 0 < there - at <= _TOLL_REACH or any(token.key in _ENDS for token in tokens[at:there]):
                continue
            lead = opens_at(number, tokens) - 1
            while lead > at and tokens[lead].key in HEDGES - _UP_TO:
                lead -= 1
            if tokens[lead].key in _UP_TO:
                return number, there
    return None


def _is_toll(tokens: Sequence[Token], at: int) -> bool:
    """Whether a toll, or the number of the dead, is spoken of at `at`; an earlier toll is another's business."""
    key = tokens[at].key.removeprefix("و")
    if key in _TOLLS:
        return not {token.key for token in tokens[max(0, at - 1) : at + 3]} & _EARLIER
    return key in _NUMBER_OF and bool({token.key for token in tokens[at + 1 : at + 4]} & _DEAD)


def listed_before(at: int, told: Sequence[Told], tokens: Sequence[Token], people: Sequence[Place]) -> list[Told]:
    """The list that the subject opens with, from the last part before `at` back to the first ("twelve soldiers and 20 gunmen were ...")."""
    found: list[Told] = []
    stop = at
    for number, first in sorted((item for item in told if item[1] < at), key=lambda item: -item[1]):
        start = stops_at(number, first, tokens)
        between = [token.key for token in tokens[start:stop]]
        while between and between[-1] in HEDGES:
            between.pop()
        joined = len(between) > 1 and (between[-1] in JOIN or (bool(found) and between[-1] in _COMMAS))
        joined = joined or (len(between) == 1 and between[0] in JOIN and (first, first) in people)  # "a soldier and ..."
        if not joined or stop - start > REACH + 2 or any(tokens[i].script == "punct" for i in range(start, start + len(between) - 1)):
            break
        if not any(min(first, start) <= place < stop for place, _ in people):
            break
        found.append((number, first))
        stop = opens_at(number, tokens)
    if not found:
        return []
    while stop and tokens[stop - 1].key in HEDGES - {"to", "de", "que"}:
        stop -= 1
    opens = stop == 0 or tokens[stop - 1].script == "punct" or tokens[stop - 1].key in SAID
    return found if opens else []


def add_up(
    first: Told, told: Sequence[Told], tokens: Sequence[Token], *, hurt: Sequence[Place], people: Sequence[Place]
) -> tuple[Fatalities, int]:
    """The toll of a list from its first number on, and the position of its last one."""
    number, at = first
    total = bounds(number)
    rest = [item for item in told if item[1] > at]
    for step, (n, there) in enumerate(rest[:_PARTS]):
        between = [token.key for token in tokens[at + 1 : opens_at(n, tokens)]]
        glued = tokens[there].key[:1] == "و" and tokens[there].script == "arabic"
        roughly = 0
        while between and (between[-1] in HEDGES or between[-1].removeprefix("و") in HEDGES) and len(between) > 1:
            glued = glued or between[-1] not in HEDGES
            between.pop()
            roughly += 1
        noun = max((place for place, _ in people if at <= place <= at + OF_THEM), default=at)
        if any(_takes(place[0], at, there, tokens) for place in hurt) or opens_at(n, tokens) - noun - roughly > REACH:
            break
        ranged = len(between) <= 1 and (not between or between[0] in _RANGE) and not (glued or step or (at, at) in people)
        if ranged and n.value > number.value:
            return Fatalities(int(total.low), (int(number.value) + int(n.value)) // 2, int(n.value)), there
        if not (glued or (between and between[-1] in JOIN)):
            listed = between and between[-1] in _COMMAS and _goes_on(there, rest[step + 1 :], tokens, people)
            if not listed or not any(at <= place <= at + BESIDE for place, _ in people) or _parts(at, first, rest[step:], tokens):
                break
        total, at = plus(total, bounds(n)), there
    return total, at


def _takes(hurt: int, at: int, there: int, tokens: Sequence[Token]) -> bool:
    """Whether a word for wounds before or behind a number at `there` may count it; behind "and" it opens a clause of its own."""
    if not at < hurt < there + REACH:
        return False
    parted = tokens[hurt - 1].key in JOIN or (tokens[hurt].script == "arabic" and tokens[hurt].key.startswith("و"))
    return hurt < there or not parted


def _goes_on(at: int, rest: Sequence[Told], tokens: Sequence[Token], people: Sequence[Place]) -> bool:
    """Whether a part of a list set off by a comma names people, and "and" leads on from it to the last part."""
    if not any(at <= place <= at + OF_THEM for place, _ in people):
        return False
    for _, there in rest[:_PARTS]:
        keys = [token.key for token in tokens[at + 1 : there]]
        if there - at > REACH + 2 or "." in keys:
            return False
        if any(key in JOIN for key in keys) or tokens[there].key[:1] == "و":
            return True
        at = there
    return False


def _parts(at: int, first: Told, rest: Sequence[Told], tokens: Sequence[Token]) -> bool:
    """Whether what follows a comma breaks the first figure down ("12 people, five soldiers and seven civilians")."""
    if at != first[1]:
        return False
    if any(token.key in _ANYBODY for token in tokens[at : at + BESIDE + 1]):
        return True
    sums, total = 0, int(first[0].value)
    for n, _ in rest[:_PARTS]:
        sums += int(n.value)
        if sums == total:
            return True
    return False


def bounds(number: Number) -> Fatalities:
    """What a number may mean: a vague one gives its least meaning as low and best."""
    value = int(number.value)
    vague = number.approximate and not any(c.isdigit() for c in number.text) and value in (10, 20, 24, 100, 200, 1000, 2000)
    return Fatalities(value, value, max(value, 10 ** len(str(value)) - 1) if vague else value)


def plus(one: Fatalities, more: Fatalities) -> Fatalities:
    """Two tolls as one."""
    return Fatalities(*(sum(pair) for pair in zip((one.low, one.best, one.high), (more.low, more.best, more.high), strict=True)))


def opens_at(number: Number, tokens: Sequence[Token]) -> int:
    """Position of the first token of a number, an article before a noun included."""
    return next(i for i, token in enumerate(tokens) if token.end > number.span.start)


def stops_at(number: Number, at: int, tokens: Sequence[Token]) -> int:
    """Position of the first token behind a number."""
    return next((i for i in range(at, len(tokens)) if tokens[i].start >= number.span.end), len(tokens))
