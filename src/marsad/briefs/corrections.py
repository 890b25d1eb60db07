"""What people changed, told in the brief that follows it; and what a brief says of itself, so that a later change can find it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from marsad.base.corrections import Entry
from marsad.base.months import format_month
from marsad.base.places import country_by_iso3
from marsad.base.records import DateRange
from marsad.briefs.content import Block, Brief, Notice
from marsad.briefs.explaining import sentences_of
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words

SHOWN = 12
"""Changes told, the latest first; the log holds all."""

_RECORD = re.compile(r"(event|engagement|statement):")


def corrections(inputs: BriefInputs, words: Words) -> tuple[Block, ...]:
    """The changes to this region's records and the notes on its places, latest first; nothing where there are none."""
    found = [entry for entry in inputs.ledger.in_force if _concerns(entry, inputs)]
    found.sort(key=lambda entry: -entry.number)
    if not found:
        return ()
    blocks: list[Block] = [Notice(words.say("corrections-intro"))]
    blocks += [Notice(_told(entry, words)) for entry in found[:SHOWN]]
    if len(found) > SHOWN:
        blocks.append(Notice(words.say("corrected-more", count=len(found) - SHOWN)))
    return tuple(blocks)


def _concerns(entry: Entry, inputs: BriefInputs) -> bool:
    """Whether it is about the region: its record told of a country in it, or the note is on a place in it."""
    countries = set(inputs.region.countries)
    kind, _, name = entry.subject.partition(":")
    if entry.action == "note":
        if kind == "country":
            return name in countries
        cells = inputs.cells
        return cells is not None and int(name) in {int(unit) for unit in cells.units}
    was: dict[str, Any] = dict(entry.body.get("was") or {})
    named = {was.get("country"), was.get("host"), *str(was.get("countries") or "").split(",")}
    own = {getattr(record, "id", None) for record in inputs.records}
    return bool(named & countries) or entry.subject in own or was.get("document") in {document.id for document in inputs.documents}


def _told(entry: Entry, words: Words) -> str:
    day = words.day(date.fromisoformat(entry.time[:10]))
    if entry.action == "note":
        return words.say("corrected-note", place=_place(entry.subject, words), day=day, reason=" ".join(entry.reason.split()))
    values = {"day": day, "what": _what(entry, words), "reason": " ".join(entry.reason.split())}
    if entry.action == "status":
        values["status"] = words.say(f"status-{entry.body['status']}")
    return words.say(f"corrected-{entry.action}", **values)


def _what(entry: Entry, words: Words) -> str:
    was = entry.body.get("was") or {}
    kind = entry.subject.partition(":")[0]
    if kind == "statement":
        return words.say("corrected-statement")
    start, end = (date.fromisoformat(was[key]) if was.get(key) else None for key in ("date_start", "date_end"))
    when = words.days(DateRange(start, end)) if end else words.say("date-unknown")
    country = country_by_iso3(was["country"]) if was.get("country") else None
    if kind == "event":
        return words.say("corrected-event", country=country.name(words.language) if country else words.say("place-unknown"), when=when)
    return words.say("corrected-engagement", when=when)


def _place(subject: str, words: Words) -> str:
    kind, _, name = subject.partition(":")
    country = country_by_iso3(name) if kind == "country" else None
    return words.say("cell-named", cell=name) if kind == "cell" else country.name(words.language) if country else name


def basis(inputs: BriefInputs) -> tuple[tuple[str, str], ...]:
    """What the page says of itself for programs."""
    return (
        ("countries", " ".join(inputs.region.countries)),
        ("as-of", format_month(inputs.as_of)),
        ("log", f"{inputs.ledger.head} {inputs.ledger.hash}"),
    )


def rests_on(brief: Brief) -> tuple[str, ...]:
    """Ids of every record that a sentence, row or claim of the brief rests on, in order."""
    cited = [record for section in brief.sections for block in section.blocks for _, records in sentences_of(block) for record in records]
    return tuple(sorted({record for record in (*cited, *(key for key, _ in brief.numbers)) if _RECORD.match(record)}))
