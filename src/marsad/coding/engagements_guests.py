"""Who can be received: an office-holder, a delegation, a body. A crowd that is counted and a thing that is sent are no guests."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.script import Token, search_key
from marsad.coding.engagements_parties import Party
from marsad.coding.reading import Sent

_SKIPPED = frozenset(["the", "la", "le", "l'", "les", "his", "her", "its", "their", "son", "sa", "ses", "leur", "leurs"])
_FROM = frozenset(["from", "of", "de", "du", "des", "d'", "من"])
_SAID = frozenset(map(search_key, ["selon", "d'après", "according", "وفق", "وفقا", "حسب", "بحسب"]))
_WHERE = frozenset(["in", "to", "dans", "في"])
_SPEAKING = frozenset(map(search_key, [
    "said", "says", "announced", "added", "reported", "indiqué", "annoncé", "déclaré", "affirmé", "précisé", "dit", "indique", "annonce",
]))  # fmt: skip
_SPEECH_REACH = 4  # words between a speaker and the verb: an auxiliary, an adverb
_A = frozenset(["a", "an", "un", "une", "des"])
_HEADS = tuple(map(search_key, [
    "délég", "represent", "représent", "envoy", "émissa", "emissar", "member", "membre",
    "responsab", "official", "mission", "team", "équipe",
    "chef", "head", "dirig", "leader", "cadre", "officer", "officier", "expert", "minist", "ambassad", "commiss", "presid", "group",
    "patron", "directeur", "director", "secret", "chief", "diplomat", "partner", "partenaire", "guest", "hôte", "homologue",
    "counterpart", "dignitar", "dignitair", "créance", "credential", "dinner", "dîner", "déjeuner", "lunch", "iftar", "banquet",
    "ceremony", "cérémonie", "réception", "reception", "réunion", "rencontre", "meeting", "sommet", "summit", "confér", "confer", "session",
    "forum", "talks", "entretien", "discussion", "pourparler", "visit", "visite", "each", "number", "nombre", "chacun", "présence",
    "workshop", "atelier", "congr", "assembl", "round", "cycle", "dialogue",
    "وفد", "وفود", "ممثل", "مبعوث", "عضو", "أعضاء", "مسؤول", "خبراء", "بعثة", "فريق", "قادة", "قائد", "رئيس", "رؤساء", "وزير", "وزراء",
    "سفير", "سفراء", "مندوب", "مدير", "زعماء", "زعيم", "كلا", "كل", "عدد", "مجموعة", "أوراق", "اعتماد", "ضيف", "ضيوف", "اجتماع", "لقاء",
    "قمة", "مؤتمر", "منتدى", "مأدبة", "جولة",
]))  # fmt: skip
"""Beginnings of words for those who are sent or received, and for gatherings: a body behind them came, and sent no thing."""


_MEASURES = frozenset(["number", "nombre", "group", "groupe", "عدد", "عددا", "مجموعه"])
"""Words of number among the heads: they count people only where the party itself stands behind them."""
_NO_HEADS = ("membership", "headquarter", "leadership")


def guests_of(sent: Sent, first: int, found: Sequence[Party]) -> list[Party]:
    """Those of the parties behind a verb of receiving who were received, `first` being the word behind the verb and its subject."""
    return [party for party in found if not _no_guest(sent, first, party)]


def _no_guest(sent: Sent, first: int, party: Party) -> bool:
    """Whether a party sent what was received (a letter from the president), or only tells of it (3,000 refugees, the UN said)."""
    between = sent.tokens[first : party.first]
    if any(_is_head(token) and not (_counts(token) and _of_things(between[at + 1 :])) for at, token in enumerate(between)):
        return False
    if len(between) < 2:
        return len(between) == 1 and between[0].key in ("from", "من")
    lead = _lead(between)
    if lead is None:
        return False
    if party.plural and lead.key in ("of", "de", "des", "d'", "من"):
        return False  # "a score of African ministers"
    sent_by = lead.key in _FROM and not _is_name(between, lead)
    aside = lead.key in _SAID or (not party.title and lead.key in _WHERE)
    return sent_by or aside or (_counted(between) and (not party.title or _speaks(sent, party)))


def _counts(token: Token) -> bool:
    return token.key.removeprefix("و") in _MEASURES


def _of_things(behind: Sequence[Token]) -> bool:
    """Whether more than "of" stands between a word of number and a party: things that it sent (a number of vehicles from the EU)."""
    return any(token.key not in _SKIPPED | _FROM and token.script != "punct" for token in behind)


def _lead(between: Sequence[Token]) -> Token | None:
    """The last word before a party that is no article and no possessive."""
    return next((token for token in reversed(between) if token.key not in _SKIPPED), None)


def _is_name(between: Sequence[Token], lead: Token) -> bool:
    """Whether a name stands right before the preposition (received Jane Roe of the European Union)."""
    at = next(n for n, token in enumerate(between) if token is lead)
    return at > 0 and between[at - 1].script == "latin" and between[at - 1].text[:1].isupper()


def _speaks(sent: Sent, party: Party) -> bool:
    """Whether a verb of saying follows an office-holder (3,000 refugees, the minister said)."""
    return any(token.key in _SPEAKING for token in sent.tokens[party.last + 1 : party.last + 1 + _SPEECH_REACH])


def _counted(between: Sequence[Token]) -> bool:
    """Whether a number or an indefinite article opens what was received, and a comma ends it before the party."""
    opens = between[0].text[:1].isdigit() or between[0].key in _A or between[0].key in _NUMBERS
    return opens and any(token.text in (",", "،") for token in between)


_NUMBERS = frozenset(map(search_key, [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "hundreds", "thousands", "dozens", "scores", "several",
    "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "cent", "mille", "plusieurs",
    "مئات", "آلاف", "عشرات", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة", "نحو", "حوالي", "أكثر", "مئة", "ألف",
    "about", "more", "nearly", "some", "around", "plus", "environ", "près", "quelque",
]))  # fmt: skip
"""Words that open a count of people or of things."""


def _is_head(token: Token) -> bool:
    key = token.key
    bare = (key, key.removeprefix("و"), key.removeprefix("و").removeprefix("ال")) if token.script == "arabic" else (key,)
    return any(form.startswith(_HEADS) for form in bare) and not key.startswith(_NO_HEADS)
