"""How good a model was and why it says what it says, told in lines of text and of JSON, and drawn as a page of figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from marsad.base.findings import Reason
from marsad.base.quality import Quality

if TYPE_CHECKING:
    from marsad.base.records import Language

PARTS = ("skills", "pit", "reliability", "murphy", "coverage", "onsets")
NAMES = {"skills": "skill", "pit": "pit", "reliability": "reliability", "murphy": "murphy", "coverage": "coverage", "onsets": "onset"}


def as_json(found: Quality) -> list[dict[str, Any]]:
    """One object for each part, told apart by `kind`: skill, pit, reliability, murphy, coverage, onset."""
    return [{"kind": NAMES[part], "model": found.model, **asdict(one)} for part in PARTS for one in getattr(found, part)]


def lines(found: Quality) -> list[str]:
    """The main figures of calibration and skill, for a person."""
    told = [f"{found.model}: {len(found.origins)} origins, {found.n:,} unit-months"]
    for one in found.skills:
        if one.step is None:
            span = "one origin: no interval" if one.low is None else f"90 % {one.low:+.3f} to {one.high:+.3f}, {one.blocks} origins"
            told.append(f"  skill {one.metric:<12} {one.value:+.3f} ({span})")
    for curve in (c for c in found.reliability if c.model == found.model):
        told.append(
            f"  {curve.threshold:>3}+ deaths: Brier {curve.brier:.4f} = miscalibration {curve.miscalibration:.4f}"
            f" - discrimination {curve.discrimination:.4f} + uncertainty {curve.uncertainty:.4f}"
        )
    for cover in (c for c in found.coverage if c.model == found.model and c.step is None):
        told.append(f"  {cover.share:.0%} interval, {cover.part:<7}: {cover.value:.3f} (n = {cover.n:,})")
    for onset in (o for o in found.onsets if o.model == found.model and o.n):
        ap = "none" if onset.ap is None else f"{onset.ap:.3f}"
        told.append(
            f"  {onset.kind} at {onset.threshold}+: {onset.events} of {onset.n:,}, base rate {onset.base_rate:.4f}, AP {ap}"
            + ("" if onset.lead is None else f", recall in the top 20 {onset.recall_20 or 0:.2f}, lead {onset.lead:.1f} months")
        )
    return told


def draw(found: Quality, folder: Path, language: Language) -> list[Path]:
    """The page of figures and its pictures, in one language."""
    from marsad.briefs.quality import write_quality

    return write_quality(found, folder, language)


def reason_lines(found: Iterable[Reason], origin: int, language: Language, name: Callable[[int], str] | None = None) -> list[str]:
    """Why each forecast says what it says, a line each, in one language; `name` words a unit where there are several."""
    from marsad.briefs.reasons import told_reason
    from marsad.briefs.words import Words

    words = Words(language)
    return [(f"{name(one.unit)}: " if name else "") + told_reason(one, origin, words) for one in found]
