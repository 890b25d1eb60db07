"""Which of Arabic, French and English a text is written in; another language is said to be unknown, with the reason."""

from __future__ import annotations

import unicodedata
from copy import copy
from functools import cache
from typing import Any, NamedTuple

SAMPLE = 4000
"""Code points that the test looks at: more does not change the answer and costs time."""

LETTERS_LEAST = 3
"""Below three letters nothing can be said."""

FOREIGN_SURE = 0.7
"""Probability, among the 97 languages of the model, from which another language is believed; prose gets above 0.9 as itself."""

# letters of Persian, Urdu, Pashto, Kurdish and Sindhi that Arabic does not use
_NOT_ARABIC = frozenset("پچژگکیےہھںڈٹڑڤۆێڕڵټډړږښڼۍې")
UNKNOWN = "und"


class Guess(NamedTuple):
    """A language (`ar`, `fr`, `en` or `und`) and, where it is `und`, the reason."""

    language: str
    reason: str | None = None


def language_of(text: str) -> Guess:
    """The language of a text, by its script first and by its words second.

    >>> language_of("استقبل الوزير نظيره")
    Guess(language='ar', reason=None)
    """
    sample = text[:SAMPLE]
    letters = [sign for sign in sample if sign.isalpha()]
    if len(letters) < LETTERS_LEAST:
        return Guess(UNKNOWN, "the text holds fewer than three letters")
    arabic = sum(1 for sign in letters if "\u0600" <= sign <= "\u06ff" or "\u0750" <= sign <= "\u077f" or "\ufb50" <= sign <= "\ufefc")
    if 2 * arabic > len(letters):
        return _arabic_or_not(letters, arabic)
    latin = sum(1 for sign in letters if unicodedata.name(sign, "").startswith("LATIN"))
    if 2 * latin <= len(letters):
        return Guess(UNKNOWN, f"the text is written mostly in another script ({_script(letters)})")
    return _french_or_english(sample, len(letters))


def _arabic_or_not(letters: list[str], arabic: int) -> Guess:
    foreign = sum(1 for sign in letters if sign in _NOT_ARABIC)
    # one letter in fifty: a Persian name in Arabic prose stays below, Persian and Urdu prose stands far above
    if foreign * 50 > arabic and foreign > 2:
        return Guess(UNKNOWN, "the text is in Arabic script, but its letters are not those of Arabic (Persian, Urdu or another)")
    return Guess("ar")


def _french_or_english(sample: str, letters: int) -> Guess:
    language, sure = _identifier(None).classify(sample)
    # a headline of a few words is too little to tell Catalan from French: then the two languages we read come first
    if language not in ("fr", "en") and letters >= 60 and sure >= FOREIGN_SURE:
        return Guess(UNKNOWN, f"the text looks like {language}, which Marsad does not read")
    return Guess(str(_identifier(("en", "fr")).classify(sample)[0]))


def _script(letters: list[str]) -> str:
    names = [unicodedata.name(sign, "UNKNOWN").split()[0].lower() for sign in letters]
    return max(sorted(set(names)), key=names.count)


@cache
def _identifier(languages: tuple[str, ...] | None) -> Any:
    if languages is not None:
        found = copy(_identifier(None))  # shares the tables: reading them from the file takes as long as coding 200 sentences
        found.set_languages(list(languages))
        return found
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
