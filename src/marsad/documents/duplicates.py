"""Near-duplicates: documents that tell the same story in nearly the same words, found with MinHash over word shingles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple

from marsad.base.records import Document
from marsad.documents.wording import fold

SHINGLE = 5
"""Words to a shingle: long enough that two reports share one only by copying."""

THRESHOLD = 0.6
"""Jaccard similarity of shingles. A changed word spoils five shingles, so 0.6 allows one edit in about twenty words;
independent reports of one event stay below 0.1."""

PERMUTATIONS = 128
"""Signs of a MinHash: the estimate's standard error is below 0.05."""

TITLE_WORDS = 5
PARAGRAPH_WORDS = 25
"""Words from which an equal title or paragraph is a copy: shorter ones ("Press release") recur by chance."""

_WORD = re.compile(r"\w+")


class Duplicate(NamedTuple):
    """Two documents, by id in the order they came, how alike they are (0 to 1), and what they share."""

    first: str
    second: str
    similarity: float
    shared: Literal["text", "title", "paragraph"]


def near_duplicates(documents: Sequence[Document]) -> tuple[Duplicate, ...]:
    """Pairs of documents that copy each other, in the order of the documents.

    Two documents are a pair if their bodies share most of their words in order (`text`), or they have the same title of five words or
    more, or one paragraph of 25 words or more stands in both. Boilerplate is not compared. `similarity` is the exact Jaccard
    similarity of their shingles. The same document given twice is no pair.
    """
    unique = list({document.id: document for document in documents}.values())
    shingles = [_shingles(_words(document)) for document in unique]
    found: dict[tuple[int, int], Literal["text", "title", "paragraph"]] = {}
    for pair in _candidates(shingles):
        if _jaccard(shingles[pair[0]], shingles[pair[1]]) >= THRESHOLD:
            found[pair] = "text"
    for pair, shared in _copies(unique):
        found.setdefault(pair, shared)
    return tuple(Duplicate(unique[i].id, unique[j].id, _jaccard(shingles[i], shingles[j]), found[i, j]) for i, j in sorted(found))


def _words(document: Document) -> list[str]:
    body = [p.span.of(document.text) for p in document.paragraphs if p.role == "body"]
    return _WORD.findall(fold(" ".join(body)))


def _shingles(words: list[str]) -> frozenset[str]:
    if len(words) < SHINGLE:
        return frozenset([" ".join(words)]) if words else frozenset()
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    together = len(one | other)
    return len(one & other) / together if together else 0.0


def _candidates(shingles: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    from datasketch import MinHashLSH

    # a lower threshold than ours: the estimate errs, and the exact figure decides
    index = MinHashLSH(threshold=THRESHOLD - 0.15, num_perm=PERMUTATIONS)
    for number, words in enumerate(shingles):
        if not words:
            continue
        sign = _sign(words)
        yield from ((int(earlier), number) for earlier in index.query(sign))
        index.insert(number, sign)


def _sign(words: frozenset[str]) -> Any:
    from datasketch import MinHash

    sign = MinHash(num_perm=PERMUTATIONS, seed=1)
    sign.update_batch([word.encode("utf-8") for word in sorted(words)])
    return sign


def _copies(documents: Sequence[Document]) -> Iterator[tuple[tuple[int, int], Literal["title", "paragraph"]]]:
    seen: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        for paragraph in document.paragraphs:
            if paragraph.role == "boilerplate":
                continue
            words = _WORD.findall(fold(paragraph.span.of(document.text)))
            if len(words) < (TITLE_WORDS if paragraph.role == "title" else PARAGRAPH_WORDS):
                continue
            earlier = seen.setdefault(" ".join(words), [])
            yield from (((other, number), "title" if paragraph.role == "title" else "paragraph") for other in earlier if other != number)
            earlier.append(number)
