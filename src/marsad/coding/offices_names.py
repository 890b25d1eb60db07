"""Where the name of an office-holder begins and ends, in scripts with and without capitals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from marsad.base.records import Span
from marsad.base.script import Token, guarded, normalise, search_key
from marsad.coding.lexicon_entries import Entry

_MOST = 5  # words of a name
_LEAST_VERB = 3  # letters of an Arabic verb of the present, at least
_VERB_LEAST = 4  # letters of a verb of speech that ends a name: shorter ones are names as well
_CLITICS = ("و", "ل", "ب", "ف")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: text and span without its clitic, and the clitic."""

    text: str
    span: Span
    first: int
    last: int
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class NameWords:
    """Search keys at which names end (`stops`), that go before them (`courtesy`) or stand inside them (`joiners`).

    `after_and`: words for company ("and a delegation"): with "and" before them they end a name. `given`: given names with the article.
    """

    stops: frozenset[str]
    courtesy: frozenset[str]
    joiners: frozenset[str]
    ranks: frozenset[str]
    after_and: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()

    @classmethod
    def of(cls, section: Mapping[str, Entry], said: Iterable[str] = ()) -> NameWords:
        """From the section [name_stops]; names end at verbs of speech (`said`) as well."""

        def keys(*ids: str) -> frozenset[str]:
            return frozenset(search_key(word) for id_ in ids if id_ in section for _, word in section[id_].names())

        ranks = "اول ركن الركن المشير الجنرال الفريق اللواء العميد العقيد المقدم الرائد النقيب"
        ranks += " marshal marechal general colonel gen col amiral admiral colonel-general colonel-major lieutenant-colonel major-general"
        ranks += " capitaine captain lieutenant commandant brigadier major brigade division lt maj brig capt adm sgt cdt"
        ranks += " rear vice commodore contre-amiral vice-amiral"
        rank_keys = frozenset(search_key(word) for word in ranks.split())
        stops = keys("function", "verbs", "latin") | {key for key in map(search_key, said) if len(key) >= _VERB_LEAST}
        stops |= frozenset(f"س{key}" for key in stops if key.startswith("ي") and len(key) > _LEAST_VERB)  # "will visit"
        return cls(stops, keys("courtesy"), keys("joiners"), rank_keys, keys("companies"), keys("given"))

    def is_rank(self, key: str) -> bool:
        """Whether the word is a military rank."""
        return key in self.ranks


def name_after(tokens: Sequence[Token], at: int, *, taken: Set[int], words: NameWords) -> Name | None:
    """The name that begins at `at`, courtesy titles and ranks passed over, or None."""
    latin = any(token.script == "latin" for token in tokens[max(0, at - 1) : at + 1])
    while at < len(tokens) and at not in taken and _passed_over(tokens[at], words, comma=False):
        at += 1
    return _latin_after(tokens, at, taken, words, comma=False) if latin else _arabic_after(tokens, at, taken, words)


def name_set_off(tokens: Sequence[Token], at: int, *, taken: Set[int], words: NameWords) -> Name | None:
    """The name that stands behind the comma at `at`, set off from its office, or None."""
    if at >= len(tokens) or at < 1 or tokens[at].text not in (",", "،"):
        return None
    if tokens[at - 1].script == "arabic" or (tokens[at - 1].text == ")" and tokens[at].text == "،"):
        return _arabic_apposition(tokens, at, taken, words)
    at += 1
    while at < len(tokens) and at not in taken and (_passed_over(tokens[at], words, comma=True) or _of_a_rank(tokens, at, words)):
        at += 1
    return _latin_after(tokens, at, taken, words, comma=True)


def _passed_over(token: Token, words: NameWords, *, comma: bool) -> bool:
    if token.key in words.courtesy or words.is_rank(token.key) or (token.text == "." and not comma):
        return True
    return token.key in ("le", "la", "l'", "the") and comma


