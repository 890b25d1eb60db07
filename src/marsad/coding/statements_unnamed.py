"""Speakers without a name that any list holds: their words are their own, and never those of whoever spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from marsad.base.records import SourceKind, Span, Speaker
from marsad.base.script import Token, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.reading import Sent
from marsad.coding.statements_holders import Cue, Holder

PRONOUNS = frozenset(["he", "she", "they", "it", "il", "elle", "ils", "elles"])
_INVERTED = ("-il", "-elle", "-ils", "-elles")
_BACK_AT = frozenset(["lui", "elle", "eux", "him", "her", "them"])
_RELATIVE = frozenset(["who", "which", "qui", "dont", "and", "et", "but", "mais", "also"])
_DETERMINERS = frozenset(["a", "an", "the", "one", "un", "une", "le", "la", "l'", "les", "des", "some", "several", "plusieurs"])
_ENDS = frozenset(["named", "nomme", "nommee", "who", "qui", "whose", "dont", "that", "que"])
_TO_WHOM = ("لل", "وال", "بال", "لوكال", "لصحيف", "لقنا", "لاذاع")
"""Beginnings of those spoken to (he told the reporters, the agency)."""
_PRESS = frozenset(["صحيفه", "جريده", "قناه", "مجله", "اذاعه", "موقع", "وكاله"])
"""Words for a paper or a channel, before its name."""
_TRAILING = frozenset(["of", "de", "du", "d'", "des", "l'", "la", "le", "les", "the", "'s"])
_WHOSE = frozenset(["ses", "son", "his", "her", "برايه", "برايها", "رايه", "رايها", "نظره", "نظرها", "تقديره", "تقديرها"])
_WHEN = frozenset(["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "soir", "matin"])
"""French words for a day between a verb and its subject (ont affirmé dimanche des élus)."""
_SAYING = frozenset(["قوله", "قولها", "قولهم"])
_QUOTED_MOST = 8  # words between "of" and "his saying"
_STOPS = frozenset('.;:«»“”"')
_MOST = 4  # words of what an unnamed speaker is called


def spelled(tokens: Sequence[Token]) -> str:
    """The words of some tokens, apart where the text parts them."""
    pairs = zip(tokens, [*tokens[:1], *tokens], strict=False)
    return "".join((" " if token.start > before.end else "") + token.text for token, before in pairs)


class Unnamed:
    """Tells a speaker whom no list knows from a speaker named before. One reader serves any number of texts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words that no subject begins with, and those for private persons."""
        stops = lexicon.section("name_stops")
        words = {search_key(word) for _, word in stops["function"].names()}
        self._stops = frozenset(words | {"ان", "انه", "انها", "انهم"}) - {"عضو", "اعضاء"}
        self._latin_stops = frozenset(search_key(word) for _, word in stops["latin"].names()) - _DETERMINERS
        self._ranks = frozenset(
            search_key(word).removeprefix("ال") for lang, word in lexicon.section("offices")["general"].names() if lang == "ar"
        )
        private = (entry for entry in lexicon.section("private_nouns").values() if entry.id not in ("ages", "given", "namers"))
        nouns = {search_key(word) for entry in (*private, lexicon.section("private_cues")["people"]) for _, word in entry.names()}
        self._private = frozenset(nouns | {noun.removeprefix("ال") for noun in nouns})

    def pronoun(self, sent: Sent, cue: Cue) -> bool:
        """Whether "he" or "she" speaks: somebody named before."""
        at = sent.position(cue.span.start)
        words = search_key("".join(token.text for token in sent.tokens if cue.span.start <= token.start < cue.span.end))
        back = sent.tokens[max(0, at - 2) : at]
        return words.endswith(_INVERTED) or sent.tokens[at].key in PRONOUNS or any(token.key in PRONOUNS for token in back)

    def back_at(self, sent: Sent, cue: Cue) -> bool:
        """Whether "according to him" points back at somebody."""
        if any(token.key in _WHOSE for token in sent.tokens if token.span.within(cue.span)):
            return True
        at = sent.position(cue.span.end)
        return at < len(sent.tokens) and sent.tokens[at].key in _BACK_AT

    def behind(self, sent: Sent, cue: Cue) -> Holder | None:
        """The speaker that stands behind a verb (..., said a trader), or None where no subject follows."""
        at = sent.position(cue.span.end)
        while at < len(sent.tokens) and sent.tokens[at].key in _WHEN:
            at += 1
        if at >= len(sent.tokens):
            return None
        token = sent.tokens[at]
        if token.script == "arabic":
            adverb = token.key.endswith("ا") and len(token.key) > 4  # the accusative of a participle (he went on, explaining)
            if adverb or token.key in self._stops or token.key.startswith(_TO_WHOM):
                return None
            if token.key.removeprefix("ال") in _PRESS:
                return self._press(sent, at)
            return self._arabic(sent, at)
        if token.script != "latin" or (token.key in self._latin_stops and not token.text[:1].isupper()) or token.key in PRONOUNS:
            return None
        if token.text[:1].islower() and token.key not in _DETERMINERS:
            return None
        return self._called(sent.tokens[at:])

    def told_of(self, sent: Sent, cue: Cue) -> Holder | None:
        """The speaker of "he quoted X as saying" in Arabic: what stands between "of" and "his saying"."""
        at = sent.position(cue.span.start)
        if sent.tokens[at].key not in _SAYING:
            return None
        of = next((n for n in range(at - 1, max(-1, at - _QUOTED_MOST), -1) if sent.tokens[n].key == "عن"), None)
        return None if of is None or of + 1 >= at else self._arabic(sent, of + 1, at)

    def _arabic(self, sent: Sent, at: int, end: int | None = None) -> Holder:
        """Whoever an Arabic noun at `at` means, with the words up to `end`, or with the noun alone."""
        tokens = sent.tokens[at : end or at + 1]
        span = Span(tokens[0].start, tokens[-1].end)
        bare = tokens[0].key.removeprefix("ال")
        if bare in self._private or bare.removesuffix("ه") in self._private:
            kind: SourceKind = "witness"
        else:
            kind = "official" if bare in self._ranks else "newspaper"
        named = kind != "newspaper" or end is not None
        return Holder(span, kind, Speaker(None, spelled(tokens), span=span) if named else None)

    def before(self, sent: Sent, cue: Cue) -> Holder | None:
        """The speaker that stands before a Latin verb (a diplomat in Bamako, who ..., said), or None where no noun does."""
        at = sent.position(cue.span.start)
        if at < 1 or sent.tokens[at].script != "latin" or sent.tokens[at - 1].key in _RELATIVE | PRONOUNS:
            return None
        marks = (n + 1 for n in range(at - 1, -1, -1) if sent.tokens[n].text in _STOPS or sent.tokens[n].key in ("that", "que"))
        start = next(marks, 0)
        clause = sent.tokens[start:at]
        if clause and clause[0].key not in _DETERMINERS and "," in {token.text for token in clause}:
            clause = clause[max(n for n, token in enumerate(clause) if token.text == ",") + 1 :] or clause
        first = next((n for n, token in enumerate(clause) if token.key in _DETERMINERS or token.text[:1].isupper()), None)
        return None if first is None else self._called(clause[first:])

    def _called(self, tokens: Sequence[Token]) -> Holder | None:
        """What an unnamed speaker is called: common nouns only, no name."""
        words: list[Token] = []
        for token in tokens:
            if token.key in _DETERMINERS and not words:
                continue
            if token.script != "latin" or token.key in _ENDS or token.key in self._latin_stops or len(words) == _MOST:
                break
            if token.text[:1].isupper():
                break
            words.append(token)
        while words and words[-1].key in _TRAILING:
            words.pop()
        kind = self._kind(tokens)
        if not words:
            return Holder(tokens[0].span, kind, None)
        span = Span(words[0].start, words[-1].end)
        return Holder(span, kind, Speaker(None, spelled(words), span=span))

    def _press(self, sent: Sent, at: int) -> Holder:
        """A paper or channel by its name, as far as the next stop."""
        last = at
        while last + 1 < len(sent.tokens) and last - at < 2 and sent.tokens[last + 1].script != "punct":
            if sent.tokens[last + 1].key in self._stops:
                break
            last += 1
        span = Span(sent.tokens[at].start, sent.tokens[last].end)
        return Holder(span, "newspaper", Speaker(None, None, spelled(sent.tokens[at : last + 1]), span=span))

    def _kind(self, tokens: Sequence[Token]) -> SourceKind:
        aged = len(tokens) > 2 and any(one.text == "," and two.script == "number" for one, two in pairwise(tokens[:6]))
        return "witness" if aged or any(token.key in self._private for token in tokens[:12]) else "newspaper"
