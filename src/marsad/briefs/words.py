"""Words, numbers, months and dates in Arabic, French and English: Fluent messages, CLDR forms, direction isolates.

An isolate keeps an inserted run from turning about inside text of the other direction: `2026-05`, `12–40`, `+12.5 %`, names, addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal
from unicodedata import bidirectional

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from marsad.base.errors import BriefError
from marsad.base.findings import likelihood
from marsad.base.months import first_day
from marsad.base.records import DateRange, Language
from marsad.briefs.phrases import Phrases

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
JOINER = "\u2060"
"""After the dash of a range, where a line would break otherwise."""
LANGUAGES: tuple[Language, ...] = ("ar", "fr", "en")
_RTL = frozenset({"ar", "fa", "he", "ur"})

Value = str | int | float


def direction(language: str | None) -> Literal["rtl", "ltr"]:
    """Direction of a language's script."""
    return "rtl" if (language or "").split("-")[0].split("_")[0] in _RTL else "ltr"


def ltr(text: str) -> str:
    """`text` as one run that reads left to right, whatever stands around it."""
    return f"{LRI}{text}{PDI}"


def isolate(text: str) -> str:
    """`text` as one run in the direction of its first letter, left to right where it has none.

    A first-strong isolate (U+2068) would not do: it skips letters inside further isolates, and takes "Name (12)" for a run without any.

    >>> isolate("مالي") == RLI + "مالي" + PDI, isolate("12") == LRI + "12" + PDI
    (True, True)
    """
    first = next((kind for letter in text if (kind := bidirectional(letter)) in ("L", "R", "AL")), "L")
    return f"{LRI if first == 'L' else RLI}{text}{PDI}"


def script_of(text: str) -> Language:
    """Arabic for text that begins in Arabic letters, else English: what a name of unknown language is marked as."""
    return "ar" if isolate(text).startswith(RLI) else "en"


def bare(text: str) -> str:
    """`text` without isolates and joiners: for data exports, search and comparison."""
    return text.translate({ord(mark): None for mark in (LRI, RLI, FSI, PDI, JOINER)})


