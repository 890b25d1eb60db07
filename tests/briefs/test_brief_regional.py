"""What a regional brief tells around the counts: alerts, attention, spillover, partnerships, groups, news; in three languages."""

import re
from datetime import date

import pytest
from brief_world import AS_OF, make_inputs

from marsad.base.findings import Alert, AlertRecord
from marsad.base.records import Document
from marsad.base.regional import (
    Attention,
    BaseRate,
    CellSpill,
    Flow,
    GroupTold,
    Naming,
    OutlookChange,
    PairNamed,
    PairTold,
    Promise,
    Regional,
    UnitWords,
)
from marsad.briefs import BriefInputs, compose_brief
from marsad.briefs.content import Brief, Notice, Paragraph, Table
from marsad.briefs.pdf import PAGES_MOST, pages_of, render_pdf
from marsad.briefs.words import bare

LANGUAGES = ("ar", "fr", "en")


def attention(entity: str, named: int, read: int, before: int, earlier: int) -> Attention:
    """Communiqués that name an entity, of how many, in the last year and before it."""
    rows = tuple(
        Naming(month, 1 if month == AS_OF else 0, 1, (), ("d1",) if month == AS_OF else ()) for month in range(AS_OF - 35, AS_OF + 1)
    )
    return Attention(entity, AS_OF, rows, named + before, read + earlier, 0, named, read, named, read, before, earlier,
                     (("communique", named),), (), ())  # fmt: skip


def alerts() -> tuple[Alert, ...]:
    return (
        Alert("high", "country:MLI", AS_OF, 438, 415, "years", ("country:MLI@2026-05",), 3),
        Alert("jump", "country:NER", AS_OF, 300, 120, "forecast", ("country:NER@2026-06",), 3),
        Alert("entry", "group:jnim", AS_OF, 18, 12, "first", ("event:1",), country="BEN"),
        Alert("follow-up", "pair:MAR-USA", AS_OF, 7, 0, "day-passed", ("engagement:visit",), text="إحداث مجموعة عمل مشتركة"),
    )


def found() -> Regional:
    promise = Promise(("MAR", "USA"), "إحداث مجموعة عمل مشتركة", "ar", date(2025, 10, 22), "1", (("1", "d1", date(2025, 10, 22)),),
                      date(2026, 3, 31), "day-passed", 7, ("engagement:visit", "d1"), 0)  # fmt: skip
    pair = PairTold(("MAR", "USA"), 2, 2, date(2026, 3, 18), 1, 2, 2, 8.0, None, "too-few", "too-few", (promise,), ("engagement:visit",),
                    (), PairNamed(2, 2, 0, 5, ("d1", "d2")))  # fmt: skip
    group = GroupTold("group:jnim", None, None, None, None, ("MLI",), (), (), (("BEN", AS_OF, "first"),), (), ("group:isgs",), (), 2, 1, 1,
                      ("group:aqim",), ("event:1",))  # fmt: skip
    return Regional(
        alerts=alerts(),
        records=(AlertRecord("high", 5214, 141, 0.73, 0.38, 1.6), AlertRecord("entry", 0, 0, None, None, None)),
        changes=tuple(OutlookChange(unit, 3, 450.0, 300.0, 438, 100.0, 30.0, 250.0, "above") for unit in (None, 466)),
        base_rates=tuple(BaseRate(h, 100, (0.06, 0.01, 0.0), (478,)) for h in (1, 3, 6, 12)),
        units=(UnitWords(466, "above", "within", "flat", "rising", False), UnitWords(478, "within", "within", "flat", "flat", True)),
        attention=(attention("region:sahel", 2, 2, 0, 4), attention("theme:terrorism", 1, 2, 0, 4)),
        flows=(Flow("LBY", "sahel", 190, 0.02, 1.0, -4.7, 0.3, "no-sign"), Flow("SDN", "TCD", 190, 0.3, 1.4, 12.0, 0.01, "spills"),
               Flow("central-sahel", "coast", 10, None, None, None, None, "unknown", "few-months")),
        cell_spill=CellSpill(700, 440, 557, 30.0, 0.001, 0.18, None, (), "spills"),
        groups=(group,), pairs=(pair,), names={"group:jnim": {"ar": "جماعة", "fr": "JNIM", "en": "JNIM"}},
    )  # fmt: skip


