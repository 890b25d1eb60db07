"""Dates and numbers against the gold cases of the data folder, beside a general date library's figures; prints a table.

Run: python benchmarks/bench_dates.py [folder of gold/date_number_expressions]

A date is right where its first and last day are the gold's past reading. The gold's ends are exclusive for periods and inclusive for
"from X to Y"; ours are included: an end is right where it is the gold's last day under either habit ("strict": exclusive only).
Cases without a reference day are left out. "written" are cases that were looked at while the grammar was written (half, by hash),
"held" the others, of which half were looked at later.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from marsad.coding.dates import find_dates
from marsad.coding.numbers import find_numbers

LANGUAGES = {"Arabic": "ar", "French": "fr", "English": "en"}
DATEPARSER = {"ar": "35 %", "fr": "40 %", "en": "57 %"}
"""What dateparser 1.5 reaches on single dates of the whole set (measured for reference/event_coding.md)."""

FILES = ("DateParser", "DatePeriodParser", "NumberModel")
DAY = timedelta(days=1)


@dataclass
class Tally:
    """Cases and right ones, for all and for the two folds."""

    cases: dict[str, int] = field(default_factory=dict)
    right: dict[str, int] = field(default_factory=dict)

    def add(self, key: str, right: bool) -> None:
        """Count one case under `key`."""
        self.cases[key] = self.cases.get(key, 0) + 1
        self.right[key] = self.right.get(key, 0) + right

    def share(self, key: str = "all") -> float:
        """Share of cases that are right; 0 where there are none."""
        return self.right.get(key, 0) / max(self.cases.get(key, 0), 1)


def fold_of(text: str) -> str:
    """Which fold a case is in, by the hash of its text."""
    return "written" if hashlib.sha256(text.encode()).digest()[0] < 128 else "held"


def load(path: Path) -> list[dict[str, Any]]:
    """Cases of one gold file."""
    cases: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8-sig"))
    return cases


def gold_days(result: dict[str, Any]) -> tuple[date, date, bool] | None:
    """(first day, end as given, whether it is a single day) of a result; None where it has no days (a season, a duration)."""
    past = result["Value"]["PastResolution"]
    if "date" in past:
        day = date.fromisoformat(past["date"])
        return day, day, True
    if "startDate" in past and "endDate" in past:
        return date.fromisoformat(past["startDate"]), date.fromisoformat(past["endDate"]), False
    return None


def score_dates(path: Path, lang: str) -> Tally:
    """Right dates of one file; keys all, written, held, strict (exclusive ends only), span (the very words too)."""
    tally = Tally()
    for case in load(path):
        given = case.get("Context", {}).get("ReferenceDateTime")
        if not given:
            continue
        found = find_dates(case["Input"], date.fromisoformat(given[:10]), lang)
        for result in case["Results"]:
            days = gold_days(result)
            if days is None:
                continue
            start, end, single = days
            low, high = result["Start"], result["Start"] + result["Length"]
            ends = (end,) if single else (end, end - DAY)
            hits = [d for d in found if d.start == start and d.end in ends and d.span.start < high and low < d.span.end]
            for key in ("all", fold_of(case["Input"])):
                tally.add(key, bool(hits))
            tally.add("strict", any(d.end == (end if single else end - DAY) for d in hits))
            tally.add("span", any(d.text.strip() == result["Text"].strip() for d in hits))
    return tally


def score_numbers(path: Path, lang: str) -> Tally:
    """Right integers of one file: value and words."""
    tally = Tally()
    for case in load(path):
        found = find_numbers(case["Input"], lang)
        for result in case["Results"]:
            value = float(result["Resolution"]["value"].replace(",", "."))
            if result["Resolution"].get("subtype") not in ("integer", None) or not value.is_integer():
                continue
            words = result["Text"].strip().lower()
            hit = any(n.value == value and (n.text.lower() in words or words in n.text.lower()) for n in found)
            for key in ("all", fold_of(case["Input"])):
                tally.add(key, hit)
    return tally


def score_all(folder: Path) -> dict[tuple[str, str], Tally]:
    """A tally for each language and file."""
    scores = {}
    for name, lang in LANGUAGES.items():
        for file in FILES:
            score = score_numbers if file == "NumberModel" else score_dates
            scores[lang, file] = score(folder / name / f"{file}.json", lang)
    return scores


def speed(lang: str = "ar") -> float:
    """Sentences a second on one core: dates and numbers of one Arabic news sentence of 33 words."""
    text = (
        "وقال وزير الخارجية يوم الجمعة 13 يونيو 2022 إن المملكة تلتزم بدعم الأمن في منطقة الساحل والصحراء وفق قرارات مجلس الأمن "
        "وبالتنسيق مع واشنطن وباريس والاتحاد الأفريقي والأمم المتحدة بعد مقتل خمسة وعشرين مدنيا"
    )
    find_dates(text, date(2023, 1, 1), lang)
    begun, count = time.process_time(), 500
    for _ in range(count):
        find_dates(text, date(2023, 1, 1), lang)
        find_numbers(text, lang)
    return count / (time.process_time() - begun)


def main() -> None:
    """Print the table."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    folder = given or Path(__file__).resolve().parents[2] / "shared/data/gold/date_number_expressions"
    print(f"{'what':18} {'lang':4} {'cases':>5} {'right':>7} {'written':>8} {'held':>7} {'strict':>7} {'span':>7}  dateparser")
    for (lang, file), tally in score_all(folder).items():
        shares = [f"{100 * tally.share(key):.0f} %" if key in tally.cases else "-" for key in ("all", "written", "held", "strict", "span")]
        rival = DATEPARSER[lang] if file == "DateParser" else "-"
        cells = f"{shares[0]:>7} {shares[1]:>8} {shares[2]:>7} {shares[3]:>7} {shares[4]:>7}"
        print(f"{file:18} {lang:4} {tally.cases.get('all', 0):5} {cells}  {rival}")
    print(f"\ndates and numbers of one sentence: {speed():,.0f} sentences a second of processor time")


if __name__ == "__main__":
    main()
