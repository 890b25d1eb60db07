"""/api/v1: what was published, by place, time, type and actor; page by page; in the form that is asked for."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from marsad.base.months import parse_month
from marsad.base.records import PLOVER_TYPES, as_json
from marsad.store import Where
from marsad.web import examples, records, views, views_sides
from marsad.web.answers import nothing, respond
from marsad.web.formats import MEDIA, chosen, written
from marsad.web.history import record_of
from marsad.web.laying import moment_of
from marsad.web.shelf import Kept, Shelf, Snapshot, StrangeError, kept

MOST = 1000
"""Rows in one answer."""

Place = Annotated[str | None, Query(pattern="^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code of a country", examples=["MLI"])]
Cell = Annotated[int | None, Query(ge=1, le=259200, description="PRIO-GRID cell", examples=[149426])]
Day = Annotated[date | None, Query(description="A day, included", examples=["2026-01-01"])]
Month = Annotated[
    str | None, Query(pattern=r"^(19[89]|20[0-9])[0-9]-(0[1-9]|1[0-2])$", description="A month, included", examples=["2026-05"])
]
Type = Annotated[Literal[PLOVER_TYPES] | None, Query(description="PLOVER type")]  # type: ignore[valid-type]
Entity = Annotated[
    str | None, Query(pattern="^[a-z]+:[A-Za-z0-9_-]{1,60}$", description="An entity such as group:jnim", examples=["group:jnim"])
]
Id = Annotated[str | None, Query(pattern="^[0-9a-f]{64}$", description="Id of a text")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows in one answer")]
Cursor = Annotated[str | None, Query(max_length=200, pattern="^[A-Za-z0-9_-]+$", description="`next` of the answer before")]
AsOf = Annotated[
    str | None,
    Query(
        pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$",
        description="How records stood at the end of that day, or at that moment",
        examples=["2026-03-01"],
    ),
]
Format = Annotated[str | None, Query(pattern="^(json|csv|geojson|parquet)$", description="Form; else as the header Accept says")]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which rows of the answer, and in which form."""

    limit: int
    cursor: str | None
    form: str | None
    as_of: str | None = None


def stretch(limit: Limit = 100, cursor: Cursor = None, format: Format = None, as_of: AsOf = None) -> Stretch:
    """What every list takes."""
    return Stretch(limit, cursor, format, as_of)


def state(shelf: Shelf, as_of: str | None) -> Snapshot | None:
    """What is published, or how it stood at a moment.

    Raises:
        StrangeError: the moment is none.
    """
    if as_of is None:
        return shelf.snapshot()
    try:
        return shelf.at(moment_of(as_of))
    except ValueError:
        raise StrangeError("as_of is a day such as 2026-03-01, or a moment such as 2026-03-01T10:00:00Z") from None


Asked = Annotated[Stretch, Depends(stretch)]


def answers(name: str, forms: Sequence[str]) -> dict[int | str, dict[str, Any]]:
    """The answers of a list for the OpenAPI document, with an example."""
    content: dict[str, Any] = {MEDIA[form]: {} for form in forms}
    content["application/json"] = {"schema": {"type": "object"}, "example": examples.LISTS[name]}
    same = {"description": "known already: the tag asked about is this one"}
    return {200: {"description": f"{name}, with the cursor of the next ones", "content": content}, 304: same, **examples.REFUSALS}


class GoneError(StrangeError):
    """A cursor of an earlier snapshot."""


def router(shelf: Shelf) -> APIRouter:
    """The API's addresses."""
    api = APIRouter(prefix="/api/v1", default_response_class=Response)
    _coded(api, shelf)
    _figures(api, shelf)
    _single(api, shelf)
    return api


@dataclass(frozen=True, slots=True)
class Listing:
    """A table as the API lists it."""

    table: str
    row: Callable[[dict[str, Any]], dict[str, Any]]
    order: tuple[str, ...]
    forms: tuple[str, ...] = ("json", "csv", "parquet")


EVENTS = Listing("events", records.event, ("-date_end", "id"), ("json", "csv", "geojson", "parquet"))
DOCUMENTS = Listing("documents", records.document, ("-published", "id"))
ENGAGEMENTS = Listing("engagements", records.engagement, ("-date_end", "id"))
STATEMENTS = Listing("statements", records.statement, ("id",))
PANELS = Listing("panels", lambda row: row, ("level", "unit_id", "month_id"))
FORECASTS = Listing("forecasts", lambda row: row, ("level", "unit_id", "step"))
SCORES = Listing("scores", lambda row: {k: v for k, v in row.items() if k != "run"}, ("label", "by", "slice", "metric"))


