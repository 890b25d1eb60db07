"""A local model behind the same callable: nothing installed, no folder, no chat template, cut short, a good answer; none is loaded."""

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from marsad.base.errors import AnswerError, ReaderError
from marsad.base.records import Span
from marsad.base.script import tokenize
from marsad.coding.drafts import Sentence
from marsad.coding.readers import AskingDrafter
from marsad.coding.readers_local import LocalModel, Room

ASKED = [{"role": "user", "content": "question"}]


class Ids(list[int]):
    """Numbers of words, with the shape that a tensor of one row has."""

    @property
    def shape(self) -> tuple[int, int]:
        return (1, len(self))


class Batch(dict[str, Any]):
    def to(self, device: str) -> "Batch":
        return self


class Library(ModuleType):
    """Stands for transformers: each letter is a token, and the model answers what it is told to."""

    def __init__(
        self, answer: str, template: str | None = "{{ messages }}", wrong: Exception | None = None, ends: int | list[int] | None = 0
    ) -> None:
        super().__init__("transformers")
        self.loaded: list[dict[str, Any]] = []
        self.made: list[dict[str, Any]] = []
        library = self

        class Tokenizer:
            chat_template = template

            def apply_chat_template(self, messages: list[dict[str, str]], **given: Any) -> Batch:
                return Batch(input_ids=Ids(map(ord, json.dumps(messages))))

            def decode(self, ids: list[int], **given: Any) -> str:
                return "".join(map(chr, ids[:-1]))

        class Model:
            generation_config = SimpleNamespace(eos_token_id=ends)

            def to(self, device: str) -> "Model":
                return self

            def eval(self) -> "Model":
                return self

            def generate(self, input_ids: Ids, **given: Any) -> list[list[int]]:
                library.made.append(given)
                if wrong:
                    raise wrong
                return [[*input_ids, *map(ord, answer), 0][: len(input_ids) + given["max_new_tokens"]]]

        def load(made: Any) -> Any:
            def from_pretrained(folder: str, **given: Any) -> Any:
                library.loaded.append(given)
                if (Path(folder) / "broken").exists():
                    raise OSError("no weights\nin this folder")
                return made()

            return SimpleNamespace(from_pretrained=from_pretrained)

        self.AutoTokenizer = load(Tokenizer)
        self.AutoModelForCausalLM = load(Model)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made-up-7b"
    made.mkdir()
    (made / "config.json").write_text("{}", encoding="utf-8")
    return made


def installed(monkeypatch: pytest.MonkeyPatch, library: Library) -> Library:
    monkeypatch.setitem(sys.modules, "transformers", library)
    monkeypatch.setitem(sys.modules, "torch", ModuleType("torch"))
    return library


def test_a_local_model_answers_always_the_same_and_nothing_is_downloaded(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    library = installed(monkeypatch, Library('{"events": []}'))
    ask = LocalModel(folder)
    assert (ask(ASKED), ask(ASKED), ask.model) == ('{"events": []}', '{"events": []}', "made-up-7b")
    assert library.loaded == [{"local_files_only": True, "trust_remote_code": False}] * 2
    assert library.made[0] == {"do_sample": False, "max_new_tokens": 1000, "max_time": 120.0}


def test_its_answers_are_read_like_any_other(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    event = {"label": "COERCE", "trigger": "arrested", "mode": "arrest", "actors": [], "recipients": [], "flags": [], "deaths": None}
    installed(monkeypatch, Library(json.dumps({"events": [{**event, "confidence": 0.5}]})))
    text = "Police arrested three men."
    drafts, _ = AskingDrafter(LocalModel(folder), "r").code_sentence(Sentence(text, Span(0, len(text)), tuple(tokenize(text)), "en"))
    assert [(draft.type, draft.modes) for draft in drafts] == [("COERCE", ("arrest",))]


@pytest.mark.parametrize("missing", ["transformers", "torch"])
def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, folder: Path, missing: str) -> None:
    installed(monkeypatch, Library("x"))
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ReaderError, match=f"needs {missing}.*pip install torch transformers") as caught:
        LocalModel(folder)(ASKED)
    assert not isinstance(caught.value, AnswerError)


def test_a_folder_without_a_model_is_refused_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"config\.json is missing"):
        LocalModel(tmp_path)


def test_a_folder_that_cannot_be_loaded_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    installed(monkeypatch, Library("x"))
    (folder / "broken").touch()
    with pytest.raises(ReaderError, match=r"cannot be loaded \(no weights\)"):
        LocalModel(folder)(ASKED)


UNFIT = [(Library("x", template=None), "no chat template"), (Library("x", ends=None), "eos_token_id")]


@pytest.mark.parametrize(("library", "told"), UNFIT, ids=range(len(UNFIT)))
def test_a_model_that_cannot_chat_is_refused(monkeypatch: pytest.MonkeyPatch, folder: Path, library: Library, told: str) -> None:
    installed(monkeypatch, library)
    with pytest.raises(ReaderError, match=told):
        LocalModel(folder)(ASKED)


def test_a_model_may_end_its_answers_in_several_ways(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    installed(monkeypatch, Library("yes", ends=[7, 0]))
    assert LocalModel(folder)(ASKED) == "yes"


FAULTS = [
    (Library("a" * 50), "did not end within 20 tokens"),
    (Library("  "), "answered nothing"),
    (Library("x", wrong=RuntimeError("out of memory\nhere")), r"failed on this sentence \(out of memory\)"),
]


@pytest.mark.parametrize(("library", "told"), FAULTS, ids=range(len(FAULTS)))
def test_one_answer_that_fails_sets_its_sentence_aside(monkeypatch: pytest.MonkeyPatch, folder: Path, library: Library, told: str) -> None:
    installed(monkeypatch, library)
    with pytest.raises(AnswerError, match=told):
        LocalModel(folder, room=Room(tokens=20))(ASKED)
