"""Where to look for who did it and to whom: stretches of the trigger's clause, the likeliest first, as spans of the raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from marsad.base.records import Span
from marsad.base.script import Token
from marsad.coding.frames import Fired
from marsad.coding.triggers import Hits, Vocabulary

_NEAR = 8  # words of a stretch next to the trigger or to a marker such as "by"
_ANTECEDENT = 4  # words before "which" that may name whom it is about
_OF_REACH = 3  # words between "attack" and the "on", "of" or "by" that goes with it
_CLAUSE_ENDS = frozenset([
    *".;؛:!?؟", "while", "whereas", "but", "which", "who", "qui", "tandis", "mais", "alors", "فيما", "بينما", "لكن", "حين", "كما",
])  # fmt: skip
_AVOIR = frozenset(["a", "ont", "avait", "avaient", "avoir", "ayant", "aurait", "auraient"])
_CIRCUMSTANCE = frozenset(["in", "by", "on", "as", "when", "at", "near", "during", "after", "and"])
_AR_CIRCUMSTANCE = frozenset(["في", "خلال", "اثر", "جراء", "عندما", "بعد", "قبل", "قرب", "لدي", "اثناء", "عقب", "نتيجه"])
_ASIDE = frozenset([
    "after", "before", "following", "when", "while", "during", "since", "until", "amid", "because", "despite", "apres", "avant", "lors",
    "pendant", "quand", "depuis", "jusqu'", "malgre",
])  # fmt: skip
_SPEECH = frozenset(["said", "says", "reported", "announced", "added", "declare", "affirme", "annonce", "indique"])
_SAYS = _SPEECH | {
    "told", "confirmed", "stated", "revealed", "disclosed", "claimed", "explained", "declared", "insisted", "warned", "tweeted", "saying",
    "dit", "confirme", "precise", "rapporte", "revele", "assure", "souligne", "explique", "declarait", "affirmait", "indiquait", "soutient",
    "soutenu", "spoken", "spoke", "put", "counted", "parle", "evoque", "denombre", "recense", "compte",
}  # fmt: skip
_HAVE = frozenset(["had", "have", "has", "and", "or"])
_AR_WHEN = frozenset(["امس", "اليوم", "مساء", "صباح", "فجر", "ليل"])
_AR_NO_OBJECT = frozenset(["من", "بجروح", "بالرصاص", "،", ".", "»", '"', ""])
_PLAIN_SAID = frozenset(["said", "says", "saying"])
_THAT = frozenset(["that", "que", "qu'"])
_AR_THAT = frozenset(["ان", "بان"])
_OWN = frozenset([
    "it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "il", "ils", "elle", "elles", "son", "sa", "ses", "leur", "leurs",
    "avoir", "nos", "having",
])  # fmt: skip
_AR_OWN = ("ه", "ها", "هم", "نا")
_MORE_VERBS = frozenset(["lost", "took", "burnt", "set", "fled", "stole", "left", "made", "drove", "shot", "perdu", "pris", "mis", "fui"])
_ARTICLES = frozenset(["the", "a", "an", "its", "their", "in", "on", "at", "from", "near"])
_RELATIVE = frozenset(["which", "who", "qui"])
_OF = frozenset(["of", "de", "du", "des", "d'"])
_AGAINST = frozenset(["against", "contre", "ضد", "targeting", "visant", "ciblant"])
_REFLEXIVE = frozenset(["s'", "se"])
_PARTICIPLES = frozenset(["shot", "slain", "gunned", "beaten", "taken", "held", "hit", "struck", "overrun", "hijacked", "sent"])
_HARM = frozenset(["ASSAULT", "COERCE"])
_HARM_WORDS = ("kill", "wound", "death", "dead", "abduct", "assassinate", "arrest", "torture", "rape", "beat", "destroy", "exposed")
_SCENES = ("attack", "explode", "gunfire", "missile", "device", "clash")


class Roles(NamedTuple):
    """Stretches that may name the actors and the recipients; inferred where they lie outside the trigger's clause."""

    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    actors_inferred: bool
    recipients_inferred: bool


