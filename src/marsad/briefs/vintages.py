"""Where counts come from, in the brief's own words: the description a panel carries is English."""

from __future__ import annotations

import re

from marsad.base.months import month_of
from marsad.briefs.words import LRI, PDI, RLI, Words, isolate

# in English whatever the machine speaks, as the vintage is
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")

_RELEASES = re.compile(r"(?P<name>.+) and candidate releases up to (?P<month>(?:" + "|".join(MONTHS) + r") \d{4})")


def told_vintage(vintage: str, words: Words) -> str:
    """The vintage with its English sentence worded anew; names of data sets and numbers of releases stay as they are.

    >>> from marsad.briefs.words import bare
    >>> bare(told_vintage("UCDP GED and candidate releases up to May 2026", Words("fr")))
    'UCDP GED et versions candidates jusqu’à mai 2026'
    """
    told = words.semicolon.join(_one(part, words) for part in dict.fromkeys(vintage.split("; ")))
    # it may begin with a Latin name and still be a sentence of the page: its first letter must not turn it
    return f"{RLI if words.direction == 'rtl' else LRI}{told}{PDI}"


def _one(part: str, words: Words) -> str:
    found = _RELEASES.fullmatch(part)
    if found is None:
        return isolate(part)
    month, year = found["month"].split()
    return words.say("vintage-releases", name=found["name"], month=words.month(month_of(int(year), MONTHS.index(month) + 1)))
