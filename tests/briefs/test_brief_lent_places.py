"""An event that has its place from a sentence on a protected site tells no more of it than that sentence may."""

from __future__ import annotations

from marsad.base.records import Event, RawText
from marsad.briefs.gathering import Library
from marsad.coding.coder import load_coder
from marsad.documents import make_document

LOOTED = "Les assaillants ont emporté des médicaments avant de prendre la fuite."


def looting(first: str) -> bool:
    """Whether the place of what follows a sentence is lent by one on a protected site."""
    text = f"Burkina Faso : huit morts\n\n{first} {LOOTED}"
    document = make_document(RawText("a.txt", text.encode(), text), language="fr")
    events = [one for one in load_coder().read(document) if isinstance(one, Event)]
    (last,) = [one for one in events if one.span is not None and one.span.of(text) == LOOTED]
    assert last.place is not None
    assert last.place.basis == "inferred"
    return Library([document]).lent_by_protected(last)


def test_the_place_of_a_clinic_is_not_told_by_the_next_sentence() -> None:
    assert looting("Des hommes armés ont attaqué mercredi un centre de santé près de Djibo, tuant huit personnes.")


def test_the_place_of_a_village_is() -> None:
    assert not looting("Des hommes armés ont attaqué mercredi un convoi de l'armée près de Djibo, tuant huit soldats.")