async def listed(shelf: Shelf, request: Request, listing: Listing, where: Sequence[Where | None], asked: Stretch) -> Response:
    """A stretch of a table's rows in the form asked for."""
    form = chosen(asked.form, request.headers.get("accept", ""), listing.forms)

    def find() -> Kept:
        snapshot = state(shelf, asked.as_of)
        if snapshot is None:
            return nothing()
        key = (snapshot.name, f"{form} {request.url.path}?{urlencode(sorted(request.query_params.multi_items()))}")
        return shelf.answer(key, lambda: _rows(snapshot, listing, [one for one in where if one is not None], form, asked))

    return respond(await run_in_threadpool(find), request)


def _rows(snapshot: Snapshot, listing: Listing, where: list[Where], form: str, asked: Stretch) -> Kept:
    offset = _offset(snapshot, asked.cursor)
    where = [records.acted(snapshot, one.column[:-7], one.value) if one.column.endswith("_entity") else one for one in where]
    rows = snapshot.rows.rows(listing.table, where, order=listing.order, limit=asked.limit + 1, offset=offset).to_pylist()
    more = _cursor(snapshot, offset + asked.limit) if len(rows) > asked.limit else None
    about = {"snapshot": snapshot.name, "as_of": views.base(snapshot)["as_of"]}
    return written([listing.row(row) for row in rows[: asked.limit]], form, next_cursor=more, about=about)


def _cursor(snapshot: Snapshot, offset: int) -> str:
    return base64.urlsafe_b64encode(f"{snapshot.name} {offset}".encode()).decode().rstrip("=")


def _offset(snapshot: Snapshot, cursor: str | None) -> int:
    if cursor is None:
        return 0
    try:
        name, _, number = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii").partition(" ")
        offset = int(number)
    except (ValueError, binascii.Error, UnicodeDecodeError):
        raise StrangeError("the cursor is none that an answer gave") from None
    if not 0 <= offset <= 1 << 40:
        raise StrangeError("the cursor is none that an answer gave")
    if name != snapshot.name:
        raise GoneError("a newer run has published: begin again without a cursor")
    return offset


def equal(column: str, value: Any) -> Where | None:
    """The condition, where a value was asked for."""
    return None if value is None else Where(column, "=", value)


def member(column: str, value: str | None) -> Where | None:
    """The condition on an entry of a list, where a value was asked for."""
    return None if value is None else Where(column, "member", value)


def between(column: str, first: Any, last: Any) -> tuple[Where | None, Where | None]:
    """The conditions on a stretch of time, as far as it was asked for."""
    return (None if first is None else Where(column, ">=", first)), (None if last is None else Where(column, "<=", last))


def _coded(api: APIRouter, shelf: Shelf) -> None:
    @api.get("/documents", tags=["texts"], summary="Texts read", responses=answers("documents", DOCUMENTS.forms))
    async def documents(
        request: Request, asked: Asked, *, language: Annotated[Literal["ar", "fr", "en"] | None, Query()] = None, since: Day = None,
        until: Day = None,
    ) -> Response:  # fmt: skip
        return await listed(shelf, request, DOCUMENTS, [equal("language", language), *between("published", since, until)], asked)

    @api.get("/events", tags=["texts"], summary="Events, of texts and of tables", responses=answers("events", EVENTS.forms))
    async def events(
        request: Request, asked: Asked, *, place: Place = None, cell: Cell = None, since: Day = None, until: Day = None, type: Type = None,
        actor: Entity = None, recipient: Entity = None, document: Id = None,
    ) -> Response:  # fmt: skip
        where = [
            equal("country", place), equal("cell", cell), *between("date_end", since, until), equal("type", type),
            equal("actor_entity", actor), equal("recipient_entity", recipient), equal("document", document),
        ]  # fmt: skip
        return await listed(shelf, request, EVENTS, where, asked)

    @api.get(
        "/engagements", tags=["texts"], summary="Meetings, visits, calls, agreements", responses=answers("engagements", ENGAGEMENTS.forms)
    )
    async def engagements(
        request: Request, asked: Asked, *, place: Place = None, party: Place = None, since: Day = None, until: Day = None,
        form: Annotated[Literal["meeting", "visit", "call", "summit", "agreement"] | None, Query()] = None, document: Id = None,
    ) -> Response:  # fmt: skip
        where = [
            equal("country", place),
            member("parties", party),
            *between("date_end", since, until),
            equal("form", form),
            equal("document", document),
        ]
        return await listed(shelf, request, ENGAGEMENTS, where, asked)

    @api.get("/statements", tags=["texts"], summary="What was said, with its holder", responses=answers("statements", STATEMENTS.forms))
    async def statements(request: Request, asked: Asked, *, place: Place = None, document: Id = None) -> Response:
        return await listed(shelf, request, STATEMENTS, [equal("country", place), equal("document", document)], asked)


Level = Annotated[Literal["country", "cell"] | None, Query(description="Units: ISO 3166-1 numeric codes, or PRIO-GRID cells")]


