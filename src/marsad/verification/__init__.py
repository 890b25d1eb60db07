"""Forecasts and what came of them in, scores out: proper scores, calibration, skill, backtests over origins and vintages.

score       one forecast against one panel, each figure beside conflictology12
backtest    many origins, many models, one table
calibration_rows    PIT heights and reliability of past forecasts, as rows of a scores table
"""

from marsad.verification.backtest import Backtest, Line, backtest
from marsad.verification.calibration_table import calibration_rows
from marsad.verification.table import score

__all__ = ["Backtest", "Line", "backtest", "calibration_rows", "score"]