def _of_a_rank(tokens: Sequence[Token], at: int, words: NameWords) -> bool:
    """Whether a token belongs to a courtesy title or rank: the stop of "M.", the link in "general de division"."""
    before = tokens[at - 1].key
    if tokens[at].text == ".":
        return before in words.courtesy or words.is_rank(before)
    following = tokens[at + 1].key if at + 1 < len(tokens) else ""
    return tokens[at].key in ("de", "d'", "-") and words.is_rank(before) and words.is_rank(following)


def _latin_after(tokens: Sequence[Token], at: int, taken: Set[int], words: NameWords, *, comma: bool) -> Name | None:
    first, last = at, at - 1
    while at < len(tokens) and at - first < _MOST and at not in taken:
        token = tokens[at]
        if token.script != "latin" or (not is_capital(token) and token.key not in words.joiners):
            if not (token.text == "." and last == at - 1 and len(tokens[last].text) == 1):
                break
        elif is_capital(token):
            if token.key in words.stops and at > first:
                break
            last = at
        at += 1
    if last < first or tokens[first].text[:1].islower() or tokens[first].key in words.stops:
        return None
    if comma and (
        last == first
        or (
            last + 1 < len(tokens)
            and tokens[last + 1].script == "latin"
            and tokens[last + 1].text[:1].islower()
            and tokens[last + 1].key not in words.stops
        )
    ):
        return None
    return _name(tokens, first, last)


def is_capital(token: Token) -> bool:
    """Whether a word is written as a name: with a capital, the Arabic article before it or not (al-Menfi)."""
    return token.text[:1].isupper() or (token.text[:3] in ("al-", "el-") and token.text[3:4].isupper())


def name_with_courtesy(tokens: Sequence[Token], at: int, *, taken: Set[int], words: NameWords) -> Name | None:
    """The Arabic name that ends at `at` and begins behind "Mr", right before the office (Mr X head of the government), or None."""
    for first in range(at, max(-1, at - _MOST), -1):
        token = tokens[first]
        if token.script != "arabic" or first in taken or (token.key in words.stops and not _ali(token)):
            return None
        if token.key in words.courtesy:
            return _name(tokens, first + 1, at) if at - first >= 2 else None
    return None


def _arabic_after(tokens: Sequence[Token], at: int, taken: Set[int], words: NameWords) -> Name | None:
    first, last = at, at - 1
    while at < len(tokens) and at - first < _MOST and at not in taken:
        token = tokens[at]
        joined = at > first and tokens[at - 1].key in words.joiners
        so_far = sum(1 for back in tokens[first:at] if back.key not in words.joiners)
        closed = at + 1 >= len(tokens) or tokens[at + 1].script == "punct"  # a preposition would have a word behind it
        if token.script != "arabic" or (not _ali(token) and _ends_name(token.key, words, 0 if closed else so_far, joined=joined)):
            break
        last = at
        at += 1
    return _name(tokens, first, last) if last >= first else None


def _ali(token: Token) -> bool:
    """The given name Ali: its search key is that of the preposition "on", but it is written with the dotted ya."""
    return token.text == "علي"


def _arabic_apposition(tokens: Sequence[Token], at: int, taken: Set[int], words: NameWords) -> Name | None:
    """A name set off by commas after the office: two words at least, and a mark behind it."""
    if at >= len(tokens) or tokens[at].text not in ("،", ","):
        return None
    at += 1
    courteous = at < len(tokens) and tokens[at].key in words.courtesy
    while at < len(tokens) and at not in taken and _passed_over(tokens[at], words, comma=False):
        at += 1
    if at >= len(tokens) or (tokens[at].key.startswith(_CLITICS) and not courteous and not guarded(tokens[at].key)):
        return None
    name = _arabic_after(tokens, at, taken, words)
    if name is None:
        return None
    end = name.last + 1
    if end < len(tokens) and tokens[end].script != "punct":  # a word that looks like one with a clitic (Ouedraogo, Lamine)
        end = _to_mark(tokens, name.first, taken, words)
    return _name(tokens, name.first, end - 1) if end - name.first > 1 else None


