"""Rows as JSON, CSV, GeoJSON or Parquet, by what the asker accepts or the address names."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from marsad.web.shelf import Kept, StrangeError, kept

MEDIA = {
    "json": "application/json",
    "geojson": "application/geo+json",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
}
"""Media type of each form."""


def chosen(asked: str | None, accept: str, forms: Sequence[str]) -> str:
    """The form asked for by name, else the first that the header accepts; JSON where it says nothing.

    Raises:
        StrangeError: a form that is not given here.

    >>> chosen(None, "text/csv;q=0.9, application/json;q=0.1", ("json", "csv")), chosen("csv", "", ("json", "csv"))
    ('csv', 'csv')
    """
    if asked is not None:
        if asked not in forms:
            raise StrangeError(f"this comes as {', '.join(forms)}")
        return asked
    wanted = []
    for part in accept.split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
        wanted.append((-_weight(weight), media))
    for _, media in sorted(wanted, key=lambda pair: pair[0]):
        form = next((f for f in forms if MEDIA[f] == media), None)
        if form:
            return form
    return "json"


def _weight(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def flat(row: dict[str, Any], before: str = "") -> dict[str, Any]:
    """A row without nesting: `date.start` beside `date.end`; lists of plain values joined by commas, others as JSON.

    >>> flat({"a": {"b": 1}, "c": ["x", "y"]})
    {'a.b': 1, 'c': 'x,y'}
    """
    found: dict[str, Any] = {}
    for key, value in row.items():
        name = f"{before}{key}"
        if isinstance(value, dict):
            found |= flat(value, f"{name}.")
        elif isinstance(value, list):
            plain = all(isinstance(item, str | int | float) for item in value)
            found[name] = ",".join(map(str, value)) if plain else json.dumps(value, ensure_ascii=False)
        else:
            found[name] = value
    return found


def written(rows: Sequence[dict[str, Any]], form: str, *, next_cursor: str | None, about: dict[str, Any]) -> Kept:
    """Rows in a form; the cursor of the next ones stands in the body, or in a header where the form has no place for it."""
    headers = (("Marsad-Next", next_cursor),) if next_cursor else ()
    if form == "json":
        return kept(_json({"items": list(rows), "next": next_cursor, **about}), MEDIA[form])
    if form == "geojson":
        return kept(_json(collection(rows, next_cursor, about)), MEDIA[form])
    table = _table(rows)
    sink = io.BytesIO()
    if form == "csv":
        import pyarrow.csv

        pyarrow.csv.write_csv(table, sink)
        return kept(sink.getvalue(), "text/csv; charset=utf-8", headers=headers)
    import pyarrow.parquet as pq

    with pq.ParquetWriter(sink, table.schema) as writer:
        writer.write(table)
    return kept(sink.getvalue(), MEDIA[form], headers=headers)


def _table(rows: Sequence[dict[str, Any]]) -> Any:
    import pyarrow as pa

    lines = [flat(row) for row in rows]
    names = list(dict.fromkeys(name for line in lines for name in line))
    return pa.table({name: pa.array([line.get(name) for line in lines]) for name in names})


def collection(rows: Sequence[dict[str, Any]], next_cursor: str | None, about: dict[str, Any]) -> dict[str, Any]:
    """Events as GeoJSON features; one without a point has no geometry."""
    return {"type": "FeatureCollection", "features": [feature(row) for row in rows], "next": next_cursor, **about}


def feature(row: dict[str, Any]) -> dict[str, Any]:
    """One event as a GeoJSON feature."""
    where = row.get("place") or {}
    point = None
    if where.get("lon") is not None and where.get("lat") is not None:
        point = {"type": "Point", "coordinates": [where["lon"], where["lat"]]}
    return {"type": "Feature", "id": row["id"], "geometry": point, "properties": flat(row)}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8")
