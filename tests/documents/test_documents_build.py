"""Documents from text and HTML: exact offsets, roles, heads, language."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import DocumentError
from marsad.base.records import RawText
from marsad.documents import make_document, unknown_language
from marsad.documents.paragraphs import is_boilerplate


def raw(text: str, *, html: bool = False) -> RawText:
    return RawText("x.html" if html else "x.txt", text.encode(), text, html=html)


def roles(text: str) -> list[tuple[str, str]]:
    made = make_document(raw(text))
    return [(p.role, p.span.of(made.text)) for p in made.paragraphs]


@pytest.mark.shared
def test_the_seed_article_is_cut_exactly_as_its_reader_cut_it(shared: Path) -> None:
    folder = shared / "gold" / "seed_article"
    data = (folder / "article.txt").read_bytes()
    gold = json.loads((folder / "gold.json").read_text("utf-8"))["document"]
    made = make_document(RawText("article.txt", data, data.decode("utf-8")))
    assert made.id == gold["sha256"]
    assert made.language == "ar"
    assert made.published is None
    expected = [(p["start"], p["end"], p["kind"].split("_")[0]) for p in gold["paragraphs"]]
    found = [(p.span.start, p.span.end) for p in made.paragraphs]
    assert found == [(start, end) for start, end, _ in expected]
    kinds = ["title" if kind == "title" else "boilerplate" if kind == "boilerplate" else "body" for _, _, kind in expected]
    assert [p.role for p in made.paragraphs] == kinds


@pytest.mark.parametrize(
    ("note", "publisher", "day"),
    [
        ("Sample text written for the Marsad project", "Publisher: Example Wire", "Date: 2026-05-12"),
        ("Texte d'essai écrit pour le projet Marsad", "Éditeur : Example Wire", "Date : 2026-05-12"),
        ("نص تجريبي كتب لمشروع مرصد", "الناشر: Example Wire", "التاريخ: ٢٠٢٦-٠٥-١٢"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_head_states_publisher_and_date_and_is_boilerplate(note: str, publisher: str, day: str, newline: str) -> None:
    text = newline.join([note, publisher, day, "", "A short title", "", "A body paragraph that says something.", ""])
    made = make_document(raw(text))
    assert (made.publisher, made.published, made.title) == ("Example Wire", date(2026, 5, 12), "A short title")
    assert [p.role for p in made.paragraphs] == ["boilerplate"] * 3 + ["title", "body"]
    assert [p.span.of(text) for p in made.paragraphs][:3] == [note, publisher, day]


def test_what_the_caller_gives_wins_over_the_head() -> None:
    text = "Publisher: Example Wire\nDate: 2026-05-12\n\nTitle here\n\nBody text."
    made = make_document(raw(text), published=date(2026, 5, 14), publisher="Other", language="fr")
    assert (made.publisher, made.published, made.language) == ("Other", date(2026, 5, 14), "fr")


def test_a_sentence_that_begins_like_a_head_is_no_head() -> None:
    text = "Source: officials said on Tuesday that a long column of vehicles had left the town of Aru before dawn and gone north.\n\nMore."
    assert [role for role, _ in roles(text)] == ["body", "body"]
    assert make_document(raw("Date: 2026-13-45\n\nMore text follows here.")).published is None


def test_a_first_sentence_is_body_and_a_lone_line_is_body() -> None:
    assert [role for role, _ in roles("Gunmen killed five people in Aru.\n\nThe governor said so.")] == ["body", "body"]
    assert [role for role, _ in roles("Gunmen killed five people in Aru")] == ["body"]


def test_a_headline_may_ask() -> None:
    assert [role for role, _ in roles("Que fait l'armée d'Aru ?\n\nLe ministre a répondu mardi.")] == ["title", "body"]


def test_windows_newlines_part_paragraphs_and_offsets_stay_raw() -> None:
    text = "A title\r\n\r\nFirst line\r\nsecond line.\r\n \r\nLast one."
    assert roles(text) == [("title", "A title"), ("body", "First line\r\nsecond line."), ("body", "Last one.")]


def test_long_lines_without_blank_lines_are_paragraphs() -> None:
    long = "The governor of the region said that the road to the north is open again, " * 2
    assert [role for role, _ in roles(f"A title\n{long}\n{long}")] == ["title", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "#ساحل #أمن #تعاون",
        "زر الذهاب إلى الأعلى",
        "العَودة إلى الأعلى",
        "Retour en haut ↑",
        "À LIRE AUSSI : la route du nord rouverte",
        "Read also: the road to the north",
        "Subscribe to our newsletter",
        "اقرأ أيضًا: فتح الطريق إلى الشمال",
        "This site uses cookies to measure its audience. By going on you agree.",
        "Ce site utilise des cookies pour mesurer son audience.",
        "* * *",
    ],
)
def test_page_furniture_is_boilerplate(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize(
    "line",
    [
        "شارك وزير الخارجية في القمة التي عقدت في العاصمة.",
        "Partager le pouvoir reste difficile, a dit le ministre.",
        "Home affairs minister meets his counterpart.",
        "Read more slowly, the teacher told the class before the raid began in the village.",
        "#Sahel is the word of the day, the minister said.",
        "The court ruled that the site's use of cookies broke the law. " * 12,
    ],
)
def test_prose_that_begins_like_furniture_is_kept(line: str) -> None:
    assert not is_boilerplate(line)


@given(st.text(alphabet=st.sampled_from("اب ab#.\n\r\t:…é\u2029\u200f"), max_size=200))
def test_paragraphs_never_overlap_and_leave_out_nothing_but_blanks(text: str) -> None:
    made = make_document(raw(text), language="en")
    spans = [p.span for p in made.paragraphs]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = "".join(s.of(text) for s in spans)
    assert "".join(covered.split()) == "".join(text.split())


def test_an_unknown_language_is_said_with_its_reason() -> None:
    made = make_document(raw("Der Minister traf gestern in Berlin seinen Amtskollegen, um über Sicherheit und Handel zu sprechen."))
    assert made.language == "und"
    assert "looks like de" in (unknown_language(made) or "")
    assert unknown_language(make_document(raw("استقبل الوزير نظيره في العاصمة"))) is None


PAGE = """<!doctype html><html lang="fr"><head><title>Le ministre reçoit son homologue | Fil Exemple</title>
<meta charset="utf-8"><meta property="og:site_name" content="Fil Exemple">
<meta property="og:title" content="Le ministre reçoit son homologue">
<meta property="article:published_time" content="2026-05-12T08:00:00+00:00">
<style>.x{content:"STYLEWORD"}</style><script>var x = "SCRIPTWORD killed five";</script></head>
<body><nav><a href="/">Accueil</a> <a href="/m">MENUWORD</a></nav><article><h1>Le ministre reçoit son homologue</h1>
<p>Le ministre de la Défense du pays d'Aru a reçu mardi son homologue du pays de Bel pour parler de la sécurité des frontières.</p>
<script>document.write("SCRIPTWORD")</script>
<p>Les deux ministres ont décidé de se revoir en juin, selon un communiqué publié dans la soirée par la présidence d'Aru.</p>
</article><footer>Tous droits réservés</footer></body></html>"""


def test_a_page_gives_its_article_and_never_its_scripts() -> None:
    made = make_document(raw(PAGE, html=True))
    assert made.title == "Le ministre reçoit son homologue"
    assert (made.publisher, made.published, made.language) == ("Fil Exemple", date(2026, 5, 12), "fr")
    assert "SCRIPTWORD" not in made.text
    assert "STYLEWORD" not in made.text
    assert [p.role for p in made.paragraphs] == ["title", "body", "body"]
    assert made.paragraphs[2].span.of(made.text).startswith("Les deux ministres")


def test_a_page_without_text_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(DocumentError, match=r"no main text.*\.txt"):
        make_document(raw("<html><body><script>let a = 1</script></body></html>", html=True))
