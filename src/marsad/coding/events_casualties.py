"""Deaths that a sentence reports: numbers bound to a word for killing, as low, best and high."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.base.records import Fatalities
from marsad.base.script import Token, search_key
from marsad.coding.drafts import Sentence
from marsad.coding.events_tolls import (
    BESIDE,
    HEDGES,
    JOIN,
    OF_THEM,
    REACH,
    SAID,
    Place,
    Told,
    add_up,
    bounds,
    listed_before,
    of_the_toll,
    opens_at,
    plus,
    stops_at,
)
from marsad.coding.events_victims import told_by_noun
from marsad.coding.numbers import Number, find_numbers
from marsad.coding.triggers import Hits, Vocabulary

_DEATHS_MOST = 1_000_000  # a larger figure next to "killed" is not one event's toll
_DEAD = ("kill", "death", "dead")
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
_NOUN_REACH = 3  # words between a noun that counts its people by itself and the word for killing
_ONE = frozenset(["un", "une", "a", "an", "one", "the", "les", "des"])
_BY = frozenset(["by", "par", "قبل", "يد", "ايدي", "برصاص"])
_SAYING = frozenset(map(search_key, [
    "said", "says", "claimed", "claims", "claiming", "according", "reported", "announced", "selon", "affirme", "affirmé", "revendiqué",
    "déclaré", "annoncé", "indiqué", "قال", "قالت", "أعلن", "أعلنت", "زعم", "زعمت", "بحسب", "حسب", "وفق", "أفاد", "أفادت", "ادعى",
]))  # fmt: skip
_LOST = frozenset(["lost", "loses", "losing", "perdu", "perd", "perdant", "فقد", "فقدت", "فقدوا", "خسر", "خسرت", "خسروا"])
_SUM_REACH = 7  # words between "bringing" and the sum
_SUMS = frozenset(map(search_key, [
    "bringing", "brings", "raising", "raises", "portant", "porte", "ليرتفع", "لترتفع", "ليصل", "لتصل", "ليبلغ", "لتبلغ",
]))  # fmt: skip
_ALSO = frozenset(map(search_key, [
    "also", "too", "further", "while", "whereas", "meanwhile", "également", "aussi", "tandis", "alors", "outre", "كما", "أيضا",
    "كذلك", "فيما", "بينما",
]))  # fmt: skip
_TOTAL = frozenset(map(search_key, [
    "bringing", "raising", "total", "toll", "since", "earlier", "previous", "previously", "separate", "last", "another", "portant", "bilan",
    "depuis", "précédent", "précédente", "dernier", "dernière", "distincte", "autre", "ليرتفع", "لترتفع", "إجمالي", "حصيلة", "منذ", "سابق",
    "سابقا", "الماضي", "الماضية", "منفصل", "آخر", "أخرى", "السابق",
]))  # fmt: skip
"""Words of a running total, of another time or of another incident: what follows is not added."""
_PEOPLE = ("person", "folk", "forces", "armed_actor", "plural")
_AVOIR = frozenset(["ont", "a", "avait", "avaient", "auraient", "aurait", "ayant"])
_BE = frozenset(["was", "were", "been", "being", "be", "is", "are"])
_AUXILIARIES = _BE | {"have", "has", "had", "also", "reportedly", "ont", "ete", "a", "avaient", "egalement", "aussi", "sont", "etaient"}
_ASIDE = 10  # words between the commas of an aside before a verb
_HELPS = 3  # words before a verb that may hold its auxiliary
_OBJECT = frozenset(["a", "an", "the", "several", "many", "un", "une", "le", "la", "l'", "des", "plusieurs"])


def fatalities(sentence: Sentence, tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> Fatalities | None:
    """Deaths stated in the sentence, or None where it gives no figure.

    A vague number ("dozens") gives its least meaning as low and best, and the next power of ten less one as high; two numbers
    joined as a range give both ends; victims listed one after the other ("three soldiers and two guards") are added up, and so
    are those of the other side whom another clause adds ("while 20 attackers were also killed").
    """
    dead = _places(hits, vocabulary, _DEAD)
    numbers = [(n, at) for n in _whole(sentence, tokens) if (at := _position(n, tokens)) is not None]
    numbers = [(n, at) for n, at in numbers if not _of_time(at, n, tokens)]
    risen = of_the_toll(numbers, tokens)
    if risen is not None:
        return bounds(risen[0])
    if not dead:
        return None
    dead = sorted([*dead, *_losses(tokens, _places(hits, vocabulary, ("forces", "armed_actor", "person")))])
    kills = _places(hits, vocabulary, ("kill",))
    people = _places(hits, vocabulary, _PEOPLE)
    hurt = _places(hits, vocabulary, ("wound",))
    nouns = [one for one in told_by_noun(tokens, hits, vocabulary) if not _counted(one, numbers, tokens)]
    people = sorted({*people, *((at, at) for _, at in nouns)})
    told = sorted([*numbers, *nouns], key=lambda item: item[1])
    sums = [(n, at) for n, at in numbers if _of_a_total(at, tokens)]
    fresh = [one for one in numbers if one not in sums]
    for some in (fresh, [one for one in nouns if _suffers(one, nouns, dead, tokens)], sums):
        bound = [
            (n, at)
            for n, at in some
            if (_belongs(at, dead, hurt, tokens) or _behind_hurt(at, dead, hurt, tokens)) and not _of_the_hurt(at, dead, hurt, tokens)
        ]
        counted = {at: n for n, at in some}
        doers = [at for at in counted if (verb := _nearest(at, dead)) in kills and _kills(at, verb, counted, tokens, hurt)]
        bound = [(n, at) for n, at in bound if at not in doers and not _by(at, tokens)]
        if bound:
            return _sum(bound, [one for one in told if one[1] not in doers], tokens, dead=dead, hurt=hurt, people=people)
    return None


def _sum(
    bound: Sequence[Told],
    told: Sequence[Told],
    tokens: Sequence[Token],
    *,
    dead: Sequence[Place],
    hurt: Sequence[Place],
    people: Sequence[Place],
) -> Fatalities:
    """The toll that the numbers nearest to a word for killing open, with what is listed before them, behind them and in other clauses."""
    nearest = _opening(bound, tokens, dead, people)
    while nearest and bound[nearest][1] - bound[nearest - 1][1] <= REACH and _gap(bound[nearest - 1][1], dead) <= BESIDE:
        nearest -= 1
    first = bound[nearest]
    listed = listed_before(opens_at(first[0], tokens), told, tokens, people)
    if listed and not any(listed[-1][1] < start < first[1] for start, _ in (*dead, *hurt)):
        first = listed[-1]
    total, last = add_up(first, told, tokens, hurt=hurt, people=people)
    more = _added(last, bound, tokens, dead)
    return plus(total, add_up(more, told, tokens, hurt=hurt, people=people)[0]) if more else total


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
    while there < len(tokens) and there not in counted and tokens[there].key in HEDGES:
        there += 1
    if there in counted:
        behind = next((i for i in range(there, len(tokens)) if tokens[i].start >= counted[there].span.end), len(tokens))
        return not any(start in (behind, behind + 1) for start, _ in hurt)
    after = last + 2
    return after < len(tokens) and tokens[last + 1].key in _OBJECT and tokens[after].key not in _UNITS


def _french(token: Token) -> bool:
    return token.text.casefold().endswith(("é", "és", "ée", "ées", "u", "us"))


def _opening(bound: Sequence[Told], tokens: Sequence[Token], dead: Sequence[Place], people: Sequence[Place]) -> int:
    """Which of the numbers tells the toll: the first that people stand behind, else the one nearest to a word for killing."""
    for i, (number, at) in enumerate(bound):
        stop = stops_at(number, at, tokens)
        if any(at <= place <= stop + 1 for place, _ in people):
            return i
    return min(range(len(bound)), key=lambda i: _gap(bound[i][1], dead))


def _counted(one: Told, numbers: Sequence[Told], tokens: Sequence[Token]) -> bool:
    """Whether a number right before a noun, or within its phrase, counts it already."""
    number, _ = one
    start = opens_at(number, tokens)
    glued = tokens[start].script == "arabic" and tokens[start].key.startswith("و")
    return any(
        n.span.start < number.span.end and (number.span.start < n.span.end or (stops_at(n, first, tokens) == start and not glued))
        for n, first in numbers
    )


def _losses(tokens: Sequence[Token], people: Sequence[Place]) -> list[Place]:
    """Where men are lost ("lost two soldiers"), which tells their death as a verb for killing does."""
    verbs = (at for at, token in enumerate(tokens) if token.key.removeprefix("و") in _LOST)
    return [(at, at) for at in verbs if any(at + 1 < place <= at + OF_THEM for place, _ in people)]


def _suffers(one: Told, nouns: Sequence[Told], dead: Sequence[Place], tokens: Sequence[Token]) -> bool:
    """Whether somebody counted by the noun alone stands near a word for killing as the killed: no speaker, and not the doer before an
    Arabic object ("a gunman killed a herder")."""
    number, at = one
    place = _nearest(at, dead)
    first, last = min(place[0], at), max(place[1], at)
    keys = {token.key for token in tokens[first:last]}
    gap = min(_gap(at, dead) - _helping(at, dead, tokens), _gap(opens_at(number, tokens), dead))
    if gap > _NOUN_REACH or keys & (SAID | _SAYING):
        return False
    after = next((there for _, there in nouns if 0 < there - at <= BESIDE), None)
    if after is None or tokens[at].script != "arabic" or place[0] > at:
        return True
    return tokens[after].key.startswith("و") or not tokens[after].key.endswith(("ا", "ين"))


def _of_a_total(at: int, tokens: Sequence[Token]) -> bool:
    """Whether a number is what a toll has come to ("bringing the death toll to 25"): a sum, and no toll of its own."""
    return any(token.key.removeprefix("و") in _SUMS for token in tokens[max(0, at - _SUM_REACH) : at])


def _by(at: int, tokens: Sequence[Token]) -> bool:
    """Whether "by" leads to those counted: they did it."""
    before = at - 1
    while before >= 0 and tokens[before].key in HEDGES | _ONE:
        before -= 1
    return before >= 0 and tokens[before].key in _BY


def _added(last: int, bound: Sequence[Told], tokens: Sequence[Token], dead: Sequence[Place]) -> Told | None:
    """The first number of another clause that adds further dead to those counted to `last`: with a killing of its own and "also" or
    "while", and with no word of a total, of another time or of another's claim."""
    for number, at in bound:
        if at <= last or _nearest(at, dead) == _nearest(last, dead):
            continue
        stop = max(_nearest(at, dead)[1], at)
        keys = {token.key.removeprefix("و") if token.script == "arabic" else token.key for token in tokens[last : stop + BESIDE + 1]}
        verb = _nearest(at, dead)[0]
        also = keys & _ALSO or (last < verb < at and (tokens[verb - 1].key in JOIN or tokens[verb].key.startswith("و")))
        if also and not keys & (_TOTAL | _SAYING):
            return number, at
    return None


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
    return min((first - at if first > at else at - last for first, last in places), default=REACH + 1)


