"""Files on disk: what is read, and what each bad file is told."""

import codecs
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import SourceError
from marsad.base.records import RawText, Reject
from marsad.sources import files
from marsad.sources.files import read_file, read_paths

ARABIC = "استقبل وزير الدفاع نظيره في العاصمة يوم الثلاثاء لبحث أمن الحدود"


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        ARABIC.encode(),
        codecs.BOM_UTF8 + ARABIC.encode(),
        codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"),
        ARABIC.encode("utf-32"),
    ],
)
def test_unicode_is_read_with_or_without_its_mark(tmp_path: Path, data: bytes) -> None:
    found = read_file(put(tmp_path, "a.txt", data))
    assert (found.text, found.raw, found.html) == (ARABIC, data, False)


def test_windows_newlines_are_not_translated(tmp_path: Path) -> None:
    assert read_file(put(tmp_path, "a.txt", b"a\r\nb\rc\n")).text == "a\r\nb\rc\n"


def test_a_declared_charset_of_a_page_is_obeyed(tmp_path: Path) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"></head><body>{ARABIC}</body></html>'
    found = read_file(put(tmp_path, "a.html", page.encode("windows-1256")))
    assert found.html
    assert ARABIC in found.text


def test_a_page_is_known_by_its_first_words_whatever_its_suffix(tmp_path: Path) -> None:
    assert read_file(put(tmp_path, "a.txt", b"<!DOCTYPE html><p>x")).html
    assert not read_file(put(tmp_path, "b.md", b"a <html> tag is described here")).html


def test_a_pipe_is_set_aside_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    put(tmp_path, "a.txt", ARABIC.encode())
    for paths, reasons in (([tmp_path / "pipe.txt"], ["pipe"]), ([tmp_path], ["", "pipe"])):
        found = list(read_paths(paths))
        assert len(found) == len(reasons)
        assert all(why in (one.reason if isinstance(one, Reject) else "") for one, why in zip(found, reasons, strict=True))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "is empty"),
        ("\u00a0\u2003\n".encode(), "only blanks"),
        (b"%PDF-1.7 ...", "a PDF.*save it as text"),
        (b"PK\x03\x04rest", "a zip archive"),
        (b"ab\x00\x01\x02cd", "binary"),
        (b"\xff\x00\x00\xfe\x01", "binary"),
        (b"a\x01\x02\x03\x04\x05\x06b", "binary"),
        (ARABIC.encode("windows-1256"), "not utf-8.*looks like windows-1256.*convert it"),
        ("Le préfet a reçu les délégués à l'hôtel de ville hier.".encode("windows-1252"), "looks like windows-1252.*convert it"),
        (ARABIC.encode("utf-8")[:-1], "not utf-8.*convert it"),
        (b'<html><meta charset="utf-8"><body>\xe9t\xe9</body></html>', "not utf-8.*convert it"),
        (b'<html><meta charset="klingon-8"><body>x</body></html>', "no encoding is called 'klingon-8'"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "not utf-16"),
    ],
)
def test_a_bad_file_is_told_what_is_wrong_and_what_to_do(tmp_path: Path, data: bytes, told: str) -> None:
    with pytest.raises(SourceError, match=told):
        read_file(put(tmp_path, "a.txt", data))


def test_a_named_encoding_is_used(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", ARABIC.encode("windows-1256"))
    assert read_file(path, encoding="windows-1256").text == ARABIC


def test_a_missing_too_large_or_locked_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(SourceError, match="a folder"):
        read_file(tmp_path)
    path = put(tmp_path, "a.txt", b"text")
    monkeypatch.setattr(files, "BYTES_MOST", 3)
    with pytest.raises(SourceError, match="split the file"):
        read_file(path)
    monkeypatch.setattr(files, "BYTES_MOST", 100)

    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied", os.fspath(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(SourceError, match="check its permissions"):
        read_file(path)


def test_a_folder_is_read_in_order_and_nothing_is_dropped_silently(tmp_path: Path) -> None:
    put(tmp_path, "b.txt", b"b")
    put(tmp_path, "a/z.md", b"z")
    put(tmp_path, "a/y.HTM", b"<html>y</html>")
    put(tmp_path, "a/empty.txt", b"")
    put(tmp_path, "c.pdf", b"%PDF")
    put(tmp_path, ".hidden/x.txt", b"x")
    found = list(read_paths([tmp_path, tmp_path / "none.txt"]))
    texts = [Path(f.path).name for f in found if isinstance(f, RawText)]
    rejects = {Path(f.source).name: f.reason for f in found if isinstance(f, Reject)}
    assert texts == ["b.txt", "y.HTM", "z.md"]
    assert sorted(rejects) == ["c.pdf", "empty.txt", "none.txt"]
    assert "is not read from a folder" in rejects["c.pdf"]


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    (found,) = list(read_paths([tmp_path]))
    assert isinstance(found, Reject)
    assert "holds no file" in found.reason


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(data)
    (found,) = list(read_paths([path]))
    assert isinstance(found, RawText | Reject)


def test_a_name_that_is_no_utf8_can_be_printed_and_stored(tmp_path: Path) -> None:
    for name in (b"caf\xe9.txt", b"dir\xff/a.txt", b"\xe9.pdf", b"\xe9mpty.txt"):
        path = os.path.join(os.fsencode(tmp_path), name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(b"" if b"mpty" in name else b"a text")
    found = list(read_paths([tmp_path]))
    texts = sorted(one.path.rsplit("/", 1)[-1] for one in found if isinstance(one, RawText))
    assert texts == ["a.txt", "caf\\xe9.txt"]
    for one in found:
        for told in (one.path,) if isinstance(one, RawText) else (one.source, one.where, one.reason):
            told.encode("utf-8")


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, "a.txt", b"a")
    put(tmp_path, "shut/b.txt", b"b")
    scan = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    text, reject = read_paths([tmp_path])
    assert isinstance(text, RawText)
    assert isinstance(reject, Reject)
    assert reject.source.endswith("shut")
    assert "the folder cannot be read (Permission denied)" in reject.reason


def test_links_to_folders_are_told_and_never_followed_round_and_round(tmp_path: Path) -> None:
    put(tmp_path, "a/a.txt", b"a")
    (tmp_path / "a" / "up").symlink_to("..")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    found = list(read_paths([tmp_path]))
    assert [Path(one.path).name for one in found if isinstance(one, RawText)] == ["a.txt"]
    reasons = {Path(one.source).name: one.reason for one in found if isinstance(one, Reject)}
    assert sorted(reasons) == ["loop.txt", "up"]
    assert "a link to a folder is not followed" in reasons["up"]


def test_a_name_too_long_for_the_system_is_told(tmp_path: Path) -> None:
    (found,) = read_paths([tmp_path / ("a" * 300 + ".txt")])
    assert isinstance(found, Reject)
    assert "cannot be read" in found.reason


def test_what_is_set_aside_names_its_file(tmp_path: Path) -> None:
    put(tmp_path, "a/c.pdf", b"%PDF")
    put(tmp_path, "a/empty.txt", b"")
    (tmp_path / "b").mkdir()
    found = [one for one in read_paths([tmp_path / "a", tmp_path / "b"]) if isinstance(one, Reject)]
    assert len(found) == 3
    assert all(one.reason.startswith(one.source) for one in found)
