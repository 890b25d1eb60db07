"""What pages need of words, pictures and assessments, so that `web` reaches them without knowing the stages behind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from marsad.base.errors import BriefError, StoreError
from marsad.base.findings import Assessment, Fan
from marsad.base.places import country_by_iso3
from marsad.base.records import DateRange, Language, from_json
from marsad.briefs.words import Words, bare, direction, isolate, script_of
from marsad.verbs.publishing import ASSESSMENT

if TYPE_CHECKING:
    from marsad.store import Published

__all__ = [
    "DateRange", "PageWords", "assessment", "bare", "country_map", "direction", "fan_svg", "isolate", "page_words", "script_of", "shades",
]  # fmt: skip

Level = Literal["country", "cell"]


@dataclass(frozen=True, slots=True)
class PageWords(Words):
    """The words of briefs, and further messages of the pages' own."""

    pages: Any = None

    def say(self, key: str, /, **values: str | int | float) -> str:
        """A message with its values, each isolated.

        Raises:
            BriefError: there is no such message, or a value it needs was not given.
        """
        if self.pages is None or not self.pages.has_message(key):
            return Words.say(self, key, **values)
        given = {name: isolate(value) if isinstance(value, str) else value for name, value in values.items()}
        text, errors = self.pages.format_pattern(self.pages.get_message(key).value, given)
        if errors:
            raise BriefError(f"message {key!r} of the pages in {self.language} cannot be said: {errors[0]}")
        return str(text)


def page_words(language: Language, messages: str) -> PageWords:
    """Words of a language with the Fluent messages given as text."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=True)
    bundle.add_resource(FluentResource(messages))
    return PageWords(language, None, bundle)


def assessment(snapshot: Published) -> Assessment:
    """What the published run assessed.

    Raises:
        StoreError: the snapshot holds none, or it cannot be read back.
    """
    try:
        return from_json(Assessment, json.loads(snapshot.file(ASSESSMENT).read_text(encoding="utf-8")))
    except (OSError, ValueError) as wrong:
        raise StoreError(f"the assessment of {snapshot.name} cannot be read: run `marsad run` again to publish anew ({wrong})") from wrong


def fan_svg(fan: Fan, words: Words) -> str:
    """The fan chart of a unit as one `<svg>` element; empty where nothing is expected."""
    from marsad.briefs.charts import fan_svg as draw
    from marsad.briefs.content import FanLabels, FanPicture

    if not fan.ahead:
        return ""
    months = [month for month, _ in fan.observed] + [month.month for month in fan.ahead]
    labels = FanLabels(*(words.say(f"fan-{name}") for name in ("deaths", "observed", "median", "half", "ninety")))
    return draw(FanPicture(fan, labels, tuple((month, words.short_month(month)) for month in months), words.separators))


def shades() -> tuple[str, ...]:
    """Colours of a map's classes, from none to most."""
    from marsad.briefs.mapping import SHADES

    return SHADES


def country_map(
    countries: Iterable[str], deaths: Mapping[str, float], words: Words, *, cells: Mapping[int, float] | None = None
) -> tuple[str, tuple[tuple[str, int], ...]]:
    """A map of deaths in classes, and its legend: (label, rank of the shade) from none to most.

    Args:
        countries: ISO 3166-1 alpha-3 codes that the map is about.
        deaths: by country; one that is missing is hatched as not observed.
        words: of the page.
        cells: deaths by PRIO-GRID cell, drawn over the countries where there are any.
    """
    from marsad.briefs.content import MapPicture
    from marsad.briefs.mapping import map_svg
    from marsad.briefs.maps import CELL_CLASSES, COUNTRY_CLASSES, rank

    classes = CELL_CLASSES if cells else COUNTRY_CLASSES
    named = sorted(countries)
    picture = MapPicture(
        countries=tuple(named),
        country_ranks=tuple((iso3, rank(round(deaths[iso3]), classes)) for iso3 in named if iso3 in deaths),
        cell_ranks=tuple((gid, rank(round(count), classes)) for gid, count in sorted((cells or {}).items())),
        names=tuple((iso3, c.name(words.language)) for iso3 in named if (c := country_by_iso3(iso3))),
        legend=(),
        not_observed=words.say("not-observed"),
        disputed=words.say("map-disputed"),
    )
    legend = [(words.say("map-class-none"), 0)]
    for place, low in enumerate(classes):
        last = place == len(classes) - 1
        label = words.say("map-class-more", low=words.number(low)) if last else words.between(low, classes[place + 1] - 1)
        legend.append((label, place + 1))
    return map_svg(picture), tuple(legend)