def composed(documents: dict[str, Document], language: str, **changes: object) -> Brief:
    inputs: BriefInputs = make_inputs(documents, found=found(), **changes)
    return compose_brief(inputs, language)  # type: ignore[arg-type]


def words_of(brief: Brief, section: str) -> str:
    """Every paragraph, notice and table cell of a section, without direction marks."""
    blocks = [block for part in brief.sections if part.key == section for block in part.blocks]
    said = []
    for block in blocks:
        if isinstance(block, Paragraph):
            said += [fact.text for fact in block.facts]
        elif isinstance(block, Notice):
            said.append(block.text)
        elif isinstance(block, Table):
            said += ["".join(run.text for run in cell.runs) for row in block.rows for cell in row]
    return bare("\n".join(said))


NAMED = {
    "ar": "الساحل والصحراء: ورد الذكر في بلاغَي الأشهر الاثني عشر الأخيرة كليهما؛ ولم يرد قبل ذلك قط.",
    "fr": "Sahel et Sahara : mention dans les deux communiqués des douze derniers mois ; auparavant, jamais.",
    "en": "Sahel and Sahara: named in both communiqués of the last twelve months; before that, never.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_on_attention_is_told_in_each_language_in_the_summary_and_in_its_place(
    documents: dict[str, Document], language: str
) -> None:
    brief = composed(documents, language)
    for section in ("summary", "named"):
        assert re.sub(r"[\u00a0\u202f]", " ", NAMED[language]) in re.sub(r"[\u00a0\u202f]", " ", words_of(brief, section))


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((1, 1, 0, 0), "named in the one communiqué read of the last twelve months; no earlier one was read."),
        ((3, 3, 1, 6), "named in all 3 communiqués of the last twelve months; before that, in 1 of 6."),
        ((1, 3, 0, 6), "named in 1 of the 3 communiqués of the last twelve months; before that, never."),
        ((0, 3, 2, 6), "named in none of the communiqués read of the last twelve months (3); before that, in 2 of 6."),
        ((0, 0, 2, 6), "no communiqué of the last twelve months was read; before that, in 2 of 6."),
    ],
)
def test_every_case_of_attention_has_its_sentence(documents: dict[str, Document], numbers: tuple[int, int, int, int], said: str) -> None:
    told = Regional(attention=(attention("region:sahel", *numbers), attention("group:jnim", 1, 1, 0, 0)))
    brief = compose_brief(make_inputs(documents, found=told), "en")
    assert said in words_of(brief, "named")


@pytest.mark.parametrize("language", LANGUAGES)
def test_alerts_stand_with_their_rule_their_evidence_and_their_record(documents: dict[str, Document], language: str) -> None:
    brief = composed(documents, language)
    said = words_of(brief, "alerts")
    assert {"438", "415", "141", "300", "120", "18"} <= set(re.findall(r"\d+", said))
    assert "73" in said
    assert "38" in said
    blocks = next(part for part in brief.sections if part.key == "alerts").blocks
    records = {record for block in blocks if isinstance(block, Paragraph) for fact in block.facts for record in fact.records}
    assert {"country:MLI@2026-05", "event:1", "engagement:visit", "record:high"} <= records


def test_a_rule_without_a_record_is_not_told_as_never_wrong(documents: dict[str, Document]) -> None:
    said = words_of(composed(documents, "en"), "alerts")
    assert "The rule “entry of a group” has not fired in the cases that can be checked (0), so what follows it is not known." in said
    assert "What follows the rule “overdue follow-up” is not known" in said


