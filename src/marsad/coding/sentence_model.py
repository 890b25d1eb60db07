"""A sentence model in a folder of this machine, run with the transformers library, which is loaded late and downloads nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from marsad.base.errors import ReaderError
from marsad.coding.linear_vectors import Floats, Mark, of_length_one
from marsad.coding.readers_local import OFFLINE, first_line, library

_CHARACTERS_MOST = 4_000  # a longer text is read to here, as by the other features
_TOKENS_MOST = 512  # models that name no length of their own, or count places that hold no token, are cut here
_POOLINGS = ("mean", "cls")


class LocalSentenceModel:
    """Gives sentences vectors. Call it with texts. Loaded at the first call; one sentence at a time, on one core.

    On one core batches gain nothing, and a vector depends neither on the sentences beside it nor on the number of cores.
    """

    def __init__(self, folder: str | Path) -> None:
        """Check the folder.

        Args:
            folder: with config.json, weights as safetensors and a tokenizer, as sentence-transformers or `save_pretrained` writes them.

        Raises:
            ReaderError: there is no such folder, or its vectors are made in a way that is not known here.
        """
        self._folder = Path(folder)
        if not (self._folder / "config.json").is_file():
            raise ReaderError(f"{self._folder} is no model folder (config.json is missing): give one that holds a sentence model")
        self._weights = sorted(self._folder.glob("*.safetensors"))
        if not self._weights:
            raise ReaderError(f"{self._folder} holds no weights as .safetensors, the only form that is loaded: it can run no code")
        self._pooling = self._told_pooling()
        self._loaded: tuple[Any, Any] | None = None

    @cached_property
    def mark(self) -> Mark:
        """Which model it is: reads the weights once.

        Raises:
            ReaderError: the weights cannot be read.
        """
        held = hashlib.sha256()
        try:
            for path in self._weights:
                with path.open("rb") as file:
                    while part := file.read(1 << 20):
                        held.update(part)
        except OSError as wrong:
            raise ReaderError(f"{self._folder}: the weights cannot be read ({first_line(wrong)})") from wrong
        return Mark(self._folder.absolute().name, held.hexdigest(), self._pooling)

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Vectors of shape (texts, width), each of length 1: such models are made to be compared by direction.

        Raises:
            ReaderError: the library is not installed, the folder cannot be loaded, or the model fails.
        """
        tokenizer, model = self._load()
        try:
            with library("torch", "a sentence model").inference_mode():
                rows = [self._vector(text[:_CHARACTERS_MOST], tokenizer, model) for text in texts]
        except (RuntimeError, ValueError, IndexError, TypeError) as wrong:  # out of memory, or a model that wants more than a text
            raise ReaderError(f"{self._folder}: the sentence model failed ({first_line(wrong)}): choose an encoder of sentences") from wrong
        values = np.array(rows, dtype=float)
        if not np.isfinite(values).all():
            raise ReaderError(f"{self._folder}: the sentence model gives numbers that are not finite: its weights are broken")
        return of_length_one(values)

    def _vector(self, text: str, tokenizer: Any, model: Any) -> list[float]:
        given = tokenizer([text], truncation=True, max_length=self._tokens(tokenizer), return_tensors="pt")
        tokens = model(**given).last_hidden_state[0].float()
        return list((tokens[0] if self._pooling == "cls" else tokens.mean(0)).tolist())

    def _tokens(self, tokenizer: Any) -> int:
        """The longest text that the model was made for, in its own tokens."""
        told = [self._json("sentence_bert_config.json").get("max_seq_length"), tokenizer.model_max_length]
        return min([_TOKENS_MOST, *(one for one in told if isinstance(one, int) and one > 0)])

    def _told_pooling(self) -> str:
        """How the folder says that vectors of tokens become one: by name, or as older folders do by a switch for each way."""
        told = self._json("1_Pooling/config.json")
        on = "pooling_mode_"
        modes = told.get("pooling_mode") or [key.removeprefix(on) for key, value in told.items() if key.startswith(on) and value is True]
        named = [modes] if isinstance(modes, str) else [str(mode).removesuffix("_tokens").removesuffix("_token") for mode in modes]
        if len(named) > 1 or not set(named) <= set(_POOLINGS):
            raise ReaderError(f"{self._folder}: vectors pooled by {' and '.join(named)} are not known here, only by mean or cls")
        return named[0] if named else "mean"

    def _json(self, name: str) -> dict[str, Any]:
        path = self._folder / name
        try:
            told = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        except (OSError, ValueError) as wrong:
            raise ReaderError(f"{path} cannot be read ({first_line(wrong)})") from wrong
        return told if isinstance(told, dict) else {}

    def _load(self) -> tuple[Any, Any]:
        if self._loaded is None:
            transformers = library("transformers", "a sentence model")
            torch = library("torch", "a sentence model")
            transformers.logging.disable_progress_bar()
            try:
                tokenizer = transformers.AutoTokenizer.from_pretrained(str(self._folder), **OFFLINE)
                model = transformers.AutoModel.from_pretrained(str(self._folder), use_safetensors=True, **OFFLINE)
            except (OSError, ValueError, RuntimeError, KeyError, ImportError) as wrong:
                raise ReaderError(f"{self._folder}: the sentence model cannot be loaded ({first_line(wrong)}): check the folder") from wrong
            torch.set_num_threads(1)
            self._loaded = tokenizer, model.eval()
        return self._loaded
