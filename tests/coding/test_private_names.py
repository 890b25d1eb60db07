"""Do no harm: the name of a private person is kept nowhere, in three languages; offices, experts, places and groups keep theirs."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from coded import document

from marsad.base.records import Document, Event, RawText, as_json
from marsad.base.script import COVER, MARK, uncovered
from marsad.coding.coder import Kept, load_coder
from marsad.coding.readers import AskingReader
from marsad.documents import make_document

ROWS: dict[str, list[dict[str, Any]]] = tomllib.loads((Path(__file__).parent / "private_names.toml").read_text(encoding="utf-8"))


def made(text: str, lang: str, url: str | None = None) -> Document:
    """A document with the title and paragraphs that a file of this text has."""
    return make_document(RawText("text.txt", text.encode(), text, url=url), language=lang)


def kept(text: str, lang: str) -> Kept:
    """What is kept of a text."""
    return load_coder().kept(made(text, lang))


def told(what: Kept) -> str:
    """All words that leave memory."""
    return json.dumps([what.document.text, as_json(what.document), [as_json(record) for record in what.records]], ensure_ascii=False)


@pytest.mark.parametrize("row", ROWS["private"], ids=lambda row: f"{row['lang']}: {row['text'][:24]}")
def test_a_private_persons_name_is_nowhere_in_what_is_kept(row: dict[str, Any]) -> None:
    what = kept(row["text"], row["lang"])
    words = told(what)
    assert [name for name in row["hidden"] if name in words] == []
    assert [name for name in row.get("stays", ()) if name not in what.document.text] == []


@pytest.mark.parametrize("row", ROWS["public"], ids=lambda row: f"{row['lang']}: {row['text'][:24]}")
def test_holders_of_offices_experts_places_and_groups_keep_their_names(row: dict[str, Any]) -> None:
    assert kept(row["text"], row["lang"]).document.text == row["text"]


@pytest.mark.parametrize("row", ROWS["private"], ids=lambda row: f"{row['lang']}: {row['text'][:24]}")
def test_the_kept_text_has_the_length_the_id_and_the_spans_of_the_raw_one(row: dict[str, Any]) -> None:
    raw = made(row["text"], row["lang"])
    what = load_coder().kept(raw)
    assert (what.document.id, what.document.paragraphs, len(what.document.text)) == (raw.id, raw.paragraphs, len(raw.text))
    assert all(new in (old, COVER) for old, new in zip(raw.text, what.document.text, strict=True))
    events = [one for one in what.records if isinstance(one, Event) and one.span is not None]
    assert all(one.text == uncovered(one.span.of(what.document.text)) for one in events if one.span is not None)


def test_the_title_names_him_by_his_surname_and_the_third_paragraph_in_full() -> None:
    text = "Sanda enterré à Dori\n\nUne attaque a eu lieu lundi.\n\nLa victime, Hama Sanda, 34 ans, était berger. M. Sanda était né à Dori."
    document = kept(text, "fr").document
    assert document.title == f"{MARK} enterré à Dori"
    assert uncovered(document.text).count(MARK) == 3
    assert "Dori" in document.text


def test_a_surname_that_a_minister_or_a_town_has_too_is_not_hidden_alone() -> None:
    text = (
        "La ministre Awa Sanda a visité Dori.\n\nLa victime, Hama Sanda, 34 ans, était berger. Mme Sanda a présenté ses condoléances.\n\n"
        "Un commerçant, Issa Dori, a été tué. Des hommes armés ont attaqué Dori."
    )
    document = kept(text, "fr").document
    assert "Mme Sanda" in document.text
    assert "Awa Sanda" in document.text
    assert "attaqué Dori" in document.text
    assert "Hama" not in document.text


def test_boilerplate_hashtags_and_the_address_are_no_way_out() -> None:
    text = "Publisher: Example Wire\n\nKilling in Gao\n\nGunmen shot dead Danladi Wappa, a farmer, in Gao.\n\n#DanladiWappa #Gao"
    document = load_coder().kept(made(text, "en", url="https://example.org/2024/farmer-danladi-wappa-killed")).document
    assert "Wappa" not in document.text
    assert "#Gao" in document.text
    assert document.url == "https://example.org/"


def test_a_text_without_private_persons_is_kept_as_it_is() -> None:
    raw = document("Le ministre malien de la Défense a reçu jeudi à Bamako son homologue nigérien.", "fr")
    assert load_coder().kept(raw).document is raw


def test_whoever_reads_the_name_is_hidden_by_rules() -> None:
    """A model that answers with the name: neither the document, nor a record, nor the reject that keeps its answer holds it."""
    text = "Gunmen killed the shopkeeper Danladi Wappa in Gao on Friday."
    what = AskingReader(lambda messages: "Danladi Wappa was killed, I think", "endpoint:made-up").kept(made(text, "en"))
    assert "Wappa" not in told(what)
    assert [one.kind for one in what.records if one.kind == "reject"] == ["reject"]