def _belongs(at: int, dead: Sequence[Place], hurt: Sequence[Place], tokens: Sequence[Token]) -> bool:
    """Whether the nearest word for harm is one for killing, and near; "3 killed, 5 wounded" splits by nearness, ties by order.

    Auxiliaries and "also" before a verb are no distance: twenty attackers have also been killed.
    """
    gap, other = (_gap(at, places) - _helping(at, places, tokens) for places in (dead, hurt))
    if gap > REACH:
        return False
    return gap < other or (gap == other and any(first < at for first, _ in dead))


def _helping(at: int, places: Sequence[Place], tokens: Sequence[Token]) -> int:
    """Auxiliaries and "also" right before the nearest verb that stands behind a number of people."""
    first = _nearest(at, places)[0] if places else at
    back = first - 1
    while back > at + 1 and tokens[back].key in _AUXILIARIES:
        back -= 1
    if back < first - 1 and tokens[back].text == ",":  # "five soldiers, two of them officers, were killed"
        back = next((i - 1 for i in range(back - 1, max(at, back - _ASIDE), -1) if tokens[i].text == ","), back)
    return max(0, first - 1 - back)


def _behind_hurt(at: int, dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> bool:
    """Whether "and" parts a number from the wounded before it, and the word for killing follows: "wounded and 20 gunmen killed"."""
    behind = max((last for _, last in hurt if last < at), default=None)
    ahead = min((first for first, _ in dead if first > at), default=None)
    if behind is None or ahead is None or ahead - at > REACH or not any(token.key in JOIN for token in tokens[behind + 1 : at]):
        return False
    return not any(token.key in JOIN or token.script == "punct" for token in tokens[at:ahead])


def _of_the_hurt(at: int, dead: Sequence[tuple[int, int]], hurt: Sequence[tuple[int, int]], tokens: Sequence[Token]) -> bool:
    """Whether "and" parts a number from the word for killing before it, and a word for wounds follows: "... were killed and about
    thirty others wounded" counts the wounded, however near the killed stand.
    """
    behind = max((last for _, last in dead if last < at), default=None)
    ahead = min((first for first, _ in hurt if first > at), default=None)
    if behind is None or ahead is None or ahead - at > REACH or any(at < first < ahead for first, _ in dead):
        return False
    parted = any(token.key in JOIN or token.text == "," for token in tokens[behind + 1 : at])
    return parted and not any(token.key in JOIN or token.script == "punct" for token in tokens[at:ahead])
