"""Names in a text tied to entities: longest match over search keys, clitics cut, rivals kept, the reason on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token, normalise, search_key
from marsad.coding.entities_forms import Form, How, Index, Kind
from marsad.coding.words import ByWord, is_arabic, readings

QUOTES = frozenset("\"“”«»„‟‹›'‘’")
_DASHES = frozenset("-‐‑–—")
_NEAR = 6  # words: how far off a word may stand that an ambiguous name needs beside it


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a sentence.

    Attributes:
        first, last: positions of its first and last word among the sentence's tokens.
        entity: such as `country:MLI`; for a kind of body without a state, `type:army`.
        inner: whether it stands inside another name (the adjective in the name of an agency).
    """

    span: Span
    first: int
    last: int
    entity: str
    kind: Kind
    how: How
    country: str | None = None
    sector: str | None = None
    reason: str = ""
    rivals: tuple[str, ...] = ()
    disputed: bool = False
    inner: bool = False
    short: bool = False


class _Begin(NamedTuple):
    """The forms that a word may begin, each with the letters cut off: `alone`, or by the word that follows; its name if misspelt."""

    alone: tuple[tuple[int, Form], ...]
    onward: Mapping[str, tuple[tuple[int, Form], ...]]
    misspelt: tuple[int, Form] | None


class Matcher:
    """Finds names in tokens. One matcher serves any number of texts."""

    def __init__(self, index: Index) -> None:
        """Take the forms to look for."""
        self._index = index
        self._beginning = ByWord(self._begin)

    def find(self, tokens: Sequence[Token], lang: str) -> list[Found]:
        """Names in a sentence, in order, longest first where they overlap; names inside names follow them, marked `inner`.

        Args:
            tokens: the sentence's tokens, marks included.
            lang: language of the text; names of the other languages count only for Latin words in Arabic text.
        """
        beginning = self._beginning
        begins = [beginning[token.key] for token in tokens]
        if not any(begins):
            return []
        words = [at for at, token in enumerate(tokens) if token.text not in QUOTES]
        found: list[Found] = []
        past = 0
        for place, begin in enumerate(begins if len(words) == len(begins) else [begins[at] for at in words]):
            if begin is None or place < past or tokens[words[place]].script == "punct":
                continue
            match = _longest(begin, tokens, words, place, lang=lang)
            if match is not None:
                form, size, cut, rivals = match
                if form.kind != "none":
                    found.append(_found(tokens, words, place, form=form, size=size, cut=cut, rivals=rivals))
                past = place + size
        return _join(tokens, found)

    def _begin(self, key: str) -> _Begin | None:
        """Forms that may begin with a word, under each way to cut it; None for most words."""
        forms = [(cut, form) for cut, stem in readings(key, is_arabic(key)) for form in self._index.forms.get(stem, ())]
        misspelt = self._misspelt(key) if is_arabic(key) and len(key) > 5 else None
        if not forms and misspelt is None:
            return None
        seconds = {second for _, form in forms for second in _seconds(form)}
        onward = {second: tuple(one for one in forms if len(one[1].keys) == 1 or second in _seconds(one[1])) for second in seconds}
        return _Begin(tuple(one for one in forms if len(one[1].keys) == 1), onward, misspelt)

    def _misspelt(self, key: str) -> tuple[int, Form] | None:
        for cut, stem in readings(key, True):
            right = self._index.typos.get(stem)
            if right is not None:
                form = next(form for form in self._index.forms[right] if len(form.keys) == 1)
                return cut, replace(form, exact="misspelt")
        return None


def _longest(
    begin: _Begin, tokens: Sequence[Token], words: Sequence[int], place: int, *, lang: str
) -> tuple[Form, int, int, tuple[Form, ...]] | None:
    """The longest form that stands at `place`: with its words, the letters cut off, and its rivals of the same length."""
    token = tokens[words[place]]
    arabic = token.script == "arabic"
    best: list[tuple[int, Form, int]] = []
    whole = False
    for cut, form in begin.onward.get(_second(tokens, words, place), begin.alone) if begin.onward else begin.alone:
        if cut and whole:
            break
        size = 1 if len(form.keys) == 1 else _fits(form, tokens, words, place)
        if size and _language(form, lang, token) and _written(form, token, arabic, cut) and _needed(form, tokens, words, place):
            best.append((size, form, cut))
            whole = whole or (cut == 0 and form.kind != "type")
    if not best:
        return None if begin.misspelt is None else (begin.misspelt[1], 1, begin.misspelt[0], ())
    most = max(size for size, _, _ in best)
    kept = [(form, cut) for size, form, cut in best if size == most]
    kept.sort(key=lambda pair: (_PRIORITY[pair[0].kind], pair[0].how == "capital"))
    first, cut = kept[0]
    return first, most, cut, tuple(form for form, _ in kept[1:] if form.entity != first.entity)


