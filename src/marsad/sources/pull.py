"""Downloads into a hashed cache: resumed where they broke off, retried a few times, checked for length and checksum."""

from __future__ import annotations

import hashlib
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from marsad.base.errors import DownloadError, SourceError
from marsad.sources.cache import Download, file_name, keep, kept, write_whole
from marsad.sources.passport import load_passport
from marsad.sources.ucdp_release import release_named

if TYPE_CHECKING:
    import httpx

Sleep = Callable[[float], None]

WAIT_MOST = 120.0
"""Seconds. A server that asks for a longer wait is told to the user instead: a command that hangs for an hour looks broken."""

UNZIPPED_MOST = 4 * 1024**3
"""Bytes: ten times the largest release; a zip that unpacks to more is damaged or a trap."""

_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Retries:
    """How often a download is tried, and the first wait in seconds; it doubles each time. `sleep` waits."""

    tries: int = 4
    first_wait: float = 1.0
    timeout: float = 60.0
    sleep: Sleep = time.sleep


class _PassingError(Exception):
    """A fault that may pass: the reason, and the seconds the server asks to wait."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


def download(
    url: str, cache_dir: Path, *, sha256: str | None = None, retrieved: str | None = None, retries: Retries | None = None
) -> Download:
    """A file from an address, from the cache where it is there already.

    A download that broke off goes on where it stopped, if the server says that the file is still the same.

    Args:
        url: http or https address.
        cache_dir: folder of the cache; made if it is not there.
        sha256: hash that the file must have, in hex.
        retrieved: day to note, such as 2026-05-12.
        retries: how often to try, and how to wait.

    Raises:
        DownloadError: the file is not there, the answer stays cut short, the checksum is another one, or no try succeeded.
        SourceError: the cache cannot be written.
    """
    import httpx

    wanted = sha256.lower() if sha256 else None
    how = retries or Retries()
    try:
        cache_dir.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise SourceError(f"{cache_dir}: the cache cannot be made ({wrong.strerror}): name another folder") from wrong
    if found := kept(cache_dir, url, wanted):
        return found
    part = cache_dir / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}-{file_name(url)}.part"
    with httpx.Client(follow_redirects=True, timeout=how.timeout, headers={"Accept-Encoding": "identity"}) as client:
        etag = _with_retries(how, url, lambda: _fetch(client, url, part))
    _check(part, url, wanted)
    return keep(part, url, etag=etag, retrieved=retrieved)


def pull_ucdp(
    release: str,
    cache_dir: Path,
    *,
    base_url: str | None = None,
    sha256: str | None = None,
    retrieved: str | None = None,
    retries: Retries | None = None,
) -> tuple[Download, Path]:
    """A UCDP release: its download, and the event file in it, ready for `read_events`.

    Args:
        release: such as 24.1 (annual), 26.0.2 (candidate, one month).
        cache_dir: folder of the cache.
        base_url: another address with the same files below it, instead of the publisher's.
        sha256: hash that the downloaded file must have.
        retrieved: day to note.
        retries: how often to try, and how to wait.

    Raises:
        UsageError: there is no such release number.
        DownloadError: as `download`; or the zip is damaged or holds no event file.
    """
    found = download(ucdp_url(release, base_url), cache_dir, sha256=sha256, retrieved=retrieved, retries=retries)
    path = Path(found.path)
    return found, _unzip(path) if path.suffix.lower() == ".zip" else path


def ucdp_url(release: str, base_url: str | None = None) -> str:
    """The address of a release's file, from its passport.

    >>> ucdp_url("24.1")
    'https://ucdp.uu.se/downloads/ged/ged241-csv.zip'
    """
    known = release_named(release)
    address = load_passport(known.passport).url.format(digits=known.name.replace(".", ""), underscored=known.name.replace(".", "_"))
    return f"{base_url.rstrip('/')}/{file_name(address)}" if base_url else address


def _with_retries(how: Retries, url: str, attempt: Callable[[], str | None]) -> str | None:
    wait, why = how.first_wait, ""
    for number in range(how.tries):
        try:
            return attempt()
        except _PassingError as passing:
            why = str(passing)
            if passing.wait is not None and passing.wait > WAIT_MOST:
                raise DownloadError(f"{url}: {why}, and the server asks to wait {passing.wait:.0f} s: try again later") from passing
            if number + 1 < how.tries:
                how.sleep(passing.wait if passing.wait is not None else wait)
                wait *= 2
    raise DownloadError(f"{url}: {why}; gave up after {how.tries} tries: what came is kept, so run the same command again to go on")


def _fetch(client: httpx.Client, url: str, part: Path) -> str | None:
    import httpx

    mark = part.with_name(part.name + ".etag")
    have, etag = _started(part, mark)
    headers = {"Range": f"bytes={have}-", "If-Range": etag} if have and etag else {}
    try:
        with client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == 416:
                _forget(part, mark)
                raise _PassingError("the part that was kept does not fit the file any more")
            _refuse(answer, url)
            resumed = answer.status_code == 206
            if resumed and not answer.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                _forget(part, mark)
                raise _PassingError("the server went on at another place than asked")
            etag = str(answer.headers["ETag"]) if "ETag" in answer.headers else None
            if not resumed:
                _forget(part, mark)
                # a weak tag does not promise the same bytes, so it cannot be used to go on
                if etag and not etag.startswith("W/"):
                    write_whole(mark, etag)
            _store(answer, part, resumed=resumed)
    except httpx.InvalidURL as wrong:
        raise DownloadError(f"{url}: this is no address: give one that begins with https://") from wrong
    except httpx.UnsupportedProtocol as wrong:
        raise DownloadError(f"{url}: only http and https are fetched") from wrong
    except httpx.HTTPError as wrong:
        raise _PassingError(f"the answer broke off or did not come ({type(wrong).__name__})") from wrong
    except OSError as wrong:
        raise SourceError(f"{part.parent}: the cache cannot be written ({wrong.strerror}): check space and permissions") from wrong
    mark.unlink(missing_ok=True)
    return etag


def _started(part: Path, mark: Path) -> tuple[int, str | None]:
    if part.is_file() and mark.is_file():
        return part.stat().st_size, mark.read_text("utf-8")
    return 0, None


def _forget(part: Path, mark: Path) -> None:
    part.unlink(missing_ok=True)
    mark.unlink(missing_ok=True)


def _refuse(answer: httpx.Response, url: str) -> None:
    status = answer.status_code
    if status in _PASSING:
        asked = answer.headers.get("Retry-After", "")
        raise _PassingError(f"the server answered {status} ({answer.reason_phrase})", float(asked) if asked.isdigit() else None)
    if status == 404:
        raise DownloadError(f"{url}: there is no such file on the server (404): check the release number, or give base_url for a mirror")
    if status not in (200, 206):
        raise DownloadError(f"{url}: the server answered {status} ({answer.reason_phrase}): check the address in a browser")


def _store(answer: httpx.Response, part: Path, *, resumed: bool) -> None:
    promised = answer.headers.get("Content-Length")
    came = 0
    with part.open("ab" if resumed else "wb") as file:
        for block in answer.iter_raw(_BLOCK):
            file.write(block)
            came += len(block)
    # some servers close early without an error; only the length tells
    if promised is not None and promised.isdigit() and came < int(promised):
        raise _PassingError(f"the answer was cut short ({came} of {promised} bytes)")


def _check(part: Path, url: str, sha256: str | None) -> None:
    if part.stat().st_size == 0:
        part.unlink()
        raise DownloadError(f"{url}: the server sent an empty file: check the address in a browser")
    if sha256 is None:
        return
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256:
        part.unlink()
        raise DownloadError(f"{url}: the checksum is {found}, not {sha256}: nothing was kept; check the expected one, or fetch again")


def _unzip(path: Path) -> Path:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info for info in archive.infolist() if info.filename.lower().endswith((".csv", ".xlsx"))]
            if not names:
                raise DownloadError(f"{path}: the zip holds no event file (.csv, .xlsx): check that it is the right download")
            largest = max(names, key=lambda info: info.file_size)
            if largest.file_size > UNZIPPED_MOST:
                raise DownloadError(f"{path}: {largest.filename} unpacks to {largest.file_size:,} bytes, which no release does")
            # the name inside the zip is never used as a path: it may point out of the cache
            out = path.with_name(f"{path.name.removesuffix('.zip')}-{file_name(largest.filename)}")
            if out.is_file() and out.stat().st_size == largest.file_size:
                return out
            draft = out.with_name(out.name + ".draft")
            with archive.open(largest) as source, draft.open("wb") as target:
                while block := source.read(_BLOCK):
                    target.write(block)
            draft.replace(out)
            return out
    except (zipfile.BadZipFile, EOFError) as wrong:
        raise DownloadError(f"{path}: the zip is damaged ({wrong}): delete it and fetch it again") from wrong
    except OSError as wrong:
        raise SourceError(f"{path.parent}: the cache cannot be written ({wrong.strerror}): check space and permissions") from wrong
