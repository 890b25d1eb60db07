"""The rules of the house as functions over a source tree: each takes the folder of the package and yields its breaches, one line each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

STAGES = ("sources", "documents", "coding", "panel", "forecast", "verification", "assessment", "briefs", "sharing")

MAY_IMPORT: dict[str, set[str]] = {
    "base": {"base"},
    "settings": {"settings", "base"},
    "store": {"store", "base"},
    **{stage: {stage, "base"} for stage in STAGES},
    "pipeline": {"world", "pipeline", "verbs", "settings", "store", "base", *STAGES},
    "verbs": {"world", "pipeline", "verbs", "settings", "store", "base", *STAGES},
    "web": {"world", "web", "pipeline", "verbs", "settings", "store", "base"},
    "options": {"options"},
    "world": {"world", "base"},
    "cli": {"cli", "options", "world", "pipeline", "verbs", "web", "settings", "store", "base"},
    "__init__": {"base", "settings", "pipeline", "verbs", "store", *STAGES},
}
"""Which rooms a room of the package may import; `verbs` holds those commands of the pipeline that are one stage alone."""

OUTWARD = ("http.client", "urllib.request", "httpx", "requests", "urllib3", "aiohttp", "ftplib", "smtplib", "websockets", "socket")
LISTENING = ("http.server", "socketserver", "uvicorn", "fastapi", "starlette", "flask", "wsgiref", "socket")
WRITERS = {
    "write_text", "write_bytes", "write_table", "mkdir", "touch", "unlink", "rmdir", "rmtree", "copyfile", "copytree", "move", "makedirs",
    "to_parquet", "to_csv", "to_excel", "to_json", "to_pickle", "symlink_to", "mkstemp", "mkdtemp", "NamedTemporaryFile",
}  # fmt: skip
"""Calls by these names write files, whatever they are called on; what a temporary folder is for, its user does."""
OS_WRITERS = {"remove", "rename", "replace", "unlink", "link", "symlink", "truncate", "write"}
NO_ROOMS = {"utils", "util", "helpers", "helper", "common", "core", "manager", "managers", "misc"}

MODULE_LINES, FUNCTION_LINES, POSITIONAL, BASE_MODULES = 400, 60, 5, 10


@cache
def _parsed(text: str) -> ast.Module:
    """The syntax tree of a text, made once for all rules; no rule may change it."""
    return ast.parse(text)


def modules(package: Path) -> Iterator[tuple[Path, str, ast.Module]]:
    """Every module with its dotted name and syntax tree; what set-up builds is left out."""
    for path in sorted(package.rglob("*.py")):
        inside = path.relative_to(package)
        if inside.parts[0] == "static":
            continue
        name = ".".join(("marsad", *inside.with_suffix("").parts))
        yield path, name.removesuffix(".__init__") or "marsad", _parsed(path.read_text(encoding="utf-8"))


def room(name: str) -> str:
    """The first part below the package: `marsad.coding.dates` lies in `coding`, the package itself in `__init__`."""
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def _imports(tree: ast.AST, name: str, package: bool) -> Iterator[tuple[str, int]]:
    """Every dotted name that is imported, wherever in the file; `from a import b` counts as a.b."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = name.split(".") if package else name.split(".")[:-1]
            start = above[: len(above) - node.level + 1] if node.level else []
            source = ".".join([*start, *([node.module] if node.module else [])])
            yield from ((f"{source}.{alias.name}", node.lineno) for alias in node.names)


def import_walls(package: Path) -> Iterator[str]:
    """A stage imports base and itself, never another stage; base imports base; cli and web import pipeline and store."""
    for path, name, tree in modules(package):
        here = room(name)
        if here not in MAY_IMPORT:
            yield f"{name}: the picture of the house has no room {here!r}"
            continue
        for target, line in _imports(tree, name, path.name == "__init__.py"):
            parts = target.split(".")
            if parts[0] == "marsad" and len(parts) > 1 and parts[1] in MAY_IMPORT and parts[1] not in MAY_IMPORT[here]:
                yield f"{name}:{line} imports {target}: {here} may import {', '.join(sorted(MAY_IMPORT[here]))}"


def _under(target: str, names: tuple[str, ...]) -> bool:
    return any(target == name or target.startswith(name + ".") for name in names)


