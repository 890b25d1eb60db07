"""Whether a trigger is told as an act: a verb with tense, or a noun that a light verb carries ("signed an accord")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from marsad.base.records import Language
from marsad.base.script import Token, cuts, search_key
from marsad.coding.lexicon import Lexicon
from marsad.coding.triggers import WORDS
from marsad.coding.triggers_forms import Form, forms

BEFORE_NOUN = {
    "en": frozenset([
        "the", "a", "an", "of", "its", "their", "his", "her", "this", "that", "any", "no", "some", "more", "in", "on",
        "by", "for", "with", "under", "against", "after", "before", "from", "about", "between",
    ]),
    "fr": frozenset([
        "le", "la", "les", "l'", "un", "une", "des", "du", "de", "d'", "cette", "ce", "cet", "ces", "son", "sa", "ses",
        "leur", "leurs", "toute", "aucune", "aucun", "premier", "premiere", "nouvelle", "nouveau", "en", "par", "sous",
        "au", "aux",
    ]),
    "ar": frozenset([
        "في", "من", "عن", "علي", "الي", "بعد", "قبل", "خلال", "منذ", "حول", "بشان", "ضد", "اي", "كل", "بين", "مع",
        "عدم", "هذا", "هذه", "ذلك", "تلك",
    ]),
}  # fmt: skip
"""By language, words right behind which a form that could be a verb is a noun."""
_CUES = ("t_", "c_", "r_", "w_", "v_", "f_", "m_", "ctx_")  # senses of words that only tell for or against: no nouns of acts
_IRREGULAR = frozenset([
        "withdrew", "met", "held", "sent", "fled", "sought", "broke", "freed", "stole", "took", "cut", "struck",
        "fought", "overthrew", "shot", "fell", "gave",
    ])  # fmt: skip
_MODALS = frozenset(["will", "would", "may", "might", "could", "can", "must", "should", "did", "do", "does", "not"])
_TITLE_WORDS = 4  # a bare form so early is the present tense of a title ("Police hold ...")
_BE = frozenset(["is", "are", "was", "were", "been", "be", "being"])
_HELPS = frozenset(["a", "ont", "avait", "avaient", "est", "sont", "etait", "etaient", "ete", "aurait", "auraient", "soit", "ayant", "fut"])
_INFINITIVE_AFTER = frozenset(["de", "d'", "a", "pour", "par", "sans", "afin", "vers", "en"])
_INFINITIVE = ("er", "ir", "re", "oir")


class Verbs:
    """The forms of the lexicon's verbs, by language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._keys: dict[str, set[str]] = {"ar": set(), "fr": set(), "en": set()}
        self._nouns: dict[str, set[str]] = {"ar": set(), "fr": set(), "en": set()}
        for entry in lexicon.section(WORDS).values():
            form = entry.text("form")
            verb = form in ("verb", "tensed")
            for language, word in entry.names():
                if verb:
                    self._keys[language].update(key[0] for key in forms(word, language, cast(Form, form)))
                elif form == "finite" or (" " in word and form == "exact"):
                    self._keys[language].add(search_key(word).replace("'", "' ").split()[0])
                elif not (entry.text("sense") or "").removeprefix(f"{language}_").startswith(_CUES):
                    self._nouns[language].add(search_key(word))

    def told(self, trigger: tuple[int, int], tokens: Sequence[Token], lang: Language) -> bool:
        """Whether the trigger is a verb with a tense; an infinitive, a bare participle or a noun is none."""
        if lang == "ar":
            return self._arabic(trigger, tokens)
        return self._french(trigger, tokens) if lang == "fr" else self._english(trigger, tokens)

    def coming(self, token: Token, lang: Language) -> bool:
        """Whether a verb's own form is the future: Arabic "sa-", French "-ra, -ront"; a car (« سيارة ») is none."""
        if lang == "ar":
            key = token.key.removeprefix("و")
            return key.startswith(("ست", "سي", "سن")) and key[1:] in self._keys["ar"]
        return lang == "fr" and token.key.endswith(("era", "eront", "ira", "iront", "dra", "dront"))

    def _english(self, trigger: tuple[int, int], tokens: Sequence[Token]) -> bool:
        first, last = trigger
        key, before = tokens[first].key, tokens[first - 1].key if first else ""
        bent = key in _IRREGULAR or key.endswith("ed") or (last > first and key.endswith("s"))
        if key not in self._keys["en"] and not bent:
            return False
        if before == "to" or before in BEFORE_NOUN["en"]:
            return False
        if key.endswith("ing"):
            return before in _BE
        bare = not bent and not key.endswith("s")
        return not bare or before in _MODALS or first <= _TITLE_WORDS

    def _french(self, trigger: tuple[int, int], tokens: Sequence[Token]) -> bool:
        first, _ = trigger
        token, before = tokens[first], tokens[first - 1].key if first else ""
        if token.key not in self._keys["fr"]:
            return False
        if before in _HELPS:
            return True
        if token.text.casefold().endswith(("é", "ée", "és", "ées")) or token.key in self._nouns["fr"]:
            near = {tokens[at].key for at in range(max(0, first - 4), first)}
            return before not in BEFORE_NOUN["fr"] and bool(near & _HELPS)
        return not (token.key.endswith(_INFINITIVE) and before in _INFINITIVE_AFTER) and before not in BEFORE_NOUN["fr"]

    def _arabic(self, trigger: tuple[int, int], tokens: Sequence[Token]) -> bool:
        first, _ = trigger
        key, before = tokens[first].key, tokens[first - 1].key if first else ""
        if before in BEFORE_NOUN["ar"] or before in ("ان", "بان", "لان"):
            return False
        for cut in cuts(key):
            if cut.article or cut.prefix not in ("", "و", "ف", "س", "وس"):
                continue
            if cut.stem in self._keys["ar"]:
                return True
        return key.startswith(("ست", "سي")) and key[1:] in self._keys["ar"]
