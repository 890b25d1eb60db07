"""The commands that are one stage alone; the whole run is in `pipeline.py`.

reading   read, dates: texts into records, expressions into dates
counting  pull, panel: files into the archive, events into counts
looking   forecast, score, assess: counts into draws, draws into scores, a place's situation
telling   brief: from what the archive holds
walking   backtest: many origins, many models, one table
report    what a command made
"""

from marsad.verbs.counting import PanelRequest, PullRequest, panel, pull
from marsad.verbs.looking import ForecastRequest, ScoreRequest, assess, forecast, score
from marsad.verbs.reading import ReadRequest, dates, json_of, read, told
from marsad.verbs.report import Report
from marsad.verbs.telling import BriefRequest, brief
from marsad.verbs.walking import BacktestRequest, backtest

__all__ = [
    "BacktestRequest", "BriefRequest", "ForecastRequest", "PanelRequest", "PullRequest", "ReadRequest", "Report", "ScoreRequest",
    "assess", "backtest", "brief", "dates", "forecast", "json_of", "panel", "pull", "read", "score", "told",
]  # fmt: skip
