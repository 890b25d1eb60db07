"""What two sides dealt with, told by any verb: they assessed, examined, took stock of; it was an occasion to review; high on the agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.phrases import Phrase, PhraseIndex, Shelf
from marsad.coding.reading import Sent
from marsad.coding.triggers_forms import Form, forms

_PREPOSITION = 6  # words between a verb and the preposition that its object stands behind: the subject, an adverb
_SUBJECT_BACK = 5  # words looked back over for the sides: auxiliaries and the words of "the two security chiefs"
_OCCASION = 10  # words between an occasion, or "there took place", and the noun of what was done
_AIMED = 3  # words between "to" and the verb: an adverb
_ASIDE = 14  # words of a source set off by commas
_WORK_REACH = 12  # words between a decision and the meeting at which it was taken
_TOLD_AS_NOUN = frozenset(["visit_noun", "talks", "joined", "sign"])
_SENTENCE = frozenset(".;؛!?؟:")
_COMMAS = (",", "،")
_MEETING = frozenset(["meet", "receive", "received_by", "call", "joined", "visit", "visit_noun", "talks"])


class DealingReader:
    """Finds where a sentence says what was dealt with. One reader serves any number of documents."""

    def __init__(self, lexicon: Lexicon, shelf: Shelf | None = None) -> None:
        """Bend the verbs and index them."""
        section = lexicon.section("engagement_dealings")
        self._verbs = PhraseIndex([_bent(entry) for entry in section.values() if entry.id != "words"], shelf)
        self._nouns = frozenset(search_key(name) for entry in section.values() if "noun" in entry.id for name in entry.words("ar"))
        words = section["words"]
        self._links = frozenset(search_key(word) for word in words.words("links"))
        self._sides = frozenset(search_key(word) for word in words.words("sides"))
        self._occasions = frozenset(search_key(word) for word in words.words("occasions"))
        self._agreed = frozenset(search_key(word) for word in words.words("agreed_on"))
        self._work = frozenset(search_key(word) for word in words.words("work"))
        self._between = frozenset(search_key(word) for word in words.words("between"))

    def find(self, sent: Sent, triggers: Sequence[Phrase], cues: Sequence[Phrase], pairs: frozenset[int]) -> list[Phrase]:
        """Cues of the sense `topics` (what follows was dealt with) or `topics_before` (what stands before), in order.

        Args:
            sent: a sentence.
            triggers: the words in it that tell of meetings.
            cues: the listed cues around them.
            pairs: last words of two parties that stand side by side, as a verb's subject does.
        """
        known = sorted((cue for cue in cues if cue.sense in ("topics", "outcomes")), key=lambda cue: cue.first)
        found: list[Phrase] = []
        for word in self._verbs.find(sent.tokens):
            if any(cue.first <= word.last and word.first <= cue.last for cue in (*known, *found)):
                continue
            cue = self._cue(sent, word, triggers, [*known, *found], pairs)
            if cue is not None:
                found.append(cue)
        return found

    def followed_up(self, sent: Sent, triggers: Sequence[Phrase], cues: Sequence[Phrase]) -> Phrase | None:
        """The word for what an earlier meeting left to do (implementation, decisions, recommendations), where that meeting follows it."""
        if any(cue.sense == "follow_up" for cue in cues):
            return None
        tokens = sent.tokens
        for trigger in triggers:
            if trigger.sense not in _TOLD_AS_NOUN:
                continue
            for at in range(trigger.first - 1, max(-1, trigger.first - 1 - _WORK_REACH), -1):
                if tokens[at].text in _SENTENCE:
                    break
                if tokens[at].key.removeprefix("و").removeprefix("ال") in self._work:
                    return Phrase("follow_up", at, at, tokens[at].span)
        return None

    def _cue(self, sent: Sent, word: Phrase, triggers: Sequence[Phrase], earlier: Sequence[Phrase], pairs: frozenset[int]) -> Phrase | None:
        tokens = sent.tokens
        if word.sense.startswith("agenda"):
            return self._agenda(tokens, word)
        if word.sense == "deal" and _passive(tokens, word):
            return self._before(tokens, word, triggers)
        last = self._to_object(sent, word)
        if last is None:
            return None
        first = self._begins(tokens, word, triggers, earlier)
        if first is None and _subject_end(tokens, word, self._between) in pairs:
            first = word.first
        sense = "outcomes" if word.sense.startswith("agree") else "topics"
        return None if first is None else Phrase(sense, first, last, Span(tokens[first].start, tokens[last].end))

    def _begins(self, tokens: Sequence[Token], word: Phrase, triggers: Sequence[Phrase], earlier: Sequence[Phrase]) -> int | None:
        """Where the clause of a verb begins, its "and" and auxiliaries with it; None where it is not the sides who deal with something."""
        if word.sense.startswith("question"):  # "il a été question de": nobody else is asked for
            return word.first
        if tokens[word.first].script != "arabic":
            if _infinitive(tokens, word):
                return self._by_occasion(tokens, word, triggers, earlier)
            return self._latin_sides(tokens, word, triggers, earlier)
        if tokens[word.first].key.removeprefix("و").removeprefix("ل") in self._nouns:
            first = self._by_occasion(tokens, word, triggers, earlier)
            if first is not None or "noun" in word.sense:
                return first
        return word.first if self._arabic_sides(tokens, word, triggers, earlier) else None

    def _to_object(self, sent: Sent, word: Phrase) -> int | None:
        """The last word before what was dealt with: the verb, or the preposition that it asks for; None where that is missing."""
        tokens = sent.tokens
        places = {item.first for item in sent.found if item.kind in ("place", "country")}
        if not word.sense.endswith("_on"):
            following = tokens[word.last + 1].key if word.last + 1 < len(tokens) else ""
            return None if following in _NO_OBJECT else word.last
        links = _THINGS if word.sense.startswith("question") else self._agreed if word.sense.startswith("agree") else self._links
        last = min(word.last + 1 + _PREPOSITION, len(tokens))
        aside = next((at for at in range(word.last + 1, last) if tokens[at].text in _COMMAS), None)
        behind = _past_aside(tokens, aside) if aside is not None else last
        steps: list[int] = [*range(word.last + 1, aside or last), *range(behind, min(behind + 2, len(tokens)))]
        for at in steps:
            if tokens[at].key in links and not (tokens[at].key == "في" and at + 1 in places):
                return at + int(tokens[at].key == "autour" and at + 1 < len(tokens) and tokens[at + 1].key in ("de", "du", "des", "d'"))
            if tokens[at].text in _SENTENCE:
                return None
        return None

    def _by_occasion(self, tokens: Sequence[Token], word: Phrase, triggers: Sequence[Phrase], earlier: Sequence[Phrase]) -> int | None:
        """Where the verbal noun or infinitive begins, behind an occasion, a meeting ("met to review") or another of its kind."""
        clitic = tokens[word.first].script == "arabic" and tokens[word.first].key.startswith("ل")
        aims = [at for at in range(max(0, word.first - _AIMED), word.first) if tokens[at].key in _AIM]
        stop = max((at for at in range(word.first) if tokens[at].text in _SENTENCE), default=-1)
        occasion = any(tokens[at].key.lstrip("و") in self._occasions for at in range(max(stop + 1, word.first - _OCCASION), word.first))
        met = any(trigger.sense in _MEETING and stop < trigger.first < word.first for trigger in triggers)
        if occasion or (met and (clitic or aims)):
            return aims[0] if aims else word.first
        first = aims[0] if aims else word.first
        before = [cue for cue in earlier if cue.last < first]
        return first if before and self._nominal(tokens, before[-1]) and _chained(tokens, word, before, first=first) else None

    def _nominal(self, tokens: Sequence[Token], cue: Phrase) -> bool:
        """Whether a cue begins with a verbal noun or an infinitive, no finite verb."""
        key = tokens[cue.first].key
        return key in _AIM or key.removeprefix("و").removeprefix("ل") in self._nouns

    def _arabic_sides(self, tokens: Sequence[Token], word: Phrase, triggers: Sequence[Phrase], earlier: Sequence[Phrase]) -> bool:
        head = tokens[word.first].key
        after = [token.key for token in tokens[word.last + 1 : word.last + 3]]
        if after[:1] == ["عن"]:
            return False  # "in search of"
        if any(self._is_side(key) for key in after) or (word.first and self._is_side(tokens[word.first - 1].key)):
            return True
        if _chained(tokens, word, earlier) or any(t.first == word.first and t.sense == "meet" for t in triggers):
            return True
        dual = head.endswith(("ا", "تا", "ان", "وا"))
        opened = word.first == 0 or head.startswith("و") or tokens[word.first - 1].key in (*self._between, *_COMMAS)
        met = any(trigger.sense in _MEETING and trigger.first < word.first for trigger in triggers)
        with_him = any(key in ("معه", "معها", "معهم", "معهما") for key in after)
        return opened and (dual or (met and (with_him or word.sense.startswith("deal_told"))))

    def _is_side(self, key: str) -> bool:
        """Whether an Arabic word stands for both sides or for their talks: a definite dual, or a listed word."""
        bare = key.removeprefix("و").removeprefix("ف")
        return bare in self._sides or (bare.startswith("ال") and len(bare) > 6 and bare.endswith(_DUALS) and bare not in _NO_DUALS)

    def _latin_sides(self, tokens: Sequence[Token], word: Phrase, triggers: Sequence[Phrase], earlier: Sequence[Phrase]) -> int | None:
        first = word.first
        while first and (tokens[first - 1].key in self._between or tokens[first - 1].key.endswith(("ly", "ment"))):
            first -= 1
        at = _before_aside(tokens, first - 1)
        if _chained(tokens, word, earlier, first=first):
            return first
        if at >= 0 and tokens[at].key in _AND and not earlier and any(t.sense in _MEETING - {"talks"} and t.first < at for t in triggers):
            return first
        if at >= 0 and tokens[at].key in _AND:  # "the two delegations welcomed ... and undertook to ..."
            opening = max((n for n in range(at) if tokens[n].text in _SENTENCE), default=-1)
            if any(token.key in self._sides for token in tokens[opening + 1 : opening + 2 + _SUBJECT_BACK]):
                return first
        behind = any(trigger.sense == "talks" and trigger.last == at for trigger in triggers)
        behind = behind or (at > 0 and tokens[at].key in _HE and any(token.key in _WHOM for token in tokens[max(0, at - 3) : at]))
        window = tokens[max(0, at - _SUBJECT_BACK + 1) : at + 1]
        cut = next((n for n in range(len(window) - 1, -1, -1) if window[n].script == "punct" and window[n].text not in "'’-"), -1)
        sides = any(token.key in self._sides for token in window[cut + 1 :])
        return first if behind or sides else None

    def _before(self, tokens: Sequence[Token], word: Phrase, triggers: Sequence[Phrase]) -> Phrase | None:
        """What was discussed stands before a passive (border security was also discussed)."""
        first = word.first
        while first and (tokens[first - 1].key in self._between or tokens[first - 1].key in _BEEN):
            first -= 1
        also = any(tokens[at].key in _ALSO for at in range(first, word.first))
        if not first or not (also or any(trigger.sense == "talks" for trigger in triggers)):
            return None
        return Phrase("topics_before", first, word.last, Span(tokens[first].start, tokens[word.last].end))

    def _agenda(self, tokens: Sequence[Token], word: Phrase) -> Phrase | None:
        """What was on the agenda: behind it where words follow ("au menu des échanges, ..."), else before it."""
        at = word.last + 1
        while at < len(tokens) and (tokens[at].key in _OF or tokens[at].key in self._sides or self._is_side(tokens[at].key)):
            at += 1
        while at < len(tokens) and (tokens[at].text in (*_COMMAS, ":") or tokens[at].key in _STOOD or tokens[at].key in self._between):
            at += 1
        opens = not any(token.script != "punct" for token in tokens[: word.first]) or word.first <= 1
        if opens and len(tokens) - at > 1:
            return Phrase("topics", word.first, at - 1, Span(tokens[word.first].start, tokens[at - 1].end))
        first = word.first
        while first and (tokens[first - 1].key in self._between or tokens[first - 1].key in (*_BEEN, *_STOOD)):
            first -= 1
        return Phrase("topics_before", first, word.last, Span(tokens[first].start, tokens[word.last].end)) if first else None


def _chained(tokens: Sequence[Token], word: Phrase, earlier: Sequence[Phrase], *, first: int | None = None) -> bool:
    """Whether "and", a comma or a conjunction ties a verb to one before it that tells what was dealt with."""
    first = word.first if first is None else first
    before = [cue for cue in earlier if cue.last < first and not any(t.text in _SENTENCE for t in tokens[cue.last : first])]
    if not before:
        return False
    if tokens[word.first].script == "arabic":
        head, behind = tokens[word.first].key, tokens[first - 1].key
        return head.startswith("و") or behind in ("كما", "ثم", "،", ",", "كذلك", "ايضا") or tokens[first - 1].text in _COMMAS
    return tokens[first - 1].key in _AND or tokens[first - 1].text in _COMMAS


def _subject_end(tokens: Sequence[Token], word: Phrase, between: frozenset[str]) -> int:
    """The last word before a verb that is no auxiliary and no adverb."""
    at = word.first - 1
    while at >= 0 and (tokens[at].key in between or tokens[at].key.endswith(("ly", "ment")) or tokens[at].text in _COMMAS):
        at -= 1
    return at


def _infinitive(tokens: Sequence[Token], word: Phrase) -> bool:
    if tokens[word.first].script != "latin" or not word.first:
        return False
    back = [tokens[at].key for at in range(max(0, word.first - 2), word.first)]
    french = tokens[word.first].key.endswith(("er", "ir", "re")) and tokens[word.first].text != "pour"
    return french or back[-1:] == ["to"] or (back[:1] == ["to"] and back[-1].endswith("ly"))


def _past_aside(tokens: Sequence[Token], at: int) -> int:
    """Behind the comma that closes an aside of time or source opened by the comma at `at`; far off where there is none."""
    opens = at + 1 < len(tokens) and tokens[at + 1].key in _OPENINGS
    closing = next((n for n in range(at + 2, min(at + _ASIDE, len(tokens))) if tokens[n].text in _COMMAS), None) if opens else None
    return len(tokens) if closing is None else closing + 1


def _passive(tokens: Sequence[Token], word: Phrase) -> bool:
    return any(tokens[at].key in _BEEN for at in range(max(0, word.first - 2), word.first))


def _before_aside(tokens: Sequence[Token], at: int) -> int:
    """The word before a source set off by commas that ends at `at`, else `at`."""
    if at < 0 or tokens[at].text not in _COMMAS:
        return at
    opening = next((n for n in range(at - 1, max(-1, at - _ASIDE), -1) if tokens[n].text in _COMMAS), None)
    aside = opening is not None and opening + 1 < at and tokens[opening + 1].key in ("selon", "according", "d'", "a", "he", "the", "le")
    return opening - 1 if aside and opening is not None else at


def _bent(entry: Entry) -> Entry:
    """The entry with every form of its verbs; one that says no `form` stays as it is."""
    form = entry.text("form")
    if form is None:
        return entry
    bent = {lang: sorted(" ".join(keys) for word in entry.words(lang) for keys in forms(word, lang, cast(Form, form))) for lang in _LANGS}
    return replace(entry, fields={lang: words for lang, words in bent.items() if words})


def clause_start(tokens: Sequence[Token], stop: int) -> int:
    """Where the clause begins that ends before `stop`: behind "that", a source set off by a comma, or the sentence's first word."""
    at = stop
    while at and tokens[at - 1].text not in _SENTENCE and tokens[at - 1].key not in _THAT:
        at -= 1
    opening = next(_leads(tokens, at, stop), at)
    if opening < stop and tokens[opening].key.removeprefix("و") in _WAS:
        opening += 1
    while opening < stop and (tokens[opening].script == "punct" or tokens[opening].key in _ALSO):
        opening += 1
    return opening


