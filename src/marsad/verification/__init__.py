"""Forecasts and what came of them in, scores out: proper scores, calibration, skill, backtests over origins and vintages.

score       one forecast against one panel, each figure beside conflictology12
backtest    many origins, many models, one table
"""

from marsad.verification.backtest import Backtest, Line, backtest
from marsad.verification.table import score

__all__ = ["Backtest", "Line", "backtest", "score"]
