"""Search keys, tokens, clitic cuts and sentences: laws for any text, examples in three languages."""

import doctest
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base import script
from marsad.base.records import Span
from marsad.base.script import SENTENCE_MOST, cuts, guarded, normalise, search_key, sentences, stem, tokenize

ODD = "\u200f\u202b\u202c\u00ad\u200b\ufeff\u0640\u064e\u0651\u0301\ufefb\ufdfa\u00a0\u202f\x00\x07\ud800"
TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(ODD + "واشنطنالساحلéœÇ’-–0123٤٥٦.,؟؛«»\n ")), max_size=120)


def test_the_examples_in_the_docstrings_run() -> None:
    assert doctest.testmod(script).failed == 0


@given(TEXTS)
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(TEXTS)
def test_offsets_rise_and_lead_back_into_the_text(text: str) -> None:
    normal = normalise(text)
    assert normal.text == search_key(text)
    assert len(normal.offsets) == len(normal.text) + 1
    assert list(normal.offsets) == sorted(normal.offsets)
    assert normal.offsets[-1] == len(text)
    for i, char in enumerate(normal.text):
        assert char in search_key(text[normal.offsets[i]])


@given(TEXTS)
def test_a_raw_span_covers_what_its_key_came_from(text: str) -> None:
    normal = normalise(text)
    for i in range(len(normal.text)):
        assert normal.text[i] in search_key(normal.raw_span(i, i + 1).of(text))


@given(TEXTS, st.integers(0, 1000))
def test_a_token_is_the_text_under_its_span(text: str, start: int) -> None:
    last = start
    for token in tokenize(text, start):
        assert token.start >= last
        assert token.text == text[token.start - start : token.end - start]
        assert token.key == search_key(token.text)
        assert token.span == Span(token.start, token.end)
        last = token.end


@given(TEXTS)
def test_a_token_neither_holds_a_blank_nor_looks_beyond_one(text: str) -> None:
    whole = [(match.start(), match[0]) for match in script._TOKEN.finditer(text)]
    assert [(token.start, token.text) for token in tokenize(text)] == whole


def test_only_so_many_words_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script, "_CHUNKS_KEPT", 50)
    kept = script._Chunks()
    monkeypatch.setattr(script, "_PIECES_OF", kept)
    text = " ".join(f"word{n}" for n in range(400)) + " " + "x" * 5_000
    assert [token.key for token in tokenize(text)] == text.split(" ")
    assert len(kept) <= 50
    assert max(map(len, kept)) < 100


@given(TEXTS)
def test_sentences_keep_every_character_that_is_not_blank(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert "".join("".join(s.of(text) for s in found).split()) == "".join(text.split())
    assert all(0 < s.end - s.start <= SENTENCE_MOST for s in found)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("إلى الأُمَّـــة", "الي الامه"),
        ("مسؤولون في هيئة", "مسوولون في هييه"),
        ("کابل و ایران", "كابل و ايران"),
        ("١٢٫٥ ۱۲", "12٫5 12"),
        ("Cœur – d’Été", "coeur - d'ete"),
        ("أ", "ا"),
        ("ﻻﺟﺊ", "لاجي"),
    ],
)
def test_spelling_variants_share_a_key(text: str, key: str) -> None:
    assert search_key(text) == key


def test_words_are_cut_where_the_language_cuts_them() -> None:
    text = "L'armée qu’il N'Djamena Mali's don't aujourd'hui F-16 M23 و14 يونيو 2022-06-13"
    assert [t.text for t in tokenize(text)] == [
        "L'", "armée", "qu’", "il", "N'Djamena", "Mali", "'s", "don't", "aujourd'hui", "F-16", "M23",
        "و", "14", "يونيو", "2022", "-", "06", "-", "13",
    ]  # fmt: skip


def test_an_arabic_word_keeps_its_marks_and_inner_controls() -> None:
    text = "قُتِــلَ\u200f مال\u200cي"
    assert [t.key for t in tokenize(text)] == ["قتل", "مالي"]


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("واشنطن", ["واشنطن"]),
        ("وواشنطن", ["وواشنطن", "واشنطن"]),
        ("بوركينا", ["بوركينا"]),
        ("وبوركينا", ["وبوركينا", "بوركينا"]),
        ("بالمانيا", ["بالمانيا", "المانيا"]),
        ("للشعب", ["للشعب", "لشعب", "شعب"]),
        ("لليبيا", ["لليبيا", "ليبيا", "يبيا"]),
        ("فسيقول", ["فسيقول", "سيقول", "يقول"]),
        ("السودان", ["السودان", "سودان"]),
        ("والسودان", ["والسودان", "السودان", "سودان"]),
        ("في", ["في"]),
    ],
)
def test_clitics_are_cut_one_after_the_other(word: str, found: list[str]) -> None:
    assert [cut.stem for cut in cuts(word)] == found


NAMES = "واشنطن وليام وزير وزراء بورنز بوليساريو لبنان ليبيا فرنسا فاغنر كريستوفر بوركينا سيناء المانيا كينيا لاجئين"


def test_the_first_letter_of_a_guarded_name_is_never_cut() -> None:
    for name in search_key(NAMES).split():
        assert guarded(name), name
        assert [cut.stem for cut in cuts(name)] == [name]


def test_a_known_word_is_taken_whole() -> None:
    assert stem("بغداد", {"بغداد", "غداد"}) == "بغداد"
    assert stem("وبدم", {"دم"}) == "دم"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le Dr. Sow et M. Ba sont là. Ils partent.", ["Le Dr. Sow et M. Ba sont là.", "Ils partent."]),
        ("It cost 3.5 million. W. J. Burns left.", ["It cost 3.5 million.", "W. J. Burns left."]),
        ("قال: «نعم.» ثم خرج. وعاد؟ لا؛ بل بقي", ["قال: «نعم.»", "ثم خرج.", "وعاد؟", "لا؛", "بل بقي"]),
        ("Title\n\nHard\nwrapped line. Next", ["Title", "Hard\nwrapped line.", "Next"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, found: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == found


def test_sentences_of_a_span_keep_offsets_of_the_whole_text() -> None:
    text = "One. Two. Three."
    assert [s.of(text) for s in sentences(text, Span(5, 16))] == ["Two.", "Three."]


@pytest.mark.parametrize("unit", ["كلمة ", "a'", "1,", "أ\u200b", ".", "\n", "» ", "a-", "x" * 50])
def test_a_very_long_line_is_cut_and_never_hangs(unit: str) -> None:
    text = unit * (400_000 // len(unit))
    assert all(s.end - s.start <= SENTENCE_MOST for s in sentences(text))
    assert len(normalise(text).text) <= len(text)
    assert tokenize(text) is not None
