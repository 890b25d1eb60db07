"""Fields of the desk's forms as entries of the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from marsad.base.corrections import STATUSES
from marsad.base.errors import RecordError
from marsad.base.records import PLOVER_TYPES

TYPES = PLOVER_TYPES
__all__ = ["STATUSES", "TYPES", "entry_of"]


def entry_of(form: Mapping[str, str]) -> dict[str, Any]:
    """The entry that a form asks for; a field left empty changes nothing.

    Raises:
        RecordError: a field that can mean nothing.
    """
    action = form.get("action", "")
    found: dict[str, Any] = {"action": action, "subject": form.get("subject", "").strip()}
    if action == "note":
        return found | {"text": form.get("text", "")}
    found["reason"] = form.get("reason", "")
    if action == "correct":
        found["changes"] = _changes(form)
    if action in ("same", "apart"):
        found["other"] = form.get("other", "").strip()
    if action == "status":
        outcome = form.get("outcome", "")
        found |= {"outcome": int(outcome) if outcome.isascii() and outcome.isdigit() and len(outcome) < 4 else -1}
        found |= {"status": form.get("status", ""), "document": form.get("document", "").strip()}
    return found


def _changes(form: Mapping[str, str]) -> dict[str, Any]:
    """Fields that were filled in."""
    changes: dict[str, Any] = {name: value for name in ("type", "form", "country") if (value := form.get(name, "").strip())}
    if cell := form.get("cell", "").strip():
        changes["cell"] = _number(cell, "a cell")
    counts = [form.get(f"deaths_{name}", "").strip() for name in ("low", "best", "high")]
    if any(counts):
        low, best, high = (count or counts[1] for count in counts)
        changes["deaths"] = {"low": _number(low, "deaths"), "best": _number(best, "deaths"), "high": _number(high, "deaths")}
    start, end = form.get("date_start", "").strip(), form.get("date_end", "").strip()
    if start or end:
        changes["date"] = {"start": start or end, "end": end or start}
    return changes


def _number(text: str, what: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 8:
        raise RecordError(f"{what}: a whole number is wanted")
    return int(text)
