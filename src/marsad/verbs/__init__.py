"""The commands that are one stage alone; the whole run is in `pipeline.py`.

reading   read, dates: texts into records, expressions into dates
counting  pull, panel: files into the archive, events into counts
looking   forecast: counts into draws
scoring   score: draws into scores
quality   how good a model was, in lines, in JSON and as a page of figures
areas     which units a region, a box or a drawn outline holds
assessing assess: the situation of a place, a group, a partnership
telling   brief: from what the archive holds
training  train-coder: judged sentences into a layer for reading
walking   backtest: many origins, many models, one table
report    what a command made
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from marsad.verbs.assessing_region import assess
    from marsad.verbs.counting import PanelRequest, PullRequest, panel, pull
    from marsad.verbs.looking import ForecastRequest, forecast
    from marsad.verbs.reading import ReadRequest, dates, read, read_lines, told
    from marsad.verbs.report import Report
    from marsad.verbs.scoring import ScoreRequest, score
    from marsad.verbs.telling import BriefRequest, brief, told_about
    from marsad.verbs.training import TrainRequest, train_coder
    from marsad.verbs.walking import BacktestRequest, backtest

__all__ = [
    "BacktestRequest", "BriefRequest", "ForecastRequest", "PanelRequest", "PullRequest", "ReadRequest", "Report", "ScoreRequest",
    "TrainRequest", "assess", "backtest", "brief", "dates", "forecast", "panel", "pull", "read", "read_lines", "score", "told",
    "told_about", "train_coder",
]  # fmt: skip

_STANDS_IN = {
    "assessing_region": ("assess",),
    "counting": ("PanelRequest", "PullRequest", "panel", "pull"),
    "looking": ("ForecastRequest", "forecast"),
    "reading": ("ReadRequest", "dates", "read", "read_lines", "told"),
    "report": ("Report",),
    "scoring": ("ScoreRequest", "score"),
    "telling": ("BriefRequest", "brief", "told_about"),
    "training": ("TrainRequest", "train_coder"),
    "walking": ("BacktestRequest", "backtest"),
}


def __getattr__(name: str) -> Any:
    """A name of another module, which is imported when it is first asked for: one command loads not what the others need."""
    for module, names in _STANDS_IN.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
