"""Forecasts and what came of them in, scores out: proper scores, calibration, skill, backtests over origins and vintages.

score       one forecast against one panel, each figure beside conflictology12
"""

from marsad.verification.table import score

__all__ = ["score"]
