"""A page on how good forecasts were: figures with their alternatives and tables, self-contained, in Arabic, French or English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marsad.base.quality import OnsetAt, Quality
from marsad.base.records import Language
from marsad.briefs import quality_charts as charts
from marsad.briefs.content import Cell, Head, Table
from marsad.briefs.happened import figure, text
from marsad.briefs.html import page_style, template
from marsad.briefs.vintages import told_vintage
from marsad.briefs.words import Words, bare, isolate
from marsad.briefs.writing import write_files

METRICS = ("crps", "crps_log1p", "ign", "mis")


@dataclass(frozen=True, slots=True)
class Drawn:
    """One figure of the page: key, title, how to read it, alternative text, picture, table."""

    key: str
    title: str
    reading: str
    alternative: str
    svg: str
    twin: Table


@dataclass(frozen=True, slots=True)
class Teller:
    """The found quality with the words of one language."""

    found: Quality
    words: Words

    @property
    def names(self) -> dict[str, str]:
        """How model and reference are called in legends."""
        named = {self.found.model: bare(self.words.say("quality-model", model=self.found.model))}
        if self.found.reference and self.found.reference != self.found.model:
            named[self.found.reference] = bare(self.words.say("quality-reference"))
        return named

    def axes(self, x: str, y: str) -> dict[str, str]:
        """Titles of both axes."""
        return {"x": bare(self.words.say(f"quality-axis-{x}")), "y": bare(self.words.say(f"quality-axis-{y}"))}

    def own(self, parts: Sequence[Any]) -> list[Any]:
        """Parts of the model, then of the reference; once where the model is the reference."""
        return [next(p for p in parts if p.model == model) for model in self.names if any(p.model == model for p in parts)]


def write_quality(found: Quality, folder: Path, language: Language) -> list[Path]:
    """Write `quality-LANGUAGE.html` and its pictures, `quality-FIGURE-LANGUAGE.svg`; gives their paths.

    Raises:
        BriefError: the folder cannot be written.
    """
    drawn = figures(found, language)
    files = {f"quality-{language}.html": render_quality(found, language, drawn)}
    files |= {f"quality-{one.key}-{language}.svg": _standing(one) for one in drawn}
    return write_files(folder, {name: content.encode("utf-8") for name, content in files.items()})


def figures(found: Quality, language: Language) -> list[Drawn]:
    """Every figure that the found quality allows."""
    teller = Teller(found, Words(language))
    return [*_skills(teller), *_reliabilities(teller), _pit(teller), *_coverage(teller), *_murphys(teller)]


def render_quality(found: Quality, language: Language, drawn: Sequence[Drawn]) -> str:
    """The page."""
    words = Words(language)
    said = words.say(
        "quality-about",
        count=found.n,
        origins=words.say("quality-origins", count=len(found.origins)),
        first=words.month(found.months[0]),
        last=words.month(found.months[1]),
        vintage=told_vintage(found.vintage, words),
    )
    return str(
        template("quality.html.j2").render(
            language=language,
            direction=words.direction,
            title=words.say("quality-title", model=found.model),
            about=said,
            summary=_summary(found, words),
            drawn=drawn,
            contents=_contents(drawn, words),
            onsets=_onsets(found, words),
            onset_note=words.say("limit-onset"),
            targeting=words.say("limit-targeting"),
            labels={name: words.say(name) for name in ("twin", "scroll", "quality-onsets", "quality-contents")},
            style=page_style(words.direction),
            plain=bare,
        )
    )


def _contents(drawn: Sequence[Drawn], words: Words) -> list[tuple[str, str]]:
    """The first figure of each kind, with the kind's name."""
    first: dict[str, str] = {}
    for one in drawn:
        first.setdefault(one.key.partition("-")[0], one.key)
    return [(key, words.say(f"quality-contents-{kind}")) for kind, key in first.items()]


