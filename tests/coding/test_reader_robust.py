"""Whatever a text holds, the reader neither fails nor hangs, and what it gives points into the text."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.coded import only, read

from marsad.base.errors import LexiconError
from marsad.base.records import Document, Event, Mention, RawText, Record, Reject, Span, as_json, from_json
from marsad.base.script import SENTENCE_MOST, sentences, tokenize
from marsad.coding.lexicon import load_lexicon
from marsad.coding.phrases import PhraseIndex, Shelf
from marsad.documents import make_document
from marsad.documents.parts import PART_MOST
from marsad.settings import Settings
from marsad.sources.files import read_paths
from marsad.verbs.jobs import how_many
from marsad.verbs.reading import ReadRequest, _pieces, read_documents
from marsad.verbs.reading import read as read_files

CAREFUL = Path(__file__).with_name("careful")
WORDS = [
    "Gunmen",
    "killed",
    "three",
    "people",
    "in",
    "Gao",
    ",",
    "said",
    "the",
    "president",
    "of",
    "Mali",
    ".",
    "“",
    "»",
    "«",
    "”",
    '"',
    "(",
    ")",
    "'",
    "…",
    "!",
    "؟",
    "؛",
    "،",
    "-",
    "3",
    "12",
    "2022",
    "١٢",
    "May",
    "2024",
    "hier",
    "lundi",
    "mardi",
    "قتل",
    "ثلاثة",
    "جنود",
    "في",
    "مالي",
    "أعلن",
    "وزير",
    "الدفاع",
    "أن",
    "الرئيس",
    "استقبل",
    "نظيره",
    "اليوم",
    "أمس",
    "و",
    "ب",
    "ل",
    "ال",
    "مظاهرة",
    "protest",
    "les",
    "manifestants",
    "ont",
    "accusé",
    "le",
    "ministre",
    "a",
    "the",
    "of",
    "and",
    "not",
    "will",
    "would",
    "if",
    "\u200b",
    "\u200f",
    "\u202e",
    "ـ",
    "\x00",
    "\x07",
    "\xad",
    "\ufeff",
    "\n",
    "\n\n",
    "\u2028",
    "\t",
    "l'",
    "d'",
    "'s",
    "😀",
    "漢字",
    "½",
    "²",
    "①",
]
texts = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join),
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=60).map("".join),
)


def spans_of(value: object) -> list[Span]:
    """Every span inside a record."""
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for item in value for span in spans_of(item)]
    fields = getattr(value, "__dataclass_fields__", {})
    return [span for name in fields for span in spans_of(getattr(value, name))]


def sound(records: tuple[Record, ...], text: str) -> None:
    """Spans lie in the text; each record comes back from JSON as it went."""
    for record in records:
        assert all(span.end <= len(text) for span in spans_of(record))
        assert from_json(type(record), json.loads(json.dumps(as_json(record), ensure_ascii=False))) == record


@settings(max_examples=120, deadline=None)
@given(texts, st.sampled_from(["ar", "fr", "en", "und", "sw"]))
def test_any_text_is_read_and_its_records_point_into_it(text: str, lang: str) -> None:
    sound(read(text, lang), text)


@settings(max_examples=40, deadline=None)
@given(texts)
def test_a_text_reads_the_same_whatever_was_read_before_it(text: str) -> None:
    before = read(text, "en")
    read("km² ② 5 ５ مالي " + text[::-1], "ar")
    assert read(text, "en") == before


HOSTILE = {
    "one word without end": "x" * 300_000,
    "one letter over and over": "a " * 30_000,
    "waw without end": "و" * 100_000,
    "quotes nested a thousand deep": "« " * 1000 + "nous sommes tous ici" + " »" * 1000,
    "quotes that never close": "“" * 20_000 + "we are here now",
    "nothing but stops": ". " * 20_000,
    "zero-width characters alone": "\u200b\u200d\ufeff" * 30_000,
    "directions that never end": "\u202e\u2066قتل ثلاثة\u202d killed 3 " * 3_000,
    "control characters between letters": "\x00".join("Gunmen killed three people in Gao. " * 500),
    "a sentence of five thousand words": "gunmen killed three people and " * 1_000,
    "titles alone": "the president of the minister of " * 3_000,
    "dates alone": "3 May 2024 and hier lundi " * 3_000,
    "digits and commas": "1," * 50_000,
    "nothing at all": "",
    "blanks alone": " \t\n\u00a0\u2028" * 10_000,
    "combining marks alone": "\u0301\u064b" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_hostile_texts_are_read(name: str, lang: str) -> None:
    sound(read(HOSTILE[name], lang), HOSTILE[name])


def test_a_line_of_ten_megabytes_is_read_to_its_end() -> None:
    text = "lorem ipsum dolor " * 555_555 + "Gunmen killed three people in Gao."
    cut = sentences(text)
    assert cut[-1].end == len(text)
    assert max(span.end - span.start for span in cut) <= SENTENCE_MOST


def test_an_event_behind_a_long_sentence_is_found() -> None:
    text = "lorem ipsum dolor " * 20_000 + ".\nGunmen killed three soldiers in Gao on Monday."
    assert [event.type for event in only(read(text, "en"), Event)] == ["ASSAULT"]


@pytest.mark.parametrize("times", [40, 400])
def test_a_text_told_over_and_over_gives_each_sentence_its_records(times: int) -> None:
    text = "Gunmen killed 3 people in Gao.\n" * times
    assert len(only(read(text, "en"), Event)) == times


def steps(text: str, lang: str) -> int:
    """Functions called while a text is read whose words are known: what time it takes, without a clock."""
    read(text, lang)
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1

    sys.setprofile(count)
    try:
        read(text, lang)
    finally:
        sys.setprofile(None)
    return seen


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_eight_times_the_text_takes_eight_times_the_steps(lang: str) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(CAREFUL.glob(f"{lang}_*.txt")))
    assert steps(text * 8, lang) < 9 * steps(text, lang)


@pytest.mark.parametrize(
    "name",
    ["presidentأن", "« nous sommes tous ici » ", "gunmen killed 3 people and ", "the president of the minister of ", "3 May 2024 and "],
)
def test_a_hostile_line_grown_eight_times_takes_eight_times_the_steps(name: str) -> None:
    assert steps(name * 1_600, "en") < 9.5 * steps(name * 200, "en")


def requested(*paths: Path, lines: bool = False, jobs: int | None = 1, lexicons: tuple[Path, ...] = ()) -> tuple[list[Record], list[str]]:
    """Records of files, and what the user was told."""
    told: list[str] = []
    return list(read_files(Settings(), ReadRequest(paths=paths, lines=lines, jobs=jobs, lexicons=lexicons), told.append)), told


def test_no_file_is_dropped_in_silence(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gunmen killed three people in Gao on Monday.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"caf\xe9 \xff\xfe\x81 killed")
    (tmp_path / "c.html").write_text("<html><script>while(1){}</script><style>p{}</style></html>", encoding="utf-8")
    (tmp_path / "d.txt").write_text("Habari ya asubuhi, watu wawili wameuawa mjini.", encoding="utf-8")
    (tmp_path / "e.txt").write_text("", encoding="utf-8")
    records, told = requested(tmp_path)
    seen = {Path(r.path).name for r in records if isinstance(r, Document)}
    aside = {Path(name).name for r in records if isinstance(r, Reject) for name in (r.source, r.where)}
    assert {"a.txt", "b.txt", "c.html", "d.txt", "e.txt"} <= seen | aside
    assert len(told) >= sum(isinstance(r, Reject) for r in records)


def test_scripts_of_a_page_are_no_text(tmp_path: Path) -> None:
    page = (
        "<html><head><script>var s = 'Gunmen killed 900 people in Paris';</script></head><body><article><p>%s</p></article></body></html>"
    )
    story = "Gunmen killed three soldiers in Gao on Monday, the army said. The attack happened near the market in the north of the country."
    (tmp_path / "page.html").write_text(page % story, encoding="utf-8")
    (found,) = [r for r in requested(tmp_path / "page.html")[0] if isinstance(r, Document)]
    assert "900" not in found.text
    assert "soldiers" in found.text


@pytest.mark.slow
def test_several_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("marsad.verbs.reading._PIECE", 9_000)
    line = "Gunmen killed {} people in Gao on Monday, said the president of Mali.\n\nقتل {} جنود في مالي يوم الاثنين\n"
    text = "".join(line.format(n, n) for n in range(1, 650))
    (tmp_path / "lines.txt").write_text(text, encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x81")
    alone = requested(tmp_path, lines=True, jobs=1)
    assert requested(tmp_path, lines=True, jobs=2) == alone
    assert [r.path.rsplit("/", 1)[-1] for r in alone[0] if isinstance(r, Document)].count("lines.txt") == text.count("\n")


@pytest.mark.slow
def test_several_processes_know_the_lexicons_on_top_and_say_what_is_wrong_with_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gunmen of the Blue Lion Front killed three people in Gao on Monday.", encoding="utf-8")
    own = tmp_path / "own.toml"
    own.write_text('[groups]\nblue-lion = { en = ["Blue Lion Front"], countries = ["MLI"], source = "own" }\n', encoding="utf-8")
    with_it = requested(tmp_path / "a.txt", jobs=2, lexicons=(own,))
    assert with_it == requested(tmp_path / "a.txt", lexicons=(own,))
    assert any(isinstance(record, Mention) and record.entity == "group:blue-lion" for record in with_it[0])
    own.write_text('[groups]\nblue-lion = { colour = "blue" }\n', encoding="utf-8")
    with pytest.raises(LexiconError, match=r"own\.toml:2"):
        requested(tmp_path / "a.txt", jobs=2, lexicons=(own,))


def toll(number: int) -> int:
    """Deaths of the sentence of that number: every figure from 2 to 901 in turn."""
    return number % 900 + 2


def long_story(tmp_path: Path, sentences: int) -> str:
    """One line of so many sentences, written to `long.txt`."""
    told = [f"Gunmen killed {toll(n)} people in Gao on Monday, said the president of Mali. " for n in range(sentences)]
    text = "Officials met. " + "".join(told)
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    return text


def test_a_line_longer_than_a_part_is_read_to_its_end(tmp_path: Path) -> None:
    text = long_story(tmp_path, 4_000)
    assert len(text) > PART_MOST
    records = requested(tmp_path / "long.txt")[0]
    (document,) = [one for one in records if isinstance(one, Document)]
    deaths = [one for one in records if isinstance(one, Event) and one.fatalities]
    assert document.text == text
    assert [one.fatalities.best for one in deaths if one.fatalities] == [toll(n) for n in range(4_000)]
    assert all(one.span and f"killed {one.fatalities.best} people" in one.span.of(text) for one in deaths if one.fatalities)
    assert {one.document for one in deaths} == {document.id}
    assert len({one.id for one in deaths}) == len(deaths)
    alone = requested(tmp_path / "long.txt", lines=True)[0]
    assert {one.line for one in alone if isinstance(one, Event)} == {0}
    assert sum(isinstance(one, Event) for one in alone) >= 4_000


@pytest.mark.slow
def test_several_processes_share_one_long_line(tmp_path: Path) -> None:
    long_story(tmp_path, 8_000)
    (tmp_path / "short.txt").write_text("Gunmen killed three people in Gao on Monday.", encoding="utf-8")
    assert requested(tmp_path, jobs=2) == requested(tmp_path, jobs=1)
    size = (tmp_path / "long.txt").stat().st_size
    pieces = list(_pieces(read_paths([tmp_path]), ReadRequest(paths=(tmp_path,))))
    assert max(piece.size for piece in pieces) <= PART_MOST < size


def test_documents_already_made_are_read_in_parts_too(tmp_path: Path) -> None:
    text = long_story(tmp_path, 4_000)
    (kept,) = read_documents(Settings(), [make_document(RawText("long.txt", text.encode(), text))])
    records = kept.records
    assert kept.document.text == text
    assert [one.fatalities.best for one in records if isinstance(one, Event) and one.fatalities] == [toll(n) for n in range(4_000)]


def test_sentences_remembered_hold_a_bounded_number_of_words_however_long_they_are() -> None:
    shelf = Shelf()
    index = PhraseIndex(load_lexicon().section("speech").values(), shelf)
    sentence = tokenize("said the " * 1_000)
    for _ in range(100):
        index.find(tuple(sentence))
    assert sum(len(asked.tokens) for asked in shelf._asked.values()) <= 130_000


def test_little_text_is_read_in_this_process_and_keeps_its_order() -> None:
    jobs, pieces = how_many(None, range(5), lambda _: 10)
    assert (jobs, list(pieces)) == (1, [0, 1, 2, 3, 4])
