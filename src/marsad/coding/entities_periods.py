"""Names and their time: what a name meant on the day of the text, what became of a group or body that is no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from marsad.coding.entities import Found
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.reading import Reading

_PREFIXES = {"groups": "group:", "organisations": "org:"}


@dataclass(frozen=True, slots=True)
class _Period:
    """When a name is in use, as "2017-03"; what it was renamed to or merged into; for a state, the one it was part of before."""

    since: str | None
    until: str | None
    became: tuple[str, ...]
    how: str
    before: str | None = None


class Periods:
    """Settles names by the day of a text. One serves any number of documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the periods and successors of groups, bodies and states."""
        self._periods: dict[str, _Period] = {}
        for section, prefix in _PREFIXES.items():
            for entry in lexicon.section(section).values():
                if entry.text("since") or entry.text("until"):
                    self._periods[prefix + entry.id] = _period(entry, prefix)
        for entry in lexicon.section("countries").values():
            before = entry.words("part_of")
            if entry.text("since") and before:
                self._periods[f"country:{entry.id}"] = _Period(entry.text("since"), None, (), "", before[0])

    def settle(self, reading: Reading) -> None:
        """Note on each name that was not in use on the day of publication what stands in its place; nothing without that day."""
        day = reading.document.published
        if day is None:
            return
        for sent in reading.sents:
            if any(item.entity in self._periods for item in sent.found):
                sent.found = [_on(item, self._periods, day) for item in sent.found]


def _period(entry: Entry, prefix: str) -> _Period:
    renamed, merged = entry.words("renamed_to"), entry.words("merged_into")
    how = "renamed to" if renamed else "merged into"
    return _Period(entry.text("since"), entry.text("until"), tuple(prefix + word for word in (*renamed, *merged)), how)


def _on(item: Found, periods: Mapping[str, _Period], day: date) -> Found:
    period = periods.get(item.entity)
    if period is None:
        return item
    month = day.isoformat()[:7]
    if period.since and month < period.since[:7]:
        if period.before:
            reason = f"{item.reason}; part of country:{period.before} until {period.since}"
            return replace(
                item, entity=f"country:{period.before}", country=period.before, reason=reason, rivals=(*item.rivals, item.entity)
            )
        return replace(item, reason=f"{item.reason}; the name is known from {period.since} on")
    if period.until and month > period.until[:7]:
        end = f"{period.how} {', '.join(period.became)} in {period.until}" if period.became else f"ended in {period.until}"
        return replace(item, reason=f"{item.reason}; {end}", rivals=tuple(dict.fromkeys((*item.rivals, *period.became))))
    return item
