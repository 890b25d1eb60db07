"""The pages: addresses in three languages, each also JSON; the same for everybody, whole without a script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse

from marsad.base.places import country_by_iso3
from marsad.web import maps, records, rendering, searching, views, views_places, views_sides
from marsad.web.answers import respond
from marsad.web.asked import Asked
from marsad.web.history import beside
from marsad.web.reading import cut_text
from marsad.web.rendering import assets, group_name, render, stamp
from marsad.web.shelf import Kept, NotThereError, Shelf, Snapshot, StrangeError, kept
from marsad.web.stamping import stamped
from marsad.web.wording import LANGUAGES, Wording

LANG = Literal["ar", "fr", "en"]
ASKED = ("q", "type", "since", "rows")
"""What an address may ask of a page; anything else is not looked at, and makes no page of its own."""

MEDIA = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""Media types of the forms of a brief."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its values, its title, its template, and what the template needs beyond them."""

    template: str
    values: Callable[[Snapshot, Asked], dict[str, Any]]
    title: Callable[[Wording, dict[str, Any]], str]
    more: Callable[[Snapshot, Wording, dict[str, Any]], dict[str, Any]] = field(default=lambda snapshot, wording, data: {})
    menu: str = ""


def wants_json(request: Request) -> bool:
    """Whether JSON was asked for, by the address or by the header.

    Raises:
        StrangeError: the address asks for a form that there is not.
    """
    asked = request.query_params.get("format")
    if asked not in (None, "html", "json"):
        raise StrangeError("a page comes as html or json")
    return asked == "json" or (asked is None and request.headers.get("accept", "").startswith("application/json"))


def router(shelf: Shelf) -> APIRouter:
    """The pages' addresses."""
    api = APIRouter(include_in_schema=False)
    _frame(api)
    _plain_pages(api, shelf)
    _record_pages(api, shelf)
    _text_pages(api, shelf)
    _files(api, shelf)
    return api


async def show(shelf: Shelf, request: Request, language: LANG, page: Page) -> Response:
    """The page in the form asked for, from those kept ready where it is among them."""
    as_json = wants_json(request)
    snapshot = await run_in_threadpool(shelf.snapshot)
    if snapshot is None:
        return _empty(request, language, as_json=as_json, why="writing" if shelf.writing() else "empty")
    asked = Asked.of(request.query_params)
    query = urlencode([(k, v) for k, v in request.query_params.items() if k in ASKED and v])
    rest = request.url.path.removeprefix(f"/{language}")
    key = (snapshot.name, f"{as_json} {request.url.path}?{query}")
    found = shelf.held(key)
    if found is None:
        address = rest + (f"?{query}" if query else "")
        found = await run_in_threadpool(shelf.answer, key, lambda: _made(snapshot, page, asked, (language, address, as_json, shelf.desk)))
    return respond(found, request)


def _made(snapshot: Snapshot, page: Page, asked: Asked, told: tuple[LANG, str, bool, bool]) -> Kept:
    language, rest, as_json, desk_open = told
    data = page.values(snapshot, asked)
    if as_json:
        data |= {key: value for key, value in beside(snapshot, rest).items() if key in ("notes", "changes") and value}
        return kept(json.dumps(data, ensure_ascii=False, default=str).encode("utf-8"), "application/json")
    wording = Wording(language)
    link = f"/{language}{rest}{'&' if '?' in rest else '?'}format=json"
    region = snapshot.about["region_names"][language]
    body = render(
        page.template, language, page.title(wording, data), rest=rest, page=page.menu, d=data, json_link=link, region_name=region,
        asked=asked, group_name=lambda key: group_name(snapshot, key, language), beside=beside(snapshot, rest),
        desk_open=desk_open, **page.more(snapshot, wording, data),
    )  # fmt: skip
    return kept(body, "text/html; charset=utf-8")


def _empty(request: Request, language: LANG, *, as_json: bool, why: str) -> Response:
    """What is shown before any run has published: the command that mends it."""
    home = request.url.path.strip("/") == language
    status = 200 if home else 404
    if as_json:
        body = json.dumps({"missing": "no run has published anything in this archive", "mend": "marsad run"}).encode("utf-8")
        return respond(kept(body, "application/json", status=status), request)
    wording = Wording(language)
    page = render(
        "told",
        language,
        wording.say(f"{why}-title"),
        rest="/",
        text=wording.say(f"{why}-text"),
        command="marsad run",
        detail="",
        back=False,
    )
    return respond(kept(page, "text/html; charset=utf-8", status=status), request)


