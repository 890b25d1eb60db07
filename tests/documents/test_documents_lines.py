"""One document a line, and copies of one another."""

from hypothesis import given
from hypothesis import strategies as st

from marsad.base.records import Document, RawText
from marsad.documents import documents_of_lines, make_document, near_duplicates

STORY = (
    "Five people were killed on Tuesday when armed men attacked the market of Aru, the governor said. "
    "The men came on motorcycles at noon, opened fire on the crowd and left towards the north. "
    "Soldiers reached the town an hour later and closed the road. The wounded were taken to the regional capital."
)
OTHER = (
    "The ministers of trade of Aru and Bel met in the capital on Monday and spoke of the price of grain, of the bridge over the river "
    "and of a common market that both countries have wanted for years, an official of the presidency told the press after the talks."
)


def document(text: str, name: str = "x.txt") -> Document:
    return make_document(RawText(name, text.encode(), text), language="en")


def test_an_empty_line_keeps_its_number() -> None:
    text = "One here.\r\n\r\n  Three here.\n"
    found = list(documents_of_lines(RawText("l.txt", text.encode(), text)))
    assert [number for number, _ in found] == [0, 1, 2]
    assert [made.text for _, made in found] == ["One here.", "", "  Three here."]
    assert found[1][1].paragraphs == ()
    assert found[2][1].paragraphs[0].span.of(found[2][1].text) == "Three here."


@given(st.lists(st.text(alphabet=st.sampled_from("ab \u2028\u0085\x0b"), max_size=5), min_size=1, max_size=8))
def test_as_many_documents_as_line_feeds(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    found = list(documents_of_lines(RawText("l.txt", text.encode(), text), language="en"))
    assert [made.text for _, made in found] == lines


def test_an_edited_copy_is_a_near_duplicate_and_another_story_is_not() -> None:
    edited = STORY.replace("Five", "Six").replace(" The wounded were", "\n\nThe wounded were")
    first, copy, other = document("A title\n\n" + STORY), document("Another\n\n" + edited), document(OTHER)
    pairs = near_duplicates([first, copy, other])
    assert [(p.first, p.second, p.shared) for p in pairs] == [(first.id, copy.id, "text")]
    assert 0.6 <= pairs[0].similarity < 1


def test_arabic_copies_are_found_across_spelling_and_vowel_marks() -> None:
    text = "قتل خمسة أشخاص يوم الثلاثاء في هجوم مسلح على سوق بلدة آرو حسب ما أعلن والي المنطقة الشمالية في بيان صدر مساء"
    marked = text.replace("قتل", "قُتِلَ").replace("أشخاص", "اشخاص").replace("بلدة", "بلـدة")
    pairs = near_duplicates([document(text), document(marked)])
    assert [(p.shared, p.similarity) for p in pairs] == [("text", 1.0)]


def test_a_copied_title_or_paragraph_is_recognised() -> None:
    titled = "Armed men attack the market of Aru\n\n"
    one, two = document(titled + STORY), document(titled + OTHER)
    assert [p.shared for p in near_duplicates([one, two])] == ["title"]
    quoting = document(OTHER + "\n\n" + OTHER.replace("trade", "war") + "\n\n" + STORY + "\n\n" + OTHER.upper().replace("GRAIN", "OIL"))
    assert [p.shared for p in near_duplicates([document(STORY), quoting])] == ["paragraph"]


def test_a_document_is_no_copy_of_itself_and_empty_ones_are_no_pair() -> None:
    assert near_duplicates([document(STORY), document(STORY)]) == ()
    assert near_duplicates([document("#a"), document("#b")]) == ()