def sockets(package: Path) -> Iterator[str]:
    """Only sources reach out, only web and sharing listen."""
    for path, name, tree in modules(package):
        for target, line in _imports(tree, name, path.name == "__init__.py"):
            out, listens = _under(target, OUTWARD), _under(target, LISTENING)
            may = (out and room(name) == "sources") or (listens and room(name) in ("web", "sharing"))
            if (out or listens) and not may:
                yield f"{name}:{line} imports {target}: only sources open a socket out, only web and sharing listen"


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str, str]]:
    """Every call with what it is called on (`np.random` of `np.random.rand()`) and its own name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, ast.unparse(node.func.value), node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, "", node.func.id


def _mode_writes(call: ast.Call) -> bool:
    """Whether an `open` call names a mode that writes."""
    given = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")]
    texts = (part.value for value in given for part in ast.walk(value) if isinstance(part, ast.Constant) and isinstance(part.value, str))
    return any(re.fullmatch(r"[rwaxbt+]{1,4}", text) and re.search(r"[wax+]", text) for text in texts)


def file_writes(package: Path) -> Iterator[str]:
    """Only the store, the briefs and the download cache of sources write files."""
    for _, name, tree in modules(package):
        if room(name) in ("store", "briefs") or name in ("marsad.sources.cache", "marsad.sources.pull"):
            continue
        for call, on, what in _calls(tree):
            if what in WRITERS or (on in ("os", "shutil") and what in OS_WRITERS) or (what == "open" and _mode_writes(call)):
                yield f"{name}:{call.lineno} calls {what}: only store, briefs and the cache of sources write files"


def printing(package: Path) -> Iterator[str]:
    """Only cli prints."""
    for _, name, tree in modules(package):
        if room(name) == "cli":
            continue
        for call, on, what in _calls(tree):
            if (on == "" and what == "print") or on in ("sys.stdout", "sys.stderr") or (on, what) in {("typer", "echo"), ("click", "echo")}:
                yield f"{name}:{call.lineno} prints: only cli does"


def clock(package: Path) -> Iterator[str]:
    """Only pipeline and cli read the clock; elsewhere months and dates come in as arguments."""
    for _, name, tree in modules(package):
        if room(name) in ("pipeline", "cli"):
            continue
        from_time = {alias.asname or alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module == "time"
                     for alias in node.names if alias.name in ("time", "time_ns", "localtime", "gmtime", "ctime")}  # fmt: skip
        for call, on, what in _calls(tree):
            on_time = on == "time" and what in ("time", "time_ns", "localtime", "gmtime", "ctime")
            if on_time or (on and what in ("now", "utcnow", "today")) or (not on and what in from_time):
                yield f"{name}:{call.lineno} reads the clock ({on}.{what}): only pipeline and cli may"


def unseeded(package: Path) -> Iterator[str]:
    """No random draw without a seed, anywhere."""
    for _, name, tree in modules(package):
        for call, on, what in _calls(tree):
            bare = not call.args and not call.keywords
            none = bool(call.args) and isinstance(call.args[0], ast.Constant) and call.args[0].value is None
            loose = what in ("default_rng", "RandomState", "Random", "SeedSequence", "PCG64") and (bare or none)
            makers = ("default_rng", "Generator", "RandomState", "SeedSequence", "PCG64", "Philox", "Random")
            module = on in ("random", "np.random", "numpy.random") and what not in makers
            if loose or module or what == "uuid4" or (on == "os" and what == "urandom"):
                yield f"{name}:{call.lineno} draws without a seed ({what})"


def circles(package: Path) -> Iterator[str]:
    """No import circle; imports for type checking alone do not count, late ones do."""
    found = list(modules(package))
    known = {name for _, name, _ in found}
    ties: dict[str, set[str]] = {}
    for path, name, tree in found:
        pure = _Without().visit(ast.parse(ast.unparse(tree)))
        targets = [target for target, _ in _imports(pure, name, path.name == "__init__.py")]
        ties[name] = {t if t in known else t.rpartition(".")[0] for t in targets} & known - {name}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> Iterator[str]:
        if name in trail:
            yield "import circle: " + " -> ".join((*trail[trail.index(name) :], name))
        elif name not in done:
            for other in sorted(ties[name]):
                yield from walk(other, (*trail, name))
            done.add(name)

    for name in sorted(ties):
        yield from walk(name, ())


class _Without(ast.NodeTransformer):
    """Takes away what stands under `if TYPE_CHECKING`."""

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        """Keep the `else` branch alone."""
        self.generic_visit(node)
        return node.orelse if "TYPE_CHECKING" in ast.unparse(node.test) else node


def base_size(package: Path) -> Iterator[str]:
    """base holds ten modules at most (docs/adr/0012-base-holds-ten-modules.md)."""
    count = len([path for path in (package / "base").rglob("*.py") if path.name != "__init__.py"])
    if count > BASE_MODULES:
        yield f"base holds {count} modules: ten at most"


def names(package: Path) -> Iterator[str]:
    """No module called utils, helpers, common, core or manager."""
    for path in sorted(package.rglob("*")):
        if path.stem.strip("_") in NO_ROOMS and (path.is_dir() or path.suffix == ".py"):
            yield f"{path.relative_to(package)}: a thing without a home tells that a room is missing"


def docstrings(package: Path) -> Iterator[str]:
    """The first line of each file is a docstring with its purpose."""
    for path, name, tree in modules(package):
        text = ast.get_docstring(tree)
        if not text or tree.body[0].lineno != 1 or not text.splitlines()[0].strip():
            yield f"{path.name} ({name}): the first line of a file is a docstring with its purpose"


def catch_alls(package: Path) -> Iterator[str]:
    """Never `except Exception`, never a bare `except`; one that cleans up and raises again is none."""
    for _, name, tree in modules(package):
        for node in ast.walk(tree):
            if isinstance(node, ast.ExceptHandler):
                caught = "" if node.type is None else ast.unparse(node.type)
                last = node.body[-1]
                if isinstance(last, ast.Raise) and last.exc is None:
                    continue
                if not caught or re.search(r"\b(Base)?Exception\b", caught):
                    yield f"{name}:{node.lineno} catches everything: name the errors that are expected"


def sizes(package: Path) -> Iterator[str]:
    """A module has 400 lines at most, a function 60 without its docstring, 5 positional parameters, never two booleans."""
    for path, name, tree in modules(package):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MODULE_LINES:
            yield f"{name}: {lines} lines, {MODULE_LINES} at most"
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _function(name, node)


def _function(name: str, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    first = node.body[0]
    documented = ast.get_docstring(node) is not None
    doc = (first.end_lineno or first.lineno) - first.lineno + 1 if documented else 0
    lines = (node.end_lineno or node.lineno) - node.lineno + 1 - doc
    if lines > FUNCTION_LINES:
        yield f"{name}:{node.lineno} {node.name}: {lines} lines, {FUNCTION_LINES} at most"
    positional = [a for a in (*node.args.posonlyargs, *node.args.args) if a.arg not in ("self", "cls")]
    if len(positional) > POSITIONAL:
        yield f"{name}:{node.lineno} {node.name}: {len(positional)} positional parameters, {POSITIONAL} at most"
    # each option of a command is named where it is given, so that two booleans cannot be mixed up there
    if room(name) != "cli":
        every = (*positional, *node.args.kwonlyargs)
        booleans = [a.arg for a in every if a.annotation is not None and re.match(r"(Annotated\[)?bool\b", ast.unparse(a.annotation))]
        if len(booleans) > 1:
            yield f"{name}:{node.lineno} {node.name}: {len(booleans)} booleans ({', '.join(booleans)}): pass an enum or write two functions"


def said(files: dict[str, str]) -> Iterator[str]:
    """No path of a machine and no registry's host name in any file of the repository.

    Args:
        files: text of each tracked file by its name.
    """
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry." + "npmjs", "npm" + "js.com", "yarn" + "pkg.com", "deb." + "debian.org")
    folders = re.compile(r"(?<![\w.~/-])/(?:home/\w|root/|work/\w|Users/\w|farm/|opt/py)")
    for name, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            host = next((host for host in hosts if host in line), None)
            if host:
                yield f"{name}:{number} names a registry's host ({host})"
            if folders.search(line):
                yield f"{name}:{number} names a path of one machine: {line.strip()[:80]}"


def undocumented(needed: set[str], page: str) -> Iterator[str]:
    """Names that have no row of their own on a page; a row starts with the name in backquotes."""
    rows = set(re.findall(r"^\| `([^`]+)`", page, flags=re.MULTILINE))
    yield from (f"{name} has no row" for name in sorted(needed - rows))


RULES = (
    import_walls, sockets, file_writes, printing, clock, unseeded, circles, base_size, names, docstrings, catch_alls, sizes,
)  # fmt: skip
