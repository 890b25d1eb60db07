"""A sentence model in a folder: what is loaded and what is refused, how vectors are pooled and cut, and the commands that use one."""

from __future__ import annotations

import hashlib
import json
import sys
from contextlib import nullcontext
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner

from marsad.base.errors import CodingError, MarsadError, ReaderError
from marsad.cli import app
from marsad.coding.linear import load_linear
from marsad.coding.sentence_model import LocalSentenceModel
from marsad.settings import load_settings

NAMES = [f"{first}{second}" for first in ("Bar", "Kol", "Dun", "Fer") for second in ("ada", "iri", "omo", "usa", "ebe")]
TAILS = [" ".join(f"{name.lower()}{letter}" for letter in "bdfgklmnpr") for name in NAMES]  # words enough to be no near-duplicates
CALM = [f"Farmers of {name} sold dates in the morning {tail}." for name, tail in zip(NAMES, TAILS, strict=True)]
WAR = [f"Gunmen killed two soldiers near {name} on Friday {tail}." for name, tail in zip(NAMES, TAILS[::-1], strict=True)]


class Numbers(np.ndarray[Any, Any]):
    """An array with the one method of a tensor that arrays lack."""

    def float(self) -> Numbers:
        return self


def numbers(values: Any) -> Numbers:
    return np.asarray(values, dtype=float).view(Numbers)


class Library(ModuleType):
    """Stands for transformers: each letter is a token; its vector is 1, its place, and 1 if it stands before n."""

    def __init__(self, longest: int = 10**30, wrong: Exception | None = None, broken: bool = False) -> None:
        super().__init__("transformers")
        self.loaded: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        library = self

        class Tokenizer:
            model_max_length = longest

            def __call__(self, texts: list[str], **given: Any) -> dict[str, Any]:
                library.asked.append(given)
                return {"input_ids": [text[: given["max_length"]] for text in texts]}

        class Model:
            def eval(self) -> Model:
                return self

            def __call__(self, input_ids: list[str]) -> Any:
                if wrong:
                    raise wrong
                vectors = [[float("nan") if broken else 1.0, at, float(letter.casefold() < "n")] for at, letter in enumerate(input_ids[0])]
                return SimpleNamespace(last_hidden_state=numbers([vectors]))

        def load(made: Any) -> Any:
            def from_pretrained(folder: str, **given: Any) -> Any:
                library.loaded.append(given)
                if (Path(folder) / "broken").exists():
                    raise OSError("no weights\nin this folder")
                return made()

            return SimpleNamespace(from_pretrained=from_pretrained)

        self.AutoTokenizer = load(Tokenizer)
        self.AutoModel = load(Model)
        self.logging = SimpleNamespace(disable_progress_bar=lambda: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "made-up-small"
    made.mkdir()
    (made / "config.json").write_text("{}", encoding="utf-8")
    (made / "model.safetensors").write_bytes(b"weights")
    return made


def installed(monkeypatch: pytest.MonkeyPatch, library: Library) -> Library:
    torch = ModuleType("torch")
    torch.inference_mode = nullcontext  # type: ignore[attr-defined]
    torch.Tensor = type("Tensor", (), {})  # type: ignore[attr-defined]  # scikit-learn looks whether an array is one
    torch.set_num_threads = lambda number: None  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "transformers", library)
    monkeypatch.setitem(sys.modules, "torch", torch)
    return library


def pooled(folder: Path, told: Any) -> None:
    (folder / "1_Pooling").mkdir(exist_ok=True)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(told), encoding="utf-8")


