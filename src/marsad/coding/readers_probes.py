"""Probes of a model's reading: does an event's type follow its definition, or the label's place in the list, or its name?

A model that reads gives the same types when the labels are listed in another order, when two names are changed over, and when the names
mean nothing. How often it does is printed beside its score: a high score with low agreement comes from the names, not from the codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marsad.base.records import Language, Span
from marsad.base.script import tokenize
from marsad.coding.drafts import Sentence
from marsad.coding.readers import AskingDrafter
from marsad.coding.readers_codebook import Codebook, load_codebook

SWAPS = (
    ("ASSAULT", "AID"), ("PROTEST", "CONSULT"), ("COERCE", "SUPPORT"), ("THREATEN", "AGREE"),
    ("ACCUSE", "COOPERATE"), ("SANCTION", "CONCEDE"), ("REJECT", "REQUEST"), ("MOBILIZE", "RETREAT"),
)  # fmt: skip
"""Names changed over in the swap probe: most across the line between cooperation and conflict, so that following a name shows."""

_OTHER_NAME = {**dict(SWAPS), **{second: first for first, second in SWAPS}}


@dataclass(frozen=True, slots=True)
class Probe:
    """One changed codebook against the codebook as it is.

    Attributes:
        name: what was changed.
        compared: sentences that both readings answered.
        same: of these, sentences with the same set of types.
        telling: of those compared, sentences where either reading has an event; the others agree by saying nothing.
        same_telling: of these, sentences with the same set of types.
        by_name: telling sentences whose types are those that the swapped names say; counted in the swap probe alone.
        aside: sentences that one of the two readings set aside.
    """

    name: str
    compared: int
    same: int
    telling: int
    same_telling: int
    by_name: int
    aside: int

    @property
    def agreement(self) -> float | None:
        """Share of the telling sentences with the same types, 0 to 1; None where no sentence tells."""
        return self.same_telling / self.telling if self.telling else None


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """Every probe over the same sentences; `aside` counts what the codebook as it is could not read."""

    sentences: int
    aside: int
    probes: tuple[Probe, ...]

    def lines(self) -> list[str]:
        """A table in Markdown."""
        rows = [
            f"| {p.name} | {p.compared} | {p.telling} | {'-' if p.agreement is None else f'{p.agreement:.2f}'} | {p.by_name} | {p.aside} |"
            for p in self.probes
        ]
        return [
            "| probe | compared | with an event | agreement on these | follow the name | set aside |",
            "|---|--:|--:|--:|--:|--:|",
            *rows,
        ]


def probe(reader_factory: Callable[[Codebook], AskingDrafter], sentences: Sequence[tuple[str, Language]]) -> ProbeReport:
    """Read the same sentences under changed codebooks and compare the types.

    Args:
        reader_factory: makes what asks the model, with the codebook given; wide bounds let it finish on a poor model.
        sentences: text and language of each.

    Raises:
        ReaderError: the model cannot be asked.
    """
    book = load_codebook()
    changed = (
        ("order: last first", book.reversed()),
        ("order: shuffled", book.shuffled(1)),
        ("names swapped in pairs", book.swapped(SWAPS)),
        ("names A, B, C", book.generic()),
    )
    given = [Sentence(text, Span(0, len(text)), tuple(tokenize(text)), language) for text, language in sentences]
    base = _types(reader_factory(book), given)
    probes = [_compared(name, base, _types(reader_factory(other), given)) for name, other in changed]
    return ProbeReport(len(given), base.count(None), tuple(probes))


def _types(reader: AskingDrafter, sentences: Sequence[Sentence]) -> list[frozenset[str] | None]:
    """The types told by each sentence; None where it was set aside."""
    found: list[frozenset[str] | None] = []
    for sentence in sentences:
        before = len(reader.rejects)
        drafts, _ = reader.code_sentence(sentence)
        found.append(None if len(reader.rejects) > before else frozenset(draft.type for draft in drafts))
    return found


def _compared(name: str, base: Sequence[frozenset[str] | None], other: Sequence[frozenset[str] | None]) -> Probe:
    pairs = [(one, two) for one, two in zip(base, other, strict=True) if one is not None and two is not None]
    telling = [(one, two) for one, two in pairs if one or two]
    by_name = [1 for one, two in telling if one != two and frozenset(_OTHER_NAME[t] for t in one) == two] if "swapped" in name else []
    return Probe(
        name=name,
        compared=len(pairs),
        same=sum(one == two for one, two in pairs),
        telling=len(telling),
        same_telling=sum(one == two for one, two in telling),
        by_name=len(by_name),
        aside=len(base) - len(pairs),
    )
