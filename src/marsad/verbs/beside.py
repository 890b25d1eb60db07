"""What `marsad assess` and a run that publishes hold beside the records: days by which promises fall due, how many neighbours count."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from marsad.base.corrections import Ledger
from marsad.base.records import Document, Engagement

LEAD_MOST = 8
"""Neighbouring countries looked at for who moves first."""


def due_days(engagements: Iterable[Engagement], documents: Iterable[Document]) -> dict[tuple[str, int], date]:
    """Days that outcomes name themselves ("before the end of March"), the last one of each, counted from the day of the document."""
    from marsad.coding.dates import find_dates

    papers = {d.id: d for d in documents}
    due: dict[tuple[str, int], date] = {}
    for engagement in engagements:
        paper = papers.get(engagement.document)
        told = (paper.published if paper else None) or engagement.date.end
        for number, outcome in enumerate(engagement.outcomes):
            ends = [found.end for found in find_dates(outcome.text, told, paper.language if paper else "en") if found.end]
            if ends and (engagement.date.end is None or max(ends) > engagement.date.end):
                due[engagement.id, number] = max(ends)
    return due


def judged_states(engagements: Iterable[Engagement], ledger: Ledger) -> dict[tuple[str, int], list[tuple[str, str]]]:
    """What people said became of outcomes, each with its document; what was read stands first."""
    found: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for engagement in engagements:
        for entry in ledger.statuses(engagement.id):
            key = (engagement.id, int(entry.body["outcome"]))
            told = found.setdefault(key, [(str((entry.body.get("was") or {}).get("status", "unknown")), engagement.document)])
            told.append((entry.body["status"], entry.body["document"]))
    return found
