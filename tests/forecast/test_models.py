"""Laws that hold for every model in the table, and what single models must do."""

from pathlib import Path

import numpy as np
import pytest

from marsad.base.errors import ForecastError
from marsad.base.frames import Panel
from marsad.forecast import MODELS, Covariate, forecast, refitting_pool, weights
from marsad.forecast.features import NAMES, around, features
from marsad.forecast.history import cut
from marsad.forecast.mixture import mix, shares
from marsad.forecast.training import training
from marsad.forecast.weights import MEMBERS, learned, weights_at

ORIGIN = 279


def world(units: int = 14, months: int = 200, level: str = "country") -> Panel:
    """Made-up units: some silent, some simmering, some at war, all moving slowly."""
    rng = np.random.default_rng(7)
    base = rng.normal(-2.0, 2.5, units)
    log_rate = base[:, None] + np.cumsum(rng.normal(0, 0.25, (units, months)), axis=1) * 0.5
    deaths = rng.poisson(np.exp(np.clip(log_rate, -8, 6))).astype(float)
    deaths[:3] = 0
    row = 150 + np.arange(units) // 6
    gids = row * 720 + 400 + np.arange(units) % 6
    ids = np.sort(gids) if level == "cell" else np.arange(1, units + 1)
    return Panel(ids, np.arange(100, 100 + months), deaths, np.ones(deaths.shape, dtype=bool), level=level, vintage="made up")


def level_of(name: str) -> str:
    return "cell" if name == "conflictology_n" else "country"


@pytest.fixture(scope="module", params=sorted(MODELS))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_shock_after_the_origin_moves_no_draw(name: str) -> None:
    calm = world(level=level_of(name))
    later = calm.months > ORIGIN
    deaths = calm.deaths.copy()
    deaths[:, later] = 10**6
    shocked = Panel(calm.units, calm.months, deaths, calm.observed, calm.level)
    asked = {"origin": ORIGIN, "steps": range(1, 9), "model": name, "draws": 60, "seed": 3}
    assert (forecast(calm, **asked).draws == forecast(shocked, **asked).draws).all()


def test_odd_units_get_finite_draws_and_none_is_dropped(name: str) -> None:
    panel = world(level=level_of(name))
    deaths, observed = panel.deaths.copy(), panel.observed.copy()
    deaths[3] = 10**6
    observed[4, : ORIGIN - 100 - 4] = False  # five months of history
    observed[5, 60] = False  # a month missing for one unit
    observed[:, 90] = False  # and one for all
    deaths[~observed] = 0
    odd = Panel(panel.units, panel.months, deaths, observed, panel.level)
    made = forecast(odd, origin=ORIGIN, steps=[1, 3, 14], model=name, draws=50)
    assert made.draws.shape == (14, 3, 50)
    assert made.draws.dtype == np.int32
    assert (made.draws >= 0).all()


def test_a_panel_of_one_unit_gets_an_answer(name: str) -> None:
    panel = world(level=level_of(name)).only(world(level=level_of(name)).units[8:9])
    assert forecast(panel, origin=ORIGIN, steps=[1, 12], model=name, draws=40).draws.shape == (1, 2, 40)


def test_the_same_seed_gives_the_same_draws(name: str) -> None:
    panel = world(level=level_of(name))
    asked = {"origin": ORIGIN, "steps": [2, 5], "model": name, "draws": 40, "seed": 11}
    assert (forecast(panel, **asked).draws == forecast(panel, **asked).draws).all()


def test_far_steps_do_not_decay_to_zero_where_there_is_war(name: str) -> None:
    """A model that runs its own answers forward can fade out unseen; ours must still say war at month 36."""
    if name == "zero":
        return
    panel = world(level=level_of(name))
    rng = np.random.default_rng(2)
    deaths = panel.deaths.copy()
    deaths[6:] = rng.poisson(80, deaths[6:].shape)
    steady = Panel(panel.units, panel.months, deaths, panel.observed, panel.level)
    made = forecast(steady, origin=ORIGIN, steps=[1, 36], model=name, draws=200).draws[6:]
    assert made[:, 1].mean() > 0.5 * made[:, 0].mean() > 10


def test_learning_models_refuse_a_history_too_short_for_their_steps() -> None:
    short = world(months=30)
    with pytest.raises(ForecastError, match="longer panel"):
        forecast(short, origin=129, steps=[36], model="forest", draws=10)
    assert forecast(short, origin=129, steps=[36], model="pool", draws=10).draws.shape == (14, 1, 10)


def test_features_of_a_month_know_nothing_later() -> None:
    panel = world()
    place = around(panel.deaths, panel.observed)
    whole = features(panel.deaths, panel.observed, place)
    some = features(panel.deaths[:, :120], panel.observed[:, :120], around(panel.deaths[:, :120], panel.observed[:, :120]))
    assert whole.shape[-1] == len(NAMES)
    assert np.array_equal(whole[:, :120], some)


def test_no_case_looks_past_the_origin() -> None:
    history = cut(world(), ORIGIN)
    cases = training(history, 14)
    # the last case ends at the origin: its path is the last 14 months of some unit
    tails = {tuple(row) for row in history.deaths[:, -14:]}
    assert tails & {tuple(path) for path in cases.paths}
    assert cases.horizon == 14
    assert cases.present.shape == (14, len(NAMES))