def _seconds(form: Form) -> tuple[str, ...]:
    """The keys that the second word of a form may have; an adjective's may carry the article."""
    return () if len(form.keys) == 1 else (form.keys[1], "ال" + form.keys[1]) if form.how == "adjective" else (form.keys[1],)


def _second(tokens: Sequence[Token], words: Sequence[int], place: int) -> str:
    """The key of the word that follows, dashes and the stops of initials passed over."""
    at = place + 1
    while at < len(words) and (tokens[words[at]].text in _DASHES or tokens[words[at]].text == "."):
        at += 1
    return tokens[words[at]].key if at < len(words) else ""


_PRIORITY = {"none": 0, "group": 1, "org": 2, "country": 3, "region": 4, "place": 5, "type": 6}


def _fits(form: Form, tokens: Sequence[Token], words: Sequence[int], place: int) -> int:
    """How many words of the text the form covers from `place`, or 0; dashes between its words are passed over."""
    at = place
    for nth, key in enumerate(form.keys[1:], start=1):
        at += 1
        while at < len(words) and (tokens[words[at]].text in _DASHES or (tokens[words[at]].text == "." and len(form.keys[nth - 1]) == 1)):
            at += 1
        if at >= len(words):
            return 0
        have = tokens[words[at]].key
        if have != key and not (form.how == "adjective" and have == "ال" + key and nth):
            return 0
    return at - place + 1


def _language(form: Form, lang: str, token: Token) -> bool:
    return (
        form.lang == lang
        or (form.lang == "*" and lang != "ar")
        or (token.script == "latin" and (lang == "ar" or (form.exact is not None and form.kind in ("org", "group") and lang == form.lang)))
    )


def _written(form: Form, token: Token, arabic: bool, cut: int) -> bool:
    if arabic:
        return not (form.how == "adjective" and cut and token.key[:1] == "ك" and cut == 1)
    if form.exact is not None:
        return token.text.replace(".", "") == form.exact.replace(".", "")
    return not form.capital or token.text[:1].isupper()


def _needed(form: Form, tokens: Sequence[Token], words: Sequence[int], place: int) -> bool:
    if not form.need:
        return True
    near = words[max(0, place - _NEAR) : place + _NEAR]
    return any(tokens[at].key.removeprefix("ال").startswith(form.need) for at in near)


def _found(
    tokens: Sequence[Token], words: Sequence[int], first: int, *, form: Form, size: int, cut: int, rivals: tuple[Form, ...]
) -> Found:
    head, last = tokens[words[first]], tokens[words[first + size - 1]]
    start = head.start
    if cut:
        article = 2 if head.key[cut - 2 : cut] == "ال" and not form.keys[0].startswith("ال") else 0
        start += normalise(head.text).raw_span(cut - article, len(head.key)).start
        if head.key[cut - 1 : cut + 1] == "لل" or (head.key[cut : cut + 1] == "ل" and form.keys[0].startswith("ال")):
            start = head.start + max(0, cut - 1)
    reason = _REASONS[form.how]
    if form.exact == "misspelt":
        reason = f"misspelt: one letter from {form.keys[0]}"
    return Found(
        Span(start, last.end), words[first], words[first + size - 1], form.entity, form.kind, form.how, form.country, form.sector,
        reason, tuple(rival.entity for rival in rivals), form.disputed, short=form.short,
    )  # fmt: skip


_REASONS = {"name": "name", "adjective": "adjective or demonym", "capital": "capital"}


def _join(tokens: Sequence[Token], found: list[Found]) -> list[Found]:
    """Bodies take the state that follows them; names take their own state's adjective; inner adjectives are kept."""
    done: list[Found] = []
    at = 0
    while at < len(found):
        item = found[at]
        follow = found[at + 1] if at + 1 < len(found) else None
        beside = follow is not None and _beside(tokens, item, follow)
        if follow is not None and beside and item.kind == "type" and follow.kind == "country" and not _blocked(item, follow, tokens):
            done.append(_of_state(item, follow))
            done.append(replace(follow, inner=True, reason=f"{follow.reason}, in the name of a body"))
            at += 2
            continue
        if follow is not None and beside and item.kind in ("org", "group") and follow.how == "adjective" and follow.country == item.country:
            done.append(replace(item, span=Span(item.span.start, follow.span.end), last=follow.last))
            done.append(replace(follow, inner=True, reason=f"{follow.reason}, in the name of a body"))
            at += 2
            continue
        if follow is not None and (other := _of_another(tokens, item, follow)) is not None:
            done.extend(other)
            at += 2
            continue
        if follow is not None and beside and _before_body(tokens, item, follow):
            done.append(replace(item, inner=True))
            done.append(replace(_of_state(follow, item), span=Span(item.span.start, follow.span.end), first=item.first))
            at += 2
            continue
        done.append(item)
        done.extend(_within(tokens, item))
        at += 1
    return done


