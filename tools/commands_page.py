"""Write docs/commands.md from the command line's own help, so that the page cannot say anything else; `--check` only compares."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import typer

from marsad.cli import app

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
HEAD = """# Commands

Results go to stdout, progress to stderr. Exit 0: done; 1: failed; 2: misused. `--json` prints JSON, a line each where there are many.
This page is written by `make docs` from the commands' own help.
"""


def commands() -> dict[str, Any]:
    """Every command by its full name (`share export`), in the order the command line lists them."""
    found: dict[str, Any] = {}

    def walk(command: Any, name: str) -> None:
        below = getattr(command, "commands", None)
        if below is None:
            found[name] = command
            return
        for key, one in below.items():
            if not one.hidden:
                walk(one, f"{name} {key}".strip())

    walk(typer.main.get_command(app), "")
    return found


def section(name: str, command: Any) -> str:
    """One command: its help, then its arguments and options in a table."""
    context = command.context_class(command, info_name=f"marsad {name}")
    usage = " ".join(command.collect_usage_pieces(context))
    rows = []
    for parameter in command.params:
        record = None if getattr(parameter, "hidden", False) else parameter.get_help_record(context)
        if record is not None:
            form, text = (part.replace("|", "\\|") for part in record)
            rows.append(f"| `{form}` | {' '.join(text.split())} |")
    table = ["| option | meaning |", "|---|---|", *rows] if rows else []
    return "\n".join([f"## marsad {name}", "", "```", f"marsad {name} {usage}", "```", "", (command.help or "").strip(), "", *table, ""])


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(section(name, command) for name, command in commands().items())]).rstrip() + "\n"


def main() -> int:
    """Write the page, or with --check say whether it is up to date."""
    text = page()
    if "--check" in sys.argv[1:]:
        same = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text
        print("docs/commands.md is up to date" if same else "docs/commands.md is out of date: run `make docs`", file=sys.stderr)
        return 0 if same else 1
    PAGE.write_text(text, encoding="utf-8")
    print(f"docs/commands.md: {len(commands())} commands", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
