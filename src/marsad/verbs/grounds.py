"""What a brief stands on: an id of all its inputs, and every source with its licence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from marsad.world import World

if TYPE_CHECKING:
    from marsad.settings import Settings


def made_from(world: World, settings: Settings) -> str:
    """An id of all that a brief is made from, in place of the run's: the same inputs give the same brief, whenever it is made."""
    from marsad import __version__
    from marsad.base.records import record_id

    tables = sorted((table.source, table.release, table.events) for table in world.tables)
    rows = sorted(world.events["id"].to_pylist())
    chosen = (settings.region, settings.model, settings.draws, settings.seed)
    texts = sorted(getattr(one, "id", "") for one in (*world.documents, *world.records))
    counts = world.country.deaths.tobytes().hex(), world.country.observed.tobytes().hex()
    told = (chosen, tables, rows, texts, counts, *(entry.hash for entry in world.ledger.in_force))
    return record_id("inputs", __version__, world.as_of, *map(str, told)).removeprefix("inputs:")


def sources_of(world: World) -> tuple[Any, ...]:
    """Every source that a figure or a text of the brief rests on, with licence and citation."""
    from marsad.briefs import Source
    from marsad.sources.passport import load_passport

    found: dict[tuple[str, str], int] = {}
    for table in world.tables:
        found[table.source, table.release] = found.get((table.source, table.release), 0) + table.events
    tables: list[tuple[str, str, int | None]] = [(name, release, rows) for (name, release), rows in found.items()]
    if not tables:
        tables = [("ucdp-ged", world.country.vintage, None)]
    told = []
    for name, release, rows in tables:
        card = load_passport(name)
        told.append(Source(name, card.title, card.licence, " ".join(card.citation), release, rows, card.homepage))
    publishers: dict[str, int] = {}
    for document in world.documents:
        publishers[document.publisher or document.path] = publishers.get(document.publisher or document.path, 0) + 1
    return (*told, *(Source(name, name, "", "", "", number) for name, number in sorted(publishers.items())))
