"""Protected sites: events at clinics, schools, camps and the like are placed by country only."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

from marsad.base.script import search_key


@cache
def _pattern() -> re.Pattern[str]:
    text = resources.files("marsad.briefs").joinpath("protected.toml").read_text("utf-8")
    words = sorted({" ".join(search_key(part) for part in word.split()) for word in tomllib.loads(text)["words"]})
    # a word may be longer than the entry (schools, المدرسة), so only its beginning, or an article before it, is held
    return re.compile(r"(?:(?<!\w)|(?<=ال)|(?<=\b[وبل]))(?:" + "|".join(map(re.escape, words)) + ")")


def tells_protected_site(text: str) -> bool:
    """Whether a sentence tells of a protected site.

    >>> tells_protected_site("Des hommes armés ont attaqué un centre de santé"), tells_protected_site("un village proche de Ménaka")
    (True, False)
    """
    return _pattern().search(" ".join(search_key(part) for part in text.split())) is not None


def masked(sentence: str, places: Iterable[str], label: str) -> str:
    """A sentence on a protected site with the places it names hidden; other sentences as they are.

    >>> masked("Attaque d'un centre de santé près de Djibo", ["Djibo"], "[…]")
    "Attaque d'un centre de santé près de […]"
    """
    if not tells_protected_site(sentence):
        return sentence
    # the longest first: a town's name may hold a shorter one
    for name in sorted(set(places), key=lambda name: (-len(name), name)):
        sentence = re.sub(
            rf"(?<!\w)(?P<before>[وبلف]?(?:ال)?){re.escape(name)}(?!\w)", rf"\g<before>{label}", sentence, flags=re.IGNORECASE
        )
    return sentence
