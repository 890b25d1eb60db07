"""What `marsad read --lines` gives on the gold sentences: the event coder's figures must survive names, dates and records."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from marsad.base.records import Event, RawText
from marsad.coding import load_coder
from marsad.documents import documents_of_lines

UNREAL = {"negated", "future", "hypothetical"}
CLASSES = {1: "verbal_cooperation", 2: "material_cooperation", 3: "verbal_conflict", 4: "material_conflict"}


def events_of(texts: Iterable[str], lang: str) -> list[list[Event]]:
    """Events of each sentence, read as a line of a file, those that did not happen left out."""
    whole = "\n".join(" ".join(text.split()) for text in texts)
    coder = load_coder()
    found = []
    for line, document in documents_of_lines(RawText("lines.txt", whole.encode(), whole), language=lang):
        records = coder.read(document, line=line)
        found.append([r for r in records if isinstance(r, Event) and not UNREAL & set(r.flags)])
    return found


def f1(pairs: Iterable[tuple[bool, bool]]) -> float:
    """F1 of (said, true) pairs."""
    found = list(pairs)
    right = sum(said and true for said, true in found)
    return 2 * right / max(1, sum(said for said, _ in found) + sum(true for _, true in found))


Reading = Callable[[dict[str, str]], bool | None]


def majority(row: dict[str, str]) -> bool | None:
    """More annotators accept than reject; None where they are even."""
    accept, reject = int(row["accept"]), int(row["reject"])
    return None if accept == reject else accept > reject


def unanimous(row: dict[str, str]) -> bool | None:
    """All accept, against every no."""
    return {"yes": True, "easy no": False, "difficult no": False}.get(row["label"])


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("kind", "least_majority", "least_unanimous"), [("assault", 0.75, 0.64), ("protest", 0.52, 0.45)])
def test_attacks_and_protests_are_found_line_by_line(shared: Path, kind: str, least_majority: float, least_unanimous: float) -> None:
    with (shared / "gold" / "arabic_event_gsr" / f"{kind}_gsr.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    said = [any(e.type == kind.upper() for e in events) for events in events_of((row["text"] for row in rows), "ar")]

    def score(reading: Reading) -> float:
        return f1((one, true) for one, row in zip(said, rows, strict=True) if (true := reading(row)) is not None)

    assert score(majority) >= least_majority
    assert score(unanimous) >= least_unanimous


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("lang", "least"), [("ar", 0.46), ("en", 0.48)])
def test_the_first_event_of_a_line_gives_the_class_of_a_united_nations_sentence(shared: Path, lang: str, least: float) -> None:
    with (shared / "gold" / "un_quad_class" / f"{lang}.tsv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    said = [CLASSES[e[0].quad_class] if e else "none" for e in events_of((row["text"] for row in rows), lang)]
    classes = sorted({row["quad_class"] for row in rows})
    each = [f1((one == name, row["quad_class"] == name) for one, row in zip(said, rows, strict=True)) for name in classes]
    assert sum(each) / len(each) >= least
