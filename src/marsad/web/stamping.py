"""The stamp on a brief that what people changed since has overtaken: in its own language, above everything else."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup, escape

from marsad.verbs.superseding import newest
from marsad.web.history import superseded_by
from marsad.web.shelf import Snapshot
from marsad.web.wording import LANGUAGES, Wording

SHOWN = 10
_LANGUAGE = re.compile(rb'<html lang="([a-z]{2})"')
_STYLE = "border:3px solid #a3122a;background:#fff4f4;color:#3a0a18;padding:.8rem 1rem;margin:0 0 1rem"


def stamped(snapshot: Snapshot, page: bytes) -> bytes:
    """The brief's page, with a stamp where it was superseded; any other file as it is."""
    found = _LANGUAGE.search(page[:400])
    changes = superseded_by(snapshot, page) if found else ()
    if found is None or not changes:
        return page
    language: Any = found[1].decode("ascii")
    wording = Wording(language if language in LANGUAGES else "en")
    items = [
        Markup('<li>{} <code dir="ltr">{}</code> <bdi dir="auto">{}</bdi></li>').format(
            wording.say(f"desk-did-{entry.action}"), entry.subject, " ".join(entry.reason.split())
        )
        for entry in newest(changes, SHOWN)
    ]
    text = wording.say("stamp-text", count=len(changes))
    stamp = f'<div role="alert" style="{_STYLE}"><p><strong>{escape(wording.say("stamp-title"))}</strong></p><p>{escape(text)}</p>'
    whole = f"{stamp}<ul>{''.join(items)}</ul></div>"
    return page.replace(b"<body>", b"<body>" + whole.encode("utf-8"), 1)