def _of_another(tokens: Sequence[Token], left: Found, right: Found) -> tuple[Found, Found] | None:
    """A service with the name of another state's, before or behind the state whose it is (Chad's National Security Agency)."""
    body, state = (left, right) if left.kind == "org" else (right, left)
    if body.kind != "org" or body.sector != "SPY" or body.country in (None, state.country) or state.kind != "country" or not state.country:
        return None
    between = [tokens[at].key for at in range(left.last + 1, right.first)]
    owned = between in (["'s"], []) if state is left else between in (["du"], ["de"], ["d'"], ["of"], ["de", "la"], ["of", "the"], [])
    if (
        not owned
        or (state is right and not between and state.how != "adjective")
        or (state is left and not between and state.how == "name")
    ):
        return None
    return replace(state, inner=True), _of_state(replace(body, entity="type:intelligence", first=min(body.first, state.first)), state)


def _before_body(tokens: Sequence[Token], state: Found, body: Found) -> bool:
    """Whether a state stands before its body, as it does in English."""
    return state.kind == "country" and body.kind == "type" and state.how in ("adjective", "name") and tokens[state.first].script == "latin"


def _of_state(body: Found, state: Found) -> Found:
    entity = f"org:{(state.country or '').lower()}-{body.entity.removeprefix('type:')}"
    return replace(
        body, span=Span(min(body.span.start, state.span.start), max(body.span.end, state.span.end)), last=max(body.last, state.last),
        entity=entity, kind="org", country=state.country, reason=f"kind of body with the {state.reason} of a state", rivals=state.rivals,
    )  # fmt: skip


_LINKS = frozenset(["de", "du", "des", "d'", "of", "the", "la", "le", "l'", "في", "'s", "’s"])


def _beside(tokens: Sequence[Token], left: Found, right: Found) -> bool:
    """Whether only quotation marks or a linking word stand between two names."""
    between = [tokens[at] for at in range(left.last + 1, right.first) if tokens[at].text not in QUOTES]
    if tokens[left.first].script == "arabic":
        first = tokens[right.first].key
        if right.how == "adjective":
            return not between and not first.startswith(("ول", "وب"))
        return (not between and not first.startswith(("و", "ل", "ب"))) or [token.key for token in between] == ["في"]
    if right.kind == "type" and not right.short and [token.key for token in between] in (["'s"], ["’s"]):
        return True  # "Niger's army"
    if right.kind == "type" or right.how == "adjective":
        return not between
    return len(between) <= 2 and all(token.key in _LINKS for token in between)


def _blocked(body: Found, state: Found, tokens: Sequence[Token]) -> bool:
    """A field of government stands for its ministry only in Arabic and before a feminine adjective (the French Interior)."""
    if not body.short:
        return False
    return not (tokens[body.first].script == "arabic" and state.how == "adjective" and tokens[state.last].key.endswith("ه"))


def _within(tokens: Sequence[Token], item: Found) -> list[Found]:
    """Adjectives of the body's own state inside its name (the army of a state, written as one name)."""
    if item.kind not in ("org", "group") or item.country is None or item.first == item.last:
        return []
    last = tokens[item.last]
    roots = _roots(item.country)
    key = last.key.removeprefix("ال")
    if any(key == root or key.removesuffix("ه") == root or key.removesuffix("s") == root for root in roots):
        state = Found(Span(last.start, last.end), item.last, item.last, f"country:{item.country}", "country", "adjective", item.country)
        return [replace(state, inner=True, reason="adjective or demonym, in the name of a body")]
    return []


@lru_cache(maxsize=512)
def _roots(country: str) -> tuple[str, ...]:
    from marsad.coding.lexicon import load_lexicon

    entry = load_lexicon().get("countries", country)
    if entry is None:
        return ()
    return tuple(search_key(word) for lang in ("ar", "fr", "en") for word in entry.words(f"adj_{lang}"))