def _summary(found: Quality, words: Words) -> list[str]:
    told = []
    for metric in METRICS:
        one = next((s for s in found.skills if s.metric == metric and s.step is None), None)
        if one is None:
            continue
        key = "quality-better" if one.value >= 0 else "quality-worse"
        said = words.say(key, measure=words.say(f"quality-measure-{metric}"), skill=words.percent(abs(one.value)))
        if one.low is not None and one.high is not None:
            said += " " + words.say("quality-interval", low=words.change(one.low), high=words.change(one.high), count=one.blocks)
        told.append(said)
    if found.skills and len(found.origins) < 2:
        told.append(words.say("quality-one-origin"))
    return told


def _drawn(teller: Teller, key: str, spec: Any, twin: Table, **values: Any) -> Drawn:
    """A figure whose messages are `quality-KIND-title`, `-reading` and `-alternative`; the kind is the key up to a dash."""
    kind, words = key.partition("-")[0], teller.words
    title = words.say(f"quality-{kind}-title", **values.pop("titled", {}))
    alternative = words.say(f"quality-{kind}-alternative", **values)
    return Drawn(key, title, words.say(f"quality-{kind}-reading"), alternative, charts.as_svg(spec, words.separators), twin)


def _table(teller: Teller, key: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    words = teller.words
    kind = key.partition("-")[0]
    named = tuple(Head(words.say(head), "text" if k == 0 else "number") for k, head in enumerate(heads))
    cells: list[tuple[Cell, ...]] = [(text(row[0], heading=True), *map(figure, row[1:])) for row in rows]
    return Table(f"quality-{key}", words.say(f"quality-{kind}-twin"), named, tuple(cells))


def _skills(teller: Teller) -> list[Drawn]:
    found, words = teller.found, teller.words
    out = []
    for metric in METRICS:
        steps = [s for s in found.skills if s.metric == metric and s.step is not None]
        if not steps:
            continue
        rows = [
            (
                words.number(s.step or 0), words.change(s.value),
                words.say("no-statement") if s.low is None or s.high is None
                else words.say("quality-from-to", low=words.change(s.low), high=words.change(s.high)),
                words.number(s.n),
            )
            for s in steps
        ]  # fmt: skip
        key = f"skill-{metric}"
        twin = _table(teller, key, ("quality-head-step", "quality-head-skill", "quality-head-interval", "head-cases-quality"), rows)
        values = {"low": words.change(min(s.value for s in steps)), "high": words.change(max(s.value for s in steps))}
        spec = charts.skill_chart(steps, teller.axes("step", "skill"))
        out.append(_drawn(teller, key, spec, twin, titled={"measure": words.say(f"quality-measure-{metric}")}, **values))
    return out


def _reliabilities(teller: Teller) -> list[Drawn]:
    found, words = teller.found, teller.words
    out = []
    for threshold in dict.fromkeys(one.threshold for one in found.reliability):
        curves = teller.own([one for one in found.reliability if one.threshold == threshold])
        key = f"reliability-{threshold}"
        rows = [
            (isolate(teller.names[c.model]), *(words.number(v, 4) for v in (c.brier, c.miscalibration, c.discrimination, c.uncertainty)))
            for c in curves
        ]
        heads = ("quality-head-who", "quality-head-brier", "quality-head-mcb", "quality-head-dsc", "quality-head-unc")
        spec = charts.reliability_chart(curves, teller.names, teller.axes("chance", "frequency"))
        first = curves[0]
        values = {"rate": words.percent(first.base_rate), "mcb": words.number(first.miscalibration, 4), "deaths": words.number(threshold)}
        titled = {"count": threshold}
        out.append(_drawn(teller, key, spec, _table(teller, key, heads, rows), titled=titled, **values))
    return out


def _pit(teller: Teller) -> Drawn:
    words, histograms = teller.words, teller.own(teller.found.pit)
    bins = len(histograms[0].heights)
    rows = [
        (words.share_range(k / bins, (k + 1) / bins), *(words.number(value, 2) for h in histograms for value in (h.heights[k],)),
         words.number(histograms[0].randomised[k], 2))
        for k in range(bins)
    ]  # fmt: skip
    heads = ("quality-head-place", "quality-head-model", *(["quality-head-reference"] if len(histograms) > 1 else []), "quality-head-drawn")
    spec = charts.pit_chart(histograms, teller.names, teller.axes("place", "height"))
    values = {"low": words.number(min(histograms[0].heights), 2), "high": words.number(max(histograms[0].heights), 2)}
    return _drawn(teller, "pit", spec, _table(teller, "pit", heads, rows), **values)


def _coverage(teller: Teller) -> list[Drawn]:
    words, found = teller.words, [c for c in teller.found.coverage if c.part == "nonzero" and c.step is not None]
    shown = [c for c in found if c.model in teller.names]
    if not shown:
        return []
    whole = {(c.share, c.part): c for c in teller.found.coverage if c.model == teller.found.model and c.step is None}
    rows = [
        (
            words.say(f"quality-part-{part}"),
            *(words.percent(whole[share, part].value) for share in (0.5, 0.9)),
            words.number(whole[0.9, part].n),
        )
        for part in ("all", "zero", "nonzero")
        if (0.9, part) in whole
    ]  # fmt: skip
    heads = ("quality-head-part", "quality-head-half", "quality-head-ninety", "head-cases-quality")
    spec = charts.coverage_chart(shown, teller.names, teller.axes("step", "covered"))
    values = {name: words.percent(whole[share, "nonzero"].value) for name, share in (("half", 0.5), ("ninety", 0.9))}
    return [_drawn(teller, "coverage", spec, _table(teller, "coverage", heads, rows), **values)]


def _murphys(teller: Teller) -> list[Drawn]:
    words, names = teller.words, tuple(teller.names.values())
    out = []
    for curve in teller.found.murphy if len(names) > 1 else ():
        key = f"murphy-{curve.threshold}"
        chosen = range(9, len(curve.at), 10)
        rows = [(words.percent(curve.at[k]), words.number(curve.ours[k], 4), words.number(curve.theirs[k], 4)) for k in chosen]
        twin = _table(teller, key, ("quality-head-ratio", "quality-head-model", "quality-head-reference"), rows)
        better = sum(own < other for own, other in zip(curve.ours, curve.theirs, strict=True)) / len(curve.at)
        spec = charts.murphy_chart(curve, (names[0], names[1]), teller.axes("ratio", "elementary"))
        out.append(_drawn(teller, key, spec, twin, titled={"count": curve.threshold}, share=words.percent(better)))
    return out


def _onsets(found: Quality, words: Words) -> Table | None:
    rows: list[tuple[Cell, ...]] = []
    none: Callable[[float | None], str] = lambda value: words.say("no-statement") if value is None else words.number(value, 2)  # noqa: E731
    beside = {(o.threshold, o.kind): o for o in found.onsets if o.model == found.reference}
    for one in (o for o in found.onsets if o.model == found.model and o.n):
        other: OnsetAt | None = beside.get((one.threshold, one.kind))
        numbers = (words.number(one.n), words.number(one.events), words.number(one.base_rate, 3))
        areas = (none(one.ap), none(other.ap if other else None), none(one.auc), none(one.recall_20), none(one.lead))
        label = words.say(f"quality-kind-{one.kind}", deaths=words.at_least(one.threshold))
        rows.append((text(label, heading=True), *map(figure, (*numbers, *areas))))
    if not rows:
        return None
    names = ("kind", "cases", "events", "rate", "ap", "ap-reference", "auc", "recall", "lead")
    heads = tuple(Head(words.say(f"quality-head-{name}"), "text" if name == "kind" else "number") for name in names)
    return Table("quality-onsets", words.say("quality-onsets-caption"), heads, tuple(rows))


def _standing(one: Drawn) -> str:
    """The picture as a file of its own, with its title and alternative inside."""
    from html import escape

    head_end = one.svg.index(">")
    head = re.sub(r'\srole="[^"]*"', "", one.svg[:head_end]) + ' role="img">'
    said = f"<title>{escape(bare(one.title))}</title><desc>{escape(bare(one.alternative))}</desc>"
    return f"{head}{said}{one.svg[head_end + 1 :]}"
