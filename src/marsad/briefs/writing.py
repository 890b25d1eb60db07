"""A brief on disk, in one of its forms: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from marsad.base.errors import BriefError
from marsad.briefs.content import Brief

FORMATS = ("html", "pdf", "docx", "xlsx")


def write_brief(brief: Brief, folder: Path, format: str = "html") -> Path:
    """Write a brief as `brief-REGION-MONTH-LANGUAGE.FORMAT` and return where it lies.

    The file is written beside its place and moved there in one step: a run that is killed leaves the old one or none.

    Raises:
        BriefError: an unknown format, a page too large, or a folder that cannot be written.
    """
    content = render(brief, format)
    path = folder / f"brief-{brief.region}-{brief.as_of}-{brief.language}.{format}"
    return write_files(folder, {path.name: content})[0]


def write_files(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write files by name into a folder, each whole or not at all; gives their paths.

    Raises:
        BriefError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            handle, hidden = tempfile.mkstemp(dir=folder, prefix=".brief-", suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                Path(hidden).chmod(0o644)
                Path(hidden).replace(folder / name)
            except BaseException:
                Path(hidden).unlink(missing_ok=True)
                raise
    except OSError as wrong:
        raise BriefError(f"the brief cannot be written to {folder}: {wrong.strerror or wrong}; choose another folder") from wrong
    return [folder / name for name in files]


def render(brief: Brief, format: str) -> bytes:
    """The bytes of one form; the same brief gives the same bytes.

    Raises:
        BriefError: an unknown format, or the form cannot hold the brief.
    """
    # each form brings libraries of its own, which the others need not wait for
    match format:
        case "html":
            from marsad.briefs.html import render_html

            return render_html(brief).encode("utf-8")
        case "pdf":
            from marsad.briefs.pdf import render_pdf

            return render_pdf(brief)
        case "docx":
            from marsad.briefs.docx import render_docx

            return render_docx(brief)
        case "xlsx":
            from marsad.briefs.xlsx import render_xlsx

            return render_xlsx(brief)
    raise BriefError(f"briefs are not written as {format!r}: choose one of {', '.join(FORMATS)}")
