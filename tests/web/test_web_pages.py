"""Every page in three languages, for readers and for programs; the address in another form; nothing from outside; no broken page."""

import itertools
import re
from html.parser import HTMLParser
from importlib import resources
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor
from starlette.testclient import TestClient

from marsad.web.guards import POLICY
from marsad.web.pages import MEDIA
from marsad.web.reading import cut_text

LANGUAGES = ("ar", "fr", "en")
PAGES = (
    "", "forecasts", "meetings", "sources", "briefs", "search", "search?q=menaka", "search?q=الساحل", "place/MLI", "place/FRA",
    "cell/149426", "pair/MAR-USA",
)  # fmt: skip


class Tags(HTMLParser):
    """Every tag with its attributes, and the ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name))]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_comes_whole_in_its_language_and_direction_and_as_json_at_the_same_address(
    asker: TestClient, language: str, page: str
) -> None:
    answer = asker.get(f"/{language}/{page}")
    assert answer.status_code == 200
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
    assert answer.text.count("<h1>") == 1
    assert "Undefined" not in answer.text
    assert "None" not in re.sub(r"<[^>]*>", "", answer.text)
    assert answer.headers["content-security-policy"] == POLICY
    twin = asker.get(f"/{language}/{page}", headers={"Accept": "application/json"})
    assert twin.status_code == 200
    by_address = asker.get(f"/{language}/{page}{'&' if '?' in page else '?'}format=json")
    assert by_address.json() == twin.json()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_stands_beside_its_records_and_every_mark_leads_to_one(asker: TestClient, document: str, language: str) -> None:
    answer = asker.get(f"/{language}/document/{document}")
    page = Tags(answer.text)
    records = [value for value in page.all("id") if re.match(r"(event|engagement|statement)-", value)]
    assert len(records) == len(set(records)) > 2
    marks = [a["href"] for tag, a in page.tags if tag == "a" and a.get("class") == "num" and str(a["href"]).startswith("#e")]
    assert marks
    assert {str(mark)[1:] for mark in marks} <= set(records)
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", answer.text))
    assert "engagement-" in shown  # the rule of a meeting


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_asks_for_anything_outside_or_holds_a_script_or_a_style_of_its_own(asker: TestClient, document: str, language: str) -> None:
    for page in (*PAGES, f"document/{document}"):
        found = Tags(asker.get(f"/{language}/{page}").text)
        assert not {tag for tag, _ in found.tags} & {"style", "iframe", "img"}
        scripts = [a for tag, a in found.tags if tag == "script"]
        assert all(str(a["src"]).startswith("/assets/") for a in scripts)
        loaded = [a.get("href") or "" for tag, a in found.tags if tag == "link"]
        assert all(address.startswith("/") for address in loaded)
        assert not [a for _, a in found.tags if "style" in a or any(name.startswith("on") for name in a)]
        ids = found.all("id")
        assert len(ids) == len(set(ids)), page


def test_every_link_within_leads_somewhere(asker: TestClient) -> None:
    seen, queue = set(), ["/en/", "/ar/forecasts", "/fr/sources", "/en/search?q=menaka"]
    while queue and len(seen) < 90:
        address = queue.pop(0).partition("#")[0]
        if not address.startswith("/") or address in seen:
            continue
        seen.add(address)
        answer = asker.get(address)
        assert answer.status_code == 200, address
        if "html" in answer.headers["content-type"] and "/briefs/" not in address:
            queue += [a["href"] or "" for tag, a in Tags(answer.text).tags if tag in ("a", "link") and "href" in a]
    assert len(seen) > 50


def test_briefs_in_every_form_can_be_read_and_downloaded_and_keep_their_own_style(asker: TestClient) -> None:
    briefs = asker.get("/en/briefs?format=json").json()["briefs"]
    assert sorted((b["language"], b["form"]) for b in briefs) == sorted(itertools.product(LANGUAGES, ("html", "pdf", "docx", "xlsx")))
    for brief in briefs:
        answer = asker.get(f"/en/briefs/{brief['name']}")
        assert len(answer.content) == brief["bytes"]
        assert answer.headers["content-type"].startswith(MEDIA[brief["form"]])
        if brief["form"] == "html":
            assert "script-src" not in answer.headers["content-security-policy"]
        saved = asker.get(f"/en/briefs/{brief['name']}?download=1")
        assert saved.headers["content-disposition"] == f'attachment; filename="{brief["name"]}"'


@pytest.mark.parametrize(("one", "other"), [("الساحل", "ساحل"), ("إفريقيا", "افريقيا"), ("أُكْتُوبَر", "اكتوبر"), ("MÉNAKA", "menaka")])
def test_arabic_and_accents_are_found_however_they_are_written(asker: TestClient, one: str, other: str) -> None:
    found = [asker.get("/ar/search", params={"q": q, "format": "json"}).json() for q in (one, other)]
    assert [d["id"] for d in found[0]["documents"]] == [d["id"] for d in found[1]["documents"]]
    assert found[0]["in_all"] == found[1]["in_all"]


def test_search_finds_a_text_in_each_language_and_marks_the_word(asker: TestClient) -> None:
    for word, language in (("الأمن", "ar"), ("attaque", "fr"), ("committee", "en")):
        found = asker.get("/en/search", params={"q": word, "format": "json"}).json()["documents"]
        assert language in [d["language"] for d in found], word
        assert any(part["found"] for part in found[0]["excerpt"])


def test_the_overview_totals_are_those_of_its_countries(asker: TestClient) -> None:
    data = asker.get("/en/?format=json").json()
    assert data["situation"]["last12"] == sum(c["situation"]["last12"] or 0 for c in data["countries"])
    assert len(data["countries"]) == 10


def test_the_first_visit_goes_to_the_readers_language(asker: TestClient) -> None:
    for asked, given in (("ar-MA,fr;q=0.8", "ar"), ("fr-CA", "fr"), ("de,en;q=0.5", "en"), ("zh", "en")):
        answer = asker.get("/", headers={"Accept-Language": asked}, follow_redirects=False)
        assert answer.headers["location"] == f"/{given}/"


def test_a_page_known_already_is_not_sent_again(asker: TestClient) -> None:
    first = asker.get("/fr/place/MLI")
    again = asker.get("/fr/place/MLI", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_first_page_is_small_on_the_line(asker: TestClient) -> None:
    sizes = []
    for address in ("/ar/", *dict.fromkeys(re.findall(r"/assets/\w+/site\.css", asker.get("/ar/").text))):
        with asker.stream("GET", address, headers={"Accept-Encoding": "gzip"}) as answer:
            sizes.append(len(b"".join(answer.iter_raw())))
    assert sum(sizes) < 100_000


def test_without_a_run_the_first_page_names_the_command_that_mends_it(empty: TestClient) -> None:
    for language in LANGUAGES:
        answer = empty.get(f"/{language}/")
        assert answer.status_code == 200
        assert "<code>marsad run</code>" in answer.text
        assert empty.get(f"/{language}/place/MLI").status_code == 404
    assert empty.get("/en/?format=json").json()["mend"] == "marsad run"


def test_a_damaged_snapshot_gives_a_page_that_says_so_and_names_no_folder(tmp_path: Path) -> None:
    from marsad.web.app import make_app

    home = tmp_path / "published"
    (home / "x").mkdir(parents=True)
    (home / "current").write_text("x\n", encoding="utf-8")
    (home / "x" / "about.json").write_text("{", encoding="utf-8")
    client = TestClient(make_app(tmp_path), base_url="http://127.0.0.1", raise_server_exceptions=False)  # type: ignore[arg-type]
    answer = client.get("/en/")
    assert answer.status_code == 503
    assert "marsad run" in answer.text
    assert str(tmp_path) not in answer.text


def test_no_page_names_a_folder_of_the_machine_or_a_person_without_an_office(asker: TestClient, archive: Path, document: str) -> None:
    for page in ("", "sources", "meetings", f"document/{document}"):
        text = asker.get(f"/en/{page}?format=json").text
        assert str(archive) not in text
        assert "/sample/documents" not in text
    speakers = [s["speaker"] for s in asker.get(f"/en/document/{document}?format=json").json()["statements"] if s["speaker"]]
    assert all(who["name"] is None or who["office"] or who["organisation"] for who in speakers)


class _Values(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:  # noqa: N802 - the visitor finds it by this name
        self.names.add(node.id.name)


def _messages(language: str) -> dict[str, set[str]]:
    text = resources.files("marsad.web").joinpath("messages", f"{language}.ftl").read_text("utf-8")
    found = {}
    for entry in FluentParser().parse(text).body:
        if isinstance(entry, Message):
            values = _Values()
            values.visit(entry)
            found[entry.id.name] = values.names
    return found


def test_the_three_files_of_messages_hold_the_same_messages_with_the_same_values() -> None:
    english = _messages("en")
    assert len(english) > 100
    assert _messages("fr") == english
    assert _messages("ar") == english


def test_a_text_is_cut_at_its_records_and_nothing_of_it_is_lost() -> None:
    text = "Head\nOne two three four."
    paragraphs = [{"span": [0, 4], "role": "title"}, {"span": [5, 24], "role": "body"}]
    records = [
        {"kind": "event", "span": [9, 18], "trigger_span": [9, 12]},
        {"kind": "statement", "span": [13, 23]},
        {"kind": "event", "span": None},
    ]
    cuts = cut_text(text, paragraphs, records)
    assert ["".join(p.text for p in c.parts) for c in cuts] == ["Head", "One two three four."]
    assert [(p.text, p.kinds, p.begins, p.trigger) for p in cuts[1].parts] == [
        ("One ", (), (), False),
        ("two", ("event",), (1,), True),
        (" ", ("event",), (), False),
        ("three", ("event", "statement"), (2,), False),
        (" four", ("statement",), (), False),
        (".", (), (), False),
    ]
