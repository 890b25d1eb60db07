"""Counts from texts, for models beside the deaths: what is counted, where and when, and that it never comes before it is out."""

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

from made_events import event_import, event_rows
from marsad import verbs
from marsad.base.errors import PanelError, UsageError
from marsad.base.frames import Coverage, Panel
from marsad.base.months import month_of
from marsad.base.records import DateRange, Document, Engagement, Mention, Participant, Span
from marsad.forecast import MODELS, Covariate, forecast
from marsad.panel import covariate_panel
from marsad.settings import Settings
from marsad.store import open_archive, read_panel, write_panel

FIRST, LAST = month_of(2022, 1), month_of(2022, 6)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two protests and one denied protest in Mali, one of another source, a visit to Mali in May, and texts that name Mali."""
    rows = [
        {"source": "marsad", "type": "PROTEST", "month_id": FIRST + 1, "country_id": 466},
        {"source": "marsad", "type": "PROTEST", "month_id": FIRST + 1, "country_id": 466},
        {"source": "marsad", "type": "PROTEST", "month_id": FIRST + 1, "country_id": 466, "flags": "negated"},
        {"source": "marsad", "type": "ASSAULT", "month_id": FIRST + 2, "country_id": 466},
        {"source": "ucdp-ged", "type": "PROTEST", "month_id": FIRST + 3, "country_id": 466},
    ]
    with open_archive(tmp_path / "archive") as held:
        held.add_events(event_import(event_rows(rows), [Coverage(466, FIRST, LAST)]))
        when = DateRange(date(2022, 5, 3), date(2022, 5, 3))
        documents = [Document(f"d{n}", f"d{n}.txt", "en", "Title", date(2022, 4 + n, 1), None, (), "Mali and Mali again.") for n in (0, 1)]
        records = [
            Engagement(
                "engagement:1", "d0", "visit", when, None, "MLI", (Participant(None, "minister", None, "MAR"),), Span(0, 4), "visit"
            ),
            Mention("d0", "country:MLI", Span(0, 4), "Mali"),
            Mention("d0", "country:MLI", Span(9, 13), "Mali"),
            Mention("d1", "country:MLI", Span(0, 4), "Mali"),
        ]
        held.add_records(documents, records)
    return tmp_path / "archive"


def counted(archive: Path, what: str) -> Panel:
    out = archive.parent / f"{what}.parquet"
    asked = verbs.PanelRequest(level="country", out=out, first="2022-01", last="2022-06", counting=what)
    verbs.panel(Settings(archive=archive), asked, lambda text: None)
    return read_panel(out)


def test_events_of_one_type_that_marsad_read_and_that_happened_are_counted(archive: Path) -> None:
    panel = counted(archive, "protest")
    assert panel.units.tolist() == [466]
    assert panel.deaths.tolist() == [[0, 2, 0, 0, 0, 0]]
    assert panel.outcome == "events, PROTEST"


def test_engagements_stand_where_they_were_held_and_attention_counts_documents_once(archive: Path) -> None:
    assert counted(archive, "engagements").deaths.tolist() == [[0, 0, 0, 0, 1, 0]]
    assert counted(archive, "attention").deaths.tolist() == [[0, 0, 0, 1, 1, 0]]


def test_what_cannot_be_counted_is_refused(archive: Path) -> None:
    with pytest.raises(PanelError, match="nothing to count"):
        counted(archive, "coerce")
    settings, out = Settings(archive=archive), archive.parent / "x.parquet"
    for asked in (
        verbs.PanelRequest(level="country", out=out, counting="protest"),
        verbs.PanelRequest(level="cell", out=out, first="2022-01", last="2022-06", counting="attention"),
        verbs.PanelRequest(level="country", out=out, first="2022-06", last="2022-01", counting="protest"),
        verbs.PanelRequest(level="country", out=out, first="2022-01", last="2022-06", counting="protest", events=(out,)),
    ):
        with pytest.raises(UsageError):
            verbs.panel(settings, asked, lambda text: None)


def test_rows_of_one_unit_and_month_are_added_and_unknown_countries_left_out() -> None:
    rows = pa.table({"iso3": ["MLI", "MLI", "XXX"], "month_id": [5, 5, 5], "count": [1, 2, 9]})
    panel = covariate_panel(rows, level="country", first=5, last=6, outcome="visits", numbers={"MLI": 466})
    assert panel.deaths.tolist() == [[3, 0]]


@pytest.mark.parametrize("delay", [0, 1, 3])
@pytest.mark.parametrize("name", [name for name in sorted(MODELS) if name != "conflictology_n"])
def test_a_covariate_published_after_the_origin_moves_no_draw(name: str, delay: int) -> None:
    """With a delay of so many months, the figures of the last ones before the origin are not out either."""
    rng = np.random.default_rng(3)
    deaths = rng.poisson(rng.gamma(0.5, 8, (10, 120))).astype(float)
    whole = np.ones(deaths.shape, dtype=bool)
    panel = Panel(np.arange(1, 11), np.arange(100, 220), deaths, whole)
    quiet = rng.poisson(3, deaths.shape).astype(float)
    loud = quiet.copy()
    origin = 205
    loud[:, (panel.months > origin - delay)] = 10**6
    asked = {"origin": origin, "steps": [1, 3], "model": name, "draws": 30, "seed": 5}
    one, other = (
        forecast(panel, covariates=[Covariate("protests", Panel(panel.units, panel.months, values, whole), delay)], **asked).draws
        for values in (quiet, loud)
    )
    assert (one == other).all()


def test_a_learning_model_does_see_a_covariate_that_is_out() -> None:
    """Units whose covariate jumps see deaths the month after; told of the jump, the forest expects more."""
    rng = np.random.default_rng(8)
    signal = (rng.random((60, 200)) < 0.2).astype(float) * 50
    deaths = np.zeros((60, 200))
    deaths[:, 1:] = rng.poisson(20 * (signal[:, :-1] > 0))
    whole = np.ones(deaths.shape, dtype=bool)
    panel = Panel(np.arange(60), np.arange(100, 300), deaths, whole)
    beside = [Covariate("signal", Panel(panel.units, panel.months, signal, whole))]
    asked = {"origin": 299, "steps": [1], "model": "forest", "draws": 100}
    told, untold = (forecast(panel, covariates=given, **asked).draws[:, 0].mean(axis=1) for given in (beside, []))
    up = signal[:, -1] > 0
    assert told[up].mean() - told[~up].mean() > 3 * abs(untold[up].mean() - untold[~up].mean())


def test_the_command_takes_covariates_with_their_delay(tmp_path: Path) -> None:
    months = np.arange(300, 420)
    deaths = np.random.default_rng(0).poisson(3, (6, 120)).astype(float)
    panel = Panel(np.array([148, 434, 466, 562, 566, 854]), months, deaths, np.ones(deaths.shape, dtype=bool))
    write_panel(tmp_path / "panel.parquet", panel)
    write_panel(tmp_path / "protests.parquet", panel)
    asked = verbs.ForecastRequest(
        panel=tmp_path / "panel.parquet", origin="2014-11", steps="1-2", out=tmp_path / "f.parquet",
        covariates=(f"{tmp_path / 'protests.parquet'}:1",),
    )  # fmt: skip
    settings = Settings(model="analogues", draws=20)
    assert verbs.forecast(settings, asked, lambda text: None).values["units"] == 6
    wrong = verbs.ForecastRequest(panel=asked.panel, origin="2014-11", steps="1", out=asked.out, covariates=("protests.parquet:soon",))
    with pytest.raises(UsageError, match="FILE:MONTHS"):
        verbs.forecast(settings, wrong, lambda text: None)
