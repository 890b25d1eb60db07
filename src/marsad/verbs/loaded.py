"""Importing this loads the lexicon and the model of languages: done once, in the process that reading processes are forked from."""

from __future__ import annotations

from contextlib import suppress

from marsad.base.errors import MarsadError
from marsad.coding.coder import load_coder
from marsad.documents.language import language_of
from marsad.verbs import readers, reading  # noqa: F401 - what each reading process imports first
from marsad.verbs.jobs import stay

with suppress(MarsadError):  # the process that reads meets it again, and tells it
    load_coder()
language_of("The two sides met.")
stay()