Stretch = tuple[int, int]
"""Positions of tokens, the second one behind the last."""


class _Clause:
    """The trigger's clause, with what is asked of it."""

    def __init__(self, fired: Fired, tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> None:
        self.tokens, self._hits, self._senses = tokens, hits, vocabulary.senses
        self.first, self.last = fired.trigger
        self.low, self.high = self.first, self.last + 1
        while self.low > 0 and tokens[self.low - 1].key not in _CLAUSE_ENDS:
            self.low -= 1
        while self.high < len(tokens) and tokens[self.high].key not in _CLAUSE_ENDS and not self._opens(self.high):
            self.high += 1
        self.arabic = tokens[self.first].script == "arabic"
        self.before = max(self.low, self.first - _NEAR), self.first
        self.after = self.last + 1, min(self.high, self.last + 1 + _NEAR)

    @property
    def active(self) -> bool:
        """Whether a French or English verb in the active triggers: a later "by" belongs to another one ("freed civilians held by")."""
        if self.arabic:
            return False
        words = self.tokens[max(0, self.first - 1) : self.last + 1]
        return bool(_AVOIR & {token.text.casefold() for token in words}) or self.key(self.last).endswith("ed")

    def behind_speaker(self) -> Stretch:
        """The words before the deed, without a speaker who tells of others: "the army said it had killed" tells of its own deed."""
        low, first = self.before
        said = max((at for at in range(low, first) if self.key(at) in (_AR_THAT if self.arabic else _SAYS)), default=first)
        between = range(said + 1, first)
        if not between or "," in (self.key(said + 1), self.key(first - 1)):
            return self.before
        if self.arabic:
            own = self.tokens[said + 1].text.endswith(_AR_OWN)
        else:
            keys = {self.key(at) for at in between}
            counted = self.carries("dead", "death")  # "spoke of 17 dead" tells no deed of the speaker's
            own = bool(_OWN & keys) or not (counted or self.active or self.key(said) in _PLAIN_SAID or _THAT & keys)
        return self.before if own else (said + 1, first)

    def _opens(self, at: int) -> bool:
        """Whether an Arabic comma and "and" open another clause here."""
        return self.tokens[at].key == "،" and self.key(at + 1).startswith("و")

    @property
    def beyond(self) -> Stretch | None:
        """Who a relative clause is about, or what stands before one in commas: "Mali, which left the talks, criticised the accord"."""
        at = self.low - 1
        if self.key(at) not in _RELATIVE:
            return None
        end = at - 1 if self.key(at - 1) == "," else at
        closed = end < at and any(self.key(i) == "," for i in range(at, self.first))
        return max(0, end - (_NEAR if closed else _ANTECEDENT)), end

    def places(self, *senses: str) -> list[tuple[int, int]]:
        """Where the senses stand in the sentence."""
        found: list[tuple[int, int]] = []
        for sense in senses:
            found += self._hits.get(self._senses.get(sense, -1), ())
        return found

    def carries(self, *senses: str) -> bool:
        """Whether the trigger carries one of the senses."""
        for sense in senses:
            for start, end in self._hits.get(self._senses.get(sense, -1), ()):
                if start <= self.last and self.first <= end:
                    return True
        return False

    def marker(self, sense: str, after: int, high: int) -> tuple[int, int] | None:
        """The first such marker behind a position; "on Monday" and "at least" name nobody."""
        found = [p for p in self.places(sense) if after < p[0] < high and self.key(p[1] + 1) not in ("least", "most")]
        if not found:
            return None
        times = {start for start, _ in self.places("c_time")}
        return next((p for p in found if not times & {p[0], p[1] + 1}), None)

    def key(self, at: int) -> str:
        """The search key at a position; empty outside the sentence."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""


def told_of_others(between: Sequence[Token]) -> bool:
    """Whether somebody named tells what others did, by the words between the name and the deed; "the army said it had" is its own."""
    keys = {token.key for token in between}
    return bool(keys & (_SAYS | _AR_THAT)) and not keys & _OWN


def roles(type_: str, fired: Fired, tokens: Sequence[Token], hits: Hits, vocabulary: Vocabulary) -> Roles:
    """Stretches for the roles of the event that `fired` triggers.

    "by" and its kin bind the actor, "against" and its kin the recipient; without them word order decides: subject first in French
    and English (turned round in a passive and with verbs of dying), verb first in Arabic, where what follows a word of harm is the
    harmed. Before a verb for killing, "attack on a post" names the struck and no doer.
    """
    clause = _Clause(fired, tokens, hits, vocabulary)
    if type_ in _HARM:
        clause.before = clause.behind_speaker()
    turned = _turned(type_, clause)
    actors, recipients = (_suffered if turned else _done)(type_, clause)
    by = clause.marker("m_by", clause.last, clause.high)
    on = clause.marker("m_on", clause.last, clause.high)
    if by and (turned or not clause.active):
        actors.insert(0, (by[1] + 1, min(clause.high, on[0] if on and on[0] > by[1] else clause.high, by[1] + 1 + _NEAR)))
    if on:
        struck = (on[1] + 1, min(clause.high, by[0] if by and by[0] > on[1] else clause.high, on[1] + 1 + _NEAR))
        recipients.insert(len(recipients) if turned else 0, struck)
    if type_ == "ASSAULT" and not turned:  # "attacked the clinic, killing eight people"
        recipients += [(end + 1, min(clause.high, end + 1 + _NEAR)) for start, end in clause.places("kill", "death") if start > clause.last]
    if type_ == "MOBILIZE":  # whoever is sent suffers nothing: only "against" names the other side
        recipients = [(on[1] + 1, min(clause.high, on[1] + 1 + _NEAR))] if on and clause.key(on[0]) in _AGAINST else []
    named = _spans(actors, tokens), _spans(recipients, tokens)
    rest = () if named[0] and named[1] else _spans([(0, clause.low), (clause.high, len(tokens))], tokens)
    doers = named[0] or (() if turned and type_ in _HARM else rest)
    return Roles(doers, named[1] or (() if type_ == "MOBILIZE" else rest), not named[0], not named[1])


def _done(type_: str, clause: _Clause) -> tuple[list[Stretch], list[Stretch]]:
    """Actors and recipients of a deed told in the active."""
    if clause.arabic and clause.carries("crowd_control"):
        return [clause.before], [clause.after]
    if clause.arabic and type_ == "ASSAULT" and clause.carries(*_SCENES) and not clause.carries("attack_verb"):
        return _of_noun(clause), []
    if clause.arabic:
        return [clause.after, clause.before], [(clause.last + 2, min(clause.high, clause.last + 3 + _NEAR))]
    if type_ in _HARM and clause.key(clause.last + 1) in _OF and clause.carries(*_HARM_WORDS):
        return [], [clause.after]  # "the killing of civilians" names the harmed alone
    if type_ == "ASSAULT" and clause.carries(*_HARM_WORDS):
        doers, struck = _behind_scene(clause)
        return doers, [(clause.after[0], _next_deed(clause)), clause.after, *struck]
    start, high = clause.after
    aside = next((at for at in range(start, high) if clause.key(at) in _ASIDE), high)
    return [clause.beyond or clause.before], [(start, aside)]


def _deed_ahead(clause: _Clause, low: int, high: int) -> bool:
    """Whether the words before "and" have a verb of their own, so that another clause starts behind it."""
    if any(low <= start and end < high for start, end in clause.places("m_passive", "wound")):
        return True
    texts = [token.text.casefold() for token in clause.tokens[low:high]]
    return any(word in _AVOIR - {"a"} or (word.endswith("ed") and behind in _ARTICLES) for word, behind in pairwise(texts))


def _next_deed(clause: _Clause) -> int:
    """Where "and" joins another verb to this one: "killed 50 bandits and lost three soldiers"."""
    start, high = clause.after
    for at in range(start, high - 1):
        word = clause.tokens[at + 1].text.casefold()
        if clause.key(at) in ("and", "et") and (word.endswith(("ed", "é")) or word in _MORE_VERBS | _AVOIR):
            return at
    return high


def _of_noun(clause: _Clause) -> list[Stretch]:
    """The doers of an Arabic noun for an attack: behind the verb that carries it, else right behind the noun ("Boko Haram's attack on")."""
    on = clause.marker("m_on", clause.last, clause.high)
    own = clause.last + 1, min(clause.after[1], on[0] if on else clause.high)
    carried = any(0 < clause.first - end <= _NEAR for _, end in clause.places("launch", "claim_attack"))
    return [clause.before, own] if carried else [*_named_with_attack(clause), own, clause.before]


def _suffered(type_: str, clause: _Clause) -> tuple[list[Stretch], list[Stretch]]:
    """Actors and recipients of a deed told from the side of the harmed."""
    if not clause.arabic:
        cut = (at for at in range(*clause.before) if clause.key(at) in _SPEECH or (_bare(clause) and _told(clause, at)))
        said = max(cut, default=clause.before[0] - 1)
        said = max(
            [said, *(at for at in range(said + 1, clause.first) if clause.key(at) in ("and", "et") and _deed_ahead(clause, said + 1, at))]
        )
        return ([*_named_with_attack(clause)] if type_ == "ASSAULT" else []), [(said + 1, clause.first)]
    by = clause.marker("m_by", clause.last, clause.high)
    high = next((at for at in range(*clause.after) if clause.key(at) in _AR_CIRCUMSTANCE or (by and at == by[0])), clause.after[1])
    behind = clause.last + 1, high
    between = _between_light_verb(clause)
    if between:
        return [*_named_with_attack(clause)], [between, behind]
    if high <= clause.last + 1 or by or _subject_first(clause):
        return [*_named_with_attack(clause)], [clause.before] if _subject_first(clause) else [behind, clause.before]
    if clause.carries("death") and not any(0 < clause.first - end <= 3 for _, end in clause.places("led_to")):
        return [*_named_with_attack(clause)], [behind]
    doers, struck = _behind_scene(clause)
    return [*_named_with_attack(clause), *doers], [behind, *struck]


def _turned(type_: str, clause: _Clause) -> bool:
    """Whether the trigger is told from the side of those who suffer it."""
    if type_ == "ASSAULT" and clause.carries("dies", "exposed"):
        return True
    if clause.arabic:
        return type_ in _HARM and clause.carries(*_HARM_WORDS)
    if type_ in _HARM:
        harm = clause.carries(*_HARM_WORDS)
        return (_passive(clause, 3) and (harm or clause.carries("attack_verb", "target_verb"))) or (harm and _bare(clause))
    return _passive(clause, 2)


def _passive(clause: _Clause, reach: int) -> bool:
    """Whether a form of "to be" governs the trigger; "is doing" and the French "s'est rendu" are no passives."""
    first = clause.first
    if clause.key(first).endswith("ing"):
        return False
    inside = range(first - reach, clause.last)  # a listed phrase may hold its own auxiliary: "were arrested"
    return any(end in inside and clause.key(start - 1) not in _REFLEXIVE for start, end in clause.places("m_passive"))


def _bare(clause: _Clause) -> bool:
    """Whether a participle stands without its auxiliary, as in titles ("nine killed in a raid", "21 civils tués")."""
    first, tokens = clause.first, clause.tokens
    if tokens[first].text.casefold().endswith(("é", "és", "ée", "ées")):
        return not _AVOIR & {token.text.casefold() for token in tokens[max(0, first - 3) : first]}  # by text: "à" is no "a"
    after = clause.key(clause.last + 1) or "in"
    key = clause.key(first)
    counted = clause.key(clause.last + 2) in ("least", "most", "many")  # "killed at least twelve soldiers" is active
    return (
        (key.endswith("ed") or key in _PARTICIPLES)
        and (after in _CIRCUMSTANCE or (after == "," and clause.key(first - 1) not in _HAVE))
        and not counted
    )


def _told(clause: _Clause, at: int) -> bool:
    """Whether a French participle with its auxiliary stands here: what follows it is its object ("a libéré douze civils enlevés")."""
    token = clause.tokens[at]
    return token.text.casefold().endswith(("é", "és", "ée", "ées")) and clause.tokens[at - 1].text.casefold() in _AVOIR


def _subject_first(clause: _Clause) -> bool:
    """Whether an Arabic verb agrees with a plural or dual before it and nobody stands behind: "eight people were killed yesterday in"."""
    at = clause.last + 1
    met = clause.first < clause.last and clause.key(clause.first).endswith(("وا", "قيا", "قيت"))  # "they met their death"
    if clause.first == clause.low or not (met or clause.key(clause.last).endswith(("وا", "تلا", "يبا", "رحا", "طفا"))):
        return False
    while clause.key(at) in _AR_WHEN:
        at += 1
    scene = any(start == at for start, _ in clause.places(*_SCENES))
    return scene or clause.key(at) in _AR_NO_OBJECT | _AR_CIRCUMSTANCE or clause.key(at).startswith("و")


def _between_light_verb(clause: _Clause) -> Stretch | None:
    """Those who "met their death": named between the Arabic verb and its noun."""
    if not clause.carries("fatal_noun"):
        return None
    verbs = [end for _, end in clause.places("fatal_verb") if clause.low <= end < clause.first and clause.first - end <= _NEAR]
    return (max(verbs) + 1, clause.first) if verbs and max(verbs) + 1 < clause.first else None


def _behind_scene(clause: _Clause) -> tuple[list[Stretch], list[Stretch]]:
    """Doers and struck where a word for an attack is the subject of the deed: "an attack on the post killed eleven"."""
    scenes = [(start, end) for start, end in clause.places(*_SCENES) if clause.before[0] <= start and end < clause.first]
    if not scenes:
        return [clause.before], []
    start, end = min(scenes)
    doers = [(max(clause.low, start - _NEAR), start)]
    struck = [
        (at + 1, clause.first)
        for at in range(end + 1, min(clause.first, end + 1 + _OF_REACH))
        if clause.key(at) in _OF or any(at == mark for mark, _ in clause.places("m_on"))
    ]
    by = clause.marker("m_by", end, clause.first)
    return ([(by[1] + 1, clause.first)] if by else []) + [*_named_with_attack(clause), *doers], struck[:1]


def _named_with_attack(clause: _Clause) -> Iterator[Stretch]:
    """Armed men that a word for an attack names as its own: "rebel attack", "attaque de rebelles", an attack "of gunmen"."""
    armed = clause.places("armed_actor")
    if not armed:
        return
    for start, end in clause.places(*_SCENES):
        if not clause.low <= start < clause.high:
            continue
        for first, last in armed:
            if clause.arabic:
                own = first == end + 1 and clause.tokens[first].key.endswith(("ين", "ون")) and not clause.carries("armed_actor")
            else:
                own = 0 < start - last <= 1 or (0 < first - end <= _OF_REACH and clause.key(end + 1) in _OF)
            if own:
                yield first, last + 1


def _spans(stretches: Sequence[Stretch], tokens: Sequence[Token]) -> tuple[Span, ...]:
    found = []
    for first, behind in stretches:
        low, high = max(first, 0), min(behind, len(tokens))
        while low < high and tokens[low].script == "punct":
            low += 1
        while high > low and tokens[high - 1].script == "punct":
            high -= 1
        if low < high:
            found.append(Span(tokens[low].start, tokens[high - 1].end))
    return tuple(dict.fromkeys(found))