def test_nothing_is_downloaded_no_code_is_run_and_weights_are_safetensors(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    library = installed(monkeypatch, Library())
    model = LocalSentenceModel(folder)
    assert model(["ab", "abc"]).shape == model(["ab", "abc"]).shape == (2, 3)
    offline = {"local_files_only": True, "trust_remote_code": False}
    assert library.loaded == [offline, {**offline, "use_safetensors": True}]


def test_a_vector_is_the_mean_of_its_tokens_with_length_one(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    installed(monkeypatch, Library())
    assert LocalSentenceModel(folder)(["abz", "zz"]) == pytest.approx(
        np.array([[1, 1, 2 / 3] / np.sqrt(1 + 1 + 4 / 9), [1, 0.5, 0] / np.sqrt(1.25)])
    )


@pytest.mark.parametrize("told", [{"pooling_mode": "cls"}, {"pooling_mode": ["cls"]}, {"pooling_mode_cls_token": True}], ids=range(3))
def test_a_folder_may_say_that_the_first_token_stands_for_all(monkeypatch: pytest.MonkeyPatch, folder: Path, told: dict[str, Any]) -> None:
    installed(monkeypatch, Library())
    pooled(folder, {"word_embedding_dimension": 3, "pooling_mode_mean_tokens": False, "include_prompt": True, **told})
    model = LocalSentenceModel(folder)
    assert model.mark.pooling == "cls"
    assert model(["abz"]) == pytest.approx(np.array([[1, 0, 1] / np.sqrt(2)]))


@pytest.mark.parametrize("told", [{}, [], {"pooling_mode": "mean"}, {"pooling_mode_mean_tokens": True, "include_prompt": True}])
def test_otherwise_it_is_the_mean(folder: Path, told: Any) -> None:
    pooled(folder, told)
    assert LocalSentenceModel(folder).mark.pooling == "mean"


UNKNOWN = [
    ({"pooling_mode_max_tokens": True}, "max"),
    ({"pooling_mode": "lasttoken"}, "lasttoken"),
    ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": True}, "cls and mean"),
    ({"pooling_mode": ["mean", "max"]}, "mean and max"),
]


@pytest.mark.parametrize(("told", "said"), UNKNOWN)
def test_other_ways_of_pooling_are_refused(folder: Path, told: dict[str, Any], said: str) -> None:
    pooled(folder, told)
    with pytest.raises(ReaderError, match=f"pooled by {said} are not known"):
        LocalSentenceModel(folder)


@pytest.mark.parametrize(
    ("own", "told", "cut"), [(10**30, None, 512), (128, None, 128), (512, 256, 256), (64, 256, 64), (10**30, 10**6, 512), (64, 0, 64)]
)
def test_texts_are_cut_at_the_length_of_the_model(
    monkeypatch: pytest.MonkeyPatch, folder: Path, own: int, told: int | None, cut: int
) -> None:
    library = installed(monkeypatch, Library(longest=own))
    (folder / "sentence_bert_config.json").write_text(json.dumps({"max_seq_length": told}), encoding="utf-8")
    LocalSentenceModel(folder)(["x" * 100_000])
    assert library.asked == [{"truncation": True, "max_length": cut, "return_tensors": "pt"}]


def test_the_mark_is_of_the_weights_and_named_after_the_folder(folder: Path) -> None:
    one = LocalSentenceModel(folder).mark
    assert one == ("made-up-small", hashlib.sha256(b"weights").hexdigest(), "mean")
    (folder / "model-2.safetensors").write_bytes(b"more")
    assert LocalSentenceModel(folder).mark.sha256 == hashlib.sha256(b"more" + b"weights").hexdigest()


@pytest.mark.parametrize("missing", ["transformers", "torch"])
def test_without_the_library_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, folder: Path, missing: str) -> None:
    installed(monkeypatch, Library())
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ReaderError, match=f"a sentence model needs {missing}.*pip install torch transformers"):
        LocalSentenceModel(folder)(["x"])


def test_a_folder_without_a_model_is_refused_before_anything_is_loaded(folder: Path) -> None:
    with pytest.raises(ReaderError, match=r"config\.json is missing"):
        LocalSentenceModel(folder.parent)
    (folder / "model.safetensors").rename(folder / "pytorch_model.bin")
    with pytest.raises(ReaderError, match=r"no weights as \.safetensors"):
        LocalSentenceModel(folder)


def test_a_settings_file_of_the_model_that_is_no_json_is_told(folder: Path) -> None:
    pooled(folder, {})
    (folder / "1_Pooling" / "config.json").write_text("{", encoding="utf-8")
    with pytest.raises(ReaderError, match=r"1_Pooling.config\.json cannot be read"):
        LocalSentenceModel(folder)


FAULTS = [
    (Library(wrong=TypeError("decoder inputs are missing\nsee above")), r"failed \(decoder inputs are missing\)"),
    (Library(broken=True), "not finite"),
]


@pytest.mark.parametrize(("library", "told"), FAULTS, ids=range(len(FAULTS)))
def test_a_model_that_fails_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch, folder: Path, library: Library, told: str) -> None:
    installed(monkeypatch, library)
    with pytest.raises(ReaderError, match=told):
        LocalSentenceModel(folder)(["x"])
    (folder / "broken").touch()
    with pytest.raises(ReaderError, match=r"cannot be loaded \(no weights\)"):
        LocalSentenceModel(folder)(["x"])


def _invoke(*command: str | Path) -> tuple[int, str, MarsadError | None]:
    done = CliRunner().invoke(app, [str(part) for part in command])
    return done.exit_code, done.stdout, done.exception if isinstance(done.exception, MarsadError) else None


