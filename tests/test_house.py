"""The house holds its own rules, and each rule catches a breach that is planted for it."""

import json
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

import house_rules as house
from marsad.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "marsad"

Rule = Callable[[Path], Iterator[str]]


def tracked() -> dict[str, str]:
    """Text of every tracked file; binary files are left out."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    found = {}
    for name in filter(None, listed):
        raw = (ROOT / name).read_bytes() if (ROOT / name).is_file() else b""
        if b"\0" not in raw:
            found[name] = raw.decode("utf-8", "replace")
    return found


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_package_keeps_the_rule(rule: Rule) -> None:
    assert list(rule(PACKAGE)) == []


@pytest.mark.parametrize("folder", ["tests", "tools", "benchmarks"])
def test_files_beside_the_package_say_their_purpose_and_have_a_home(folder: str) -> None:
    assert [*house.docstrings(ROOT / folder), *house.names(ROOT / folder)] == []


def test_no_two_test_files_share_a_name() -> None:
    """pytest tells them apart by name alone: of two, the second ends the whole run before it begins."""
    names = Counter(Path(name).name for name in tracked() if name.startswith("tests/") and Path(name).name.startswith("test_"))
    assert [name for name, times in names.items() if times > 1] == []


def test_no_tracked_file_names_a_machine_or_a_registry() -> None:
    assert list(house.said(tracked())) == []


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    needed = {one.partition("[")[0].partition(">")[0].partition("<")[0].partition("=")[0].strip() for one in named}
    needed |= set(json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"])
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert list(house.undocumented(needed, page)) == []


def test_every_setting_is_documented() -> None:
    keys = {field.name for field in fields(Settings)}
    assert list(house.undocumented(keys, (ROOT / "docs" / "settings.md").read_text(encoding="utf-8"))) == []
    assert [key for key in keys if f"\n        {key}:" not in (Settings.__doc__ or "")] == []


def test_every_command_and_option_has_help() -> None:
    from tools.commands_page import commands

    found = commands()
    assert len(found) > 5
    assert [name for name, command in found.items() if not (command.help or "").strip()] == []
    bare = [
        f"{name} {parameter.name}"
        for name, command in found.items()
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]
    assert bare == []


def test_the_commands_stand_in_the_docs_as_their_help_says() -> None:
    from tools.commands_page import PAGE, commands, page

    text = PAGE.read_text(encoding="utf-8")
    assert [name for name in commands() if f"\n## marsad {name}\n" not in text] == []
    assert text == page(), "docs/commands.md is out of date: run `make docs`"


def test_the_command_line_loads_nothing_heavy_before_it_is_needed() -> None:
    heavy = ("numpy", "pandas", "pyarrow", "ibis", "duckdb", "lightgbm", "sklearn", "altair", "trafilatura", "datasketch", "babel", "httpx")
    script = f"import sys, marsad.cli; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_npm_lock_names_no_addresses() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock"])
def test_every_line_of_a_lock_is_pinned_and_hashed(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert lines
    assert [line for line in lines if "==" not in line or "--hash=sha256:" not in line] == []


PLANTED: list[tuple[Rule, str, str]] = [
    (house.import_walls, "coding/dates.py", "from marsad.panel import counts"),
    (house.import_walls, "coding/late.py", "def f() -> None:\n    import marsad.store"),
    (house.import_walls, "coding/typed.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from marsad.forecast import x"),
    (house.import_walls, "panel/__init__.py", "from ..sources import files"),
    (house.import_walls, "panel/whole.py", "from marsad import forecast"),
    (house.import_walls, "base/places.py", "import marsad.settings"),
    (house.import_walls, "store/archive.py", "from marsad import pipeline"),
    (house.import_walls, "web/pages.py", "from marsad.briefs import charts"),
    (house.import_walls, "cli.py", "from marsad.coding import dates"),
    (house.import_walls, "attic.py", "x = 1"),
    (house.sockets, "panel/fetch.py", "def f() -> None:\n    import httpx"),
    (house.sockets, "sharing/fetch.py", "from urllib.request import urlopen"),
    (house.sockets, "pipeline.py", "import socket"),
    (house.sockets, "sources/feed.py", "from http.server import HTTPServer"),
    (house.sockets, "cli.py", "import uvicorn"),
    (house.file_writes, "panel/out.py", "open('a.txt', 'w')"),
    (house.file_writes, "panel/out.py", "path.open(mode='ab')"),
    (house.file_writes, "coding/out.py", "path.write_text('a')"),
    (house.file_writes, "sources/files.py", "pq.write_table(t, p)"),
    (house.file_writes, "pipeline.py", "os.replace(a, b)"),
    (house.printing, "forecast/models.py", "print('done')"),
    (house.printing, "pipeline.py", "sys.stderr.write('done')"),
    (house.printing, "verbs.py", "typer.echo('done')"),
    (house.clock, "panel/counts.py", "x = date.today()"),
    (house.clock, "store/runs.py", "x = datetime.now(UTC)"),
    (house.clock, "coding/dates.py", "x = time.time()"),
    (house.clock, "briefs/page.py", "from time import time as now_s\nx = now_s()"),
    (house.unseeded, "forecast/models.py", "rng = np.random.default_rng()"),
    (house.unseeded, "forecast/models.py", "x = np.random.rand(3)"),
    (house.unseeded, "forecast/models.py", "x = random.choice(y)"),
    (house.unseeded, "pipeline.py", "x = uuid.uuid4()"),
    (house.circles, "panel/__init__.py", "from marsad.panel import a"),
    (house.base_size, "base/m10.py", "x = 1"),
    (house.names, "panel/utils.py", "x = 1"),
    (house.names, "common/__init__.py", "x = 1"),
    (house.catch_alls, "panel/a.py", "try:\n    f()\nexcept Exception:\n    pass"),
    (house.catch_alls, "panel/a.py", "try:\n    f()\nexcept:\n    x = 1"),
    (house.catch_alls, "panel/a.py", "try:\n    f()\nexcept (ValueError, BaseException):\n    x = 1"),
    (house.sizes, "panel/a.py", "x = 1\n" * 400),
    (house.sizes, "panel/a.py", "def f() -> None:\n" + "    x = 1\n" * 60),
    (house.sizes, "panel/a.py", "def f(a, b, c, d, e, g) -> None:\n    pass"),
    (house.sizes, "panel/a.py", "def f(*, a: bool, b: bool = True) -> None:\n    pass"),
]


@pytest.mark.parametrize(("rule", "file", "text"), PLANTED, ids=[f"{rule.__name__}-{n}" for n, (rule, _, _) in enumerate(PLANTED)])
def test_a_planted_breach_is_caught(tmp_path: Path, rule: Rule, file: str, text: str) -> None:
    _plant(tmp_path, "panel/a.py", "from marsad.panel import b" if rule is house.circles else "x = 1")
    _plant(tmp_path, "panel/b.py", "def f() -> None:\n    from marsad.panel import a" if rule is house.circles else "x = 1")
    if rule is house.base_size:
        for number in range(10):
            _plant(tmp_path, f"base/m{number}.py", "x = 1")
    before = list(rule(tmp_path)) if rule is not house.circles else []
    _plant(tmp_path, file, text)
    assert before == []
    assert list(rule(tmp_path)) != []


def test_a_file_without_a_purpose_is_caught(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "b.py").write_text('import os\n"""Too late."""\n', encoding="utf-8")
    (tmp_path / "c.py").write_text('"""A purpose."""\n', encoding="utf-8")
    assert len(list(house.docstrings(tmp_path))) == 2


ALLOWED = [
    ("coding/dates.py", "from marsad.base.months import month_of\nfrom marsad.coding import numbers\nimport marsad"),
    ("pipeline.py", "from marsad import coding, store\nx = date.today()"),
    ("sources/pull.py", "import httpx\npath.write_bytes(b'')"),
    ("web/serve.py", "import uvicorn\nfrom marsad import pipeline, store"),
    ("store/archive.py", "path.write_text('a')\ntry:\n    f()\nexcept BaseException:\n    undo()\n    raise"),
    ("cli.py", "print('x')\ndef f(*, a: bool, b: bool) -> None:\n    pass"),
    ("forecast/models.py", "rng = np.random.default_rng(seed)\nx = rng.normal()\ny = open('a.txt', 'r')\nz = name.replace('a', 'w')"),
]


@pytest.mark.parametrize(("file", "text"), ALLOWED, ids=[file for file, _ in ALLOWED])
def test_what_the_rules_allow_passes(tmp_path: Path, file: str, text: str) -> None:
    _plant(tmp_path, file, text)
    assert [breach for rule in house.RULES for breach in rule(tmp_path)] == []


@pytest.mark.parametrize("line", ["see https://" + "py" + "pi.org/x", 'path = "' + "/ho" + 'me/somebody/x"', "cd " + "/wo" + "rk/main"])
def test_a_machine_or_a_registry_named_in_a_file_is_caught(line: str) -> None:
    assert len(list(house.said({"a.md": f"one\n{line}\n"}))) == 1


def test_a_thing_without_a_row_is_caught() -> None:
    assert list(house.undocumented({"numpy", "pandas"}, "| `numpy` | arrays |\nand `pandas`")) == ["pandas has no row"]


def _plant(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""A purpose."""\n{text}\n', encoding="utf-8")
