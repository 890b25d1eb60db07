"""A small world for briefs: the sample's texts with records set down by hand, and a panel and draws with a fixed seed."""

from datetime import date
from importlib import resources

import numpy as np

from marsad.assessment import assess
from marsad.base.frames import Forecast, Panel, Score, Scores
from marsad.base.months import MonthId, parse_month
from marsad.base.places import region
from marsad.base.records import (
    Actor,
    DateRange,
    Document,
    Engagement,
    Event,
    Fatalities,
    Link,
    Outcome,
    Paragraph,
    Participant,
    Place,
    Span,
    Speaker,
    Statement,
    Topic,
    document_id,
    record_id,
)
from marsad.briefs import BriefInputs, Source, no_events

AS_OF = parse_month("2026-05")
CODES = {"BFA": 854, "DZA": 12, "LBY": 434, "MAR": 504, "MLI": 466, "MRT": 478, "NER": 562, "NGA": 566, "SDN": 729, "TCD": 148}


def sample_documents() -> dict[str, Document]:
    """Every sample text by file name without its ending."""
    found = {}
    for entry in sorted(resources.files("marsad.sample").joinpath("documents").iterdir(), key=lambda e: e.name):
        raw = entry.read_bytes()
        text = raw.decode("utf-8")
        lines = text.splitlines()
        publisher, published = lines[1].split(":", 1)[1].strip(), date.fromisoformat(lines[2].split(":", 1)[1].strip())
        at = text.index(lines[4])
        body = Paragraph(Span(at, len(text)), "body")
        found[entry.name.removesuffix(".txt")] = Document(
            document_id(raw), entry.name, entry.name[:2], lines[4], published, publisher, (body,), text
        )
    return found


def span(document: Document, piece: str) -> Span:
    """Where `piece` stands in a document."""
    start = document.text.index(piece)
    return Span(start, start + len(piece))


def event(document: Document, sentence: str, type_: str, day: str, **rest: object) -> Event:
    """An event of a day."""
    when = DateRange(date.fromisoformat(day), date.fromisoformat(day))
    where = span(document, sentence)
    key = record_id("event", document.id, where.start, type_)
    return Event(key, document.id, type_, when, rest.pop("place", None), where, f"{type_.lower()}-test", **rest)  # type: ignore[arg-type]


def hand_made_records(texts: dict[str, Document]) -> tuple[Event | Engagement | Statement, ...]:
    """Events, meetings and a claim as a careful reader would set them down."""
    menaka, toll = texts["ar_2026-02-09_attack_menaka"], texts["fr_2026-02-11_attaque_menaka_bilan"]
    first = event(
        menaka, "قُتل 17 مدنيا على الأقل وأصيب 9 آخرون", "ASSAULT", "2026-02-08", place=Place("ميناكا", "MLI", 15.9, 2.4),
        actors=(Actor("مسلحون"),), recipients=(Actor("17 مدنيا"),), fatalities=Fatalities(17, 17, 17),
    )  # fmt: skip
    second = event(
        toll, "Le bilan de l'attaque menée dimanche 8 février", "ASSAULT", "2026-02-08", place=Place("Ménaka", "MLI", 15.9, 2.4),
        recipients=(Actor("21 civils"),), fatalities=Fatalities(21, 21, 21), links=(Link("same_as", first.id),),
    )  # fmt: skip
    djibo = event(
        texts["fr_2026-01-16_attaque_djibo"],
        "Des hommes armés ont attaqué mercredi 14 janvier un centre de santé dans les environs de Djibo, dans le nord du Burkina Faso",
        "ASSAULT", "2026-01-14", place=Place("Djibo", "BFA", 14.1, -1.6), actors=(Actor("Des hommes armés"),),
        fatalities=Fatalities(8, 8, 8),
    )  # fmt: skip
    denied = event(
        texts["fr_2026-04-23_dementi_tillaberi"], "Aucune attaque n'a eu lieu et aucun soldat n'a été tué", "ASSAULT", "2026-04-21",
        place=Place("Tillabéri", "NER"), fatalities=Fatalities(30, 30, 30), flags=("negated", "attributed"),
    )  # fmt: skip
    bol = event(
        texts["en_2026-05-12_attack_bol"],
        "Gunmen attacked an army post near Bol in western Chad on Sunday, 10 May, killing 11 soldiers and wounding 14",
        "ASSAULT", "2026-05-10", place=Place("Bol", "TCD", 13.5, 14.7), actors=(Actor("Gunmen"),),
        recipients=(Actor("army post"),), fatalities=Fatalities(11, 11, 31),
    )  # fmt: skip
    protest = event(
        texts["ar_2026-04-14_protest_ndjamena"], "تظاهر مئات الأشخاص في العاصمة التشادية نجامينا", "PROTEST", "2026-04-13",
        place=Place("نجامينا", "TCD"), actors=(Actor("مئات الأشخاص"),),
    )  # fmt: skip
    return first, second, djibo, denied, bol, protest, *meetings(texts), *claims(texts)


