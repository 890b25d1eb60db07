"""OGC API Features, the core part, for events and cells: what QGIS opens."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from marsad.base import places
from marsad.store import Where
from marsad.web import records
from marsad.web.answers import nothing, respond
from marsad.web.examples import REFUSALS
from marsad.web.formats import MEDIA, feature
from marsad.web.shelf import Kept, NotThereError, Shelf, Snapshot, StrangeError, kept

ROOT = "/ogc"
CONFORMS = [f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{part}" for part in ("core", "geojson")]
"""Our OpenAPI document is 3.1, so the class for 3.0 is not claimed."""
WGS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
TITLES = {"events": "Events with a place", "cells": "PRIO-GRID cells with deaths in the last twelve months"}

Collection = Annotated[Literal["events", "cells"], Path()]
Box = Annotated[str | None, Query(max_length=200, description="west,south,east,north in degrees", examples=["-6,10,4,20"])]
When = Annotated[str | None, Query(max_length=60, description="A day, or first/last with .. for open", examples=["2026-01-01/.."])]


def router(shelf: Shelf) -> APIRouter:
    """The addresses of OGC API Features."""
    api = APIRouter(prefix=ROOT, tags=["OGC API Features"], default_response_class=Response)
    both: dict[str, Any] = {MEDIA["json"]: {}, MEDIA["geojson"]: {}}
    told: dict[int | str, dict[str, Any]] = {
        200: {"description": "as OGC API Features says", "content": both}, 304: {"description": "known already"}, **REFUSALS,
    }  # fmt: skip

    async def give(request: Request, make: Callable[[Snapshot], dict[str, Any]], media: str) -> Response:
        def find() -> Kept:
            snapshot = shelf.snapshot()
            if snapshot is None:
                return nothing()
            key = (snapshot.name, f"{request.url.path}?{request.url.query}")
            return shelf.answer(key, lambda: kept(json.dumps(make(snapshot), ensure_ascii=False, default=str).encode("utf-8"), media))

        return respond(await run_in_threadpool(find), request)

    _landing(api, give, told)

    @api.get("/collections/{collection}/items", summary="Features of a collection", responses=told)
    async def items(
        request: Request, collection: Collection, *, bbox: Box = None, datetime: When = None,
        limit: Annotated[int, Query(ge=1, le=10_000)] = 10, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> Response:  # fmt: skip
        if strange := sorted(request.query_params.keys() - {"bbox", "datetime", "limit", "offset"}):
            raise StrangeError(f"items take bbox, datetime, limit and offset, not {', '.join(strange)}")
        where = [*_box(bbox), *(_when(datetime) if collection == "events" else ())]
        asked = urlencode([(k, v) for k, v in (("bbox", bbox), ("datetime", datetime), ("limit", limit)) if v is not None])
        find = _events if collection == "events" else _cells
        return await give(
            request, lambda s: _page(find(s, where, _edges(bbox)), f"{collection}/items?{asked}", limit, offset), MEDIA["geojson"]
        )

    @api.get("/collections/{collection}/items/{id}", summary="One feature", responses=told)
    async def item(request: Request, collection: Collection, id: Annotated[str, Path(max_length=100)]) -> Response:
        return await give(request, lambda s: _one(s, collection, id), MEDIA["geojson"])

    return api


def _landing(api: APIRouter, give: Callable[..., Awaitable[Response]], told: dict[int | str, dict[str, Any]]) -> None:
    @api.get("", summary="Landing page", responses=told)
    async def landing(request: Request) -> Response:
        links = [
            {"rel": "self", "type": MEDIA["json"], "href": ROOT},
            {"rel": "service-desc", "type": "application/vnd.oai.openapi+json;version=3.1", "href": "/api/v1/openapi.json"},
            {"rel": "conformance", "type": MEDIA["json"], "href": f"{ROOT}/conformance"},
            {"rel": "data", "type": MEDIA["json"], "href": f"{ROOT}/collections"},
        ]
        return await give(request, lambda s: {"title": "Marsad", "description": s.name, "links": links}, MEDIA["json"])

    @api.get("/conformance", summary="Conformance classes", responses=told)
    async def conformance(request: Request) -> Response:
        return await give(request, lambda s: {"conformsTo": CONFORMS}, MEDIA["json"])

    @api.get("/collections", summary="Collections", responses=told)
    async def collections(request: Request) -> Response:
        found = {
            "collections": [_about(name) for name in TITLES],
            "links": [{"rel": "self", "type": MEDIA["json"], "href": f"{ROOT}/collections"}],
        }
        return await give(request, lambda s: found, MEDIA["json"])

    @api.get("/collections/{collection}", summary="One collection", responses=told)
    async def collection(request: Request, collection: Collection) -> Response:
        return await give(request, lambda s: _about(collection), MEDIA["json"])


def _about(name: str) -> dict[str, Any]:
    links = [{"rel": "items", "type": MEDIA["geojson"], "href": f"{ROOT}/collections/{name}/items"}]
    extent = {"spatial": {"bbox": [[-180, -90, 180, 90]], "crs": WGS84}}
    return {"id": name, "title": TITLES[name], "itemType": "feature", "crs": [WGS84], "extent": extent, "links": links}


def _edges(text: str | None) -> tuple[float, float, float, float] | None:
    """West, south, east, north.

    Raises:
        StrangeError: it is no box.
    """
    if text is None:
        return None
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        raise StrangeError("bbox is west,south,east,north in degrees, such as -6,10,4,20") from None
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise StrangeError("bbox runs from west to east and from south to north, within -180 to 180 and -90 to 90")
    return west, south, east, north


def _box(text: str | None) -> list[Where]:
    edges = _edges(text)
    if edges is None:
        return []
    west, south, east, north = edges
    return [Where("lon", ">=", west), Where("lon", "<=", east), Where("lat", ">=", south), Where("lat", "<=", north)]


def _when(text: str | None) -> list[Where]:
    from datetime import date

    if text is None:
        return []
    first, slash, last = text.partition("/")
    found = []
    try:
        # an event matches where its days meet those asked for
        for part, column, op in ((first, "date_end", ">="), (last if slash else first, "date_start", "<=")):
            if part not in ("", ".."):
                found.append(Where(column, op, date.fromisoformat(part[:10])))  # type: ignore[arg-type]
    except ValueError:
        raise StrangeError("datetime is a day such as 2026-01-01, or two with a slash between, .. for open") from None
    return found


Found = tuple[int, Callable[[int, int], list[dict[str, Any]]]]


def _events(snapshot: Snapshot, where: list[Where], edges: object) -> Found:
    conditions = [*where, Where("lon", "not null"), Where("lat", "not null")]

    def part(limit: int, offset: int) -> list[dict[str, Any]]:
        rows = snapshot.rows.rows("events", conditions, order=["-date_end", "id"], limit=limit, offset=offset).to_pylist()
        return [feature(records.event(row)) for row in rows]

    return snapshot.rows.count("events", conditions), part


def _cells(snapshot: Snapshot, where: list[Where], edges: tuple[float, float, float, float] | None) -> Found:
    found = []
    for gid, deaths in sorted(snapshot.recent_cells.items()):
        lon, lat = places.cell_centre(gid)
        if deaths and (edges is None or (edges[0] <= lon <= edges[2] and edges[1] <= lat <= edges[3])):
            found.append(_square(gid, deaths))
    return len(found), lambda limit, offset: found[offset : offset + limit]


def _square(gid: int, deaths: int) -> dict[str, Any]:
    west, south, east, north = places.cell_bounds(gid)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    properties = {"cell": gid, "country": places.country_of_cell(gid), "deaths_last12": deaths}
    return {"type": "Feature", "id": str(gid), "geometry": {"type": "Polygon", "coordinates": [ring]}, "properties": properties}


def _page(found: Found, asked: str, limit: int, offset: int) -> dict[str, Any]:
    number, part = found
    features = part(limit, offset)
    address = f"{ROOT}/collections/{asked}"
    links = [{"rel": "self", "type": MEDIA["geojson"], "href": f"{address}&offset={offset}"}]
    if offset + len(features) < number:
        # with all that was asked: a next page without the box would be another list
        links.append({"rel": "next", "type": MEDIA["geojson"], "href": f"{address}&offset={offset + limit}"})
    return {"type": "FeatureCollection", "numberMatched": number, "numberReturned": len(features), "features": features, "links": links}


def _one(snapshot: Snapshot, collection: str, name: str) -> dict[str, Any]:
    home = f"{ROOT}/collections/{collection}"
    links = [
        {"rel": "self", "type": MEDIA["geojson"], "href": f"{home}/items/{name}"},
        {"rel": "collection", "type": MEDIA["json"], "href": home},
    ]
    return _feature(snapshot, collection, name) | {"links": links}


def _feature(snapshot: Snapshot, collection: str, name: str) -> dict[str, Any]:
    if collection == "events":
        return feature(records.event(records.one_record(snapshot, "events", name)))
    if not name.isascii() or not name.isdigit() or int(name) not in snapshot.recent_cells:
        raise NotThereError(f"no cell {name} is counted in what was published last")
    return _square(int(name), snapshot.recent_cells[int(name)])
