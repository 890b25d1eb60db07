"""Forecasts whole: every draw, and how likely any number of deaths is; and what a run found of every place, group and pair."""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from marsad.base.errors import StoreError
from marsad.web import records
from marsad.web.answers import nothing, respond
from marsad.web.api import Asked, Format, Listing, Place, answers, equal, listed, state
from marsad.web.formats import chosen, written
from marsad.web.shelf import Kept, NotThereError, Shelf

DRAWS = Listing("draws", lambda row: row, ("unit_id", "step", "draw"))
ASSESSMENTS = Listing(
    "findings",
    lambda row: {"kind": row["kind"], "key": row["key"], **json.loads(row["record"])},
    ("kind", "key"),
    ("json", "csv", "parquet"),
)
WHOLE_MOST = 64 << 20
"""Bytes of the draws' file above which it is given in stretches alone."""

Step = Annotated[int | None, Query(ge=1, le=60, description="Months after the origin")]


def router(shelf: Shelf) -> APIRouter:
    """The addresses of draws, exceedance and assessments."""
    api = APIRouter(prefix="/api/v1", tags=["figures"], default_response_class=Response)

    @api.get("/forecasts/draws", summary="Every draw by country and step; whole as Parquet", responses=answers("draws", DRAWS.forms))
    async def draws(
        request: Request, asked: Asked, *, place: Place = None, step: Step = None,
        whole: Annotated[Literal["1"] | None, Query(description="The whole file, as Parquet")] = None,
    ) -> Response:  # fmt: skip
        if whole:
            return respond(await run_in_threadpool(_whole, shelf), request)
        unit = None if place is None else records.country_unit(place)
        return await listed(shelf, request, DRAWS, [equal("unit_id", unit), equal("step", step)], asked)

    @api.get("/forecasts/exceedance", summary="How likely at least so many deaths are", responses=answers("exceedance", ("json", "csv")))
    async def exceedance(
        request: Request, *, over: Annotated[int, Query(ge=1, le=1_000_000, description="Deaths in the month", examples=[25])],
        place: Place = None, format: Format = None,
    ) -> Response:  # fmt: skip
        form = chosen(format, request.headers.get("accept", ""), ("json", "csv", "parquet"))
        unit = None if place is None else records.country_unit(place)
        return respond(await run_in_threadpool(_exceedance, shelf, over, unit, form), request)

    @api.get(
        "/assessments", summary="What the run found of each place, group and pair", responses=answers("assessments", ASSESSMENTS.forms)
    )
    async def assessments(
        request: Request, asked: Asked, *,
        kind: Annotated[Literal["region", "country", "cell", "group", "pair"] | None, Query()] = None,
        key: Annotated[str | None, Query(pattern="^[A-Za-z0-9-]{1,60}$", examples=["MLI", "jnim", "MAR-USA"])] = None,
    ) -> Response:  # fmt: skip
        return await listed(shelf, request, ASSESSMENTS, [equal("kind", kind), equal("key", key)], asked)

    return api


def _whole(shelf: Shelf) -> Kept:
    from marsad.web.formats import MEDIA
    from marsad.web.shelf import kept

    snapshot = state(shelf, None)
    if snapshot is None:
        return nothing()
    file = snapshot.rows.folder / "draws.parquet"
    if "draws" not in snapshot.rows.tables or file.stat().st_size > WHOLE_MOST:
        raise NotThereError("the draws are not published as one file: ask for them in stretches")
    name = f'attachment; filename="{snapshot.rows.name}-draws.parquet"'
    return kept(file.read_bytes(), MEDIA["parquet"], headers=(("Content-Disposition", name),))


def _exceedance(shelf: Shelf, over: int, unit: int | None, form: str) -> Kept:
    snapshot = state(shelf, None)
    if snapshot is None:
        return nothing()
    where = [one for one in [equal("unit_id", unit)] if one is not None]
    try:
        rows: list[dict[str, Any]] = snapshot.rows.exceedance("draws", over, where).to_pylist()
    except StoreError as wrong:
        raise NotThereError("this run published no draws: run `marsad run` again") from wrong
    made = [{**row, "country": records.country_code(row["unit_id"]), "over": over} for row in rows]
    return written(made, form, next_cursor=None, about={"snapshot": snapshot.name})