def test_thinned_silent_cases_keep_their_weight() -> None:
    deaths = np.zeros((400, 240))
    deaths[:40, ::3] = 5
    panel = Panel(np.arange(400), np.arange(240), deaths, np.ones(deaths.shape, dtype=bool))
    cases = training(cut(panel, 239), 6)
    assert len(cases.paths) < 40_000
    assert cases.weights.sum() == pytest.approx(400 * (240 - 6 - 24), rel=0.05)


def test_a_covariate_is_seen_only_once_it_is_out() -> None:
    panel = world()
    loud = np.zeros(panel.deaths.shape)
    loud[:, -1] = 10**6
    spike = Panel(panel.units, panel.months, loud, panel.observed)
    quiet = Panel(panel.units, panel.months, np.zeros(panel.deaths.shape), panel.observed)
    last = int(panel.months[-1])
    asked = {"origin": last, "steps": [1], "model": "analogues", "draws": 20}
    late = [Covariate("protests", spike, delay=1)]
    assert (cut(panel, last, covariates=late).extra == cut(panel, last, covariates=[Covariate("protests", quiet)]).extra).all()
    assert forecast(panel, covariates=late, **asked).draws.shape == (14, 1, 20)
    with pytest.raises(ForecastError, match="look ahead"):
        cut(panel, last, covariates=[Covariate("protests", spike, delay=-1)])


def test_named_neighbours_enter_the_features() -> None:
    panel = world()
    history = cut(panel, ORIGIN, neighbours={1: [12, 13], 12: [1]})
    present = training(history, 3).present
    near = present[:, NAMES.index("near_3")]
    assert near[0] == pytest.approx(np.log1p(history.deaths[[11, 12], -3:].sum() / 3), rel=1e-5)
    assert near[1] == 0


def test_a_mixture_gives_each_member_its_share() -> None:
    joined = mix([np.zeros((1, 10)), np.ones((1, 30))], np.array([0.25, 0.75]), 100)
    assert joined.sum() == 75
    assert shares(np.array([1.0, 1, 1]), 10).sum() == 10


def test_weights_sum_to_one_and_are_equal_before_they_could_be_known() -> None:
    for _, table in learned():
        assert table.sum(axis=-1) == pytest.approx(1.0, abs=0.02)
    assert weights_at(learned()[0][0] - 1, ["recent", "forest"]) == pytest.approx(0.5)
    assert weights_at(600, ["dressed"]) == pytest.approx(1.0)


def test_an_origin_never_gets_weights_learned_on_months_after_it() -> None:
    ends = [last for last, _ in learned()]
    assert ends == sorted(ends)
    for last, table in learned():
        assert (weights_at(last, MEMBERS) == table / table.sum(axis=-1, keepdims=True)).all()
        assert not np.array_equal(weights_at(last - 1, MEMBERS), weights_at(last, MEMBERS))


def test_weights_of_other_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "weights.json"
    other.write_text(weights.FILE.read_text(encoding="utf-8").replace("recent", "ancient"), encoding="utf-8")
    monkeypatch.setattr(weights, "FILE", other)
    weights.learned.cache_clear()
    with pytest.raises(ForecastError, match="learn the pool's weights anew"):
        weights.learned()
    weights.learned.cache_clear()


def test_ratios_reach_beyond_every_past_month_where_the_unit_itself_does() -> None:
    """A war ten times as large as any before is not forecast to sink to the old ones."""
    panel = world()
    deaths = panel.deaths.copy()
    top = deaths.max()
    deaths[9, ORIGIN - 100 - 11 : ORIGIN - 99] = 10 * top
    larger = Panel(panel.units, panel.months, deaths, panel.observed, panel.level)
    asked = {"origin": ORIGIN, "steps": [1], "draws": 200}
    reached = {name: np.median(forecast(larger, model=name, **asked).draws[9]) for name in ("classes", "ratios")}
    assert reached["ratios"] > 2 * top


def test_the_pool_keeps_the_order_of_one_past_month_across_units() -> None:
    """Units that always moved together have draws that move together; the sums of draws then mean something."""
    rng = np.random.default_rng(4)
    shared_move = np.exp(np.cumsum(rng.normal(0, 0.3, 200)) * 0.5)
    deaths = np.floor(np.outer([20.0, 40.0, 10.0], shared_move))
    deaths = np.vstack([deaths, np.floor(rng.gamma(1, 30, (2, 200)))])
    panel = Panel(np.arange(5), np.arange(100, 300), deaths, np.ones(deaths.shape, dtype=bool))
    draws = forecast(panel, origin=299, steps=[3], model="pool", draws=500).draws[:, 0]
    assert np.corrcoef(np.log1p(draws[0]), np.log1p(draws[1]))[0, 1] > 0.8
    assert abs(np.corrcoef(np.log1p(draws[0]), np.log1p(draws[3]))[0, 1]) < 0.5


def test_a_pool_that_learns_once_a_year_is_the_pool_where_it_learns_and_looks_no_further_after() -> None:
    panel = world()
    ask = refitting_pool(draws=50)
    first = ask(panel.until(ORIGIN), ORIGIN, [1, 3])
    assert (first.draws == forecast(panel, origin=ORIGIN, steps=[1, 3], draws=50).draws).all()
    assert ask(panel.until(ORIGIN + 3), ORIGIN + 3, [1, 3]).draws.shape == (14, 2, 50)
    with pytest.raises(ForecastError, match="makes no sense"):
        refitting_pool(every=0)