def _leads(tokens: Sequence[Token], at: int, stop: int) -> Iterator[int]:
    """Positions behind the comma that ends an opening such as "according to ..." or "during the meeting"."""
    if at < stop and tokens[at].key in _OPENINGS:
        yield from (n + 1 for n in range(at, stop) if tokens[n].text in _COMMAS)


_LANGS = ("ar", "fr", "en")
_DUALS = ("ان", "ين")
_NO_DUALS = frozenset(map(search_key, ["الإنسان", "القوانين", "الميزان", "السكان", "البرلمان", "الطيران", "العدوان", "الدين", "اليمين"]))
_AND = ("and", "et", "puis", "then")
_AIM = frozenset(["to", "de", "d'", "pour", "a", "afin"])
_ALSO = frozenset(["also", "egalement", "aussi", "ايضا", "كذلك"])
_HE = ("he", "she", "il", "elle", "ils", "elles")
_WHOM = frozenset(["whom", "qui", "lequel", "laquelle", "lesquels", "lesquelles", "where"])
_BEEN = frozenset(["been", "was", "were", "ete", "etait", "etaient"])
_OF = frozenset(["de", "des", "du", "d'", "la", "le", "l'", "les", "of", "the", "for", "cette", "ces", "this", "these", "at", "in"])
_STOOD = frozenset(["figuraient", "figurait", "figurent", "figure", "etaient", "etait", "were", "was", "are", "is", "notamment"])
_NO_OBJECT = frozenset(map(search_key, ["ان", "أن", "إن", "que", "qu'", "that", "عن", "by", "par", "."]))
_THINGS = frozenset(["de", "d'", "du", "des"])
_WAS = frozenset(["كان", "كانت", "شكل", "شكلت", "ظل", "ظلت"])
_THAT = frozenset(["that", "que", "qu'", "ان", "انه", "بان"])
_OPENINGS = frozenset(
    ["durant", "pendant", "entre", "selon", "according", "lors", "during", "au", "in", "d'", "a", "dans", "حسب", "وفق", "خلال"]
)