@dataclass(frozen=True, slots=True)
class Words:
    """All words of one language. `territory` picks regional month names and digits, such as MA (Babel's ar_MA)."""

    language: Language
    territory: str | None = None

    @property
    def locale(self) -> Locale:
        """Babel's locale; that of the language alone where CLDR knows none for the country."""
        try:
            return Locale(self.language, self.territory)
        except UnknownLocaleError:
            return Locale(self.language)

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """Direction of the page."""
        return direction(self.language)

    def say(self, key: str, /, **values: Value) -> str:
        """A message with its values, each isolated; whole numbers also choose its plural form.

        Raises:
            BriefError: there is no such message, or a value it needs was not given.
        """
        phrases = _phrases(self.language, self.territory)
        if not phrases.knows(key):
            raise BriefError(f"no message {key!r} in {self.language}.ftl: add it to briefs/messages in all three languages")
        text, errors = phrases.say(key, {name: isolate(value) if isinstance(value, str) else value for name, value in values.items()})
        if errors:
            raise BriefError(f"message {key!r} in {self.language}.ftl cannot be said: {errors[0]}")
        return text

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the language's separators, isolated; rounded to `digits`."""
        shape = "#,##0" + ("." + "0" * digits if digits else "")
        return ltr(format_decimal(round(value, digits), format=shape, locale=self.locale))

    def rough(self, value: float) -> str:
        """A mean or quantile: one digit after the point below 10, whole from there on; what would round to 0 says so."""
        if 0 < value < 0.05:
            return ltr(f"< {bare(self.number(0.1, 1))}")
        return self.number(value, 1 if 0 < value < 9.95 else 0)

    def between(self, low: float, high: float) -> str:
        """A range from low to high, as one run on one line."""
        return ltr(f"{bare(self.number(low))}–{JOINER}{bare(self.number(high))}")

    def pair(self, longitude: float, latitude: float) -> str:
        """Longitude and latitude in degrees, in this order, as one run."""
        return ltr(f"{longitude:.2f}, {latitude:.2f}")

    @property
    def semicolon(self) -> str:
        """What stands between the parts of an enumeration."""
        return {"ar": "؛ ", "fr": "\u202f; ", "en": "; "}[self.language]

    @property
    def colon(self) -> str:
        """What stands between a label and its text."""
        return "\u00a0: " if self.language == "fr" else ": "

    @property
    def separators(self) -> str:
        """Decimal point and thousands mark, two characters: what a chart's axis needs."""
        shown = format_decimal(1234.5, format="#,##0.0", locale=self.locale)
        return shown[5] + shown[1]

    def at_least(self, count: int) -> str:
        """A short mark for "so many or more", for narrow columns."""
        return ltr(f"≥ {bare(self.number(count))}")

    def share_range(self, low: float, high: float) -> str:
        """A range of shares in whole percents, as one run on one line."""
        return ltr(f"{bare(self.number(low * 100))}–{JOINER}{_percent(high, self.locale)}")

    def percent(self, share: float) -> str:
        """A share of 1 in whole percents; what would round to 0 or 100 but is not says so."""
        if 0 < share < 0.005:
            return ltr("< " + _percent(0.01, self.locale))
        if 0.995 <= share < 1:
            return ltr("> " + _percent(0.99, self.locale))
        # halves go up, as the yardstick of likelihood judges them; the printer alone would take them to the even side
        return ltr(_percent(int(share * 100 + 0.5) / 100, self.locale))

    def chance(self, probability: float) -> str:
        """A probability from draws: never 0 and never 100 %, because draws cannot show that."""
        return self.percent(min(max(probability, 0.001), 0.999))

    def signed(self, value: float, digits: int) -> str:
        """A number with its sign, such as +0.59."""
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return ltr(sign + bare(self.number(abs(value), digits)))

    def p_value(self, value: float) -> str:
        """A p-value; one too small for two digits says so."""
        return ltr(f"< {bare(self.number(0.01, 2))}" if value < 0.01 else bare(self.number(value, 2)))

    def change(self, share: float) -> str:
        """A change with its sign, such as +12 %; one that rounds to nothing has none."""
        sign = "" if abs(share) < 0.005 else "+" if share > 0 else "−"
        return ltr(sign + _percent(abs(share), self.locale))

    def likely(self, probability: float) -> str:
        """The word of likelihood that the number is bound to."""
        return self.say(f"likelihood-{likelihood(probability)}")

    def month(self, month_id: int) -> str:
        """Month and year in words."""
        return isolate(format_skeleton("yMMMM", first_day(month_id), locale=self.locale))

    def short_month(self, month_id: int) -> str:
        """Month and year, short, for axes."""
        # Arabic months have no short form; asked for one, Babel may answer with another country's names, whichever was asked for first
        return format_skeleton("yMMMM" if self.language == "ar" else "yMMM", first_day(month_id), locale=self.locale)

    def day(self, day: date) -> str:
        """A day in words."""
        return isolate(format_date(day, "d MMMM y", locale=self.locale))

    def days(self, when: DateRange) -> str:
        """A date range in words, no finer than it is known."""
        start, end = when.start, when.end
        if start is None or end is None:
            if start is not None:
                return self.say("date-from", day=self.day(start))
            return self.say("date-unknown") if end is None else self.say("date-by", day=self.day(end))
        if start == end:
            return self.day(start)
        if when.precision == "month" and (start.year, start.month) == (end.year, end.month):
            return isolate(format_skeleton("yMMMM", start, locale=self.locale))
        if when.precision == "year" and start.year == end.year:
            return ltr(str(start.year))
        shape = "d" if (start.year, start.month) == (end.year, end.month) else "d MMMM" if start.year == end.year else "d MMMM y"
        return self.say("date-range", start=format_date(start, shape, locale=self.locale), end=bare(self.day(end)))

    def listed(self, names: Iterable[str]) -> str:
        """Names as a list in words (A, B and C)."""
        return str(format_list([isolate(name) for name in names], locale=self.locale))


def _percent(share: float, locale: Locale) -> str:
    # CLDR puts a left-to-right mark after Arabic percents; the isolate around it does that work already
    return format_percent(share, locale=locale).replace("\u200e", "").replace("\u200f", "")


def french_spaces(text: str) -> str:
    """French text with the spaces that a line must not break at: before : ; ! ? %, inside « and ».

    >>> french_spaces("Source : « ici » ; 12 %") == "Source\u00a0: «\u00a0ici\u00a0»\u202f; 12\u202f%"
    True
    """
    text = text.replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" :", "\u00a0:")
    return re.sub(r" (?=[;!?%])", "\u202f", text)


@cache
def _phrases(language: str, territory: str | None) -> Phrases:
    folder = resources.files("marsad.briefs").joinpath("messages")
    texts = [folder.joinpath(f"{language}{part}.ftl").read_text("utf-8") for part in ("", "-actors", "-regional", "-reasons")]
    # written with plain spaces, as a keyboard gives them
    told = [french_spaces(text) for text in texts] if language == "fr" else texts
    return Phrases(f"{language}-{territory}" if territory else language, told)
