"""A chat model in a folder of this machine, asked through the transformers library, which is loaded late and downloads nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from marsad.base.errors import AnswerError, ReaderError

OFFLINE = {"local_files_only": True, "trust_remote_code": False}
"""How anything of a folder is loaded: nothing is downloaded, and no code of the folder is run."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a local model may use.

    Attributes:
        tokens: longest answer, in the model's own tokens.
        seconds: for one answer; what is not said by then is cut off.
        device: such as cpu, cuda or mps.
    """

    tokens: int = 1000
    seconds: float = 120.0
    device: str = "cpu"


class LocalModel:
    """Asks a model that lies on this machine. Call it with messages; it gives the text of the answer. Loaded at the first call."""

    def __init__(self, folder: str | Path, *, room: Room | None = None) -> None:
        """Check the folder.

        Args:
            folder: with config.json, weights and a tokenizer that has a chat template, as `save_pretrained` writes them.
            room: limits of length and time, and the device.

        Raises:
            ReaderError: there is no such model folder.
        """
        self._folder = Path(folder)
        self._room = room or Room()
        self._loaded: tuple[Any, Any] | None = None
        if not (self._folder / "config.json").is_file():
            raise ReaderError(f"{self._folder} is no model folder (config.json is missing): give one that holds a downloaded chat model")

    @property
    def model(self) -> str:
        """The model's name: that of its folder."""
        return self._folder.resolve().name

    def __call__(self, messages: Sequence[Mapping[str, str]]) -> str:
        """The text that the model answers, always the same for the same messages.

        Raises:
            AnswerError: nothing was said, or not to its end.
            ReaderError: the library is not installed, or the folder cannot be loaded.
        """
        tokenizer, model = self._load()
        try:
            given = tokenizer.apply_chat_template(
                [dict(message) for message in messages], add_generation_prompt=True, return_tensors="pt", return_dict=True
            ).to(self._room.device)
            asked = int(given["input_ids"].shape[1])
            made = model.generate(**given, do_sample=False, max_new_tokens=self._room.tokens, max_time=self._room.seconds)
        except (RuntimeError, ValueError, IndexError) as wrong:  # out of memory, or longer than the model's window
            raise AnswerError(f"{self._folder}: the model failed on this sentence ({first_line(wrong)})") from wrong
        said = made[0][asked:]
        if not len(said) or int(said[-1]) not in _ends(model):
            raise AnswerError(f"{self._folder}: the answer did not end within {self._room.tokens} tokens and {self._room.seconds:g} s")
        text = str(tokenizer.decode(said, skip_special_tokens=True))
        if not text.strip():
            raise AnswerError(f"{self._folder}: the model answered nothing")
        return text

    def _load(self) -> tuple[Any, Any]:
        if self._loaded is None:
            transformers = library("transformers", "a local reader")
            library("torch", "a local reader")
            try:
                tokenizer = transformers.AutoTokenizer.from_pretrained(str(self._folder), **OFFLINE)
                model = transformers.AutoModelForCausalLM.from_pretrained(str(self._folder), **OFFLINE).to(self._room.device)
            except (OSError, ValueError, RuntimeError, KeyError, ImportError) as wrong:
                raise ReaderError(
                    f"{self._folder}: the model cannot be loaded ({first_line(wrong)}): check the folder and the device"
                ) from wrong
            if not getattr(tokenizer, "chat_template", None):
                raise ReaderError(
                    f"{self._folder}: this model has no chat template, so it cannot be asked: choose an instruction-tuned one"
                )
            if not _ends(model):
                raise ReaderError(
                    f"{self._folder}: its generation_config.json names no eos_token_id, the token that ends an answer: add it"
                )
            self._loaded = tokenizer, model.eval()
        return self._loaded


def _ends(model: Any) -> frozenset[int]:
    """Tokens that end an answer; without them an answer that was cut off cannot be told from a whole one."""
    given = model.generation_config.eos_token_id
    return frozenset([given] if isinstance(given, int) else given or ())


def library(name: str, who: str) -> Any:
    """A module that Marsad does not install.

    Args:
        name: of the module.
        who: what needs it, in words for the user.

    Raises:
        ReaderError: it is not installed.
    """
    try:
        return import_module(name)
    except ImportError as wrong:
        raise ReaderError(f"{who} needs {name}, which is not installed: `pip install torch transformers`, or do without it") from wrong


def first_line(wrong: BaseException) -> str:
    """What went wrong, short enough for a line."""
    return (str(wrong).strip().splitlines() or [type(wrong).__name__])[0][:200]
