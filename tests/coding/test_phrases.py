"""Listed phrases: found by their words, clitics allowed, and the same whoever else looks into the sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from marsad.base.script import tokenize
from marsad.coding.lexicon_entries import Entry
from marsad.coding.phrases import PhraseIndex, Shelf


def entry(id_: str, *words: str, lang: str = "en") -> Entry:
    return Entry("made_up", id_, {lang: list(words)}, "test.toml", 1)


LISTS = {
    "speech": [entry("says", "said", "told", "told the"), entry("says_ar", "قال", "صرح", lang="ar")],
    "talks": [entry("meet", "met", "met with", "told the press"), entry("meet_ar", "استقبل", "قال له", lang="ar")],
    "denial": [entry("deny", "not", "denied", "said not")],
}
WORDS = [
    "said", "told", "the", "press", "met", "with", "not", "denied", ",", ".", "«", "gao",
    "قال", "وقال", "فصرح", "استقبل", "له", "والقال",
]  # fmt: skip
sentences = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def found(index: PhraseIndex, text: str) -> list[tuple[str, str]]:
    return [(phrase.sense, phrase.span.of(text)) for phrase in index.find(tuple(tokenize(text)))]


def test_the_longest_phrase_is_taken_and_none_inside_it() -> None:
    index = PhraseIndex([entry("met", "met"), entry("met_with", "met with the press"), entry("press", "press")])
    text = "He met them, then met with the press."
    assert found(index, text) == [("met", "met"), ("met_with", "met with the press")]


def test_a_conjunction_may_hang_on_a_verb_and_the_article_may_not() -> None:
    index = PhraseIndex([entry("says", "قال", lang="ar")])
    assert found(index, "وقال الرئيس") == [("says", "وقال")]
    assert found(index, "القال والقيل") == []


@given(st.lists(sentences, min_size=1, max_size=6))
def test_indexes_on_one_shelf_find_what_each_finds_alone(texts: list[str]) -> None:
    shelf = Shelf()
    together = {name: PhraseIndex(entries, shelf) for name, entries in LISTS.items()}
    alone = {name: PhraseIndex(entries) for name, entries in LISTS.items()}
    for text in (*texts, *texts):
        tokens = tuple(tokenize(text))
        for name, index in together.items():
            assert list(index.find(tokens)) == list(alone[name].find(tokens))
            assert list(index.find(list(tokens))) == list(alone[name].find(tokens))


def test_an_index_put_on_a_shelf_in_use_is_asked_too() -> None:
    shelf = Shelf()
    first = PhraseIndex(LISTS["speech"], shelf)
    tokens = tuple(tokenize("He said so and denied it"))
    assert [phrase.sense for phrase in first.find(tokens)] == ["says"]
    late = PhraseIndex(LISTS["denial"], shelf)
    assert [phrase.sense for phrase in late.find(tokens)] == ["deny"]
    assert [phrase.sense for phrase in first.find(tokens)] == ["says"]


def test_a_list_of_words_changed_after_it_was_asked_about_is_read_anew() -> None:
    index = PhraseIndex(LISTS["speech"])
    tokens = tokenize("He said so")
    assert len(index.find(tokens)) == 1
    tokens.clear()
    assert list(index.find(tokens)) == []
