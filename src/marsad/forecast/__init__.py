"""Panel in, draws out: benchmarks, models and their pool. A model is an entry in a table.

forecast  the one call: panel, origin, steps, model -> Forecast
refitting_pool  the pool for backtests over many origins, learning once a year
MODELS    every model by name
Covariate a further figure per unit and month, with its delay
"""

from marsad.forecast.history import Covariate
from marsad.forecast.refit import refitting_pool
from marsad.forecast.table import MODELS, Model, forecast

__all__ = ["MODELS", "Covariate", "Model", "forecast", "refitting_pool"]
