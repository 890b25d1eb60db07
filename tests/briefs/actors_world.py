"""A group and two partnerships for briefs: rows of event tables made by rule, the sample's texts, findings by the assessment itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyarrow as pa
from brief_world import AS_OF, CODES, hand_made_records, make_inputs, panel_and_draws, sample_documents

from made_events import event_rows
from marsad.assessment import assess
from marsad.assessment.groups import Lineage, group_profile
from marsad.assessment.partnerships import Contact, partnership
from marsad.base.findings import Assessment
from marsad.base.frames import Coverage, Score, Scores
from marsad.base.places import Region
from marsad.base.records import Actor, Document, Engagement, Event, Span, Statement, record_id
from marsad.briefs import BriefInputs, GroupInputs, PairInputs

GROUP = "group:jnim"
GROUP_NAMES = {
    "group:jnim": {"ar": "جماعة نصرة الإسلام والمسلمين", "fr": "JNIM", "en": "JNIM"},
    "group:is": {"ar": "تنظيم الدولة الإسلامية", "fr": "État islamique", "en": "Islamic State"},
    "group:aqim": {"ar": "القاعدة في بلاد المغرب الإسلامي", "fr": "AQMI", "en": "AQIM"},
    "group:ansar-dine": {"ar": "أنصار الدين", "fr": "Ansar Dine", "en": "Ansar Dine"},
}
STATES = {"MAR": ("المغرب", "Maroc", "Morocco"), "USA": ("الولايات المتحدة", "États-Unis", "United States"),
          "NER": ("النيجر", "Niger", "Niger"), "TCD": ("تشاد", "Tchad", "Chad"), "FRA": ("فرنسا", "France", "France"),
          "JPN": ("اليابان", "Japon", "Japan")}  # fmt: skip
LINEAGES = (Lineage(GROUP, "2017-03", None, ("group:aqim",)), Lineage("group:ansar-dine", "2012-01", "2017-03", merged_into=(GROUP,)))
UCDP_NAMES = {"ucdp-actor:6716": GROUP, "jnim": GROUP, "ucdp-actor:234": "group:is"}


def group_rows(events_a_month: int = 2, months: int = 40) -> pa.Table:
    """Rows with the group as a side: from 40 months ago, in Burkina Faso and lately Mali, against the state, civilians and a rival."""
    rows = []
    for back in range(months):
        year, month = divmod(AS_OF - back - 1, 12)
        for n in range(events_a_month):
            land, cell, lon, lat = ("MLI", 150117, -1.7, 14.2) if back < 3 and n else ("BFA", 149396 + n, -1.9 + n / 2, 13.1)
            foe = (("Government of Burkina Faso", "ucdp-actor:78"), ("Civilians", "ucdp-actor:1"), ("IS", "ucdp-actor:234"))[(back + n) % 3]
            rows.append({
                "id": f"event:g{back:02d}{n}", "date_end": date(1980 + year, month + 1, 3 + n), "country": land,
                "country_id": CODES[land], "cell": cell, "lon": lon, "lat": lat, "place": "Kaya", "place_precision_m": 1000.0,
                "actor": foe[0], "actor_entity": foe[1], "recipient": "JNIM", "recipient_entity": "ucdp-actor:6716",
                "deaths_best": 1 + (back + n) % 7, "deaths_low": 1, "deaths_high": 9,
                "violence": "one-sided" if foe[0] == "Civilians" else "non-state" if foe[0] == "IS" else "state-based",
            })  # fmt: skip
    return event_rows(rows)


def told_of_group(texts: dict[str, Document]) -> tuple[Event | Statement, ...]:
    """Sentences that tell of the group: an attack, the same told with another toll, and an expert's claim."""
    records = hand_made_records(texts)
    attacks = [r for r in records if isinstance(r, Event) and r.type == "ASSAULT" and r.place and r.place.country == "MLI"]
    named = [replace(r, actors=(Actor("JNIM", entity=GROUP, sector="REB"),)) for r in attacks]
    return (*named, *(r for r in records if isinstance(r, Statement)))


def ground(
    documents: tuple[Document, ...], records: tuple, rows: pa.Table, lands: tuple[str, ...], key: str, **more: object
) -> BriefInputs:
    """The region under a brief, with forecasts for the countries of the small world."""
    panel, forecast = panel_and_draws()
    codes = [CODES[land] for land in lands]
    one, drawn = panel.only(codes), forecast.only(codes)
    values: dict[str, object] = {
        "region": Region(key, 1, "", lands, {}), "documents": documents, "records": records, "events": rows, "panel": one,
        "forecast": drawn, "assessment": assess(one, drawn) if lands else Assessment(AS_OF, (), ()), "run": f"r-{key}",
    }  # fmt: skip
    return make_inputs(sample_documents(), **(values | more))


