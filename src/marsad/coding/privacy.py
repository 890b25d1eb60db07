"""Names of private persons found in a document, wherever it names them: an event needs the place and the toll, not the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from rapidfuzz import fuzz

from marsad.base.records import Span
from marsad.base.script import Token, guarded, search_key, tokenize
from marsad.coding.entities import Matcher
from marsad.coding.lexicon import Lexicon
from marsad.coding.offices import OfficeReader
from marsad.coding.offices_persons import Person
from marsad.coding.privacy_arabic import ArabicNames, like_a_name, spanned
from marsad.coding.privacy_latin import LatinNames, Run
from marsad.coding.privacy_mask import Mask
from marsad.coding.privacy_words import LATIN, PrivateWords
from marsad.coding.reading import Reading, Sent

_JUNIOR = frozenset(["capitaine", "captain", "النقيب", "نقيب"])
"""Ranks that alone make nobody the holder of an office."""
_ALIKE = 80.0  # of 100: two spellings of one given name (Mohamed, Mohammed)
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_TOGETHER = 7  # letters: a shorter word is no name and surname in one
_SHORT = 3  # letters: a part of a name that is shorter is a word too often to be hidden alone
_JOINS = frozenset(" \t\n\u00a0.'’-")  # what may stand between two hidden words of one name

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Named:
    """What a document calls its private persons.

    Attributes:
        whole: names in Latin script.
        latin: words that stand for one of them alone.
        arabic: names and words that stand alone, by their first word with each clitic: (letters of the clitic, the name).
    """

    whole: tuple[Keys, ...]
    latin: frozenset[str]
    arabic: dict[str, list[tuple[int, Keys]]]


class Privacy:
    """Finds names of private persons. One finder serves any number of documents."""

    def __init__(self, lexicon: Lexicon, offices: OfficeReader, matcher: Matcher) -> None:
        """Take the words by which a private person is told, and what finds those who are none."""
        self._words = PrivateWords(lexicon, offices.words)
        self._offices, self._matcher = offices, matcher
        self._latin, self._arabic = LatinNames(self._words), ArabicNames(self._words)

    def mask(self, reading: Reading) -> Mask:
        """What has to be hidden of a document.

        Whoever holds an office, leads a group or is quoted as an expert keeps his name. A rank below colonel alone is no office: such a
        person loses the name in the reading too, so that no record carries it.
        """
        sents = [*reading.sents, *self._boilerplate(reading)]
        found = [*self._ranked(sents), *(span for sent in sents for span in self._in_sentence(sent))]
        if not found:
            return Mask(reading.text, ())
        public = self._public(sents)
        for sent in sents:
            sent.persons = [one if self._is_public(_keys(one.name), public) else _without_rank(one) for one in sent.persons]
        found = [span for span in found if not self._is_public(_keys(span.of(reading.text)), public)]
        kept = [person.name_span for sent in sents for person in sent.persons if person.name_span is not None and not _is_private(person)]
        found = [span for span in found if not any(span.start < one.end and one.start < span.end for one in kept)]
        if not found:
            return Mask(reading.text, ())
        named = self._named(reading.text, found, self._others(sents, public))
        spread = [span for sent in sents for span in self._again(sent.tokens, named, sent)]
        return Mask(reading.text, _merged([*found, *spread], reading.text), partial(self._in_words, named=named))

    def _in_words(self, words: str, named: _Named) -> Iterator[Span]:
        yield from self._again(tokenize(words), named)

    def _boilerplate(self, reading: Reading) -> Iterator[Sent]:
        """Paragraphs that are not coded, which may name somebody: a caption, a link to another report."""
        for number, paragraph in enumerate(reading.document.paragraphs):
            if paragraph.role != "boilerplate":
                continue
            tokens = tuple(tokenize(paragraph.span.of(reading.text), paragraph.span.start))
            sent = Sent(paragraph.span, tokens, number, paragraph.role)
            if any(self._words.kinds[token.key] for token in tokens):
                sent.found = self._matcher.find(tokens, reading.lang)
                sent.persons = self._offices.find(tokens, sent.found, reading.text, lang=reading.lang)
            yield sent

    def _ranked(self, sents: Sequence[Sent]) -> Iterator[Span]:
        """Names of witnesses, and of those who have a low rank and no office; in Arabic the rank may have taken the given name with it."""
        for sent in sents:
            for person in sent.persons:
                if person.name_span is None or not _is_private(person):
                    continue
                start = person.name_span.start
                if person.title == "general" and person.role_span.start < start:
                    start = min([start, *(token.start for token in sent.tokens if token.start > person.role_span.start)])
                words = [token for token in sent.tokens if start <= token.start and token.end <= person.name_span.end]
                end = next((n for n, token in enumerate(words) if n and token.key in self._words.not_names), len(words))
                if words and words[0].script == "arabic" and self._joined_to(words[0]) and words[0].key.startswith("و"):
                    continue  # "of the military, and the lack of ...": another thing
                if words and (person.title == "general" or self._set_apart(sent.tokens, words)):
                    yield Span(start, words[end - 1].end)

    def _set_apart(self, tokens: Sequence[Token], name: Sequence[Token]) -> bool:
        """Whether a witness's name is one: it stands behind its noun or a mark, never behind a preposition or inside another name."""
        at = tokens.index(name[0])
        if any(self._words.named(token.key) for token in name):
            return True
        before = tokens[at - 1] if at else None
        if before is not None and before.script != "punct" and not self._words.nouns[before.key]:
            return False
        return name[0].script == "latin" or like_a_name(name)

    def _in_sentence(self, sent: Sent) -> Iterator[Span]:
        tokens = sent.tokens
        known = self._words.kinds
        kinds = [known[token.key] for token in tokens]
        if not any(kinds):
            return
        taken = _taken(sent)
        for first, last in self._arabic.find(tokens, kinds, taken):
            if not self._arabic.of_a_place(tokens, first) and not self._arabic.public(tokens, first):
                yield spanned(tokens, first, last, cut=int(self._joined_to(tokens[first])))
        if LATIN not in kinds:
            return
        runs = [run for run in self._latin.runs(tokens, taken) if not self._latin.of_a_place(tokens, run)]
        found = {run for run in runs if self._latin.private(tokens, run) and not self._latin.public(tokens, run)}
        for _ in runs:
            more = {run for run in self._latin.listed(tokens, runs, found) if not self._latin.public(tokens, run)}
            if not more:
                break
            found |= more
        yield from (Span(tokens[run.first].start, tokens[run.last].end) for run in found)

    def _joined_to(self, token: Token) -> bool:
        """Whether the first letter of a name is a conjunction or a preposition."""
        key = token.key
        known = guarded(key) or key in self._words.given or key in self._words.surnames
        return key[:1] in "وفبل" and len(key) > _SHORT and not known

    def _public(self, sents: Sequence[Sent]) -> list[Keys]:
        """Names of all who hold an office, lead something or are quoted as experts, as search keys."""
        names = [person.name for sent in sents for person in sent.persons if person.name and not _is_private(person)]
        found = [tuple(search_key(name).split()) for name in names]
        for sent in sents:
            if sent.tokens and sent.tokens[0].script != "arabic" and any(self._words.leaders[token.key] for token in sent.tokens):
                taken = _taken(sent)
                runs = (run for run in self._latin.runs(sent.tokens, taken) if self._latin.public(sent.tokens, run))
                found.extend(tuple(token.key for token in sent.tokens[run.first : run.last + 1]) for run in runs)
        return found

    def _is_public(self, name: Keys, public: Iterable[Keys]) -> bool:
        """Whether a name is that of one of them: all its words or more of them, or the same surname behind a like given name."""
        words = set(name)
        if not words:
            return False
        for other in public:
            if words <= set(other) or set(other) <= words:
                return True
            if len(name) > 2 and name[1] in self._words.links and not self._words.named(name[0]) and set(name[1:]) <= set(other):
                return True  # a verb before the link: "said Ould X"
            if len(name) > 1 and name[-1] == other[-1] and fuzz.ratio(name[0], other[0]) >= _ALIKE:
                return True
        return False

    def _others(self, sents: Sequence[Sent], public: Iterable[Keys]) -> frozenset[str]:
        """Words that name somebody or something else in this document: none of them is hidden alone."""
        named = {token.key for sent in sents for item in sent.found for token in sent.tokens[item.first : item.last + 1]}
        return frozenset(named.union(*public) if public else named)

    def _named(self, text: str, found: Iterable[Span], others: Set[str]) -> _Named:
        whole: list[Keys] = []
        latin: set[str] = set()
        arabic: dict[str, list[tuple[int, Keys]]] = {}
        for span in found:
            tokens = [token for token in tokenize(span.of(text)) if token.script != "punct"]
            if not tokens:
                continue
            keys = tuple(token.key for token in tokens)
            alone = {token.key for token in (tokens if tokens[0].script == "latin" else tokens[-1:]) if self._stands_alone(token, others)}
            if tokens[0].script == "latin":
                whole.append(keys)
                latin |= alone
                continue
            for name in (keys if len(keys) > 1 else (), *((key,) for key in alone)):
                for clitic in _CLITICS if name else ():
                    arabic.setdefault(clitic + name[0], []).append((len(clitic), name))
        return _Named(tuple({*whole}), frozenset(latin), arabic)

    def _stands_alone(self, token: Token, others: Set[str]) -> bool:
        """Whether a word of a name tells who is meant without the others."""
        linked = token.key in self._words.links or token.key in self._words.names.joiners
        return len(token.key) >= _SHORT and not linked and token.key not in others and not self._words.stops(token)

    def _again(self, tokens: Sequence[Token], named: _Named, sent: Sent | None = None) -> Iterator[Span]:
        """Where words name one of these persons: by the whole name, by one part of it, or written together (#NameSurname).

        Words of a place's name, and of the name of whoever holds an office, are left as they are.
        """
        taken = _taken(sent) if sent is not None else set()
        runs: list[Run] | None = None
        for at, token in enumerate(tokens):
            if at in taken:
                continue
            if token.script == "latin":
                if not self._is_meant(token, named):
                    continue
                runs = self._latin.runs(tokens, taken) if runs is None else runs
                run = next((run for run in runs if run.first <= at <= run.last), None)
                if run is None:
                    yield token.span
                elif not self._latin.of_a_place(tokens, run) and not self._latin.public(tokens, run):
                    yield Span(tokens[run.first].start, tokens[run.last].end)  # whoever has the surname too: a relative
            elif token.script == "arabic":
                for cut, name in named.arabic.get(token.key, ()):
                    follows = tuple(one.key for one in tokens[at + 1 : at + len(name)]) == name[1:]
                    if follows and not self._arabic.of_a_place(tokens, at):
                        yield spanned(tokens, at, at + len(name) - 1, cut=cut)

    def _is_meant(self, token: Token, named: _Named) -> bool:
        if token.key in named.latin:
            return token.text[:1].isupper()
        if "-" in token.text and token.text[:1].isupper() and set(token.key.split("-")) & named.latin:
            return True
        return len(token.key) > _TOGETHER and any(
            "".join(keys) == token.key or set(keys) <= set(token.key.split("-")) for keys in named.whole
        )


def _keys(name: str | None) -> Keys:
    return tuple(search_key(name or "").split())


def _without_rank(person: Person) -> Person:
    """The person without a name where a low rank alone is no office."""
    return replace(person, name=None, name_span=None) if person.title == "general" and _is_private(person) else person


def _is_private(person: Person) -> bool:
    """Whether a person named beside a word of the tables holds no office: a witness, or a low rank without a body."""
    if person.title == "witness":
        return True
    bare = person.organisation is None and person.entity is None and person.body is None
    return person.title == "general" and bare and search_key(person.office).partition(" ")[0] in _JUNIOR


def _taken(sent: Sent) -> set[int]:
    """Positions of words that name somebody or something else."""
    taken = {at for item in sent.found for at in range(item.first, item.last + 1)}
    for person in sent.persons:
        if not _is_private(person):
            taken |= set(range(person.first, person.last + 1))
    return taken


def _merged(spans: Iterable[Span], text: str) -> list[Span]:
    """The spans in order, those that overlap or follow each other as words of one name made one."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and (span.start <= made[-1].end or set(text[made[-1].end : span.start]) <= _JOINS):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return made
