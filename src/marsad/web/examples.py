"""Examples for the OpenAPI document: small, invented, in the shape that answers have."""

from __future__ import annotations

from typing import Any

MEDIA_PROBLEM = "application/problem+json"

PROBLEM: dict[str, Any] = {"type": "about:blank", "title": "not found", "status": 404, "detail": "there is no document of that id"}
PROBLEM_SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"},
        "mend": {"type": "string"},
    },
}  # fmt: skip

_ID = "0" * 64
_DATE = {"start": "2026-03-01", "end": "2026-03-01", "precision": "day", "basis": "stated"}
_PLACE = {
    "name": "Ménaka", "country": "MLI", "lat": 15.92, "lon": 2.4, "cell": 152465, "basis": "stated", "precision_m": 5000.0,
    "coarsened": None,
}  # fmt: skip

_ROWS: dict[str, dict[str, Any]] = {
    "documents": {"kind": "document", "id": _ID, "language": "fr", "title": "Un titre", "published": "2026-03-02"},
    "events": {
        "id": "event:0123456789abcdef0123", "source": "marsad", "document": _ID, "type": "ASSAULT", "date": _DATE, "place": _PLACE,
        "actor": None, "recipient": {"name": "des civils", "entity": None}, "deaths": {"low": 2, "best": 3, "high": 3}, "flags": [],
        "source_kind": "newspaper", "span": [120, 210], "rule": "assault", "confidence": 0.8,
    },
    "engagements": {
        "kind": "engagement", "id": "engagement:0123456789abcdef0123", "document": _ID, "form": "visit", "date": _DATE, "host": "MAR",
        "parties": ["MAR", "ESP"], "span": [10, 90], "rule": "engagement-visit",
    },
    "statements": {"kind": "statement", "id": "statement:0123456789abcdef0123", "document": _ID, "source_kind": "official", "direct": True},
    "panels": {"level": "country", "unit_id": 466, "month_id": 557, "outcome": 12},
    "forecasts": {
        "forecast": "pool 2026-05", "level": "country", "unit_id": 466, "step": 1, "month_id": 558, "mean": 14.2, "q05": 1.0, "q50": 11.0,
        "q95": 40.0, "p1": 0.98, "p25": 0.17, "model": "pool", "origin": 557,
    },
    "draws": {"unit_id": 466, "step": 1, "month_id": 558, "draw": 0, "outcome": 11.0},
    "exceedance": {"unit_id": 466, "step": 1, "month_id": 558, "chance": 0.17, "draws": 1000, "country": "MLI", "over": 25},
    "assessments": {"kind": "country", "key": "MLI", "alerts": []},
    "scores": {
        "label": "2026-05 pool", "metric": "crps", "value": 75.8, "n": 480, "model": "pool", "by": "all", "slice": "all", "reference": 81.0,
        "reference_model": "conflictology12", "skill": 0.06,
    },
}  # fmt: skip

LISTS: dict[str, dict[str, Any]] = {
    name: {"items": [row], "next": "b25lIDEwMA", "snapshot": "2026-05-sahel-0123", "as_of": "2026-05"} for name, row in _ROWS.items()
}
"""One answer of each list."""

REFUSALS: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {MEDIA_PROBLEM: {"schema": PROBLEM_SCHEMA, "example": PROBLEM}}}
    for code, text in (
        (400, "the question has no meaning"), (404, "not there"), (410, "the cursor belongs to an earlier snapshot"),
        (422, "a parameter is not of its form"), (503, "nothing can be read; `mend` names the command"),
    )
}  # fmt: skip
"""The refusals of every address, for the OpenAPI document."""
