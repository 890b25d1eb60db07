"""What an ambiguous name means, settled by the words beside it and by the document: Mali or money, the Kingdom, capitals, the Congos."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from marsad.base.records import Document, Span
from marsad.base.script import Token, normalise, search_key
from marsad.coding.entities import Found
from marsad.coding.gazetteer import Gazetteer
from marsad.coding.lexicon import Lexicon
from marsad.coding.reading import Reading, Sent
from marsad.coding.words import ByWord, readings

_MALI = frozenset(["مالي", "ماليه", "المالي", "الماليه", "ماليين", "الماليين", "ماليون", "الماليون", "ماليا"])


class Context:
    """Settles ambiguous names. One context serves any number of documents."""

    def __init__(self, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        """Take the words that settle names from [entity_contexts], and the places that capitals are."""
        self._capitals = {
            entry.id: gazetteer.town(entry.id, [word for lang in ("en", "fr", "ar") for word in entry.words(f"cap_{lang}")])
            for entry in lexicon.section("countries").values()
            if entry.words("cap_en")
        }
        section = lexicon.section("entity_contexts")
        self._words = {entry.id: frozenset(search_key(word) for _, word in entry.names()) for entry in section.values()}
        self._endings = tuple({word.removeprefix("ال") for name in ("kingdom", "sahara") for word in self._words[name]})
        self._ends_so: ByWord[str, bool] = ByWord(lambda key: key.endswith(self._endings))
        self._monarchies = section["monarchies"].words("en")
        self._press = tuple(search_key(word) for _, word in section["kingdom_press"].names())

    def settle(self, reading: Reading) -> None:
        """Replace the names of each sentence by what they mean here; add the Kingdom and the desert."""
        for sent in reading.sents:
            sent.found = list(self._first_pass(sent))
        counts = Counter(item.country for sent in reading.sents if sent.role != "boilerplate" for item in sent.found if item.country)
        for sent in reading.sents:
            sent.found = sorted(self._second_pass(sent, reading, counts), key=lambda item: (item.first, -item.last))

    def _first_pass(self, sent: Sent) -> Iterator[Found]:
        for item in sent.found:
            if (
                item.country == "MLI"
                and sent.tokens[item.last].key.removeprefix("و").lstrip("بل") in _MALI | {"مالي"}
                and not self._mali(sent, item)
            ):
                continue
            if item.kind == "place" and item.sector == "weak" and not self._located(sent, item):
                continue
            if item.how == "capital" and item.kind == "country":
                yield self._capital(sent, item)
            else:
                yield item

    def _mali(self, sent: Sent, item: Found) -> bool:
        """Whether the word is the state or its adjective, not "financial"."""
        tokens = sent.tokens
        if item.first != item.last or item.inner:
            return True
        token = tokens[item.first]
        before = tokens[item.first - 1].key if item.first else ""
        after = tokens[item.first + 1].key if item.first + 1 < len(tokens) else ""
        bare = [key for _, key in readings(token.key, True)]
        if token.key.startswith("ال") or token.key.endswith(("ه", "ين", "ون")):
            heads = {before, tokens[item.first - 2].key if item.first > 1 else ""}
            return bool(heads & self._words["malian_heads"]) and before not in self._words["financial"]
        if "مالي" not in bare:
            return False
        if token.key != "مالي":  # a preposition or conjunction hangs on it
            return token.key[:1] != "و" or (before not in self._words["financial"] and _state_before(sent, item))
        if before in self._words["before_mali"] or any(key in self._words["before_mali"] for _, key in readings(before, True)):
            return True
        if before in self._words["malian_heads"]:
            return True
        return item.first == 0 or tokens[item.first - 1].script == "punct" or (after.startswith("و") and _state_after(sent, item))

    def _located(self, sent: Sent, item: Found) -> bool:
        """Whether a word of place stands before a town of the gazetteer: many towns are also names of people and common words."""
        token = sent.tokens[item.first]
        before = [sent.tokens[at].key for at in range(max(0, item.first - 2), item.first)]
        last = [key for _, key in readings(before[-1], token.script == "arabic")] if before else []
        if token.script == "arabic":
            return any(key in self._words["place_words"] for key in last)
        return any(key in self._words["place_prepositions"] or key in self._words["place_words"] for key in last) or (
            len(before) == 2 and before[0] in self._words["place_words"] and before[1] in ("de", "of", "d'")
        )

    def _capital(self, sent: Sent, item: Found) -> Found:
        """A capital is the town after a place preposition or as a dateline, else the government that sits there."""
        tokens = sent.tokens
        token = tokens[item.first]
        before = tokens[item.first - 1].key if item.first else ""
        clitic = item.span.start > token.start and token.key[:1] in ("ب", "و") and token.key.removeprefix("و")[:1] == "ب"
        after = tokens[item.last + 1].text if item.last + 1 < len(tokens) else ""
        dateline = item.first == 0 and after in ("-", "–", "—", "(", "/", ",", ":")
        following = tokens[item.last + 1].key if item.last + 1 < len(tokens) else ""
        behind = tokens[item.first - 2].key if item.first > 1 else ""
        of = before in ("de", "d'", "of") and any(key in self._words["town_nouns"] for _, key in readings(behind, False))
        dateline = dateline or of or following in self._words["town_after"] or (token.script == "arabic" and self._of_a_town(before))
        between = before in ("بين", "وبين", "entre", "between")
        if not between and (clitic or dateline or before in self._words["place_prepositions"]):
            place = self._town(item)
            return replace(item, entity=place, kind="place", reason="capital, read as the town: a place word stands before it")
        return replace(item, reason="capital, stands for the government", rivals=(self._town(item),))

    def _of_a_town(self, before: str) -> bool:
        return any(key in self._words["town_nouns"] for _, key in readings(before, True))

    def _town(self, item: Found) -> str:
        """The entity of a capital as a town, the same in every language."""
        return next((rival for rival in item.rivals if rival.startswith("place:")), self._capitals.get(item.country or "") or item.entity)

    def _second_pass(self, sent: Sent, reading: Reading, counts: Counter[str]) -> Iterator[Found]:
        for item in sent.found:
            yield _among_rivals(item, counts) if item.rivals and item.kind == "country" else item
        told = self._ends_so
        ends = [at for at, token in enumerate(sent.tokens) if told[token.key]]
        if not ends:
            return
        taken = {at for item in sent.found for at in range(item.first, item.last + 1)}
        for at in ends:
            if at in taken:
                continue
            yield from self._kingdom(sent, at, reading.document, counts)
            yield from self._sahara(sent, at)

    def _kingdom(self, sent: Sent, at: int, document: Document, counts: Counter[str]) -> Iterator[Found]:
        token = sent.tokens[at]
        cut = next((cut for cut, key in readings(token.key, token.script == "arabic") if key in self._words["kingdom"]), None)
        if cut is None or (token.script == "latin" and not token.text[:1].isupper()):
            return
        country, reason, rivals = self._which_kingdom(document, counts)
        if country is not None:
            yield Found(_cut_span(token, cut), at, at, f"country:{country}", "country", "name", country, None, reason, rivals)

    def _which_kingdom(self, document: Document, counts: Counter[str]) -> tuple[str | None, str, tuple[str, ...]]:
        publisher = search_key(" ".join(filter(None, (document.publisher, document.url, document.path))))
        home = "MAR" if any(word in publisher for word in self._press) else None
        named = sorted((code for code in self._monarchies if counts[code]), key=lambda code: -counts[code])
        rivals = tuple(f"country:{code}" for code in self._monarchies[:2])
        if home and (not named or home in named or counts[named[0]] < 3):
            return home, "the Kingdom, by the publisher's country", tuple(r for r in rivals if r != f"country:{home}")
        if named:
            return named[0], "the Kingdom, as the monarchy that the text names most", tuple(r for r in rivals if r != f"country:{named[0]}")
        return None, "", ()

    def _sahara(self, sent: Sent, at: int) -> Iterator[Found]:
        token = sent.tokens[at]
        cut = next((cut for cut, key in readings(token.key, token.script == "arabic") if key in self._words["sahara"]), None)
        if cut is None or at == 0:
            return
        before = [key for _, key in readings(sent.tokens[at - 1].key, True)]
        if any(key in self._words["beside_sahara"] or "ال" + key in self._words["beside_sahara"] for key in before):
            yield Found(
                _cut_span(token, cut),
                at,
                at,
                "region:sahara",
                "region",
                "name",
                None,
                None,
                "the desert: the Sahel or a direction stands before it",
            )


def _state_before(sent: Sent, item: Found) -> bool:
    return any(other.kind == "country" and 0 < item.first - other.last <= 3 for other in sent.found)


def _state_after(sent: Sent, item: Found) -> bool:
    return any(other.kind == "country" and 0 < other.first - item.last <= 1 for other in sent.found)


def _cut_span(token: Token, cut: int) -> Span:
    if not cut or token.key[cut : cut + 1] == "ل":
        return token.span
    return Span(token.start + normalise(token.text).raw_span(cut, len(token.key)).start, token.end)


def _among_rivals(item: Found, counts: Counter[str]) -> Found:
    """Of states that share a name, the one that the rest of the text names; the others stay as rivals."""
    codes = [code for entity in (item.entity, *item.rivals) if (code := _code(entity))]
    best = max(codes, key=lambda code: (counts[code] - int(code == item.country), -codes.index(code)))
    if best == item.country:
        return item
    entities: Iterable[str] = (entity for entity in (item.entity, *item.rivals) if entity != f"country:{best}")
    return replace(
        item,
        entity=f"country:{best}",
        country=best,
        rivals=tuple(entities),
        reason="name shared by states: the one the text names elsewhere",
    )


def _code(entity: str) -> str | None:
    return entity.removeprefix("country:") if entity.startswith("country:") else None