def test_no_alert_is_said_to_be_none(documents: dict[str, Document]) -> None:
    quiet = Regional(records=(AlertRecord("high", 10, 0, None, None, None),))
    brief = compose_brief(make_inputs(documents, found=quiet), "en")
    assert "No alert rule fires in May 2026." in words_of(brief, "alerts")
    assert "No alert rule fires." in words_of(brief, "summary")


def test_news_tells_both_forecasts_and_the_month_that_came_between(documents: dict[str, Document]) -> None:
    said = words_of(composed(documents, "en"), "ahead")
    assert "450 deaths are expected; a month ago it was 300 for the same months (+50%)." in said
    assert "May 2026 brought 438 deaths, more than its forecast allowed for (about 100; nine draws in ten in 30–250)." in said
    assert "at least one death followed within three months in 6% of cases" in said


def test_spillover_is_told_beside_its_model_without_and_never_as_a_cause(documents: dict[str, Document]) -> None:
    said = words_of(composed(documents, "en"), "pattern")
    assert "Sudan to Chad: deaths in the first run ahead of those in the second by about 1.4 months" in said
    assert "no sign that deaths in one run one to three months ahead of those in the other: Libya to Sahel and Sahara (p = 0.30)" in said
    assert "Cannot be said, for too few months, deaths or countries are counted: Central Sahel to Gulf of Guinea coast." in said
    assert "Across borders nothing can be said: the cells of one country alone are counted in full." in said
    assert "It is no proof of cause." in said


def test_what_is_not_observed_is_never_0_in_tables_of_groups_and_pairs(documents: dict[str, Document]) -> None:
    brief = composed(documents, "en")
    tables = {block.key: block for part in brief.sections for block in part.blocks if isinstance(block, Table)}
    group = [bare("".join(run.text for run in cell.runs)) for cell in tables["groups"].rows[0]]
    assert group[1:4] == ["not observed"] * 3
    assert group[4] == "Mali"
    assert group[6] == "came to Benin (May 2026)"
    pair = [bare("".join(run.text for run in cell.runs)) for cell in tables["pairs"].rows[0]]
    assert (pair[0], pair[3], pair[4], pair[6]) == ("Morocco–United States", "8.0", "not observed", "too few to tell")


def test_a_promise_past_its_day_is_overdue_with_its_document(documents: dict[str, Document]) -> None:
    brief = composed(documents, "en")
    table = next(b for part in brief.sections for b in part.blocks if isinstance(b, Table) and b.key == "promises")
    cells = [bare("".join(run.text for run in cell.runs)) for cell in table.rows[0]]
    assert cells[4] == "was due by 31 March 2026: overdue"
    assert "d1" in table.records
    assert "Both communiqués on Morocco–United States in the last twelve months name Sahel and Sahara. Before that, none did." in words_of(
        brief, "met"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_brief_on_paper_stays_within_four_pages(documents: dict[str, Document], language: str) -> None:
    assert pages_of(render_pdf(composed(documents, language))) <= PAGES_MOST


ADVICE = {
    "ar": r"\b(اعتقلوا|استهدفوا|يجب القبض|ينبغي استهداف|نوصي بضرب|دوريات يجب|القضاء على)",
    "fr": r"\b(arrêter les|frapper les|neutraliser|cibler les|il faut patrouiller|éliminer)\b",
    "en": r"\b(arrest the|strike the|neutralise|target the|should patrol|eliminate|hunt)\b",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_gives_operational_advice_or_ranks_communities(language: str) -> None:
    from importlib import resources

    folder = resources.files("marsad.briefs").joinpath("messages")
    text = "\n".join(entry.read_text("utf-8") for entry in folder.iterdir() if entry.name.startswith(language))
    assert len(text) > 10_000
    assert re.findall(ADVICE[language], text, re.IGNORECASE) == []
