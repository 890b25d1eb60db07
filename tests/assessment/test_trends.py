"""Level and trend beside the unit's own past, shares by type of violence, and the rules that keep small counts back."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau, mannwhitneyu

from made_events import event_rows
from marsad.assessment.harmless import lagged, suppressed
from marsad.assessment.trends import trends, violence_shares
from marsad.base.errors import AssessmentError
from marsad.base.frames import Panel


def panel(rows: list[list[int]], observed: list[list[bool]] | None = None) -> Panel:
    deaths = np.array(rows, dtype=np.float64)
    seen = np.ones(deaths.shape, dtype=bool) if observed is None else np.array(observed)
    return Panel(np.arange(len(rows)), np.arange(400, 400 + deaths.shape[1]), np.where(seen, deaths, 0), seen)


def test_the_tests_agree_with_those_of_a_statistics_library() -> None:
    rng = np.random.default_rng(4)
    counts = rng.poisson(3, 39)
    found = trends(panel([counts.tolist()]), 438)[0]
    for level in found.levels:
        now, before = counts[-3:], counts[-3 - level.window : -3]
        expected = mannwhitneyu(now, before, method="asymptotic").pvalue
        assert level.p_value == pytest.approx(expected)
    year = counts[-12:]
    assert np.sign(found.trends[0].tau) == np.sign(kendalltau(np.arange(12), year).statistic)


def test_a_planted_rise_is_above_and_rising_and_a_flat_series_is_neither() -> None:
    rise, flat = [0] * 27 + list(range(1, 13)), [5] * 39
    found = trends(panel([rise, flat]), 438)
    assert {level.word for level in found[0].levels} == {"above"}
    assert {trend.word for trend in found[0].trends} == {"rising"}
    assert {level.word for level in found[1].levels} == {"within"}
    assert {trend.word for trend in found[1].trends} == {"flat"}


def test_one_month_of_many_deaths_is_no_level() -> None:
    assert trends(panel([[3, 1, 2] * 12 + [2, 1, 900]]), 438)[0].levels[0].word == "within"


def test_too_few_observed_months_say_nothing() -> None:
    seen = [[True] * 20 + [False] * 19]
    found = trends(panel([[9] * 39], seen), 438)[0]
    assert {level.word for level in found.levels} == {trend.word for trend in found.trends} == {"unknown"}
    assert found.levels[0].recent is None
    assert trends(panel([[9] * 5]), 404)[0].levels[0].word == "unknown"
    with pytest.raises(AssessmentError, match="does not reach"):
        trends(panel([[9] * 5]), 500)


def test_about_one_flat_unit_in_twenty_passes_by_chance() -> None:
    rows = np.random.default_rng(1).poisson(4, (600, 39))
    words = [level.word for found in trends(panel(rows.tolist()), 438) for level in found.levels]
    assert 0.01 < sum(word != "within" for word in words) / len(words) < 0.08


def test_shares_by_type_keep_the_total_and_the_bounds() -> None:
    rows = event_rows(
        [
            {"month_id": 500, "violence": "state-based", "deaths_best": 3, "deaths_low": 1, "deaths_high": 9},
            {"month_id": 501, "violence": "one-sided", "deaths_best": 4},
            {"month_id": 499, "violence": "non-state", "deaths_best": 50},
        ]
    )
    found = violence_shares(rows, 500, 511)
    assert (found.deaths, found.low, found.high, found.events) == (7, 5, 13, 2)
    assert ("one-sided", 1, 4) in found.by_type
    assert violence_shares(rows, 600, 611).deaths is None


@given(st.dictionaries(st.text(min_size=1, max_size=3), st.integers(0, 30), max_size=6), st.integers(2, 8))
def test_no_count_below_the_least_is_shown_and_none_hides_alone(counts: dict[str, int], least: int) -> None:
    shown = suppressed(counts, least)
    assert all(count is None or count == 0 or count >= least for count in shown.values())
    hidden = [key for key, count in shown.items() if count is None]
    others = [key for key, count in counts.items() if count and key not in hidden]
    assert len(hidden) != 1 or not others


def test_deeds_of_the_last_days_are_kept_back() -> None:
    rows = event_rows([{"date_end": date(2026, 5, day)} for day in (1, 10, 12)] + [{"month_id": None, "date_end": date(2026, 5, 1)}])
    assert lagged(rows, date(2026, 5, 17)).num_rows == 3
    assert lagged(rows, date(2026, 5, 17), 16).num_rows == 2
