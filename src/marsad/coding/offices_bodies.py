"""Bodies that no list holds, by the noun that makes them one: the National Revenue Authority, an agency, a mission, a joint force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from marsad.base.script import Token
from marsad.coding.entities import Found

_MOST = 10  # words of a body's name
BODY_NOUNS = frozenset([
    "authority", "agency", "service", "services", "mission", "commission", "council", "board", "office", "force", "forces", "committee",
    "bureau", "corps", "directorate", "department", "command", "secretariat", "administration", "autorite", "agence", "conseil", "comite",
    "direction", "office", "commandement", "departement", "inspection", "brigade", "cellule", "haute", "delegation", "unit", "guard",
    "patrol", "customs", "garde", "state", "region", "province", "governorate",
])  # fmt: skip
"""Nouns, as search keys, that make a body of the words around them."""
_LINKS = frozenset(["of", "and", "for", "the", "on", "de", "du", "des", "d'", "la", "le", "l'", "les", "et", "a", "contre"])


def body_end(tokens: Sequence[Token], at: int, starts: Mapping[int, Found], stops: Set[str]) -> int | None:
    """The last word of the body whose name begins at `at` with a capital, before its state, a mark or a verb; None where none does."""
    if at >= len(tokens) or tokens[at].script != "latin" or not tokens[at].text[:1].isupper():
        return None
    french = tokens[at].key in BODY_NOUNS and at + 1 < len(tokens) and tokens[at + 1].text[:1].islower()
    end, place = at, at + 1
    while place < min(at + _MOST, len(tokens)):
        token = tokens[place]
        if token.script != "latin" or (place in starts and starts[place].kind == "country" and starts[place].how == "name"):
            break
        if token.text[:1].isupper() or (french and token.key not in stops and token.key not in _LINKS):
            end = place
        elif token.key not in _LINKS or (token.key == "a" and not french):
            break
        place += 1
    while end > at and tokens[end].key in _LINKS:
        end -= 1
    return end if end > at and any(token.key in BODY_NOUNS for token in tokens[at : end + 1]) else None
