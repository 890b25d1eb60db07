"""The download cache: files under the name of their content's hash, each with a note of where it came from."""

from __future__ import annotations

import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from marsad.base.errors import SourceError
from marsad.sources.tables import sha256_of


@dataclass(frozen=True, slots=True)
class Download:
    """A file brought home. `retrieved` is the day the caller named, since nothing here reads the clock."""

    url: str
    path: str
    sha256: str
    size: int
    etag: str | None = None
    retrieved: str | None = None


def kept(folder: Path, url: str, sha256: str | None = None) -> Download | None:
    """The cached file of an address, if it is there and its bytes still have the hash they came with; else None.

    Args:
        folder: the cache.
        url: address it was fetched from.
        sha256: hash that the caller expects; a cached file with another one is not used.
    """
    for note in sorted(folder.glob("*.json")):
        try:
            values = json.loads(note.read_text("utf-8"))
            found = Download(**values)
        except (OSError, ValueError, TypeError):
            # a note cut short by a killed run says nothing: the file is fetched again
            continue
        path = folder / Path(found.path).name
        if found.url == url and path.is_file() and sha256 in (None, found.sha256) and sha256_of(path) == found.sha256:
            return Download(found.url, str(path), found.sha256, found.size, found.etag, found.retrieved)
    return None


def keep(part: Path, url: str, *, etag: str | None, retrieved: str | None) -> Download:
    """Move a complete part file to its place in the cache, then write its note; a killed run leaves no half-written file.

    Raises:
        SourceError: the cache cannot be written.
    """
    digest = sha256_of(part)
    folder = part.parent
    path = folder / f"{digest[:16]}-{file_name(url)}"
    found = Download(url, path.name, digest, part.stat().st_size, etag, retrieved)
    try:
        part.replace(path)
        write_whole(folder / f"{path.name}.json", json.dumps(asdict(found), indent=1, sort_keys=True))
    except OSError as wrong:
        raise SourceError(f"{folder}: the cache cannot be written ({wrong.strerror}): check space and permissions") from wrong
    return Download(url, str(path), digest, found.size, etag, retrieved)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there as a whole or not at all."""
    draft = path.with_name(path.name + ".draft")
    draft.write_text(text, "utf-8")
    os.replace(draft, path)


def file_name(url: str) -> str:
    """The last part of an address, with signs that no file name should hold replaced.

    >>> file_name("https://example.org/a/ged241-csv.zip?x=1")
    'ged241-csv.zip'
    """
    last = re.split(r"[?#]", url, maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1]
    return "".join(sign if sign.isalnum() or sign in "._-" else "_" for sign in last)[:100] or "file"
