"""From sums to a Panel: which release tells of a country and month, and where no event means zero and not "not observed".

The rule, in full:
- a country is observed in a month if a source covers it there, or if an event there is known;
- a cell belongs to the country that most of it lies in, and to the countries of the events in it; it is observed in a month if
  one of them is covered there, or if an event in it is known;
- where several releases tell of a country and month, one counts: a release that covers it before one that only has events there,
  then the source named first, then the later release.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from marsad.base.errors import PanelError
from marsad.base.frames import Bools, Coverage, Ints, Level, Panel
from marsad.base.months import format_month
from marsad.base.places import cells_of_country, country_by_numeric
from marsad.panel.counts import SOURCES

CellsOf = Callable[[int], Sequence[int]]
Claims = Iterable[tuple[str, str, Coverage]]
"""Source, release, and what that release claims to know in full."""


def cells_of(country_id: int) -> Sequence[int]:
    """The cells that a country covers most of, by its ISO numeric code; none where the code is of no country."""
    country = country_by_numeric(country_id)
    return () if country is None else cells_of_country(country.iso3)


def claims_of(coverage: pa.Table) -> list[tuple[str, str, Coverage]]:
    """The rows of the archive's coverage table as claims."""
    return [(row["source"], row["release"], Coverage(row["country_id"], row["first"], row["last"])) for row in coverage.to_pylist()]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Countries by months: rank of the release that tells of each (higher is better, -1 none)."""

    countries: Ints
    first: int
    best: Ints


def panel_of(
    rows: pa.Table, claims: Claims, *, level: Level, first: int, last: int, sources: Sequence[str] = SOURCES,
    cells: CellsOf = cells_of, outcome: str = "deaths, all types of violence, best estimate",
) -> Panel:  # fmt: skip
    """Panel of deaths with its mask of what is observed, by the rule at the top of this module.

    Args:
        rows: what `deaths_by_month` gave, computed.
        claims: source, release and coverage of each claim, as `claims_of` reads them from the archive.
        level: country or cell, as for `deaths_by_month`.
        first: first month number.
        last: last month number, included.
        sources: names of sources counted, the best first.
        cells: the cells of a country, by its ISO numeric code.
        outcome: what was counted, in words.

    Returns:
        Panel from `first` to `last`; its vintage names the releases that it rests on.

    Raises:
        PanelError: nothing is covered and there is no event, or a single event has a negative count.
    """
    held = [claim for claim in claims if claim[0] in sources and claim[2].first <= last and claim[2].last >= first]
    columns = {name: rows[name].to_numpy(zero_copy_only=False) for name in ("unit_id", "month_id", "deaths")}
    # an event at a place with coordinates and no country belongs to a country of its own, number 0
    country = rows["country_id"].fill_null(0).to_numpy(zero_copy_only=False).astype(np.int64)
    if not held and not len(country):
        raise PanelError("there are no events and no coverage of these sources in these months: import a source, or ask for other months")
    _no_negative(rows)
    pairs, told_by = _releases_told(rows)
    releases = sorted({(s, r) for s, r, _ in held} | set(pairs), key=lambda pair: _rank(pair, sources))
    number = {pair: at for at, pair in enumerate(releases)}
    release = np.array([number[pair] for pair in pairs], dtype=np.int64)[told_by]
    month = columns["month_id"].astype(np.int64)
    grid, covered = _grid(held, number, (country, month, release), (first, last))
    at = np.searchsorted(grid.countries, country)
    used = grid.best[at, month - first] % len(releases) == release if len(country) else np.empty(0, bool)
    unit, month, country = columns["unit_id"][used].astype(np.int64), month[used], country[used]
    units, observed = _observed(level, (unit, country), grid.countries, covered, cells)
    width = last - first + 1
    where = np.searchsorted(units, unit) * width + month - first
    deaths = np.bincount(where, weights=columns["deaths"][used], minlength=len(units) * width)
    observed.flat[where] = True
    told = [releases[code] for code in np.unique(grid.best[grid.best >= 0] % len(releases))]
    vintage = ", ".join(f"{source} {name}" for source, name in told)
    return Panel(
        units, np.arange(first, last + 1), np.asarray(deaths, dtype=np.float64).reshape(observed.shape), observed, level, outcome, vintage
    )


def joined(panels: Sequence[Panel]) -> Panel:
    """One panel of the units of several; a month that one of them lacks is not observed there.

    Raises:
        PanelError: no panel, or a unit and month that two of them observe.
    """
    if not panels:
        raise PanelError("there is no panel to join")
    rows = pa.concat_tables([panel.to_table() for panel in panels])
    vintage = "; ".join(dict.fromkeys(panel.vintage for panel in panels))
    units, months, deaths = (rows[name].to_numpy() for name in ("unit_id", "month_id", "outcome"))
    return Panel.from_rows(units, months, deaths, level=panels[0].level, outcome=panels[0].outcome, vintage=vintage)


def _no_negative(rows: pa.Table) -> None:
    for row in rows.filter(pa.array(rows["deaths_least"].to_numpy() < 0)).slice(0, 1).to_pylist():
        raise PanelError(
            f"an event of {row['source']} {row['release']} in unit {row['unit_id']}, {format_month(row['month_id'])} has "
            f"{row['deaths_least']} deaths: a count cannot be negative; correct the source and import it again"
        )


def _releases_told(rows: pa.Table) -> tuple[list[tuple[str, str]], Ints]:
    """Source and release of each row: the pairs, and each row's place among them."""
    source, release = (rows[name].fill_null("").combine_chunks().dictionary_encode() for name in ("source", "release"))
    width = len(release.dictionary)
    codes = source.indices.to_numpy().astype(np.int64) * width + release.indices.to_numpy()
    found, at = np.unique(codes, return_inverse=True)
    pairs = [(source.dictionary[code // width].as_py(), release.dictionary[code % width].as_py()) for code in found.tolist()]
    return pairs, at


def _rank(pair: tuple[str, str], sources: Sequence[str]) -> tuple[int, list[int], str]:
    """Worst first: a source named late, then an early release; 9.1 is earlier than 10.1."""
    return (
        -list(sources).index(pair[0]) if pair[0] in sources else -len(sources),
        [int(part) for part in re.findall(r"\d+", pair[1])],
        pair[1],
    )


def _grid(
    held: Sequence[tuple[str, str, Coverage]], number: dict[tuple[str, str], int], told: tuple[Ints, Ints, Ints], span: tuple[int, int]
) -> tuple[_Grid, Bools]:
    country, month, release = told
    first, last = span
    ids = np.unique(np.concatenate([country, np.array([c.country_id for _, _, c in held], dtype=np.int64)]))
    best = np.full((len(ids), last - first + 1), -1, dtype=np.int64)
    np.maximum.at(best, (np.searchsorted(ids, country), month - first), release)
    covered = np.zeros(best.shape, dtype=np.bool_)
    for source, name, claim in held:
        stretch = (np.searchsorted(ids, claim.country_id), slice(max(claim.first, first) - first, min(claim.last, last) - first + 1))
        covered[stretch] = True
        # a release that covers the month goes before every one that only has events there
        best[stretch] = np.maximum(best[stretch], number[source, name] + len(number))
    return _Grid(ids, first, best), covered


def _observed(level: Level, held: tuple[Ints, Ints], countries: Ints, covered: Bools, cells: CellsOf) -> tuple[Ints, Bools]:
    """Units and the months in which a country of theirs is covered."""
    unit, country = held
    if level == "country":
        keep = covered.any(axis=1) | np.isin(countries, unit)
        return countries[keep], covered[keep].copy()
    width = len(countries)
    ties = [unit * width + np.searchsorted(countries, country)]
    for at in np.flatnonzero(covered.any(axis=1)):
        ties.append(np.asarray(cells(int(countries[at])), dtype=np.int64) * width + at)
    cell, at_country = np.divmod(np.unique(np.concatenate(ties)), width)
    units, where = np.unique(cell, return_inverse=True)
    observed = np.zeros((len(units), covered.shape[1]), dtype=np.bool_)
    # one country after another: a cell stands at most once within each
    for each, months in enumerate(covered):
        observed[where[at_country == each]] |= months
    return units, observed
