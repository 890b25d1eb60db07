"""Search as a reader has it: words from their beginning in Arabic too, excerpts of whole words, the place that was named first."""

import re

import pytest
from starlette.testclient import TestClient

from marsad.verbs.publishing import searched
from marsad.web.searching import excerpt


def data(asker: TestClient, question: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = asker.get("/ar/search", params={"q": question, "format": "json"}).json()
    return found


def test_mali_is_found_neither_in_somalia_nor_in_the_arabic_words_for_workers_and_finance(asker: TestClient) -> None:
    found = data(asker, "مالي")
    assert found["documents"]
    for text in found["documents"]:
        marked = "".join(part["text"] for part in text["excerpt"] if part["found"])  # type: ignore[index, union-attr]
        assert marked == "مالي"
    assert not [text for text in found["documents"] if "نجامينا" in text["title"]]
    assert found["places"][0] == "MLI"
    assert found["groups"] == []


@pytest.mark.parametrize("written", ["مالي", "ومالي", "بمالي", "لمالي", "فمالي", "وبمالي"])
def test_a_word_is_found_under_what_is_written_onto_it(written: str) -> None:
    assert " مالي " in searched(f"قتل في {written} أمس")
    (before, *rest) = excerpt(f"قتل في {written} أمس", ["مالي"])
    assert [part["text"] for part in (before, *rest) if part["found"]] == ["مالي"]


def test_a_word_that_is_not_finished_is_found_from_its_beginning(asker: TestClient) -> None:
    assert data(asker, "المغر")["in_all"]["documents"] > 0  # type: ignore[call-overload]
    assert [p["text"] for p in excerpt("في المغرب", ["مغر"]) if p["found"]] == ["مغر"]


@pytest.mark.parametrize("word", ["عمالية", "الصومالية", "جمالي", "Somalia"])
def test_a_word_is_not_found_inside_another(word: str) -> None:
    key = searched(word)
    assert " مالي" not in key
    assert " mali" not in key
    assert not [part for part in excerpt(f"{word} {word}", ["مالي", "mali"]) if part["found"]]


def test_an_excerpt_is_of_whole_words_and_says_that_there_is_more() -> None:
    text = "Alpha " * 40 + "bravo " + "charlie " * 40
    parts = excerpt(text, ["bravo"])
    whole = "".join(str(part["text"]) for part in parts)
    assert {*re.findall(r"\w+", whole)} == {"Alpha", "bravo", "charlie"}
    assert whole.endswith("charlie …")
    assert [part["text"] for part in parts if part["found"]] == ["bravo"]
    assert excerpt("short text", ["none"]) == [{"text": "short text", "found": False}]


def test_the_article_makes_no_difference_to_what_is_found(asker: TestClient) -> None:
    assert data(asker, "الساحل")["in_all"] == data(asker, "ساحل")["in_all"]
