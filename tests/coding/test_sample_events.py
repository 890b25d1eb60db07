"""The attacks and protests that a reader writes down from the sample texts, and no others: who, to whom, how many, what it is not."""

from importlib import resources

import pytest

from marsad.base.records import Event, RawText
from marsad.coding import load_coder
from marsad.documents import make_document

ROWS = {
    "ar_2025-12-03_attack_el_obeid": [("", "شخصا", 23, "2025-12-02", "")],
    "ar_2026-02-09_attack_menaka": [("مسلحون", "مدنيا", 17, "2026-02-08", "")],
    "ar_2026-04-14_protest_ndjamena": [
        ("الأشخاص", "", None, "2026-04-13", ""),
        ("الشرطة", "المحتجين", None, "2026-04-13", ""),
    ],
    "en_2026-03-06_expert_coastal_states": [],
    "en_2026-04-09_niger_chad_committee": [],
    "en_2026-05-12_attack_bol": [("Gunmen", "army", 11, "2026-05-10", ""), ("army", "attackers", 20, "2026-05-10", "")],
    "fr_2025-09-26_accord_niger_tchad": [],
    "fr_2026-01-16_attaque_djibo": [("hommes armés", "personnes", 8, "2026-01-14", "")],
    "fr_2026-02-11_attaque_menaka_bilan": [("", "civils", 21, "2026-02-08", ""), ("armée malienne", "assaillants", 6, "2026-02-10", "")],
    "fr_2026-04-23_dementi_tillaberi": [
        ("", "", None, "2026-04-22", "negated"),
        ("", "soldat", None, "2026-04-22", "negated"),
        ("", "militaires", 30, "2026-04-21", "hypothetical"),
    ],
}
"""By text: doer, harmed, deaths, last day, flag."""


def read(name: str) -> list[Event]:
    """The events of a sample text, every report of them."""
    raw = resources.files("marsad.sample").joinpath("documents").joinpath(f"{name}.txt").read_bytes()
    records = load_coder().read(make_document(RawText(f"{name}.txt", raw, raw.decode("utf-8"))))
    return [record for record in records if isinstance(record, Event)]


def told(name: str) -> list[Event]:
    """The attacks and protests of a sample text, each once."""
    events = [event for event in read(name) if event.type in ("ASSAULT", "PROTEST")]
    return [event for event in events if not any(link.rel == "same_as" for link in event.links)]


@pytest.mark.parametrize("name", ROWS)
def test_each_attack_and_protest_of_a_sample_text_is_told_once_and_right(name: str) -> None:
    found = [
        (
            event.actors[0].name if event.actors else "",
            event.recipients[0].name if event.recipients else "",
            event.fatalities.best if event.fatalities else None,
            str(event.date.end),
            next((flag for flag in event.flags if flag in ("negated", "hypothetical", "future", "historical")), ""),
        )
        for event in told(name)
    ]
    assert found == ROWS[name]


def test_a_title_about_soldiers_killed_names_them_as_the_harmed() -> None:
    title = read("en_2026-05-12_attack_bol")[0]
    assert (title.actors, [actor.name for actor in title.recipients], title.fatalities and title.fatalities.best) == ((), ["soldiers"], 11)
