"""Meetings that a text looks back to: followed up or recalled ones, who took part in them, and who was at home."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Participant
from marsad.coding.dates import DateFound
from marsad.coding.engagements_parties import Party
from marsad.coding.engagements_told import Meeting, Told
from marsad.coding.phrases import Phrase

_HAD_REACH = 3  # words between "had" and its verb
_AFTER_REACH = 5  # words between "after" and the meeting: how long after, an article
_AFTER = frozenset(["بعد", "عقب", "after", "following", "apres"])
_SIDES_REACH = 6  # words before a verb in which "the two ..." stands
_STORY_BACK = 64  # meetings looked back over for the one that a clause names
_BOTH = frozenset(["two", "both", "deux", "they", "ils", "elles"])
_WIDER = (
    "وزاري",
    "اقليمي",
    "قمه",
    "موتمر",
    "مءتمر",
    "دولي",
    "منتدي",
    "minister",
    "region",
    "summit",
    "sommet",
    "confer",
    "forum",
    "internation",
)
"""Beginnings of words for a gathering of more than two sides."""
_NOUNS = ("visit_noun", "joined")
_EARLIER = ("talks", "visit_noun", "joined", "meet", "call", "sign")
_HAD = frozenset(["had", "avait", "avaient", "etait", "etaient"])
_WAS = frozenset(["كان", "كانت", "كانا", "كانوا"])
_BARE = frozenset(["minister", "director", "director-general", "president", "ambassador", "commander", "general", "chairman", "envoy"])
"""Titles that a text repeats without body, state and name ("the minister")."""


def latest(story: Sequence[Meeting]) -> Meeting | None:
    """The meeting that the text is about: the last one told that is no part of a visit and not one of an earlier time."""
    return next((one for one in reversed(story) if one.parent is None and not one.followed and not one.recalled), None)


def earlier_talks(told: Told, main: Meeting | None, dates: Sequence[DateFound]) -> Meeting | None:
    """The talks that a follow-up names by their date alone, between the parties of `main`; None where there are none."""
    follow = told.cue("follow_up")
    if follow is None or main is None or main.follows is not None:
        return None
    noun = next((word for word in told.triggers if word.first > follow.last and word.sense in _EARLIER), None)
    if noun is None or not any(found.span.start > noun.span.end and found.start for found in dates):
        return None
    if _of_others(told, noun):
        return None
    form = _form(noun)
    if form == "agreement":
        return Meeting("agreement", noun.sense, told.sent, noun.span, _states(main), followed=True, source_kind=told.sent.source_kind)
    earlier = Meeting(form, noun.sense, told.sent, noun.span, list(main.guests), list(main.hosts), followed=True)  # type: ignore[arg-type]
    earlier.source_kind = told.sent.source_kind
    return earlier


def _of_others(told: Told, noun: Phrase) -> bool:
    """Whether more than the two sides took part (a ministerial meeting, a regional conference): who they were is not told."""
    near = told.sent.tokens[max(0, noun.first - 2) : noun.last + 3]
    return any(token.key.removeprefix("ال").startswith(_WIDER) for token in near)


def _states(main: Meeting) -> list[Party]:
    """The states of those who met, for what their states signed; the parties themselves where two states are not known."""
    of = {party.country: party for party in (*main.hosts, *main.guests) if party.country}
    if len(of) < 2:
        return [*main.guests, *main.hosts]
    return [
        Party(Participant(None, None, None, country, None, one.participant.span, f"country:{country}"), one.first, one.last, state=True)
        for country, one in of.items()
    ]


def _form(noun: Phrase) -> str:
    return "visit" if "visit" in noun.sense else {"call": "call", "sign": "agreement"}.get(noun.sense, "meeting")


def met_before(told: Told, main: Meeting) -> Meeting | None:
    """An earlier meeting of the same sides, told with "had" and without their names (the two had met in March in Lome)."""
    verb = next((word for word in told.triggers if word.sense in ("meet", "joined", "visit", "call") and _pluperfect(told, word)), None)
    if verb is None or any(party.title for party in told.parties) or not _sides(told, verb):
        return None
    earlier = Meeting("call" if verb.sense == "call" else "meeting", verb.sense, told.sent, verb.span, list(main.guests), list(main.hosts))
    earlier.recalled, earlier.source_kind = True, told.sent.source_kind
    return earlier


def _sides(told: Told, verb: Phrase) -> bool:
    """Whether "the two ..." or a definite dual is the subject of a verb."""
    near = told.sent.tokens[max(0, verb.first - _SIDES_REACH) : verb.last + 2]
    return any(token.key in _BOTH or (token.key.startswith("ال") and token.key.endswith(("ان", "ين"))) for token in near)


def meant(told: Told, within: range, story: Sequence[Meeting], main: Meeting) -> Meeting:
    """The meeting with those whom a clause names (with X he discussed ..., while talks with Y dealt with ...); else `main`."""
    named = [party for party in told.parties if party.surname and party.first in within]
    if not named:
        return main
    held = [one for one in reversed(story[-_STORY_BACK:]) if all(any(party.same(other) for other in one.everybody) for party in named)]
    return main if not held or main in held else held[0]


def seat_at_home(earlier: Meeting) -> None:
    """Make those at home in the country of the place the hosts; without a known place there is no host."""
    country = earlier.place.country if earlier.place is not None else None
    everybody = [*earlier.guests, *earlier.hosts]
    earlier.hosts = [party for party in everybody if country is not None and party.country == country]
    earlier.guests = [party for party in everybody if party not in earlier.hosts] or everybody


def not_before(meeting: Meeting, main: Meeting) -> bool:
    """Whether a meeting taken for an earlier one is surely not older than `main`."""
    mine, its = meeting.date, main.date
    if mine is None or its is None or mine.start is None or its.start is None:
        return False
    return mine.start >= its.start


def is_recalled(told: Told, meeting: Meeting, main: Meeting) -> bool:
    """Whether a sentence only looks back to a meeting: told with "had", or by a noun with a date before that of `main`."""
    if told_of_earlier(told, meeting):
        return not _same_day(meeting, main)
    if meeting.frame in _NOUNS and _comes_after(told, meeting):
        return True
    mine, its = meeting.date, main.date
    if meeting.frame not in (*_NOUNS, "sign") or mine is None or its is None or mine.end is None or its.start is None:
        return False
    return mine.end < its.start


def _comes_after(told: Told, meeting: Meeting) -> bool:
    """Whether "after" leads to a meeting told by a noun (the talks come a week after the visit of ...)."""
    at = told.sent.position(meeting.trigger.start)
    return any(token.key.removeprefix("و") in _AFTER for token in told.sent.tokens[max(0, at - _AFTER_REACH) : at])


def _same_day(meeting: Meeting, main: Meeting) -> bool:
    mine, its = meeting.date, main.date
    return mine is not None and its is not None and (mine.start, mine.end) == (its.start, its.end)


def told_of_earlier(told: Told, meeting: Meeting) -> bool:
    """Whether the verb of a meeting is a pluperfect (had met; avait recu; kana ... qad iltaqa)."""
    word = next((word for word in told.triggers if word.span == meeting.trigger), None)
    return word is not None and _pluperfect(told, word)


def _pluperfect(told: Told, word: Phrase) -> bool:
    tokens, at = told.sent.tokens, word.first
    if tokens[at].script != "arabic":
        return any(token.key in _HAD for token in tokens[max(0, at - _HAD_REACH) : word.last + 1])
    was = any(token.key.removeprefix("و") in _WAS for token in tokens[:at])
    return was and at > 0 and tokens[at - 1].key.removeprefix("و") in ("قد", "سبق")


def completed(party: Party, main: Meeting, meeting: Meeting) -> Party:
    """A party of an earlier meeting with what the meeting at hand tells of the same office-holder, named or pointed at."""
    if meeting.form == "agreement" and party.state:
        return party
    twin = next((other for other in main.everybody if party.same(other)), None) or _pointed_at(party, main, meeting)
    return party if twin is None else party.joined(twin)


def named_before(party: Party, story: Sequence[Meeting]) -> Party:
    """An office-holder without a name, with that of the one of his state who was told before (the Togolese minister)."""
    if party.participant.name is not None or party.country is None or not party.title or party.plural:
        return party
    told = [other for one in reversed(story[-_STORY_BACK:]) for other in one.everybody if other.surname and other.country == party.country]
    held = {other.surname: other for other in told if party.generic or other.title.endswith(party.title)}
    return party.joined(next(iter(held.values()))) if len(held) == 1 else party


def of_earlier(told: Told, meeting: Meeting, main: Meeting) -> list[Party]:
    """The guests of an earlier meeting; the states of those who met where it was signed and the text names nobody."""
    if meeting.form == "agreement" and not any(party.surname or party.state for party in told.parties):
        return _states(main)
    return meeting.guests


def _pointed_at(party: Party, main: Meeting, meeting: Meeting) -> Party | None:
    """Whom a bare title means ("the minister"): the one of `main` who holds such an office and is not at home where they met."""
    if party.participant.name is not None or party.country is not None:
        return None
    if party.generic or party.title == "envoy":  # "the envoy", "the official": whoever came
        return main.guests[0] if len(main.guests) == 1 else None
    if party.title not in _BARE:
        return None
    home = meeting.destination.country if meeting.destination is not None else meeting.place.country if meeting.place is not None else None
    holders = [other for other in main.everybody if other.title.endswith(party.title) and (home is None or other.country != home)]
    return holders[0] if len(holders) == 1 else None