def group_inputs(rows: pa.Table | None = None, *, told: bool = True, covered: bool = True, **more: object) -> GroupInputs:
    """A brief on the group; without rows, without texts or without coverage where asked."""
    texts = sample_documents()
    table = group_rows() if rows is None else rows
    records = told_of_group(texts) if told else ()
    lands = [Coverage(CODES[land], AS_OF - 60, AS_OF) for land in ("BFA", "MLI")] if covered else []
    seen = pa.concat_tables([table, as_rows(records)])
    found = group_profile(seen, GROUP, month=AS_OF, names=UCDP_NAMES, coverage=lands, lineages=LINEAGES)
    active = tuple(sorted({p.country for p in found.presences} | {r.country for r in found.reports if r.country}))
    documents = tuple(texts.values()) if told else ()
    return GroupInputs(ground(documents, records, table, active, "group-jnim", **more), found, GROUP_NAMES)  # type: ignore[arg-type]


def as_rows(records: tuple) -> pa.Table:
    """Coded events in the columns of the events table."""
    from marsad.base.frames import EVENT_SCHEMA
    from marsad.store.rows import table_of

    return table_of("event", [r for r in records if isinstance(r, Event)], None).select(EVENT_SCHEMA.names)


def pair_inputs(
    pair: tuple[str, str] = ("MAR", "USA"),
    *,
    contacts: tuple[Contact, ...] = (),
    engagements: tuple[Engagement, ...] | None = None,
    **more: object,
) -> PairInputs:
    """A brief on two states, with the sample's meetings, and deeds where they are given."""
    texts = sample_documents()
    records = hand_made_records(texts)
    if engagements is not None:
        records = (*(r for r in records if not isinstance(r, Engagement)), *engagements)
    met = [r for r in records if isinstance(r, Engagement)]
    found = partnership(pair, AS_OF, events=contacts, engagements=met, documents=tuple(texts.values()))
    names = {code: dict(zip(("ar", "fr", "en"), STATES[code], strict=True)) for code in found.pair}
    rows = event_rows([]) if not contacts else contact_rows(contacts)
    return PairInputs(ground(tuple(texts.values()), records, rows, (), f"pair-{'-'.join(found.pair)}", **more), found, names)  # type: ignore[arg-type]


def contact_rows(contacts: tuple[Contact, ...]) -> pa.Table:
    """Rows of an event table behind deeds."""
    return event_rows([{"id": c.id, "month_id": c.month, "type": c.type, "source_id": c.id} for c in contacts])


def deeds(pair: tuple[str, str] = ("MAR", "USA"), months: int = 30) -> tuple[Contact, ...]:
    """Deeds of the pair, one every third month, cooperation more than conflict, and deeds of others beside them."""
    sides, others = frozenset(pair), [frozenset(("MAR", "FRA")), frozenset(("NER", "TCD")), frozenset(("USA", "NER"))]
    made = []
    for back in range(0, months, 3):
        type_, score = ("ACCUSE", -3.0) if back % 9 == 6 else ("CONSULT", 4.0)
        made.append(Contact(record_id("event", "pair", back), None, AS_OF - back, sides, type_, score, 1))
    made += [Contact(record_id("event", "other", n), None, AS_OF - n, others[n % 3], "CONSULT", 2.5, 1) for n in range(36)]
    return tuple(made)


def said_and_came(**came: float) -> Scores:
    """Scores of past forecasts by word of likelihood: 60 cases a word."""
    said = {"almost-none": 0.02, "unlikely": 0.3, "likely": 0.7, "almost-certain": 0.98}
    rows = [Score("crps", 41.2, 480, "pool", reference=44.9, reference_model="conflictology12")]
    for key, share in came.items():
        name = key.replace("_", "-")
        rows += [Score("said_25", said[name], 60, "pool", "likelihood", name), Score("came_25", share, 60, "pool", "likelihood", name)]
    return Scores(tuple(rows), "test world, to 2026-05")


def stretch(document: Document, piece: str) -> Span:
    """Where `piece` stands in a document."""
    start = document.text.index(piece)
    return Span(start, start + len(piece))