def _to_mark(tokens: Sequence[Token], first: int, taken: Set[int], words: NameWords) -> int:
    """Where the mark stands that closes an apposition of a few words, none of them a stop; `first` where there is none."""
    for at in range(first, min(first + _MOST + 2, len(tokens))):
        token = tokens[at]
        if token.script == "punct":
            return at
        if token.script != "arabic" or at in taken or (token.key in words.stops and not _ali(token)):
            return first
        if token.key.startswith(("وال", "لل", "بال", "فال")):
            return first
    return first


def _ends_name(key: str, words: NameWords, so_far: int, *, joined: bool) -> bool:
    if key in words.stops or key in words.courtesy or (key.startswith("و") and key[1:] in words.after_and):
        return True
    if joined:
        return False
    if key.startswith("ال"):
        return key.removeprefix("ال") in words.stops
    if key.startswith(("وال", "لل", "بال", "فال")) and len(key) > 4:
        return True
    if key.startswith("و") and len(key) > 4 and not guarded(key):
        return True
    return so_far >= 2 and key.startswith(("ل", "ب", "ف")) and not guarded(key)


def name_before(tokens: Sequence[Token], at: int, *, taken: Set[int], words: NameWords) -> Name | None:
    """The name that ends before the comma at `at` (an apposition), or None; its clitic is cut where a mark or a name stands before."""
    while at >= 0 and tokens[at].key in ("le", "la", "l'", "the", "un", "une", "a", "an", "notre"):
        at -= 1
    if at < 1 or tokens[at].text not in (",", "،", "–", "-"):
        return None
    last = at - 1
    if tokens[last].script not in ("arabic", "latin") or last in taken:
        return None
    arabic = tokens[last].script == "arabic"
    first = last
    while first >= 0 and last - first < _MOST and first not in taken and _part(tokens[first], words, arabic=arabic):
        first -= 1
    first += 1
    while first <= last and not arabic and (_passed_over(tokens[first], words, comma=False) or tokens[first].text[:1].islower()):
        first += 1
    if arabic and first < last and tokens[first].key[:1] in ("و", "ف") and tokens[first].key[1:] in words.stops:
        first += 1
    if first > last:
        return None
    if arabic and last - first + 1 > 4 and not any(tokens[n].key in words.joiners for n in range(first, last + 1)):
        first = last - 1
    ranked = False
    while arabic and first < last and words.is_rank(tokens[first].key):
        first, ranked = first + 1, True
    if first == last and not ranked:
        return None  # one word before a comma is more often a day or a place than a person
    return _name(tokens, first, last, cut=arabic and _may_cut(tokens, first))


def _part(token: Token, words: NameWords, *, arabic: bool) -> bool:
    if arabic:
        return token.script == "arabic" and (token.key not in words.stops or _ali(token)) and not token.key.startswith(("وال", "بال", "لل"))
    return token.script == "latin" and token.key not in words.stops and (token.text[:1].isupper() or token.key in words.joiners)


def _may_cut(tokens: Sequence[Token], first: int) -> bool:
    """Whether the first letter of a name may be a clitic: a mark or nothing stands before it, so that a new phrase begins."""
    return first == 0 or tokens[first - 1].script == "punct"


def _name(tokens: Sequence[Token], first: int, last: int, *, cut: bool = False) -> Name:
    head = tokens[first]
    start, prefix = head.start, ""
    if cut and head.key.startswith(_CLITICS) and (not guarded(head.key) or guarded(head.key[1:])) and len(head.key) > 3:
        start += normalise(head.text).raw_span(1, len(head.key)).start
        prefix = head.key[0]
    text = head.text[start - head.start :] + "".join(
        (" " if tokens[n].start > tokens[n - 1].end else "") + tokens[n].text for n in range(first + 1, last + 1)
    )
    return Name(text, Span(start, tokens[last].end), first, last, prefix)


def surname_of(name: str) -> str:
    """Search key of the last word of a name, without the article."""
    words = search_key(name).split()
    return bare_surname(words[-1]) if words else ""


def bare_surname(key: str) -> str:
    """The search key of a surname without the article."""
    return key.removeprefix("ال").removeprefix("al-").removeprefix("el-")
