"""Forecasts and what came of them in, scores out: proper scores, calibration, skill, backtests over origins and vintages.

score       one forecast against one panel, each figure beside conflictology12
measured    the same, row by row
quality     calibration, reliability, skill by step, coverage and onsets of those rows
backtest    many origins, many models, one table
calibration_rows    PIT heights and reliability of past forecasts, as rows of a scores table
likelihood_scores   past chances by the words of likelihood, beside how often it came
"""

from marsad.verification.backtest import Backtest, Line, backtest
from marsad.verification.calibration_table import calibration_rows
from marsad.verification.likelihood import likelihood_scores
from marsad.verification.quality import most_before, quality
from marsad.verification.table import By, Measured, measured, score, tabulate

__all__ = [
    "Backtest", "By", "Line", "Measured", "backtest", "calibration_rows", "likelihood_scores", "measured", "most_before", "quality",
    "score", "tabulate",
]  # fmt: skip
