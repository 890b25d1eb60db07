"""What a template may say: words of the page's language, names of places, events and dates in it, links to other pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import quote

from marsad.base.findings import Reason
from marsad.base.months import parse_month
from marsad.base.places import country_by_iso3
from marsad.base.records import Language
from marsad.verbs import showing
from marsad.verbs.showing import PageWords, bare, isolate, script_of
from marsad.verbs.terms import named, term

LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")
OWN_NAMES = {"ar": "العربية", "fr": "Français", "en": "English"}


@cache
def words_of(language: Language) -> PageWords:
    """The words of a language: the briefs' and the pages' own."""
    folder = resources.files("marsad.web").joinpath("messages")
    texts = [folder.joinpath(name).read_text("utf-8") for name in (f"{language}.ftl", f"desk.{language}.ftl")]
    return showing.page_words(language, "\n".join(texts))


class Wording:
    """One page's words. Templates reach nothing else."""

    def __init__(self, language: Language) -> None:
        self.words = words_of(language)
        self.language = language
        self.direction = self.words.direction
        self.say = self.words.say
        self.number, self.rough, self.percent, self.change = self.words.number, self.words.rough, self.words.percent, self.words.change
        self.signed = self.words.signed
        self.colon = {"ar": ": ", "fr": "\u00a0: ", "en": ": "}[language]
        self.arrow = "←" if self.direction == "rtl" else "→"
        self.bare, self.isolate = bare, isolate

    def to(self, *parts: object) -> str:
        """The address of a page in this language; a record's id keeps its colon."""
        return "/" + "/".join([self.language, *(quote(str(part), safe=":") for part in parts)])

    def knows(self, key: str) -> bool:
        """Whether the pages have a message of that key."""
        return self.words.pages is not None and self.words.pages.knows(key)

    def country(self, code: str | None) -> str:
        """A country's name, or its code where the map does not know it."""
        found = country_by_iso3(code) if code else None
        return found.name(self.language) if found else code or self.say("place-unknown")

    def is_country(self, code: str | None) -> bool:
        """Whether a host or place is named by a country's code."""
        return bool(code and country_by_iso3(code))

    def names_country(self, name: str | None, code: str | None) -> bool:
        """Whether a place's name says no more than its country, in any of the three languages."""
        found = country_by_iso3(code) if code else None
        return name is None or bool(found and name in {found.name(language) for language in LANGUAGES})

    def told(self, text: str, country: str | None = None, entity: str | None = None) -> str | None:
        """An actor, office or town of a text in the page's language; None where the text's own words are to be shown."""
        return term(text, self.language, country) or named(text, entity, self.language)

    def month(self, text: str) -> str:
        """A month such as 2026-05, in words."""
        return self.words.month(parse_month(text))

    def day(self, text: str | None) -> str:
        """A day such as 2026-05-12, in words."""
        return self.words.day(date.fromisoformat(text)) if text else self.say("date-unknown")

    def bit(self, text: str) -> str:
        """A year, a month or a day, as finely as it is written."""
        return self.day(text) if len(text) == 10 else self.month(text) if len(text) == 7 else isolate(text)

    def moment(self, text: str) -> str:
        """A moment such as 2026-05-12T08:30:00+00:00: its day in words, and its hour in universal time."""
        when = datetime.fromisoformat(text).astimezone(UTC)
        return self.say("moment", day=self.words.day(when.date()), hour=f"{when:%H:%M}")

    def p(self, value: float) -> str:
        """A p-value as it follows its name; what would round to 0 is told as less than a hundredth."""
        if value < 0.005:
            return self.say("p-small", least=self.number(0.01, 2))
        # a sign in front of the number would stand on its wrong side in Arabic
        return self.number(value, 2) if self.language == "ar" else isolate(f"= {bare(self.number(value, 2))}")

    def vintage(self, text: str) -> str:
        """Which release figures are of."""
        return showing.vintage(text, self.words)

    def reason(self, reason: Reason, origin: int, mean: float) -> str:
        """Why a forecast of so many deaths says what it says."""
        return showing.told_reason(reason, origin, self.words, mean=mean)

    def when(self, dates: Mapping[str, Any]) -> str:
        """A date range in words, no finer than it is known."""
        start, end = (date.fromisoformat(dates[key]) if dates[key] else None for key in ("start", "end"))
        return self.words.days(showing.DateRange(start, end, dates.get("precision") or "day"))

    def what(self, event: Mapping[str, Any]) -> str:
        """What kind of event, with what holds of it (denied, announced, claimed)."""
        kind = f"violence-{event['violence']}" if event.get("violence") else f"type-{event['type']}"
        flags = [self.say(f"flag-{flag}") for flag in event["flags"]]
        return self.say("what-flagged", what=self.say(kind), flags=self.words.listed(flags)) if flags else self.say(kind)

    def toll(self, deaths: Mapping[str, int] | None) -> str:
        """Deaths with their range, or a dash where nothing is said of them."""
        if deaths is None:
            return self.say("no-statement")
        if deaths["low"] < deaths["high"]:
            return self.say("toll-range", best=self.number(deaths["best"]), range=self.between(deaths["low"], deaths["high"]))
        return self.number(deaths["best"])

    def between(self, low: float, high: float) -> str:
        """A range as one run."""
        return self.words.between(low, high)

    def chance(self, share: float) -> str:
        """A probability as a number, never 0 and never 100 %."""
        return self.words.chance(share)

    def likely(self, share: float) -> str:
        """The word that the probability is bound to."""
        return self.words.likely(share)

    def countries(self, codes: Sequence[str]) -> str:
        """Names of countries as a list in words."""
        return self.words.listed(self.country(code) for code in codes)

    def script(self, text: str) -> str:
        """Language to mark a foreign name with."""
        return script_of(text)

    def way(self, language: str | None) -> str:
        """Direction of a language."""
        return showing.direction(language)

    def size(self, count: int) -> str:
        """Bytes in words, in kilobytes."""
        return self.say("kilobytes", size=self.number(max(1, round(count / 1000))))
