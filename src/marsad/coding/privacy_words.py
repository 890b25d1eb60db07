"""The words by which names of private persons are told, looked up once per distinct word."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from marsad.base.script import Token, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.lexicon_entries import Entry
from marsad.coding.offices_names import NameWords
from marsad.coding.words import ByWord, is_arabic, readings

NOUN, AGE, LINK, LIST, NAME, LATIN = 1, 2, 4, 8, 16, 32
"""What an Arabic word tells of a private person beside it; LATIN for any such word in Latin script."""

_OPENS_TRADE = frozenset(["his", "her", "their", "son", "sa", "leur", "aged", "age", "agee", "both", "tous"])
"""Words besides articles with which a trade or a relative behind a name begins."""
OPEN = frozenset("«\"“'‘(„")


def _keys(entry: Entry) -> frozenset[str]:
    return frozenset(search_key(word) for _, word in entry.names())


def _reads_as(known: Collection[str], key: str) -> bool:
    """Whether a word, its clitics and article put aside, is one of these."""
    return any(reading in known for _, reading in readings(key, is_arabic(key)))


class PrivateWords:
    """Tables of words. `kinds` says what a word may tell of a private person; sentences in which none does are not looked at."""

    def __init__(self, lexicon: Lexicon, names: NameWords) -> None:
        """Take the sections [private_nouns] and [private_cues]."""
        nouns = {id_: _keys(entry) for id_, entry in lexicon.section("private_nouns").items()}
        cues = {id_: _keys(entry) for id_, entry in lexicon.section("private_cues").items()}
        self.ages, self.given, self.anybody = nouns.pop("ages") | cues["ages"], nouns.pop("given") | cues["given"], nouns.pop("anybody")
        self.surnames, self.numerals, self.aged = cues["surnames"], cues["numerals"], cues["aged"]
        self.links, self.copulas, self.who, self.of, self.articles = (
            cues["links"], cues["copulas"], cues["who"], cues["of"], cues["articles"],
        )  # fmt: skip
        self.harmed, self.deaths, self.harms, self.killed = cues["harmed"], cues["deaths"], cues["harms"], cues["killed"]
        self.mourned, self.words_too = cues["mourned"], cues["words_too"]
        self.heads, self.prepositions, self.not_names, self.lists = cues["heads"], cues["prepositions"], cues["not_names"], cues["lists"]
        self.leaders = ByWord(partial(_reads_as, cues["leaders"]))
        self.alone = ByWord(partial(_reads_as, nouns["namers"] | cues["courtesy"]))
        self.courtesy = ByWord(partial(_reads_as, cues["courtesy"]))
        self.places = ByWord(partial(_reads_as, cues["places"]))
        self.places_named = cues["heads"]
        self.opens_trade = self.articles | self.who | _OPENS_TRADE
        self.several = ByWord(partial(_reads_as, cues["several"]))
        self.kin = ByWord(partial(_reads_as, nouns["kin"]))
        people = frozenset().union(*nouns.values()) | cues["people"] | cues["courtesy"]
        people |= frozenset(noun + "s" for noun in people if not is_arabic(noun))
        self.nouns = ByWord(partial(_reads_as, people))
        self.asked = cues["asked"]
        self.names = names
        told = people | self.ages | self.aged | self.harmed | self.harms | self.killed | self.deaths | self.links | self.who | cues["asked"]
        self._latin = told | self.given | self.surnames
        self.kinds = ByWord(self._kinds)

    def _kinds(self, key: str) -> int:
        """What a word tells, as bits; 0 for most words."""
        if not is_arabic(key):
            return LATIN if key in self._latin else 0
        told = NOUN if self.nouns[key] else 0
        told |= AGE if key in self.ages else 0
        told |= LINK if key in self.links else 0
        told |= LIST if key in self.lists or key in self.mourned else 0
        return told | (NAME if self.stem(key) or key in self.surnames else 0)

    def stem(self, key: str) -> str | None:
        """The given name that an Arabic word is, without its clitic; a name has the article only where the tables give it one."""
        stems = (one for cut, one in readings(key, True) if "ال" not in key[:cut])
        return next((one for one in stems if one in self.given or one in self.words_too), None)

    def named(self, key: str) -> bool:
        """Whether a word is a common given name or surname, an Arabic one with its clitic or without."""
        return key in self.given or key in self.surnames or (is_arabic(key) and self.kinds[key] & NAME > 0)

    def stops(self, token: Token) -> bool:
        """Whether no name begins with this word."""
        return token.key in self.names.stops or token.key in self.not_names or self.nouns[token.key] or self.places[token.key]
