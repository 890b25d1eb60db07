"""Panel in, draws out: benchmarks, models and their pool. A model is an entry in a table.

forecast  the one call: panel, origin, steps, model -> Forecast
MODELS    every model by name
"""

from marsad.forecast.table import MODELS, Model, forecast

__all__ = ["MODELS", "Model", "forecast"]