def meetings(texts: dict[str, Document]) -> tuple[Engagement, ...]:
    """A visit and the meeting that follows it up; an agreement and the committee that follows it up."""
    visit_text, rabat = texts["ar_2025-10-22_visit_washington"], texts["ar_2026-03-19_follow_up_rabat"]
    accord, niamey = texts["fr_2025-09-26_accord_niger_tchad"], texts["en_2026-04-09_niger_chad_committee"]
    chief = ("المدير العام للأمن الوطني", None, "MAR")
    visit = Engagement(
        "engagement:visit", visit_text.id, "visit", DateRange(date(2025, 10, 20), date(2025, 10, 21)), Place("واشنطن", "USA"), None,
        (Participant(None, *chief), Participant(None, "نائب مدير", "وكالة الاستخبارات المركزية الأمريكية", "USA")),
        span(visit_text, "وخلال هذه الزيارة، التقى"), "visit-test",
        topics=(Topic("مكافحة تمويل الإرهاب", span(visit_text, "مكافحة تمويل الإرهاب")),),
        outcomes=(Outcome("إحداث مجموعة عمل مشتركة", 2, span(visit_text, "إحداث مجموعة عمل مشتركة")),),
    )  # fmt: skip
    follow = Engagement(
        "engagement:rabat", rabat.id, "meeting", DateRange(date(2026, 3, 18), date(2026, 3, 18)), Place("الرباط", "MAR"), None,
        (Participant(None, *chief), Participant(None, "نائب مدير", "وكالة الاستخبارات المركزية الأمريكية", "USA")),
        span(rabat, "المدير العام للأمن الوطني استقبل، أمس الأربعاء بمقر المديرية بالرباط"), "reception-test",
        topics=(Topic("سبل تأمين الحدود", span(rabat, "سبل تأمين الحدود")),), links=(Link("follow_up_of", "engagement:visit"),),
    )  # fmt: skip
    signed = Engagement(
        "engagement:accord", accord.id, "agreement", DateRange(date(2025, 9, 25), date(2025, 9, 25)), Place("N'Djamena", "TCD"), None,
        (Participant(None, "ministre de la Sécurité", None, "TCD"), Participant(None, "ministre de l'Intérieur", None, "NER")),
        span(accord, "ont signé, jeudi 25 septembre 2025 à N'Djamena"), "agreement-test",
        outcomes=(Outcome("patrouilles conjointes autour du lac Tchad", 1, span(accord, "patrouilles conjointes autour du lac Tchad")),),
    )  # fmt: skip
    committee = Engagement(
        "engagement:niamey", niamey.id, "meeting", DateRange(date(2026, 4, 8), date(2026, 4, 8)), Place("Niamey", "NER"), None,
        (Participant(None, "interior minister", None, "NER"), Participant(None, "security minister", None, "TCD")),
        span(niamey, "Niger's interior minister received Chad's security minister in Niamey"), "reception-test",
        links=(Link("follow_up_of", "engagement:accord"),),
    )  # fmt: skip
    return visit, follow, signed, committee


def claims(texts: dict[str, Document]) -> tuple[Statement, ...]:
    """An expert's claim."""
    review = texts["en_2026-03-06_expert_coastal_states"]
    words = span(review, "Jama'at Nusrat al-Islam wal-Muslimin has the means to open new fronts in northern Benin and Togo,")
    speaker = Speaker(None, "security analyst", "research institute in Dakar", None)
    return (Statement("statement:expert", review.id, speaker, "expert", True, words, words.of(review.text)),)


def panel_and_draws() -> tuple[Panel, Forecast]:
    """Ten countries, five years of months, and the last twelve months as draws; Mauritania is quiet, Libya was not counted lately."""
    rng = np.random.default_rng(7)
    units = np.array(sorted(CODES.values()))
    levels = np.where(units == CODES["MRT"], 0, np.linspace(2, 400, len(units)))
    months = np.arange(AS_OF - 59, AS_OF + 1)
    deaths = rng.poisson(rng.gamma(1.0, levels[:, None], (len(units), len(months)))).astype(np.float64)
    observed = np.ones(deaths.shape, dtype=bool)
    panel = Panel(units, months, deaths, observed, "country", "deaths, all types of violence, UCDP best", "test world, to 2026-05")
    draws = np.tile(np.repeat(deaths[:, None, -12:], 12, axis=1), (1, 1, 20))
    return panel, Forecast(units, np.arange(1, 13), draws, AS_OF, "conflictology12", "country", panel.vintage)


def make_inputs(texts: dict[str, Document], **changes: object) -> BriefInputs:
    """Inputs of the Sahel in May 2026."""
    panel, forecast = panel_and_draws()
    sahel = region("sahel")
    values: dict[str, object] = {
        "region": sahel,
        "as_of": MonthId(AS_OF),
        "documents": tuple(texts.values()),
        "records": hand_made_records(texts),
        "events": no_events(),
        "panel": panel,
        "forecast": forecast,
        "assessment": assess(panel, forecast, units=CODES.values()),
        "scores": Scores(
            (
                Score("crps", 41.2, 480, "pool", reference=44.9, reference_model="conflictology12"),
                Score("coverage_90", 0.87, 480, "pool", reference=0.81, reference_model="conflictology12"),
            ),
            "test world, to 2026-05",
        ),
        "sources": (Source("ucdp", "UCDP GED", "CC BY 4.0", "Sundberg & Melander (2013)", "26.1", 4120),),
        "rejects": 3,
        "run": "r-test",
        "sample_texts": True,
        "made_on": date(2026, 6, 15),
    }
    return BriefInputs(**(values | changes))  # type: ignore[arg-type]
