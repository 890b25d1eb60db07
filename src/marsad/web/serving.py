"""Listening: on this machine alone unless told otherwise, and never openly elsewhere without saying so."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.base.errors import UsageError, WebError

if TYPE_CHECKING:
    from marsad.settings import Settings
    from marsad.store.desk import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeRequest:
    """Where to listen, and how.

    Attributes:
        host: address to listen on.
        port: from 1 to 65535.
        certificate: TLS certificate, with its key in `key`.
        key: private key of the certificate.
        open_to_others: listen on another address without TLS.
        inputs: words of the command that say what a run started from the pages reads; none for the sample.
        names: host names to answer to, beside those of this machine; needed where others ask.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    certificate: Path | None = None
    key: Path | None = None
    open_to_others: bool = False
    inputs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def is_local(host: str) -> bool:
    """Whether only this machine can reach the address.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("localhost"), is_local("0.0.0.0"), is_local("example.org")
    (True, True, True, False, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check(request: ServeRequest) -> None:
    """Refuse to listen where the pages would travel openly.

    Raises:
        UsageError: another host without TLS and without the flag, a certificate without its key, or a file that is missing.
    """
    if (request.certificate is None) != (request.key is None):
        raise UsageError("a certificate and its key come together: give both --certificate and --key")
    for file in (request.certificate, request.key):
        if file is not None and not file.is_file():
            raise UsageError(f"there is no file {file}: check the name")
    if not is_local(request.host) and request.certificate is None and not request.open_to_others:
        raise UsageError(
            f"{request.host} can be reached from other machines: give --certificate and --key, "
            "or --open where something before this server encrypts"
        )


def serve(settings: Settings, request: ServeRequest, tell: Callable[[str], None], *, clock: Clock) -> None:
    """Answer until stopped; `clock` gives the moment in UTC.

    Raises:
        UsageError: see `check`.
        WebError: the address cannot be listened on.
    """
    check(request)
    import uvicorn

    from marsad.web.app import make_warm
    from marsad.web.guards import LOCAL
    from marsad.web.office import Office
    from marsad.web.warming import prepare

    # an open address is asked for under names that cannot be known here
    hosts = (*LOCAL, request.host, *request.names) if is_local(request.host) or request.names else None
    office = Office.open(settings, clock, secure=request.certificate is not None, inputs=request.inputs)
    app = make_warm(settings.archive, hosts=hosts, office=office)
    prepare()
    config = uvicorn.Config(
        app, host=request.host, port=request.port, log_level="warning", server_header=False, date_header=True,
        ssl_certfile=request.certificate, ssl_keyfile=request.key, timeout_keep_alive=5, limit_concurrency=256, ws="none",
        lifespan="off", proxy_headers=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    scheme = "https" if request.certificate else "http"
    tell(f"serving {settings.archive} on {scheme}://{request.host}:{request.port}/ (stop with Ctrl-C)")
    app.start()
    try:
        server.run()
    except SystemExit as wrong:
        raise WebError(f"{request.host}:{request.port} cannot be listened on: another program may hold it; choose --port") from wrong
    finally:
        app.stop()
