"""Text and HTML documents on disk: their bytes, decoded strictly; what cannot be read is set aside with its reason."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from marsad.base.errors import SourceError
from marsad.base.records import RawText, Reject

SUFFIXES = (".txt", ".html", ".htm", ".md")
"""What is taken from a folder. A file named by hand is read whatever its suffix."""

BYTES_MOST = 50 * 1024 * 1024
"""50 MB of text is a thousand novels: a larger file is an archive or a mistake, and would fill the memory."""

_BOMS = (
    # utf-32 little-endian begins with the mark of utf-16 little-endian: the longer mark is tried first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive (Word, Excel and EPUB files are such)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
)
_CHARSET = re.compile(rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,200}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# letters that windows-1256 and windows-1252 text holds as single bytes
_ARABIC = re.compile(r"[\u0621-\u064a]")
_LATIN = re.compile(r"[àâçèéêëîïôùûüœÀÂÇÈÉÊËÎÏÔÙÛ’]")


def read_file(path: str | os.PathLike[str], *, encoding: str | None = None) -> RawText:
    """One file as text; newlines stay as they are, so that offsets count code points of what the file holds.

    Args:
        path: a text or HTML file.
        encoding: its encoding where it is not UTF-8 and says so nowhere, such as `windows-1256`.

    Raises:
        SourceError: the file is missing, unreadable, empty, too large, binary, or in another encoding; the message says what to do.
    """
    place = Path(path)
    raw = _bytes_of(place)
    if not raw.strip():
        raise SourceError(f"{shown(place)}: the file is empty: give a file with text in it")
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise SourceError(f"{shown(place)}: this is {what}, not text: save it as text or HTML (UTF-8) and read that")
    suffixed = place.suffix.lower() in (".html", ".htm")
    text = _decode(place, raw, _encoding_of(raw, encoding, html=suffixed))
    _refuse_binary(place, text)
    if not text.strip():
        raise SourceError(f"{shown(place)}: the file holds only blanks: give a file with text in it")
    return RawText(path=shown(place), raw=raw, text=text, html=suffixed or _HTML.match(text) is not None)


def read_paths(paths: Iterable[str | os.PathLike[str]]) -> Iterator[RawText | Reject]:
    """Every document of the files and folders named, in sorted order; a file that cannot be read comes as a `Reject`.

    A folder is read with its subfolders; of a folder only files ending in txt, html, htm or md are taken, and each other
    file comes as a `Reject` that says so. Files and folders whose names begin with a dot are not looked at.
    """
    for path in paths:
        place = Path(path)
        if not os.path.isdir(place):  # Path.is_dir raises where a folder above may not be looked into, or the name is too long
            yield _read_or_reject(place)
            continue
        found = False
        for file in _files_below(place):
            found = True
            if isinstance(file, Reject):
                yield file
            elif file.suffix.lower() in SUFFIXES:
                yield _read_or_reject(file)
            else:
                what = file.suffix or "a file without suffix"
                yield _aside(file, "file", f"{what} is not read from a folder: only {', '.join(SUFFIXES)}")
        if not found:
            yield _aside(place, "folder", "the folder holds no file: give a folder with .txt, .html, .htm or .md files")


def shown(path: str | os.PathLike[str]) -> str:
    """A path as text that can be stored and printed: bytes of a name that are no UTF-8 are spelt out, as in caf\\xe9.txt."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _aside(path: Path, what: str, why: str) -> Reject:
    return Reject(shown(path), what, f"{shown(path)}: {why}")


def _read_or_reject(path: Path) -> RawText | Reject:
    try:
        return read_file(path)
    except SourceError as wrong:
        return Reject(shown(path), "file", str(wrong))


def _files_below(folder: Path) -> Iterator[Path | Reject]:
    """Files in sorted order; a folder that cannot be looked into, and a link to one, come as a `Reject`: they may hold documents."""
    barred: list[OSError] = []
    for here, folders, files in os.walk(folder, onerror=barred.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(here) / name
        for name in folders:
            if (Path(here) / name).is_symlink():
                yield _aside(Path(here) / name, "folder", "a link to a folder is not followed: name the folder itself")
    for wrong in barred:
        yield _aside(Path(wrong.filename), "folder", f"the folder cannot be read ({wrong.strerror}): check its permissions")


def _bytes_of(path: Path) -> bytes:
    try:
        about = path.stat()
        size = about.st_size
        if not stat.S_ISREG(about.st_mode) and not stat.S_ISDIR(about.st_mode):
            raise SourceError(f"{shown(path)}: this is a pipe or a device, not a file: save what it gives as a file and read that")
        if size > BYTES_MOST:
            raise SourceError(
                f"{shown(path)}: {size / 2**20:.0f} MB is more than the {BYTES_MOST // 2**20} MB read as one document: split the file"
            )
        if path.is_dir():
            raise SourceError(f"{shown(path)}: this is a folder, not a file")
        return path.read_bytes()
    except FileNotFoundError as wrong:
        raise SourceError(f"{shown(path)}: there is no such file: check the path") from wrong
    except OSError as wrong:
        raise SourceError(f"{shown(path)}: the file cannot be read ({wrong.strerror}): check its permissions") from wrong


def _encoding_of(raw: bytes, named: str | None, *, html: bool) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return encoding
    if named:
        return named
    head = raw[:4096]
    if html or head.lstrip()[:1] == b"<":
        found = _CHARSET.search(head)
        # a page that says utf-16 in plain bytes cannot be: the HTML standard reads it as utf-8
        if found and not found[1].lower().startswith(b"utf-16"):
            return found[1].decode("ascii")
    return "utf-8"


def _decode(path: Path, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except LookupError as wrong:
        raise SourceError(f"{shown(path)}: no encoding is called {encoding!r}: convert the file to UTF-8") from wrong
    except UnicodeError as wrong:
        at = f"byte {wrong.start}" if isinstance(wrong, UnicodeDecodeError) else "its end"
        if b"\x00" in raw and encoding == "utf-8":
            raise SourceError(f"{shown(path)}: the file is binary (it holds NUL bytes): give text or HTML in UTF-8") from wrong
        raise SourceError(
            f"{shown(path)}: the file is not {encoding} (wrong at {at}){_guess(raw)}: convert it to UTF-8 (iconv -f ENCODING -t UTF-8), "
            "or name its encoding"
        ) from wrong


def _guess(raw: bytes) -> str:
    """What a file that is not UTF-8 looks like; only ever said, never acted upon, since a wrong guess gives wrong words."""
    sample = raw[:20000]
    arabic = len(_ARABIC.findall(sample.decode("windows-1256", errors="ignore")))
    latin = len(_LATIN.findall(sample.decode("windows-1252", errors="ignore")))
    if arabic > len(sample) / 3:
        return "; it looks like windows-1256 (Arabic)"
    if 0 < latin < len(sample) / 5:
        return "; it looks like windows-1252 (French, Western European)"
    return ""


def _refuse_binary(path: Path, text: str) -> None:
    controls = len(_CONTROL.findall(text))
    # a stray control sign is a scar of old software; one in two hundred is no text
    if "\x00" in text or controls > max(3, len(text) / 200):
        raise SourceError(f"{shown(path)}: the file is binary ({controls} control signs in {len(text)}): give text or HTML in UTF-8")
