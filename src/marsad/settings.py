"""Settings: `marsad.toml` and `MARSAD_*` variables, read once, frozen, passed by hand; an unknown key is an error."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from marsad.base.errors import AssessmentError, SettingsError
from marsad.base.findings import DEFAULT_RULES, AlertRules
from marsad.base.records import Language

FILE = "marsad.toml"
LANGUAGES = ("ar", "fr", "en")
ENGINES = ("duckdb", "spark")
READERS = ("rules", "endpoint", "local")
NOT_SETTINGS = ("MARSAD_CONFIG", "MARSAD_ENDPOINT_KEY")
"""Variables that are no settings: where the file lies, and the endpoint's key, which must never reach the archive's record of a run."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is told once and never asks again.

    Attributes:
        archive: folder of the archive; made when first written to.
        cache: folder of downloaded files.
        engine: duckdb (one file, the default) or spark (Parquet folders; needs the extra `spark` and Java 17).
        language: language of briefs: ar, fr or en.
        region: a named region of `base/places.py`, or an ISO 3166-1 alpha-3 code.
        audience: country of a brief's readers, ISO 3166-1 alpha-2 such as MA; month names and separators follow it.
        model: entry of the table of models; pool is the best of them.
        draws: draws per unit and step, 1 to 100,000.
        seed: of every random draw; the same seed and inputs give the same bytes.
        lexicons: lexicon files of your own, added to those that come with the package.
        reader: who finds events in sentences: rules (the default), endpoint (an OpenAI-compatible address) or local (a model's folder).
        endpoint_url: address of the endpoint; its key comes from MARSAD_ENDPOINT_KEY alone.
        endpoint_model: name of the model that the endpoint is asked for.
        local_model: folder of a transformers chat model.
        linear_coder: file that `marsad train-coder` wrote; its class decides which events a sentence of its language tells.
        sentence_model: folder of a model that gives sentences vectors, for the linear layer: to train with, or that it was trained with.
        alerts: the numbers that alerts go by; a table of their own in the file.
    """

    archive: Path = Path("archive")
    cache: Path = Path("archive/cache")
    engine: str = "duckdb"
    language: Language = "ar"
    region: str = "sahel"
    audience: str = ""
    model: str = "pool"
    draws: int = 1000
    seed: int = 1
    lexicons: tuple[Path, ...] = ()
    reader: str = "rules"
    endpoint_url: str = ""
    endpoint_model: str = ""
    local_model: str = ""
    linear_coder: str = ""
    sentence_model: str = ""
    alerts: AlertRules = DEFAULT_RULES

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise SettingsError(f"language {self.language!r} is not one of {', '.join(LANGUAGES)}")
        if self.engine not in ENGINES:
            raise SettingsError(f"engine {self.engine!r} is not one of {', '.join(ENGINES)}")
        if self.reader not in READERS:
            raise SettingsError(f"reader {self.reader!r} is not one of {', '.join(READERS)}")
        if self.reader == "endpoint" and not (self.endpoint_url and self.endpoint_model):
            raise SettingsError('reader = "endpoint" needs endpoint_url and endpoint_model')
        if self.reader == "local" and not self.local_model:
            raise SettingsError('reader = "local" needs local_model, the folder of a transformers chat model')
        if self.linear_coder and self.reader != "rules":
            raise SettingsError(f'linear_coder goes with reader = "rules", and reader is {self.reader!r}: leave one of them out')
        if self.audience and not (len(self.audience) == 2 and self.audience.isascii() and self.audience.isupper()):
            raise SettingsError(f"audience {self.audience!r} is no country code: write ISO 3166-1 alpha-2 in capitals, such as MA or FR")
        if not 1 <= self.draws <= 100_000:
            raise SettingsError(f"draws = {self.draws} is outside 1 to 100,000")


def load_settings(folder: Path, environ: Mapping[str, str]) -> Settings:
    """Settings from `marsad.toml` in `folder` (or the file that MARSAD_CONFIG names), then from MARSAD_* variables.

    Args:
        folder: where `marsad.toml` may lie; relative paths in it count from there.
        environ: environment variables; `MARSAD_DRAWS=500` sets `draws`.

    Raises:
        SettingsError: an unknown key, a value of the wrong type, or a file that is no TOML.
    """
    named = environ.get("MARSAD_CONFIG")
    path = Path(named) if named else folder / FILE
    values: dict[str, Any] = {}
    if path.is_file():
        try:
            values = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
            raise SettingsError(f"{path} is not TOML: {wrong}") from wrong
    elif named:
        raise SettingsError(f"MARSAD_CONFIG names {path}, and there is no such file")
    said = {key: (str(path), value) for key, value in values.items() if key != "alerts"}
    rules = {key: (f"{path} [alerts]", value) for key, value in _table(values.get("alerts", {}), path).items()}
    for name, value in environ.items():
        if name.startswith("MARSAD_ALERTS_"):
            rules[name.removeprefix("MARSAD_ALERTS_").lower()] = (f"the variable {name}", value)
        elif name.startswith("MARSAD_") and name not in NOT_SETTINGS:
            said[name.removeprefix("MARSAD_").lower()] = (f"the variable {name}", value)
    given = {key: _value(key, value, where) for key, (where, value) in said.items()}
    return Settings(**given, alerts=_rules(rules))


def _table(value: Any, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{path}: alerts is a table: write its keys below a line [alerts]")
    return value


def _rules(said: Mapping[str, tuple[str, Any]]) -> AlertRules:
    """The numbers of the alerts, each of the type of its default.

    Raises:
        SettingsError: an unknown key, or a value that no rule can work with.
    """
    kinds: dict[str, Any] = {f.name: f.default for f in fields(AlertRules)}
    given: dict[str, Any] = {}
    for key, (where, value) in said.items():
        if key not in kinds:
            raise SettingsError(f"{where}: unknown setting {key!r}; {_hint(key, kinds)}")
        try:
            if key == "years":
                given[key] = tuple(int(one) for one in (value.split(":") if isinstance(value, str) else value))
            else:
                given[key] = type(kinds[key])(value)
        except (TypeError, ValueError):
            raise SettingsError(f"{where}: {key} = {value!r} is not a number") from None
    try:
        return AlertRules(**given)
    except AssessmentError as wrong:
        raise SettingsError(f"[alerts]: {wrong}") from wrong


def _value(key: str, value: Any, where: str) -> Any:
    kinds = {f.name: f.type for f in fields(Settings)}
    if key not in kinds:
        raise SettingsError(f"{where}: unknown setting {key!r}; {_hint(key, kinds)}")
    if key == "alerts":
        raise SettingsError(f"{where}: alerts is a table: set its keys one by one, such as MARSAD_ALERTS_FLOOR_COUNTRY")
    if key == "lexicons":
        items = value.split(":") if isinstance(value, str) else value
        return tuple(Path(item) for item in items if item)
    if kinds[key] == "Path":
        return Path(value)
    if kinds[key] == "int":
        try:
            return int(value)
        except (TypeError, ValueError):
            raise SettingsError(f"{where}: {key} = {value!r} is not a whole number") from None
    if not isinstance(value, str):
        raise SettingsError(f"{where}: {key} = {value!r} is not a text")
    return value


def _hint(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), 1)
    return f"did you mean {near[0]!r}?" if near else f"known keys: {', '.join(known)}"
