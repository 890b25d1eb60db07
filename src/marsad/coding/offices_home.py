"""Where a quoted expert works: the institute, university or centre named beside the title ("an analyst at the Horn Institute")."""

from __future__ import annotations

from collections.abc import Sequence

from marsad.base.records import Span
from marsad.base.script import Token, search_key
from marsad.coding.offices_names import NameWords, name_before
from marsad.coding.offices_persons import Person

_OF_HOUSE = frozenset(["of", "from", "at", "with", "de", "du", "d'"])
_NEAR = 6  # words between the comma behind a name and the house
_REACH = 8  # words between a title or a name and the house it belongs to
_ACRONYM = 3  # letters: an institute known by its initials
_MOST = 9  # words of a house's name
_ARABIC = frozenset(map(search_key, ["مركز", "معهد", "جامعة", "مؤسسة", "مرصد", "كلية", "أكاديمية", "مجموعة", "مجلس", "مدرسة"]))
_LATIN = frozenset([
    "institut", "institute", "centre", "center", "universite", "university", "fondation", "foundation", "observatoire",
    "observatory", "ecole", "school", "college", "academie", "academy", "council", "conseil", "groupe", "group", "think-tank",
])  # fmt: skip
_LEADS = frozenset(["at", "of", "from", "with", "de", "du", "d'", "des", "a", "au", "the", "la", "le", "l'", "chez", "pour", ","])
_INSIDE = frozenset(["for", "of", "on", "and", "the", "de", "du", "des", "d'", "la", "le", "l'", "les", "et", "pour", "sur"])
_FRENCH = frozenset(["l'", "du", "au"])
"""French writes a house without a capital (a l'universite de Bamako)."""
_ARTICLES = ("ال", "لل", "وال", "ول")


def house(tokens: Sequence[Token], at: int, words: NameWords) -> Span | None:
    """The span of the house named within a few words from `at` on, in the same breath; None where there is none."""
    for head in range(at, min(at + _REACH, len(tokens))):
        token = tokens[head]
        if token.key in ("par", "by"):
            return None
        if token.script == "punct" and token.text not in (",", "،", "'", "’", "-"):
            return None
        if token.script == "arabic":
            cut = _clitic(token.key)
            if cut is not None:
                return _arabic(tokens, head, cut)
            if token.key in words.stops and token.key not in ("في", "من", "لدي"):
                return None
        elif token.key in _LATIN and (token.text[:1].isupper() or (head and tokens[head - 1].key in _FRENCH)):
            return _latin(tokens, at, head, words)
        elif token.text.isupper() and len(token.text) >= _ACRONYM and head and tokens[head - 1].key in _LEADS:
            return token.span
    return None


def of_a_house(tokens: Sequence[Token], text: str, words: NameWords, *, taken: set[int]) -> list[Person]:
    """Experts told by their house alone: a Latin name, a comma, "of" and an institute (For X, of the Accra Centre, ...)."""
    found: list[Person] = []
    for at in range(2, len(tokens) - 2):
        if tokens[at].text != "," or tokens[at - 1].script != "latin" or tokens[at + 1].key not in _OF_HOUSE or at + 1 in taken:
            continue
        home = house(tokens, at + 1, words)
        name = name_before(tokens, at, taken=taken, words=words) if home is not None else None
        if home is None or name is None:
            continue
        first = next(n for n, token in enumerate(tokens) if token.start >= home.start)
        last = max(n for n, token in enumerate(tokens) if token.end <= home.end)
        if first - at <= _NEAR:
            found.append(Person(
                "expert", name.text, name.span, "", home, home.of(text), None, None, name.first, last, expert=True,
            ))  # fmt: skip
    return found


def is_house(token: Token) -> bool:
    """Whether a word is that for an institute, a university or their like."""
    return _clitic(token.key) is not None if token.script == "arabic" else token.key in _LATIN


def _clitic(key: str) -> int | None:
    """Letters before the word for a house (at, to, the); None where the word names no house."""
    for cut in (0, 1, 2, 3):
        if key[cut:] in _ARABIC and key[:cut] in ("", "ب", "ل", "ال", "بال", "وب"):
            return cut
    return None


def _arabic(tokens: Sequence[Token], head: int, cut: int) -> Span:
    last = head
    for at in range(head + 1, min(head + _MOST, len(tokens))):
        token = tokens[at]
        if token.script != "arabic" or not (at == head + 1 or token.key.startswith(_ARTICLES)):
            break
        if token.key in ("ان", "انه", "في"):
            break
        last = at
    return Span(tokens[head].start + cut, tokens[last].end)


def _latin(tokens: Sequence[Token], at: int, head: int, words: NameWords) -> Span | None:
    first = head
    while first > at and tokens[first - 1].script == "latin" and tokens[first - 1].text[:1].isupper():
        first -= 1
    if first > 0 and first > at and tokens[first - 1].key not in _LEADS:
        return None
    last = head
    for place in range(head + 1, min(head + _MOST, len(tokens))):
        token = tokens[place]
        named = token.script == "latin" and (token.text[:1].isupper() or tokens[place - 1].key in _INSIDE or token.key.endswith("iques"))
        if named and (token.key not in words.stops or token.key in _INSIDE):
            last = place if token.key not in _INSIDE else last
        elif token.key not in _INSIDE and token.text not in ("'", "’"):
            break
    return Span(tokens[first].start, tokens[last].end)
