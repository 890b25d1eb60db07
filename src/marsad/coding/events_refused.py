"""Why a trigger made no event: the cues that told against it, in words a reader can check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from marsad.coding.frames import Fired

_WORDS = {
    "c_sport": "sport",
    "c_market": "markets and prices",
    "c_culture": "film, book or song",
    "c_law": "courts and law, not the act itself",
    "c_hypo": "hypothesis",
    "c_future": "plan or future",
    "c_negation": "negation",
    "c_history": "history",
    "c_generic": "general talk",
    "c_opinion": "opinion",
    "c_condemn": "a reaction to an event",
    "c_stop": "prevention of an event",
    "c_question": "a question",
    "w_relative": "a clause with which or who, beside what is told",
    "w_this": "this or that: talk about something known",
    "w_or": "alternatives",
    "w_not": "negations",
    "w_any": "any, all, some: general talk",
    "w_like": "examples",
    "w_also": "also, moreover",
    "w_when": "when, while",
    "w_with": "with, about, concerning",
    "w_if": "an argument",
    "w_be": "what is, not what was done",
    "w_was": "what had been before",
    "w_one": "small numbers",
    "w_month": "a month by name",
    "w_capital": "the capital, the city",
    "v_past": "acts told in the past",
    "v_death": "a death as a noun",
    "v_result": "what it led to",
    "v_noun": "violence as a matter spoken of",
    "v_plot": "a plot, a suspicion or a charge",
    "v_after": "after another event",
    "uprising": "revolution or uprising as a figure of speech",
}


def reason(score: float, against: Mapping[str, float], fired: Sequence[Fired]) -> str:
    """One line: how far below the threshold, and what pulled it down (strongest first)."""
    pulled = sorted((weight, name) for name, weight in against.items() if weight < 0)
    if pulled:
        told = ", ".join(f"{_WORDS.get(name, name.removeprefix('c_').replace('_', ' '))} ({weight:+.1f})" for weight, name in pulled[:4])
        return f"{-score:.1f} below the threshold; told against it: {told}"
    rules = ", ".join(one.frame.id for one in fired[:3])
    if score >= 0:
        return f"another type fits the sentence better than {rules}"
    return f"{-score:.1f} below the threshold: only {rules}, no frame with victim, number, actor or place"


def _plain(name: str) -> str:
    subject = name.removeprefix("t_")
    return f"words of the subject {subject}" if subject != name else name.removeprefix("c_").replace("_", " ")
