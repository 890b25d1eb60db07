"""How near the records of whole texts come to those a careful reader wrote down: precision and recall of events, shares of right fields.

`python tests/coding/careful_score.py [--held] [--show]` prints the figures; `--show` lists each miss and each record too many.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from marsad.base.records import Actor, Event, RawText
from marsad.base.script import search_key
from marsad.coding.coder import load_coder
from marsad.documents.build import make_document

FOLDER = Path(__file__).parent / "careful"
UNREAL = frozenset(["negated", "future", "hypothetical", "historical"])
FIELDS = ("flags", "deaths", "actors", "recipients", "place")


@dataclass
class Tally:
    """Counts over texts. `fields` maps a field to (right, of how many matched events that state it)."""

    hits: int = 0
    missed: list[str] = field(default_factory=list)
    surplus: list[str] = field(default_factory=list)
    fields: dict[str, tuple[int, int]] = field(default_factory=lambda: dict.fromkeys(FIELDS, (0, 0)))
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of coded events that the reader also wrote down."""
        return self.hits / max(1, self.hits + len(self.surplus))

    @property
    def recall(self) -> float:
        """Share of the reader's events that were coded."""
        return self.hits / max(1, self.hits + len(self.missed))

    def share(self, name: str) -> float:
        """Share of matched events whose field is right."""
        right, all_ = self.fields[name]
        return right / max(1, all_)


def score(*, held: bool) -> Tally:
    """The tally over the texts kept aside, or over those worked with."""
    expected = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
    tally = Tally()
    for name, wanted in expected.items():
        if wanted["held"] == held:
            _compare(name, wanted, coded(name), tally)
    return tally


def coded(name: str) -> list[Event]:
    """The events of one text that stand for themselves: a second report of the same event is not counted again."""
    raw = (FOLDER / f"{name}.txt").read_bytes()
    records = load_coder().read(make_document(RawText(f"{name}.txt", raw, raw.decode("utf-8"))))
    events = [record for record in records if isinstance(record, Event)]
    return [event for event in events if not any(link.rel == "same_as" for link in event.links)]


def _compare(name: str, wanted: Mapping[str, Any], events: Sequence[Event], tally: Tally) -> None:
    left = list(events)
    for want in wanted["events"]:
        fits = [event for event in left if _key(want) == (event.type, _real(event.flags))]
        if not fits:
            tally.missed.append(f"{name}: {want['type']} {' '.join(want['flags'])}")
            continue
        best = max(fits, key=lambda event: sum(_right(want, event).values()))
        left.remove(best)
        tally.hits += 1
        for part, right in _right(want, best).items():
            was = tally.fields[part]
            tally.fields[part] = (was[0] + right, was[1] + 1)
            if not right:
                tally.wrong.append(f"{name}: {want['type']} {part}: {_shown(best, part)} for {want[part]}")
    for want in wanted["optional"]:
        spare = next((event for event in left if _key(want) == (event.type, _real(event.flags))), None)
        if spare is not None:
            left.remove(spare)
    tally.surplus.extend(f"{name}: {event.type} {' '.join(event.flags)} [{event.rule}] {event.text}" for event in left)


def _key(want: Mapping[str, Any]) -> tuple[str, bool]:
    return want["type"], _real(want["flags"])


def _real(flags: Iterable[str]) -> bool:
    return not UNREAL & set(flags)


def _right(want: Mapping[str, Any], event: Event) -> dict[str, bool]:
    found = {
        "flags": UNREAL & set(event.flags) == set(want["flags"]),
        "deaths": (event.fatalities.best if event.fatalities else None) == want["deaths"],
        "actors": _named(want["actors"], event.actors),
        "recipients": _named(want["recipients"], event.recipients),
    }
    if want["place"]:
        town, country = want["place"]
        place = event.place
        found["place"] = place is not None and place.country == country and search_key(town) in search_key(place.name or "")
    return found


def _named(names: Sequence[str], actors: Sequence[Actor]) -> bool:
    """Whether every actor is one of those expected, and there is one where one is expected."""
    keys = [search_key(name) for name in names]
    told = [search_key(actor.name) for actor in actors]
    return bool(told) == bool(keys) and all(any(key in one or one in key for key in keys) for one in told)


def _shown(event: Event, part: str) -> str:
    if part == "place":
        return str((event.place.name, event.place.country) if event.place else None)
    if part == "deaths":
        return str(event.fatalities.best if event.fatalities else None)
    if part == "flags":
        return str(event.flags)
    return str([actor.name for actor in getattr(event, part)])


def _report(held: bool, show: bool) -> Iterable[str]:
    tally = score(held=held)
    shares = ", ".join(f"{name} {tally.share(name):.2f}" for name in FIELDS)
    which = "kept aside" if held else "worked with"
    yield f"{which}: precision {tally.precision:.2f} recall {tally.recall:.2f} ({tally.hits} hits); {shares}"
    if show:
        yield from (f"  missed  {line}" for line in tally.missed)
        yield from (f"  surplus {line}" for line in tally.surplus)
        yield from (f"  wrong   {line}" for line in tally.wrong)


if __name__ == "__main__":
    for line in _report("--held" in sys.argv, "--show" in sys.argv):
        sys.stdout.write(line + "\n")
