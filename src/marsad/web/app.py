"""The application: pages, API and the door before them, and what is said where something is wrong."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from marsad import __version__
from marsad.base.errors import ArchiveVersionError, MarsadError, StoreError
from marsad.web import api, api_desk, api_draws, desk, features, pages
from marsad.web.answers import problem, respond
from marsad.web.guards import LOCAL, Asgi, Door
from marsad.web.office import Keys, Office
from marsad.web.rendering import render
from marsad.web.shelf import Kept, NotThereError, Shelf, StrangeError, kept
from marsad.web.warming import Warming
from marsad.web.wording import LANGUAGES, Wording

_LOG = logging.getLogger("marsad.web")


def make_app(archive: Path, *, hosts: tuple[str, ...] | None = LOCAL, office: Office | None = None) -> Asgi:
    """The application over an archive's newest snapshot.

    Args:
        archive: folder of the archive.
        hosts: names it answers to; None for every name.
        office: accounts, log and runs; without it nothing can be changed and nobody signs in.
    """
    return _entered(make_routes(Shelf(archive, desk=office is not None), office), hosts, office)


def make_warm(archive: Path, *, hosts: tuple[str, ...] | None = LOCAL, office: Office | None = None) -> Warming:
    """The same, with pages made before anybody asks."""
    shelf = Shelf(archive, desk=office is not None)
    routes = make_routes(shelf, office)
    return Warming(_entered(routes, hosts, office), routes, shelf)


def _entered(routes: FastAPI, hosts: tuple[str, ...] | None, office: Office | None) -> Asgi:
    """Pages and API behind the door."""
    return Door(Keys(routes, office), hosts, secure=office is not None and office.secure)


def make_routes(shelf: Shelf, office: Office | None = None) -> FastAPI:
    """Pages and API without the door before them."""
    app = FastAPI(
        title="Marsad", version=__version__, summary="Early warning of political violence, and of the partnerships that answer it.",
        docs_url=None, redoc_url=None, openapi_url="/api/v1/openapi.json", redirect_slashes=False,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )  # fmt: skip
    app.include_router(api.router(shelf))
    app.include_router(api_draws.router(shelf))
    app.include_router(api_desk.router(office, shelf))
    app.include_router(features.router(shelf))
    if office is not None:
        app.include_router(desk.router(office, shelf))
    app.include_router(pages.router(shelf))
    _errors(app)
    return app


def _errors(app: FastAPI) -> None:
    @app.exception_handler(HTTPException)
    async def refused(request: Request, wrong: HTTPException) -> Response:
        answer = _told(request, wrong.status_code, str(wrong.detail))
        response = respond(answer, request)
        response.headers.update(wrong.headers or {})
        return response

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, wrong: RequestValidationError) -> Response:
        parts = [f"{'.'.join(str(p) for p in e['loc'][1:])}: {e['msg']}" for e in wrong.errors()]
        page = not _machine(request)
        return respond(_told(request, 404 if page else 422, "; ".join(parts)), request)

    @app.exception_handler(MarsadError)
    async def known(request: Request, wrong: MarsadError) -> Response:
        if isinstance(wrong, api.GoneError):
            return respond(_told(request, 410, str(wrong)), request)
        if isinstance(wrong, StrangeError):
            return respond(_told(request, 400, str(wrong)), request)
        if isinstance(wrong, NotThereError):
            return respond(_told(request, 404, str(wrong)), request)
        # the message may name a folder of this machine: it goes to the log, not to the asker
        _LOG.error("%s: %s", request.url.path, wrong)
        return respond(
            _broken(request, wrong) if isinstance(wrong, StoreError) else _told(request, 500, "see the server's output"), request
        )

    @app.exception_handler(Exception)
    async def unknown(request: Request, wrong: Exception) -> Response:
        return respond(_told(request, 500, "see the server's output"), request)


def _machine(request: Request) -> bool:
    return request.url.path.startswith(("/api/", "/ogc")) or "json" in request.headers.get("accept", "")


def _language(request: Request) -> Any:
    first = request.url.path.strip("/").split("/")[0]
    return first if first in LANGUAGES else "en"


def _told(request: Request, status: int, detail: str) -> Kept:
    """A refusal as a page, or as a problem document where a program asks."""
    if _machine(request):
        return problem(status, detail)
    wording = Wording(_language(request))
    known = status if status in (400, 404, 405, 413, 500) else 400 if status < 500 else 500
    shown = detail if known == 400 and not re.search(r"[<>]", detail) else ""
    page = render(
        "told", wording.language, wording.say(f"error-title-{known}"), rest="/", text=wording.say(f"error-text-{known}"), detail=shown,
        command="", back=True,
    )  # fmt: skip
    return kept(page, "text/html; charset=utf-8", status=status)


def _broken(request: Request, wrong: StoreError) -> Kept:
    if _machine(request):
        return problem(503, "what was published cannot be read; the server's output says why", mend="marsad run")
    wording = Wording(_language(request))
    why = "version" if isinstance(wrong, ArchiveVersionError) else "broken"
    page = render(
        "told", wording.language, wording.say(f"{why}-title"), rest="/", text=wording.say(f"{why}-text"), detail="", command="marsad run",
        back=False,
    )  # fmt: skip
    return kept(page, "text/html; charset=utf-8", status=503)
