"""What pages read: a snapshot of the archive as Parquet and JSON, put in place in one step, so that a running import is never in the way.

`<archive>/published/<name>/` holds one snapshot, the file `<archive>/published/current` the name of the newest.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from marsad.base.errors import ArchiveVersionError, StoreError
from marsad.store.files import atomic_path

FOLDER, POINTER, ABOUT = "published", "current", "about.json"

VERSION = 1
"""Raised when a table or a column of a snapshot changes its meaning."""

GRACE_NS = 60 * 1_000_000_000
"""A snapshot is not taken away before another has stood for a minute: no page takes so long to make."""

KEPT = 3
"""Snapshots kept: a page that is being made from the last one, or a browser that holds its addresses, still finds it."""

ROWS_A_GROUP = 20_000
"""Rows a Parquet row group: small enough that a question about one country skips the others."""

_NAME = re.compile(r"[0-9a-z][0-9a-z.-]{0,79}")


def publish(
    archive: Path, name: str, *, tables: Mapping[str, pa.Table], about: Mapping[str, Any], files: Mapping[str, bytes] | None = None
) -> Path:
    """Write a snapshot beside the older ones, then point at it; a reader sees the old one or the new one, never a half.

    Args:
        archive: folder of the archive.
        name: of the snapshot: small letters, digits, points and hyphens.
        tables: rows by table name; each becomes `<name>.parquet`.
        about: what the snapshot is of; `version` is added.
        files: further files by their names, such as briefs.

    Raises:
        StoreError: a name that is none, or a folder that cannot be written.
    """
    if not _NAME.fullmatch(name):
        raise StoreError(f"{name!r} cannot name a snapshot: small letters, digits, points and hyphens only")
    home = archive / FOLDER
    target, fresh = home / name, home / f".{name}.{os.getpid()}.part"
    try:
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for table, rows in tables.items():
            pq.write_table(rows, fresh / f"{table}.parquet", compression="zstd", row_group_size=ROWS_A_GROUP)
        for file, content in (files or {}).items():
            (fresh / Path(file).name).write_bytes(content)
        text = json.dumps({"version": VERSION, "name": name, **about}, ensure_ascii=False, sort_keys=True, indent=1)
        (fresh / ABOUT).write_text(text, encoding="utf-8")
        if target.exists():
            shutil.rmtree(target)
        fresh.replace(target)
    except OSError as wrong:
        shutil.rmtree(fresh, ignore_errors=True)
        raise StoreError(f"the pages' snapshot cannot be written to {home}: {wrong.strerror or wrong}; free space or rights") from wrong
    with atomic_path(home / POINTER) as hidden:
        hidden.write_text(name + "\n", encoding="utf-8")
    _forget(home, name)
    return target


def _forget(home: Path, newest: str) -> None:
    """Take away all but the newest snapshots, and what killed runs left."""
    found = sorted((f for f in home.iterdir() if f.is_dir() and not f.name.startswith(".")), key=lambda f: f.stat().st_mtime_ns)
    others = [folder for folder in found if folder.name != newest]
    ages = {folder: folder.stat().st_mtime_ns for folder in others}
    last = (home / newest).stat().st_mtime_ns
    for at, folder in enumerate(others[: max(0, len(others) - KEPT + 1)]):
        # runs that publish in quick succession must not take away what a page is being made from
        if last - ages[others[at + 1]] >= GRACE_NS:
            shutil.rmtree(folder, ignore_errors=True)
    for folder in home.glob(".*.part"):
        if folder.is_dir() and folder.name.split(".")[-2] != str(os.getpid()) and not _alive(folder.name.split(".")[-2]):
            shutil.rmtree(folder, ignore_errors=True)


def _alive(process: str) -> bool:
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def current_name(archive: Path) -> str | None:
    """Name of the newest snapshot, or None where nothing was published yet.

    Raises:
        StoreError: the pointer names something that is no snapshot.
    """
    try:
        name = (archive / FOLDER / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as wrong:
        raise StoreError(f"{archive / FOLDER / POINTER} cannot be read: run `marsad run` again to publish anew ({wrong})") from wrong
    if not _NAME.fullmatch(name):
        raise StoreError(f"{archive / FOLDER / POINTER} names no snapshot: run `marsad run` again to publish anew")
    return name


def read_about(folder: Path) -> dict[str, Any]:
    """What a snapshot says of itself.

    Raises:
        StoreError: it is gone or damaged.
        ArchiveVersionError: a newer Marsad wrote it.
    """
    try:
        about: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        version = int(about["version"])
    except (OSError, ValueError, KeyError, TypeError) as wrong:
        raise StoreError(f"the snapshot {folder} cannot be read: run `marsad run` again to publish anew ({wrong})") from wrong
    if version != VERSION:
        raise ArchiveVersionError(f"the snapshot {folder} is of version {version}, and this Marsad reads {VERSION}: run `marsad run` again")
    return about
