"""Names to entities: the traps of three languages, each with the text that would spring it."""

from __future__ import annotations

from pathlib import Path

import pytest
from coded import entities, only, read

from marsad.base.records import Event, Mention


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("وصلت قافلة إلى مالي والنيجر ونيجيريا.", "ar", ["country:MLI", "country:NER", "country:NGA"]),
        ("أعلن وزير المالية عن دعم مالي جديد.", "ar", []),
        ("انسحب الجيش المالي من شمال مالي.", "ar", ["org:mli-army", "country:MLI", "country:MLI"]),
        ("السودان وجنوب السودان بلدان.", "ar", ["country:SDN", "country:SSD"]),
        ("غينيا وغينيا بيساو وغينيا الاستوائية وخليج غينيا.", "ar", ["country:GIN", "country:GNB", "country:GNQ", "region:gulf-of-guinea"]),
        ("La Guinée, la Guinée-Bissau et la Guinée équatoriale.", "fr", ["country:GIN", "country:GNB", "country:GNQ"]),
        ("The Republic of the Congo and the Democratic Republic of the Congo.", "en", ["country:COG", "country:COD"]),
        ("Niger is not Nigeria; the Niger River crosses both.", "en", ["country:NER", "country:NGA"]),
        ("Le Niger n'est pas le Nigeria.", "fr", ["country:NER", "country:NGA"]),
        ("أمن الساحل والصحراء.", "ar", ["region:sahel", "region:sahara"]),
        ("la bande sahélo-saharienne", "fr", ["region:sahel-sahara"]),
        ("دول أفريقيا جنوب الصحراء", "ar", ["region:sub-saharan-africa"]),
        ("قوات فاغنر وعناصر واغنر", "ar", ["group:wagner", "group:wagner"]),
        ("زار وفد ليبي اللمغرب.", "ar", ["country:LBY", "country:MAR"]),
        ("Une réunion a eu lieu au Mali.", "fr", ["country:MLI"]),
        ("They ate turkey and told us.", "en", []),
        ("JNIM and Islamic State West Africa Province clashed.", "en", ["group:jnim", "group:iswap"]),
        ("صلى الناس صلاة المغرب قرب نهر النيجر.", "ar", []),
        ("وليبيا وبنيامي ولبنان", "ar", ["country:LBY", "place:niamey", "country:LBN"]),
    ],
)
def test_names_are_the_entities_a_reader_means(text: str, lang: str, expected: list[str]) -> None:
    assert entities(text, lang) == expected


@pytest.mark.parametrize(
    "name",
    [
        "وكالة الاستخبارات المركزية الأمريكية",
        "وكالة المخابرات المركزية",
        "الوكالة المركزية للاستخبارات الأمريكية",
        "الاستخبارات المركزية الأمريكية",
        "CIA",
    ],
)
def test_one_agency_under_five_names(name: str) -> None:
    assert entities(f"قال مسؤول في {name} ذلك.", "ar")[0] == "org:usa-cia"


def test_a_capital_is_a_town_behind_a_preposition_and_a_government_where_it_acts() -> None:
    assert entities("التقى الوزيران في باماكو.", "ar") == ["place:bamako"]
    assert entities("توتر بين باماكو ونواكشوط.", "ar") == ["country:MLI", "country:MRT"]
    assert entities("Paris condamne le coup d'État.", "fr") == ["country:FRA"]
    assert entities("The delegation arrived in Niamey.", "en") == ["place:niamey"]


def test_the_kingdom_is_found_by_publisher_and_by_what_the_text_names() -> None:
    assert entities("تعزز المملكة تعاونها.", "ar", publisher="هسبريس") == ["country:MAR"]
    assert entities("قالت السعودية إن المملكة تدعم الحوار.", "ar") == ["country:SAU", "country:SAU"]
    assert entities("تعزز المملكة تعاونها.", "ar") == []


def test_a_body_of_any_state_is_read_from_its_kind_and_the_state() -> None:
    assert entities("The Chadian army left.", "en") == ["org:tcd-army", "country:TCD"] or "org:tcd-army" in entities(
        "The Chadian army left.", "en"
    )
    assert "org:ner-gendarmerie" in entities("La gendarmerie nigérienne est intervenue.", "fr")
    assert "org:fra-foreign-ministry" in entities("نددت الخارجية الفرنسية بالهجوم.", "ar")


def test_a_disputed_place_keeps_its_surface_form_and_gets_no_sovereign() -> None:
    for text, lang, name in [
        ("قتل عشرة جنود في هجوم في الصحراء الغربية أمس.", "ar", "الصحراء الغربية"),
        ("قتل عشرة جنود في هجوم في الصحراء المغربية أمس.", "ar", "الصحراء المغربية"),
        ("Gunmen killed two people in Western Sahara yesterday.", "en", "Western Sahara"),
    ]:
        records = read(text, lang)
        assert [mention.entity for mention in only(records, Mention)] == ["place:western-sahara"]
        place = only(records, Event)[0].place
        assert place is not None
        assert (place.name, place.country, place.disputed) == (name, None, True)


def test_a_mention_gives_its_reason_and_its_rivals() -> None:
    (mention,) = only(read("Fighting in the Congo went on.", "en"), Mention)
    assert mention.reason
    assert "country:COG" in mention.rivals


def test_a_group_of_the_readers_own_is_found(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[groups]\nriver-front = { en = ["River Front"], sector = "REB", countries = ["MLI"] }\n', encoding="utf-8")
    found = only(read("The River Front killed three soldiers in Gao.", "en", own=[path]), Event)
    assert found[0].actors[0].entity == "group:river-front"