def _frame(api: APIRouter) -> None:
    @api.get("/")
    async def home(request: Request) -> RedirectResponse:
        asked = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
        language = next((code for code in asked if code in LANGUAGES), "en")
        return RedirectResponse(f"/{language}/", status_code=303, headers={"Vary": "Accept-Language"})

    @api.get("/{language}")
    async def bare(language: LANG) -> RedirectResponse:
        return RedirectResponse(f"/{language}/", status_code=308)

    @api.get("/assets/{mark}/{name}")
    async def asset(mark: str, name: str, request: Request) -> Response:
        found = assets().get(name)
        if found is None:
            raise NotThereError("there is no such file")
        fresh = "public, max-age=31536000, immutable" if mark == stamp() else "no-cache"
        response = respond(found, request)
        response.headers["Cache-Control"] = fresh
        return response


def _plain_pages(api: APIRouter, shelf: Shelf) -> None:
    plain = {
        "": Page("overview", lambda s, a: views.overview(s), lambda w, d: w.say("nav-overview"),
                 lambda s, w, d: rendering.overview_pictures(s, d, w), "overview"),
        "forecasts": Page("forecasts", lambda s, a: views.forecasts(s), lambda w, d: w.say("forecasts-title"),
                          lambda s, w, d: rendering.forecast_pictures(s, d, w), "forecasts"),
        "meetings": Page("meetings", views.meetings, lambda w, d: w.say("meetings-title"), menu="meetings"),
        "sources": Page("sources", lambda s, a: views.sources(s), lambda w, d: w.say("sources-title"), menu="sources"),
        "briefs": Page("briefs", lambda s, a: views.briefs(s), lambda w, d: w.say("briefs-title"), menu="briefs"),
        "search": Page("search", searching.search, lambda w, d: w.say("search-title"), menu="search"),
    }  # fmt: skip

    def add(address: str, page: Page) -> None:
        @api.get(f"/{{language}}/{address}")
        async def handler(language: LANG, request: Request) -> Response:
            return await show(shelf, request, language, page)

    for address, page in plain.items():
        add(address, page)

    @api.get("/{language}/layers/{key}")
    async def layers(language: LANG, key: str, request: Request) -> Response:
        """GeoJSON for the map that moves; a page without it shows the same as pictures and tables."""
        if key.startswith(maps.GROUP) and not re.fullmatch(r"group:[a-z0-9][a-z0-9-]{0,60}", key):
            raise StrangeError("a group is named by its key, such as jnim")
        if key != maps.REGION and not key.startswith(maps.GROUP):
            records.country_unit(key)
        snapshot = await run_in_threadpool(shelf.snapshot)
        if snapshot is None:
            raise NotThereError("nothing is published yet")

        def made() -> Kept:
            found = maps.moving(snapshot, key, Wording(language))
            return kept(json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8"), "application/geo+json")

        return respond(await run_in_threadpool(shelf.answer, (snapshot.name, request.url.path), made), request)


def _country_name(wording: Wording, code: str) -> str:
    found = country_by_iso3(code)
    return found.name(wording.language) if found else code


def _group_title(wording: Wording, data: dict[str, Any]) -> str:
    names = data["names"].get(wording.language) or data["names"].get("en") or data["spellings"] or [data["group"].partition(":")[2]]
    return wording.say("group-title", name=names[0])


def _record_pages(api: APIRouter, shelf: Shelf) -> None:
    @api.get("/{language}/place/{code}")
    async def place(language: LANG, code: str, request: Request) -> Response:
        records.country_unit(code)
        page = Page(
            "country", lambda s, a: views_places.country(s, code, a), lambda w, d: _country_name(w, code),
            lambda s, w, d: rendering.country_pictures(s, d, w),
        )  # fmt: skip
        return await show(shelf, request, language, page)

    @api.get("/{language}/cell/{gid}")
    async def cell(language: LANG, gid: str, request: Request) -> Response:
        if not re.fullmatch(r"[1-9][0-9]{0,5}", gid):
            raise StrangeError("a cell is named by its PRIO-GRID number, such as 149426")
        page = Page(
            "cell", lambda s, a: views_places.cell(s, int(gid), a), lambda w, d: w.say("cell-title", cell=gid),
            lambda s, w, d: rendering.cell_pictures(s, d, w),
        )  # fmt: skip
        return await show(shelf, request, language, page)

    @api.get("/{language}/pair/{codes}")
    async def pair(language: LANG, codes: str, request: Request) -> Response:
        if not re.fullmatch(r"[A-Z]{3}-[A-Z]{3}", codes):
            raise StrangeError("a partnership is named by two country codes, such as MAR-USA")
        one, other = codes.split("-")
        page = Page(
            "pair", lambda s, a: views_sides.pair(s, one, other),
            lambda w, d: w.say("pair-title", first=w.country(one), second=w.country(other)),
            lambda s, w, d: rendering.pair_pictures(s, d, w), "meetings",
        )  # fmt: skip
        return await show(shelf, request, language, page)

    @api.get("/{language}/group/{key}")
    async def group(language: LANG, key: str, request: Request) -> Response:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", key):
            raise StrangeError("a group is named by its key, such as jnim")
        page = Page("group", lambda s, a: views_sides.group(s, key, a), _group_title, lambda s, w, d: rendering.group_pictures(s, d, w))
        return await show(shelf, request, language, page)


def _text_pages(api: APIRouter, shelf: Shelf) -> None:
    @api.get("/{language}/document/{name}")
    async def document(language: LANG, name: str, request: Request) -> Response:
        def title(wording: Wording, data: dict[str, Any]) -> str:
            return wording.isolate(data["document"]["title"] or data["document"]["path"])

        return await show(shelf, request, language, Page("document", lambda s, a: views_sides.document(s, name), title, _document_parts))

    @api.get("/{language}/record/{name}")
    async def record(language: LANG, name: str) -> Response:
        def find() -> str:
            snapshot = shelf.snapshot()
            if snapshot is None:
                raise NotThereError("nothing is published yet")
            table = name.partition(":")[0] + "s"
            if table not in ("events", "engagements", "statements"):
                raise StrangeError("a record's id begins with event:, engagement: or statement:")
            found: str | None = records.one_record(snapshot, table, name)["document"]
            if found is None:
                raise NotThereError("this event comes from a table and stands in no text")
            return found

        owner = await run_in_threadpool(find)
        return RedirectResponse(f"/{language}/document/{owner}#{name.replace(':', '-')}", status_code=303)


def _document_parts(snapshot: Snapshot, wording: Wording, data: dict[str, Any]) -> dict[str, Any]:
    """The text cut along its records, and the records numbered in the order of the text."""
    found = sorted(
        [*data["engagements"], *data["events"], *data["statements"]],
        key=lambda r: (r["span"] or [0, 0], ("engagement", "event", "statement").index(r["kind"])),
    )
    anchors = {n: r["id"].replace(":", "-") for n, r in enumerate(found, 1)}
    cuts = cut_text(data["text"], data["document"]["paragraphs"], found)
    return {"cuts": cuts, "numbered": list(enumerate(found, 1)), "anchors": anchors}


def _files(api: APIRouter, shelf: Shelf) -> None:
    @api.get("/{language}/briefs/{name}")
    async def brief(language: LANG, name: str, request: Request, download: str = "") -> Response:
        def find() -> Kept:
            snapshot = shelf.snapshot()
            if snapshot is None or name not in [b["name"] for b in views.briefs(snapshot)["briefs"]]:
                raise NotThereError("there is no such brief in what was published last")
            body = snapshot.rows.file(name).read_bytes()
            form = name.rpartition(".")[2]
            body = stamped(snapshot, body) if form == "html" else body
            # a brief is one page that carries its own style; no script runs in it
            policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; base-uri 'none'; frame-ancestors 'none'"
            extra = [("Content-Security-Policy", policy)] if form == "html" else []
            if download == "1" or form != "html":
                extra.append(("Content-Disposition", f'attachment; filename="{name}"'))
            return kept(body, MEDIA[form], headers=tuple(extra))

        return respond(await run_in_threadpool(find), request)