def unit_of(place: str | None, cell: int | None) -> list[Where | None]:
    """The condition on a unit, by country code or by cell."""
    if place is not None and cell is not None:
        raise StrangeError("a unit is a country or a cell, not both")
    if place is not None:
        return [Where("level", "=", "country"), Where("unit_id", "=", records.country_unit(place))]
    return [Where("level", "=", "cell"), Where("unit_id", "=", cell)] if cell is not None else []


def month(text: str | None) -> int | None:
    """The number of a month."""
    return None if text is None else int(parse_month(text))


def _figures(api: APIRouter, shelf: Shelf) -> None:
    @api.get(
        "/panels",
        tags=["figures"],
        summary="Deaths by unit and month; a month without a row is not observed",
        responses=answers("panels", PANELS.forms),
    )
    async def panels(
        request: Request, asked: Asked, *, level: Level = None, place: Place = None, cell: Cell = None, since: Month = None,
        until: Month = None,
    ) -> Response:  # fmt: skip
        where = [equal("level", level), *unit_of(place, cell), *between("month_id", month(since), month(until))]
        return await listed(shelf, request, PANELS, where, asked)

    @api.get(
        "/forecasts", tags=["figures"], summary="Quantiles and chances by unit and step", responses=answers("forecasts", FORECASTS.forms)
    )
    async def forecasts(request: Request, asked: Asked, *, level: Level = None, place: Place = None, cell: Cell = None) -> Response:
        return await listed(shelf, request, FORECASTS, [equal("level", level), *unit_of(place, cell)], asked)

    @api.get(
        "/scores",
        tags=["figures"],
        summary="How forecasts did on past months, beside the reference",
        responses=answers("scores", SCORES.forms),
    )
    async def scores(
        request: Request, asked: Asked, *, metric: Annotated[str | None, Query(pattern="^[a-z0-9_]{1,40}$")] = None,
        by: Annotated[Literal["all", "unit"] | None, Query()] = None, place: Place = None,
    ) -> Response:  # fmt: skip
        unit = None if place is None else str(records.country_unit(place))
        return await listed(shelf, request, SCORES, [equal("metric", metric), equal("by", by), equal("slice", unit)], asked)


def _single(api: APIRouter, shelf: Shelf) -> None:
    async def one(request: Request, key: str, find: Callable[[Snapshot], dict[str, Any]], as_of: str | None = None) -> Response:
        def made() -> Kept:
            snapshot = state(shelf, as_of)
            if snapshot is None:
                return nothing()
            return shelf.answer(
                (snapshot.name, key),
                lambda: kept(json.dumps(find(snapshot), ensure_ascii=False, default=str).encode("utf-8"), MEDIA["json"]),
            )

        return respond(await run_in_threadpool(made), request)

    single: dict[int | str, dict[str, Any]] = {
        200: {"description": "the record", "content": {"application/json": {"schema": {"type": "object"}}}},
        304: {"description": "known already"},
        **examples.REFUSALS,
    }

    @api.get("/documents/{id}", tags=["texts"], summary="A text with all that was read out of it", responses=single)
    async def document(request: Request, id: Annotated[str, Path(pattern="^[0-9a-f]{64}$")]) -> Response:
        return await one(request, f"document {id}", lambda s: views_sides.document(s, id))

    @api.get("/events/{id}", tags=["texts"], summary="One event", responses=single)
    async def event(request: Request, id: Annotated[str, Path(pattern="^event:[0-9a-z_.:-]{1,80}$")], as_of: AsOf = None) -> Response:
        return await one(request, id, lambda s: record_of(s, "events", id), as_of)

    @api.get("/engagements/{id}", tags=["texts"], summary="One meeting", responses=single)
    async def engagement(
        request: Request, id: Annotated[str, Path(pattern="^engagement:[0-9a-z_.:-]{1,80}$")], as_of: AsOf = None
    ) -> Response:
        return await one(request, id, lambda s: record_of(s, "engagements", id), as_of)

    @api.get("/statements/{id}", tags=["texts"], summary="One statement", responses=single)
    async def statement(
        request: Request, id: Annotated[str, Path(pattern="^statement:[0-9a-z_.:-]{1,80}$")], as_of: AsOf = None
    ) -> Response:
        return await one(request, id, lambda s: record_of(s, "statements", id), as_of)

    @api.get("/assessment", tags=["figures"], summary="The whole assessment of the region", responses=single)
    async def assessment(request: Request) -> Response:
        return await one(request, "assessment", lambda s: {**views.base(s), **as_json(s.assessment)})

    @api.get("/about", tags=["figures"], summary="What was published: run, region, model, sources, rows", responses=single)
    async def about(request: Request) -> Response:
        return await one(request, "about", lambda s: s.about)
