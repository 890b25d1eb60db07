"""What the benchmarks must score on the challenge's windows: published anchors, to the last digit given."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from marsad.base.frames import Forecast, Panel
from marsad.base.months import month_of
from marsad.base.places import country_neighbours
from marsad.forecast import forecast
from marsad.verification import backtest, score

ANCHORS = {
    2018: {"crps": 14.510, "crps_fair": 13.285, "crps_log1p": 0.1525, "ign": 0.735, "mis": 186.65},
    2019: {"crps": 9.146, "crps_fair": 8.551, "crps_log1p": 0.1423, "ign": 0.684, "mis": 89.06},
    2020: {"crps": 21.339, "crps_fair": 20.861, "crps_log1p": 0.1404, "ign": 0.634, "mis": 344.96},
    2021: {"crps": 76.849, "crps_fair": 76.260, "crps_log1p": 0.1739, "ign": 0.741, "mis": 1435.55},
}
DIGITS = {"crps": 3, "crps_fair": 3, "crps_log1p": 4, "ign": 3, "mis": 2}
LATER_VINTAGE = {
    "last": {2018: (20.17, 1.198, 380.6), 2019: (9.48, 1.046, 172.7), 2020: (23.70, 1.110, 455.8), 2021: (85.61, 1.228, 1690.7)},
    "bootstrap240": {2018: (23.58, 1.123, 454.1), 2019: (22.46, 1.111, 426.0), 2020: (31.42, 1.115, 606.0), 2021: (86.63, 1.152, 1708.3)},
    "zero": {2018: (24.13, 1.558, 482.6), 2019: (23.02, 1.558, 460.4), 2020: (32.04, 1.549, 640.8), 2021: (87.34, 1.615, 1746.8)},
}
"""CRPS, IGN, MIS; the bootstrap's are one random pool of draws, so they are met only roughly."""


@pytest.mark.shared
@pytest.mark.parametrize("year", sorted(ANCHORS))
def test_conflictology12_scores_what_was_published(challenge: Panel, year: int) -> None:
    origin = month_of(year - 1, 10)
    made = forecast(challenge, origin=origin, steps=range(3, 15), model="conflictology12", draws=12)
    table = score(made, challenge, challenge)
    assert table.of("crps").n == 2292
    for metric, expected in ANCHORS[year].items():
        found = table.of(metric)
        # the anchors are rounded, and one of them (76.849) is cut off
        assert found.value == pytest.approx(expected, abs=0.6 * 10 ** -DIGITS[metric]), metric
        assert found.reference == pytest.approx(found.value, rel=1e-12), metric


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(LATER_VINTAGE))
def test_other_benchmarks_score_what_was_published(challenge: Panel, name: str) -> None:
    for year, expected in LATER_VINTAGE[name].items():
        made = forecast(challenge, origin=month_of(year - 1, 10), steps=range(3, 15), model=name)
        table = score(made, challenge)
        # 2018 starts from counts of an earlier release than the published figure
        slack = 0.02 if name != "zero" else 0.001
        for metric, value in zip(("crps", "ign", "mis"), expected, strict=True):
            assert table.of(metric).value == pytest.approx(value, rel=slack), (year, metric)


@pytest.mark.shared
def test_a_thousand_draws_score_like_the_twelve_months_they_stand_for(challenge: Panel) -> None:
    for year in ANCHORS:
        made = forecast(challenge, origin=month_of(year - 1, 10), steps=range(3, 15), model="conflictology12")
        found = score(made, challenge, challenge).of("crps")
        assert abs(found.skill) < 5e-4


@pytest.mark.shared
def test_probabilities_of_conflictology12_score_what_was_published(challenge: Panel) -> None:
    """AP, AUC and Brier score at 1, 25 and 100 deaths over the four windows, and onset after a quiet year."""

    def twelve(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        return forecast(known, origin=origin, steps=steps, model="conflictology12", draws=12)

    found = backtest({"c12": twelve}, challenge, origins=[month_of(year - 1, 10) for year in ANCHORS], steps=range(3, 15))
    table = found.scores("c12")
    for at, (ap, auc, brier) in {1: (0.920, 0.978, 0.036), 25: (0.862, 0.983, 0.027), 100: (0.747, 0.980, 0.014)}.items():
        figures = [table.of(f"{metric}_{at}").value for metric in ("ap", "auc", "brier")]
        assert figures == pytest.approx([ap, auc, brier], abs=0.0006), at
    onsets = [one for one, _ in found.onsets("c12")]
    assert [(one.n, one.events) for one in onsets] == [(6984, 25), (7932, 63), (8520, 47)]
    assert [one.ap for one in onsets] == pytest.approx([0.004, 0.19, 0.05], abs=0.006)
    # published to one decimal more than a rounded figure allows
    assert table.of("coverage_90").value == pytest.approx(0.946, abs=0.001)
    assert table.of("coverage_90_nonzero").value == pytest.approx(0.678, abs=0.001)


CHALLENGE_SHA256 = "aa23579af05dfd74a1dd16c66b5dfe44cbe11fe0965c7bffdb9c90cbfcbbedd7"
"""Of the panel that these floors were measured on; another release has floors of its own."""


@pytest.mark.shared
def test_the_floors_stand_on_the_data_they_were_measured_on(shared: Path) -> None:
    held = (shared / "challenge" / "country_month_state_based_to_2021.parquet").read_bytes()
    assert hashlib.sha256(held).hexdigest() == CHALLENGE_SHA256


@pytest.mark.shared
@pytest.mark.slow
def test_the_pool_stays_ahead_of_conflictology12(challenge: Panel) -> None:
    """All four windows together, with few draws to be quick; the whole table is docs/how-good-is-it.md."""

    def pool(known: Panel, origin: int, steps: Sequence[int]) -> Forecast:
        return forecast(known, origin=origin, steps=steps, draws=400, neighbours=country_neighbours("views"))

    found = backtest({"pool": pool}, challenge, origins=[month_of(year - 1, 10) for year in ANCHORS], steps=range(3, 15))
    whole = next(line for line in found.lines() if line.window == "4 windows")
    assert whole.ratio_crps < 0.90
    assert whole.worst < 0.99
    assert whole.ratio_ign < 0.781
    assert whole.ratio_mis < 0.81
    assert whole.ratio_crps_log1p < 0.961
    assert whole.coverage_90_nonzero > 0.87