def test_the_commands_train_and_read_with_a_sentence_model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: Path) -> None:
    installed(monkeypatch, Library())
    gold, out, text = tmp_path / "gold.tsv", tmp_path / "coder.npz", tmp_path / "text.txt"
    rows = [*((line, "none") for line in CALM), *((line, "ASSAULT") for line in WAR)]
    gold.write_text("text\tlabel\n" + "".join(f"{line}\t{label}\n" for line, label in rows), encoding="utf-8")
    text.write_text("Gunmen killed three soldiers at the old bridge on Friday.\n", encoding="utf-8")
    train = ("train-coder", "--sentences", gold, "--lang", "en", "--out", out, "--folds", "3", "--sentence-model", folder)

    code, shown, _ = _invoke(*train)
    assert code == 0
    assert shown.split("\n")[0].split()[2:] == ["layer", "without", "rules", "majority", "sentences"]
    assert f"layer: with 3 numbers a sentence by made-up-small (weights {hashlib.sha256(b'weights').hexdigest()[:8]}, mean)" in shown
    assert f"read with `marsad read --coder {out} --sentence-model {folder}`" in shown
    values = json.loads(_invoke(*train, "--json")[1])
    assert values["sentence_model"] == {
        "name": "made-up-small",
        "sha256": hashlib.sha256(b"weights").hexdigest(),
        "pooling": "mean",
        "width": 3,
    }
    assert {"layer", "without", "rules", "majority"} <= set(values)

    read = ("read", text, "--published", "2026-05-12", "--lang", "en", "--json", "--coder", out)
    code, shown, _ = _invoke(*read, "--sentence-model", folder)
    assert code == 0
    coders = [record["coder"] for record in map(json.loads, shown.splitlines()) if record["kind"] == "event"]
    assert coders == [f"rules+linear:{load_linear(out).digest}"]
    assert "give the folder of made-up-small" in str(_invoke(*read)[2])
    monkeypatch.setenv("MARSAD_SENTENCE_MODEL", str(folder))
    assert _invoke(*read)[0] == 0
    (folder / "model.safetensors").write_bytes(b"other weights")
    wrong = _invoke(*read)[2]
    assert isinstance(wrong, CodingError)
    assert "not the one that the layer was trained with" in str(wrong)


def test_training_without_a_sentence_model_says_nothing_of_one(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.tsv", tmp_path / "coder.npz"
    rows = [*((line, "none") for line in CALM), *((line, "ASSAULT") for line in WAR)]
    gold.write_text("text\tlabel\n" + "".join(f"{line}\t{label}\n" for line, label in rows), encoding="utf-8")
    code, shown, _ = _invoke("train-coder", "--sentences", gold, "--lang", "en", "--out", out, "--folds", "3")
    assert code == 0
    assert shown.split("\n")[0].split()[2:] == ["layer", "rules", "majority", "sentences"]
    assert "numbers a sentence" not in shown
    assert shown.endswith(f"read with `marsad read --coder {out}`\n")


def test_the_folder_may_stand_in_the_settings(tmp_path: Path) -> None:
    (tmp_path / "marsad.toml").write_text('linear_coder = "coder.npz"\nsentence_model = "models/small"\n', encoding="utf-8")
    assert load_settings(tmp_path, {}).sentence_model == "models/small"


def test_a_real_model_gives_the_mean_of_its_last_layer(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed: the real library is not run")
    transformers = pytest.importorskip("transformers", reason="transformers is not installed: the real library is not run")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "gunmen", "killed", "soldiers", "talks", "met", "##s", "."]
    (tmp_path / "vocab.txt").write_text("\n".join(words), encoding="utf-8")
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=8, num_hidden_layers=2, num_attention_heads=2, intermediate_size=16, max_position_embeddings=16
    )
    made = transformers.BertModel(config).eval()
    made.save_pretrained(tmp_path)
    transformers.BertTokenizer(str(tmp_path / "vocab.txt"), model_max_length=16).save_pretrained(tmp_path)
    with torch.inference_mode():
        mean = made(input_ids=torch.tensor([[2, 5, 6, 7, 11, 3]])).last_hidden_state[0].mean(0).numpy()
    model = LocalSentenceModel(tmp_path)
    several = model(["Talks.", "Gunmen killed soldiers.", "met " * 100])
    assert several.shape == (3, 8)
    assert several[1] == pytest.approx(mean / np.linalg.norm(mean), abs=1e-5)
    assert np.array_equal(model(["Gunmen killed soldiers."])[0], several[1])
