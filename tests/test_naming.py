"""Names of what is assessed: no reader ever meets the key of an entity in place of its name."""

from marsad.verbs.naming import entity_names


def test_the_bodies_of_every_state_have_names_in_three_languages() -> None:
    names = entity_names()
    assert names["org:tcd-army"] == {"ar": "الجيش (تشاد)", "fr": "armée (Tchad)", "en": "army (Chad)"}
    assert all(set(held) >= {"ar", "fr", "en"} for key, held in names.items() if key.startswith("org:") and key.endswith("-police"))


def test_an_organisation_of_its_own_keeps_its_own_name() -> None:
    assert entity_names()["org:un"]["fr"] == "ONU"
