"""One brief traced by hand: from the raw rows of Burkina Faso's event table, read here without Marsad, to its sentences and tables."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

import pytest

from marsad import pipeline
from marsad.briefs.words import bare
from marsad.settings import Settings
from marsad.verbs.telling import BriefRequest, brief
from marsad.world import RunRequest

KINDS = {"1": "fighting with a state", "2": "fighting between groups", "3": "violence against civilians"}


def rows_of(folder: Path) -> list[tuple[date, int, dict[str, str]]]:
    """(last day, best estimate, row) of the events in Burkina Faso."""
    found = []
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["country"] == "Burkina Faso":
                    month, day, year = row["date_end"].split(" ")[0].split("/")
                    found.append((date(int(year), int(month), int(day)), int(row["best_est"]), row))
    return found


@pytest.mark.shared
@pytest.mark.slow
def test_the_figures_of_a_brief_are_those_of_the_raw_rows(shared: Path, tmp_path: Path) -> None:
    table = shared / "ucdp" / "ged_bfa_v24_1"
    rows = rows_of(table)
    year = [(day, best, row) for day, best, row in rows if day.year == 2023]
    settings = Settings(
        archive=tmp_path / "archive", cache=tmp_path / "cache", language="en", region="BFA", model="conflictology12", draws=60
    )
    pipeline.run(settings, RunRequest(out=tmp_path, events=(table,), as_of="2023-12"), lambda line: None)
    told = brief(settings, BriefRequest(out=tmp_path, as_of="2023-12", explain=True), lambda line: None)
    said = "\n".join(bare(sentence["text"]) for sentence in told.values["sentences"])

    month = sum(best for day, best, _ in year if day.month == 12)
    whole, before = sum(best for _, best, _ in year), sum(best for day, best, _ in rows if day.year == 2022)
    assert (month, whole, before) == (114, 6109, 2609)
    assert f"{month} deaths from political violence" in said
    assert f"{whole:,} deaths, against {before:,} in the twelve before" in said

    kinds = Counter[str]()
    for _, best, row in year:
        kinds[KINDS[row["type_of_violence"]]] += best
    assert all(f"{kind} {deaths:,}" in said for kind, deaths in kinds.items())

    sides = [row for _, _, row in year if "JNIM" in (row["side_a"], row["side_b"])]
    dead = sum(best for _, best, row in year if "JNIM" in (row["side_a"], row["side_b"]))
    group = next(line for line in said.splitlines() if line.startswith("JNIM | "))
    assert group.split(" | ")[1] == str(len(sides))
    assert group.split(" | ")[3] == f"{dead:,}"

    # the cell with most deaths: its months with deaths in 2023, in the two years before, and what it carries
    cells, months = Counter[str](), defaultdict[str, set[tuple[int, int]]](set)
    for day, best, row in rows:
        if best and day.year >= 2021:
            months[row["priogrid_gid"]].add((day.year, day.month))
            cells[row["priogrid_gid"]] += best if day.year == 2023 else 0
    hot = next(line.split(" | ") for line in said.splitlines() if " | growing | " in line or " | new | " in line)
    assert int(hot[3].replace(",", "")) == cells[hot[0]]
    assert int(hot[4]) == sum(when[0] == 2023 for when in months[hot[0]])
    assert int(hot[5]) == sum(when[0] in (2021, 2022) for when in months[hot[0]])
