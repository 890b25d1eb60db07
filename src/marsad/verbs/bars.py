"""What was asked of the pool, beside what a backtest found: one line a figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from marsad.verification import Backtest, Line

Task = Literal["windows", "quarters", "vintages"]

QUARTERS_LEAST = 40
"""Origins from which a walk counts as the long one over all types of violence."""

_RATIOS: dict[Task, tuple[tuple[str, str, float, float], ...]] = {
    "windows": (
        ("CRPS", "ratio_crps", 0.95, 0.90),
        ("IGN", "ratio_ign", 0.80, 0.74),
        ("MIS", "ratio_mis", 0.88, 0.80),
        ("CRPS in the worst window", "worst", 0.99, 0.96),
        ("CRPS of log1p", "ratio_crps_log1p", 0.95, 0.90),
    ),
    "quarters": (("CRPS", "ratio_crps", 0.95, 0.90), ("IGN", "ratio_ign", 0.80, 0.74), ("MIS", "ratio_mis", 0.92, 0.87)),
    "vintages": (("CRPS", "ratio_crps", 1.00, 0.93), ("IGN", "ratio_ign", 1.00, 0.80), ("MIS", "ratio_mis", 1.00, 0.92)),
}
"""Figure, attribute of the line over all windows, at most, aimed at; ratios to conflictology12."""

REGION_MOST, REGION_AIM = 0.95, 0.88
COVERED_LEAST, COVERED_AIM = 0.82, 0.90
ONSET = 25


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure: found, asked, aimed at, whether it holds (None where it is only to be told), and a note beside."""

    model: str
    figure: str
    found: float
    asked: float | None
    aim: float | None
    held: bool | None
    note: str = ""

    def as_json(self) -> dict[str, Any]:
        """As an object."""
        return asdict(self)


def bars(walk: Backtest, lines: Sequence[Line], *, task: Task, region: str) -> list[Bar]:
    """Every asked figure of each model but the reference itself.

    Args:
        walk: the backtest.
        lines: its table.
        task: which figures were asked of such a walk.
        region: the named one, whose CRPS is asked for apart in the windows.
    """
    found: list[Bar] = []
    for model in walk.models():
        over = {line.region: line for line in lines if line.model == model and line.window.endswith(" windows")}
        if model == "conflictology12" or "all" not in over:
            continue
        whole = over["all"]
        found += [_most(model, f"{name}, ratio", getattr(whole, key), most, aim) for name, key, most, aim in _RATIOS[task]]
        if task == "windows" and region in over:
            found.append(_most(model, f"CRPS, {region}, ratio", over[region].ratio_crps, REGION_MOST, REGION_AIM))
        covered = whole.coverage_90_nonzero
        found.append(Bar(model, "90 % interval covers months > 0", covered, COVERED_LEAST, COVERED_AIM, covered >= COVERED_LEAST))
        found += _onset(walk, model)
    return found


def _most(model: str, figure: str, value: float, most: float, aim: float) -> Bar:
    return Bar(model, figure, value, most, aim, value <= most)


def _onset(walk: Backtest, model: str) -> list[Bar]:
    for ours, theirs in walk.onsets(model):
        if ours.threshold == ONSET and ours.ap is not None and theirs.ap is not None and ours.base_rate:
            note = f"{ours.events} of {ours.n:,}; conflictology12 {theirs.ap / ours.base_rate:.1f}"
            return [Bar(model, f"onset of {ONSET}, AP over its base rate", ours.ap / ours.base_rate, None, None, None, note)]
    return []


def bar_lines(found: Sequence[Bar]) -> list[str]:
    """A table of fixed columns."""
    if not found:
        return []
    rows = [f"{'model':<16} {'figure':<34} {'found':>7} {'asked':>7} {'aim':>7}"]
    for bar in found:
        state = bar.note if bar.held is None else "held" if bar.held else "not held"
        rows.append(f"{bar.model:<16} {bar.figure:<34} {bar.found:>7.3f} {_told(bar.asked)} {_told(bar.aim)}  {state}")
    return rows


def _told(value: float | None) -> str:
    return f"{'-' if value is None else f'{value:.3f}':>7}"
