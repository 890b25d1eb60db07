"""What an entry of the reader's own may say: names, senses, places, months and relations that mean something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from marsad.base.errors import LexiconError
from marsad.base.places import country_by_iso3
from marsad.coding.lexicon_entries import Entry

_MONTH = re.compile(r"(?:1[89]|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_BOUNDS = {"lat": 90.0, "lon": 180.0}
_KIN = ("part_of", "renamed_to", "merged_into")
_SENSES = ("event_words", "event_cues", "event_frames")

Sections = Mapping[str, Mapping[str, Entry]]


def check_meaning(entry: Entry, shipped: Sections, whole: Sections) -> None:
    """Refuse an entry that would never match, or match something that is not there.

    Args:
        entry: of a file of the reader's own; its fields and their types are known to be right.
        shipped: the sections as they come.
        whole: the sections with all entries of the reader's own.

    Raises:
        LexiconError: with file and line, what is wrong and what would be right.
    """
    where = f"{entry.file}:{entry.line}: entry {entry.id!r}"
    for complaint in (*_names(entry, shipped), *_senses(entry, shipped), *_places(entry), *_times(entry), *_relations(entry, whole)):
        raise LexiconError(f"{where} {complaint}")


def _names(entry: Entry, shipped: Sections) -> Iterator[str]:
    named = all(any(True for _ in one.names()) for one in shipped[entry.section].values())
    if named and not any(True for _ in entry.names()):
        yield "has no name: give one in ar, fr or en, such as en = [...]"


def _senses(entry: Entry, shipped: Sections) -> Iterator[str]:
    sense = entry.text("sense")
    if entry.section not in _SENSES or sense is None:
        return
    known = {one.text("sense") for one in shipped[entry.section].values()}
    if sense not in known:
        yield f"has the sense {sense!r}, which no frame looks for: one of {', '.join(sorted(filter(None, known)))}"


def _places(entry: Entry) -> Iterator[str]:
    for field, most in _BOUNDS.items():
        if field in entry.fields and abs(entry.number(field, 0)) > most:
            yield f"has {field} = {entry.fields[field]}: degrees from -{most:g} to {most:g}"
    for field in ("country", "countries"):
        for code in entry.words(field):
            if country_by_iso3(code) is None:
                yield f"has the {field} {code!r}: three letters of ISO 3166-1, such as MLI"


def _times(entry: Entry) -> Iterator[str]:
    for field in ("since", "until"):
        said = entry.text(field)
        if said is not None and not _MONTH.fullmatch(said):
            yield f"has {field} = {said!r}: a year or a month, such as 2017 or 2017-03"
    since, until = entry.text("since"), entry.text("until")
    if since and until and until[: len(since)] < since[: len(until)]:
        yield f"ends ({until}) before it begins ({since})"


def _relations(entry: Entry, whole: Sections) -> Iterator[str]:
    if entry.section == "countries":
        return
    for field in _KIN:
        for other in entry.words(field):
            if other not in whole[entry.section]:
                yield f"is {field} {other!r}, which [{entry.section}] does not hold: give the id of an entry"
