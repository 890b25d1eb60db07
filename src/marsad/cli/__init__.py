"""The command line: one command per verb. Results on stdout, progress on stderr; exit 0 done, 1 failed, 2 misused.

stages   the run and its stages, one command each, and what all commands share
foresight forecasts, their scores, and backtests
desk     the pages; work that a person does: the log of corrections, accounts
"""

from marsad.cli import desk, foresight
from marsad.cli.stages import app, main

__all__ = ["app", "desk", "foresight", "main"]
