"""Deaths that a sentence reports: numbers bound to a word for killing, as low, best and high."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.base.records import Fatalities
from marsad.base.script import Token
from marsad.coding.drafts import Sentence
from marsad.coding.numbers import Number, find_numbers
from marsad.coding.triggers import Hits, Vocabulary

_REACH = 4  # words between a number and the word for killing that it belongs to
_BESIDE = 2  # words between a number and a word for killing that surely belong together
_DEATHS_MOST = 1_000_000  # a larger figure next to "killed" is not one event's toll
_DEAD = ("kill", "death", "dead")
_RANGE = frozenset(["to", "and", "-", "a", "et", "الي", "و", "او", "or", "ou"])
_UNITS = frozenset([
    "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "km", "kilometres",
    "kilometers", "miles", "minutes", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "heure", "heures", "jour", "jours", "semaine", "semaines", "mois",
    "an", "ans", "annee", "annees", "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout",
    "septembre", "octobre", "novembre", "decembre", "ساعه", "ساعات", "يوما", "ايام", "شهرا", "اشهر", "سنه", "سنوات",
    "عاما", "اعوام", "كيلومترا", "كيلومتر", "كلم", "دقيقه", "دقائق", "يناير", "فبراير", "مارس", "ابريل", "مايو",
    "يونيو", "يوليو", "اغسطس", "سبتمبر", "اكتوبر", "نوفمبر", "ديسمبر", "جانفي", "فيفري", "افريل", "ماي", "جوان",
    "جويليه", "اوت", "غشت", "شتنبر", "نونبر", "دجنبر", "يوليوز",
])  # fmt: skip
_JOIN = frozenset(["and", "et", "و"])
_PEOPLE = ("person", "folk", "forces", "armed_actor")
_HEDGES = frozenset([
    "at", "least", "most", "about", "around", "some", "nearly", "almost", "over", "more", "than", "up", "to", "as", "many", "another", "a",
    "au", "moins", "plus", "de", "d'", "environ", "pres", "quelque", "une", "pas", "que", "autres", "other", "اكثر", "من", "نحو", "حوالي",
    "قرابه", "زهاء", "ما", "لا", "يقل", "عن",
])  # fmt: skip
_AVOIR = frozenset(["ont", "a", "avait", "avaient", "auraient", "aurait", "ayant"])
_BE = frozenset(["was", "were", "been", "being", "be", "is", "are"])
_HELPS = 3  # words before a verb that may hold its auxiliary
_SAID = frozenset(["that", "que", "qu'", "said", "says", "ان", "بان"])
_OBJECT = frozenset(["a", "an", "the", "several", "many", "un", "une", "le", "la", "l'", "des", "plusieurs"])


def fatalities(sentence: Sentence, tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> Fatalities | None:
    """Deaths stated in the sentence, or None where it gives no figure.

    A vague number ("dozens") gives its least meaning as low and best, and the next power of ten less one as high; two numbers
    joined as a range give both ends; victims listed one after the other ("three soldiers and two guards") are added up.
    """
    dead = _places(hits, vocabulary, _DEAD)
    if not dead:
        return None
    kills = _places(hits, vocabulary, ("kill",))
    people = _places(hits, vocabulary, _PEOPLE)
    hurt = _places(hits, vocabulary, ("wound",))
    numbers = [(n, at) for n in _whole(sentence, tokens) if (at := _position(n, tokens)) is not None]
    numbers = [(n, at) for n, at in numbers if not _of_time(at, n, tokens)]
    bound = [
        (n, at)
        for n, at in numbers
        if (_belongs(at, dead, hurt) or _behind_hurt(at, dead, hurt, tokens)) and not _of_the_hurt(at, dead, hurt, tokens)
    ]
    counted = {at: n for n, at in numbers}
    doers = [at for at in counted if (verb := _nearest(at, dead)) in kills and _kills(at, verb, counted, tokens, hurt)]
    bound = [(n, at) for n, at in bound if at not in doers]
    if not bound:
        return _in_words(dead, hurt, hits, vocabulary)
    nearest = min(range(len(bound)), key=lambda i: _gap(bound[i][1], dead))
    while nearest and bound[nearest][1] - bound[nearest - 1][1] <= _REACH and _gap(bound[nearest - 1][1], dead) <= _BESIDE:
        nearest -= 1
    toll = bound[nearest:]
    listed = _listed_before(toll[0][1], numbers, tokens, people)
    if listed and listed[1] not in doers and not any(listed[1] < first < toll[0][1] for first, _ in (*dead, *hurt)):
        toll = [listed, *toll]
    return _add_up(toll, numbers, tokens, hurt)


def _nearest(at: int, places: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(places, key=lambda place: _gap(at, [place]))


def _kills(at: int, verb: tuple[int, int], counted: Mapping[int, Number], tokens: Sequence[Token], hurt: Sequence[tuple[int, int]]) -> bool:
    """Whether a number counts those who kill: it stands before a verb in the active, and the killed stand right behind that verb.

    "Nine soldiers killed at least 20 gunmen"; in "nine soldiers killed in an attack" the nine are dead.
    """
    first, last = verb
    if at >= first - 1 or any(token.text in ",;:،؛" for token in tokens[at + 1 : first]):
        return False
    helps = {token.text.casefold() for token in tokens[max(0, first - _HELPS) : last + 1]}
    if tokens[first].script == "arabic":
        if not tokens[first].key.endswith("وا"):
            return False
    elif helps & _BE or "été" in helps or (_french(tokens[first]) and not helps & _AVOIR):
        return False
    there = last + 1
    while there < len(tokens) and there not in counted and tokens[there].key in _HEDGES:
        there += 1
    if there in counted:
        behind = next((i for i in range(there, len(tokens)) if tokens[i].start >= counted[there].span.end), len(tokens))
        return not any(start in (behind, behind + 1) for start, _ in hurt)
    after = last + 2
    return after < len(tokens) and tokens[last + 1].key in _OBJECT and tokens[after].key not in _UNITS


def _french(token: Token) -> bool:
    return token.text.casefold().endswith(("é", "és", "ée", "ées", "u", "us"))


def _listed_before(
    at: int, numbers: Sequence[tuple[Number, int]], tokens: Sequence[Token], people: Sequence[tuple[int, int]]
) -> tuple[Number, int] | None:
    """The first number of a list that the subject opens with: "twelve soldiers and 20 gunmen were killed"."""
    before = max((item for item in numbers if item[1] < at), key=lambda item: item[1], default=None)
    if before is None:
        return None
    number, first = before
    start = next((i for i in range(first, at) if tokens[i].start >= number.span.end), at)
    between = [token.key for token in tokens[start:at]]
    while between and between[-1] in _HEDGES:
        between.pop()
    if len(between) < 2 or between[-1] not in _JOIN or at - start > _REACH + 2:
        return None
    if not any(start <= place < at for place, _ in people) or any(token.script == "punct" for token in tokens[start:at]):
        return None
    while first and tokens[first - 1].key in _HEDGES - {"to", "de", "que"}:
        first -= 1
    opens = first == 0 or tokens[first - 1].script == "punct" or tokens[first - 1].key in _SAID
    return before if opens else None


def _whole(sentence: Sentence, tokens: Sequence[Token]) -> list[Number]:
    if not tokens:
        return []
    base, end = tokens[0].start, tokens[-1].end
    own = tokens if len(tokens) == len(sentence.tokens) else None  # cut behind an elision, the text has other tokens
    found = find_numbers(sentence.text[base:end], sentence.lang, tokens=own, base=base)
    return [
        n._replace(span=type(n.span)(n.span.start + base, n.span.end + base))
        for n in found
        if 0 <= n.value <= _DEATHS_MOST and float(n.value).is_integer() and not _is_year(n.text)
    ]


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and text[:2] in ("19", "20")


def _of_time(at: int, number: Number, tokens: Sequence[Token]) -> bool:
    """Whether a number counts hours, days or kilometres, or is the day of a month."""
    after = next((token.key for token in tokens[at:] if token.start >= number.span.end), "")
    return after in _UNITS


def _position(number: Number, tokens: Sequence[Token]) -> int | None:
    return next((at for at, token in enumerate(tokens) if token.end > number.span.start), None)


def _places(hits: Hits, vocabulary: Vocabulary, senses: Sequence[str]) -> list[tuple[int, int]]:
    return sorted(place for sense in senses for place in hits.get(vocabulary.senses.get(sense, -1), ()))


def _gap(at: int, places: Sequence[tuple[int, int]]) -> int:
    return min((first - at if first > at else at - last for first, last in places), default=_REACH + 1)


def _belongs(at: int, dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]]) -> bool:
    """Whether the nearest word for harm is one for killing, and near; "3 killed, 5 wounded" splits by nearness, ties by order."""
    gap = _gap(at, dead)
    if gap > _REACH:
        return False
    return gap < _gap(at, hurt) or (gap == _gap(at, hurt) and any(first < at for first, _ in dead))


def _behind_hurt(at: int, dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> bool:
    """Whether "and" parts a number from the wounded before it, and the word for killing follows: "wounded and 20 gunmen killed"."""
    behind = max((last for _, last in hurt if last < at), default=None)
    ahead = min((first for first, _ in dead if first > at), default=None)
    if behind is None or ahead is None or ahead - at > _REACH or not any(token.key in _JOIN for token in tokens[behind + 1 : at]):
        return False
    return not any(token.key in _JOIN or token.script == "punct" for token in tokens[at:ahead])


def _of_the_hurt(at: int, dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> bool:
    """Whether "and" parts a number from the word for killing before it, and a word for wounds follows: "... were killed and about
    thirty others wounded" counts the wounded, however near the killed stand.
    """
    behind = max((last for _, last in dead if last < at), default=None)
    ahead = min((first for first, _ in hurt if first > at), default=None)
    if behind is None or ahead is None or ahead - at > _REACH or any(at < first < ahead for first, _ in dead):
        return False
    parted = any(token.key in _JOIN or token.text == "," for token in tokens[behind + 1 : at])
    return parted and not any(token.key in _JOIN or token.script == "punct" for token in tokens[at:ahead])


def _add_up(
    bound: Sequence[tuple[Number, int]], numbers: Sequence[tuple[Number, int]], tokens: Sequence[Token], hurt: Sequence[tuple[int, int]]
) -> Fatalities:
    first, at = bound[0]
    low, best, high = _bounds(first)
    position = next(i for i, (n, _) in enumerate(numbers) if n is first)
    for n, there in numbers[position + 1 : position + 3]:
        between = [token.key for token in tokens[at + 1 : there]]
        glued = tokens[there].key[:1] == "و" and tokens[there].script == "arabic"
        roughly = 0
        while between and (between[-1] in _HEDGES or between[-1].removeprefix("و") in _HEDGES) and len(between) > 1:
            glued = glued or between[-1] not in _HEDGES
            between.pop()
            roughly += 1
        if any(at < place[0] < there + _REACH for place in hurt) or there - at - roughly > _REACH:
            break
        if len(between) <= 1 and (not between or between[0] in _RANGE) and n.value > first.value:
            return Fatalities(low, (int(first.value) + int(n.value)) // 2, int(n.value))
        if between and (between[-1] in _JOIN or glued):
            more = _bounds(n)
            low, best, high = low + more[0], best + more[1], high + more[2]
            at = there
        else:
            break
    return Fatalities(low, best, high)


def _bounds(number: Number) -> tuple[int, int, int]:
    value = int(number.value)
    vague = number.approximate and not any(c.isdigit() for c in number.text) and value in (10, 20, 24, 100, 200, 1000, 2000)
    if vague:
        return value, value, max(value, 10 ** len(str(value)) - 1)
    return value, value, value


def _in_words(dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]], hits: Hits, vocabulary: Vocabulary) -> Fatalities | None:
    """One or two dead told by the noun alone (a dual, or "a soldier was killed")."""
    for count, sense in ((2, "two_people"), (1, "one_person")):
        for first, _ in hits.get(vocabulary.senses.get(sense, -1), ()):
            if _gap(first, dead) <= 2 and _belongs(first, dead, hurt):
                return Fatalities(count, count, count)
    return None
