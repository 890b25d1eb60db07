"""A brief on disk: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from marsad.base.errors import BriefError
from marsad.briefs.content import Brief

FORMATS = ("html",)


def write_brief(brief: Brief, folder: Path, format: str = "html") -> Path:
    """Write a brief as `brief-REGION-MONTH-LANGUAGE.html` and return where it lies.

    The file is written beside its place and moved there in one step: a run that is killed leaves the old one or none.

    Raises:
        BriefError: an unknown format, a page too large, or a folder that cannot be written.
    """
    if format not in FORMATS:
        raise BriefError(f"briefs are not written as {format!r}: choose one of {', '.join(FORMATS)}")
    from marsad.briefs.html import render_html

    path = folder / f"brief-{brief.region}-{brief.as_of}-{brief.language}.html"
    content = render_html(brief).encode("utf-8")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder, prefix=".brief-", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as wrong:
        raise BriefError(f"the brief cannot be written to {folder}: {wrong.strerror or wrong}; choose another folder") from wrong
    return path
