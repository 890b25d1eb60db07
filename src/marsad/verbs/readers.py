"""The reader that the settings choose: the rules, an endpoint, or a local model."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marsad.coding.readers import Reader
    from marsad.coding.sentence_model import LocalSentenceModel
    from marsad.settings import Settings


def chosen_reader(settings: Settings, lexicons: tuple[Path, ...] | None = None) -> Reader:
    """Whatever reads documents into records here; all of them give the same records.

    Args:
        settings: `reader`, and what it needs.
        lexicons: lexicon files on top; those of the settings if None.

    Raises:
        LexiconError: a lexicon entry is malformed.
        CodingError: the trained layer cannot be loaded.
        ReaderError: the model cannot be loaded.
    """
    from marsad.coding import load_coder

    files = settings.lexicons if lexicons is None else lexicons
    if settings.linear_coder:
        from marsad.coding.linear_reading import LayeredReader

        return LayeredReader(settings.linear_coder, files, model=chosen_sentence_model(settings))
    if settings.reader == "rules":
        return load_coder(files)
    from marsad.coding.readers import AskingReader

    if settings.reader == "endpoint":
        from marsad.sources.endpoint import Endpoint

        ask = Endpoint(settings.endpoint_url, settings.endpoint_model, key=os.environ.get("MARSAD_ENDPOINT_KEY"))
        return AskingReader(ask, f"endpoint:{ask.model}", lexicon_files=files)
    from marsad.coding.readers_local import LocalModel

    model = LocalModel(settings.local_model)
    return AskingReader(model, f"local:{model.model}", lexicon_files=files)


def chosen_sentence_model(settings: Settings) -> LocalSentenceModel | None:
    """The sentence model of the linear layer, or None where the settings name no folder.

    Raises:
        ReaderError: the folder holds no sentence model.
    """
    from marsad.coding.sentence_model import LocalSentenceModel

    return LocalSentenceModel(settings.sentence_model) if settings.sentence_model else None
