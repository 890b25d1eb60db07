"""A program that has read texts ends without a word: what the collector was told to leave alone is given back to it."""

from __future__ import annotations

import subprocess
import sys


def test_the_end_of_a_reading_program_is_silent() -> None:
    code = "import duckdb; from marsad.coding.coder import load_coder; load_coder(); duckdb.connect().execute('select 1').fetchall()"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert ended.stderr == ""
