"""Partnerships: indices beside chance, meetings told once, what was promised and what is overdue; attention by month and voice."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from made_events import event_rows
from marsad.assessment.attention import Attention, all_attention, attention, readings
from marsad.assessment.partnerships import Partnership, partnership
from marsad.assessment.partnerships_scores import MODE_SCORES, TYPE_SCORES, score_of
from marsad.base.errors import AssessmentError
from marsad.base.months import parse_month
from marsad.base.records import (
    QUAD_CLASS,
    Actor,
    DateRange,
    Document,
    Engagement,
    Event,
    Link,
    Mention,
    Outcome,
    Participant,
    Place,
    Span,
    Topic,
)

AS_OF = parse_month("2026-05")


def paper(name: str, day: date | None = None, text: str = "Text.", **given: Any) -> Document:
    return Document(name, f"{name}.txt", "en", None, day, "Wire", (), text, **given)


def act(name: str, document: str | None, day: date | None, type_: str = "CONSULT", **given: Any) -> Event:
    usual = {"actors": (Actor("minister", country="MAR", sector="GOV"),), "recipients": (Actor("minister", country="USA", sector="GOV"),)}
    return Event(name, document, type_, DateRange(day, day), None, Span(0, 1), "made", **{**usual, **given})


def meeting(name: str, document: str, day: date | None, **given: Any) -> Engagement:
    people = (
        Participant("A. Person", "director of security", "police", "MAR"),
        Participant(None, "deputy director", "agency", "USA"),
    )
    dates = given.pop("dates", DateRange(day, day))
    usual = {"host": None, "participants": people, "span": Span(0, 5), "rule": "made", "place": Place("Rabat", "MAR")}
    return Engagement(name, document, given.pop("form", "meeting"), dates, **{**usual, **given})


def pair(**given: Any) -> Partnership:
    return partnership(("usa", "MAR"), AS_OF, **given)


def test_a_month_sums_scores_and_counts_and_an_unread_month_is_not_0() -> None:
    papers = [paper("a", date(2026, 3, 2)), paper("b", date(2026, 4, 2))]
    events = [act("1", "a", date(2026, 3, 1)), act("2", "a", date(2026, 3, 1), "ACCUSE")]
    found = {row.month: row for row in pair(events=events, documents=papers).months}
    march, april, may = (found[AS_OF - back] for back in (2, 1, 0))
    assert (march.cooperation, march.conflict, march.events) == (2.5, 3.0, 2)
    assert (april.cooperation, april.events) == (0.0, 0)
    assert may.cooperation is None


def test_copies_and_reports_of_one_incident_count_once() -> None:
    papers = [paper("a", date(2026, 3, 2)), paper("b", date(2026, 3, 3)), paper("c", date(2026, 3, 3), near_duplicate_of="a")]
    events = [
        act("1", "a", date(2026, 3, 1)),
        act("2", "b", date(2026, 3, 1), links=(Link("same_as", "1"),)),
        act("3", "c", date(2026, 3, 1)),
    ]
    found = pair(events=events, documents=papers)
    assert (found.events, found.reports) == (1, 2)


@pytest.mark.parametrize("flag", ["negated", "future", "hypothetical", "historical"])
def test_what_did_not_happen_is_not_counted(flag: Any) -> None:
    assert pair(events=[act("1", "a", date(2026, 3, 1), flags=(flag,))], documents=[paper("a")]).events == 0


def test_a_pair_with_three_reports_gets_no_trend() -> None:
    events = [act(str(n), str(n), date(2026, 3, n + 1)) for n in range(3)]
    found = pair(events=events, documents=[paper(str(n)) for n in range(3)])
    assert {found.volume.word, found.tempo.word, found.leaning.word} == {"too-few"}
    assert "too-few-for-a-trend" in found.notes
    assert found.leaning.p_value is None


def others(count: int) -> list[Event]:
    lands = ("MLI", "NER", "TCD", "DZA")
    return [
        act(f"o{n}", f"o{n}", date(2024, 6, 1) + timedelta(days=9 * n), actors=(Actor("x", country=lands[n % 4]),),
            recipients=(Actor("y", country=lands[(n + 1) % 4]),))
        for n in range(count)
    ]  # fmt: skip


def test_a_planted_turn_to_conflict_is_found_and_more_contacts_than_chance_gives() -> None:
    before = [act(f"b{n}", f"b{n}", date(2024, 7, 1) + timedelta(days=10 * n)) for n in range(12)]
    after = [act(f"a{n}", f"a{n}", date(2025, 8, 1) + timedelta(days=10 * n), "SANCTION") for n in range(12)]
    found = pair(events=[*before, *after, *others(60)])
    assert (found.leaning.word, found.leaning.seen, found.leaning.expected) == ("less", -6.0, 2.5)
    assert found.volume.word == "more"
    assert found.volume.expected == pytest.approx(24 * 24 / (2 * 84))
    assert found.tempo.word == "no-sign" or found.tempo.p_value is not None


def test_a_steady_pair_shows_no_sign() -> None:
    same = [act(f"b{n}", f"b{n}", date(2024, 7, 1) + timedelta(days=28 * n)) for n in range(22)]
    found = pair(events=[*same, *others(60)])
    assert found.leaning.word == "no-sign"


def test_deeds_of_groups_and_within_one_state_are_not_between_states() -> None:
    events = [
        act("1", "a", date(2026, 3, 1), actors=(Actor("g", "group:jnim", "MAR", "REB"),)),
        act("2", "a", date(2026, 3, 1), recipients=(Actor("x", country="MAR"),)),
        act("3", "a", date(2026, 3, 1), recipients=(Actor("x", country="MLI"),)),
    ]
    assert pair(events=events, documents=[paper("a")]).events == 0


def test_rows_of_event_tables_between_states_count() -> None:
    rows = event_rows([{"month_id": AS_OF, "type": "AID", "actor_entity": "country:USA", "recipient_entity": "country:MAR", "modes": ""}])
    assert pair(rows=rows).months[-1].cooperation == 10.0


def test_one_visit_told_in_two_documents_is_one_meeting_and_the_later_one_follows_it() -> None:
    papers = [paper("a", date(2025, 10, 22)), paper("b", date(2026, 3, 19))]
    told = [
        meeting("v1", "a", date(2025, 10, 21), form="visit", topics=(Topic("border security", Span(0, 2)),)),
        meeting("v2", "b", date(2025, 10, 21), form="visit"),
        meeting("m", "b", date(2026, 3, 18), links=(Link("follow_up_of", "v2"),)),
    ]
    found = pair(engagements=told, documents=papers)
    assert [one.id for one in found.meetings] == ["v1", "m"]
    assert found.meetings[0].documents == ("a", "b")
    assert found.meetings[1].follows == ("v1",)
    assert found.chains[0].meetings == ("v1", "m")
    assert found.meetings[0].offices == (("MAR", "director of security"), ("USA", "deputy director"))


def test_documents_that_give_two_dates_for_one_meeting_are_said_to_differ() -> None:
    told = [
        meeting("1", "a", date(2026, 3, 18)),
        meeting("2", "b", date(2026, 3, 20), links=(Link("same_as", "1"),)),
    ]
    found = pair(engagements=told, documents=[paper("a"), paper("b")])
    assert found.meetings[0].other_dates == (date(2026, 3, 20),)
    assert "dates-differ" in found.notes


def outcomes(*given: tuple[str, Any], text: str = "") -> tuple[Outcome, ...]:
    return tuple(Outcome(words, status, Span(text.find(words), text.find(words) + len(words))) for words, status in given)


FIRST = "They agreed on joint border patrols and on a training course."
LATER = "The joint border patrols began in February. Other matters were discussed."


def agreed(status: Any = "unknown", later: str = LATER) -> dict[str, Any]:
    papers = [paper("a", date(2025, 4, 2), FIRST), paper("b", date(2026, 3, 19), later)]
    told = [
        meeting("v", "a", date(2025, 4, 1), outcomes=outcomes(("joint border patrols", status), text=FIRST)),
        meeting("m", "b", date(2026, 3, 18), links=(Link("follow_up_of", "v"),)),
    ]
    return {"documents": papers, "engagements": told}


def test_a_promise_taken_up_in_a_later_document_cites_its_sentence_and_is_not_silent() -> None:
    state = pair(**agreed()).outcomes[0]
    assert [(echo.document, LATER[echo.start : echo.end].strip()) for echo in state.echoes] == [
        ("b", "The joint border patrols began in February.")
    ]
    assert state.status == "unknown"
    assert state.overdue is None


def test_a_promise_without_a_word_for_a_year_is_overdue_and_one_with_a_day_when_the_day_has_passed() -> None:
    silent = pair(**agreed(later="Nothing of that."))
    assert [state.overdue for state in silent.outcomes] == ["no-word"]
    assert silent.overdue == silent.outcomes
    dated = pair(**agreed(), due={("v", 0): date(2026, 3, 31)}).outcomes[0]
    assert (dated.overdue, dated.due) == ("day-passed", date(2026, 3, 31))
    assert pair(**agreed(), due={("v", 0): date(2026, 12, 31)}).outcomes[0].overdue is None


@pytest.mark.parametrize("status", [3, "superseded"])
def test_what_is_done_or_superseded_is_never_overdue(status: Any) -> None:
    assert pair(**agreed(status, later="Nothing of that.")).outcomes[0].overdue is None


def test_a_later_status_of_the_same_promise_changes_it_and_cites_its_document() -> None:
    given = agreed()
    given["engagements"][1] = meeting("m", "b", date(2026, 3, 18), outcomes=outcomes(("joint border patrols", 2), text=LATER))
    found = pair(**given)
    assert len(found.outcomes) == 1
    assert found.outcomes[0].status == "2"
    assert [(change.status, change.document) for change in found.outcomes[0].changes] == [("unknown", "a"), ("2", "b")]


def test_a_pair_without_a_record_says_so_and_one_state_is_no_pair() -> None:
    found = pair()
    assert "no-record" in found.notes
    assert {row.cooperation for row in found.months} == {None}
    with pytest.raises(AssessmentError, match="needs two sides"):
        partnership(("MAR", "mar"), AS_OF)


def test_every_type_has_a_score_of_the_sign_of_its_class() -> None:
    assert set(TYPE_SCORES) == set(QUAD_CLASS)
    assert all((score > 0) == (QUAD_CLASS[name] <= 2) for name, score in TYPE_SCORES.items() if score)
    assert all(name in TYPE_SCORES and -10 <= score <= 10 for (name, _), score in MODE_SCORES.items())
    assert score_of("RETREAT", ["disarm"]) == 10


def named(entity: str, papers: Sequence[Document], where: Sequence[str], events: Sequence[Event] = (), month: int = AS_OF) -> Attention:
    mentions = [Mention(one, entity, Span(0, 4), "name") for one in where]
    return attention(readings(papers, mentions, events), entity, month)


def test_ten_mentions_in_a_text_and_its_copy_are_one_document() -> None:
    papers = [paper("a", date(2026, 3, 2)), paper("c", date(2026, 3, 3), near_duplicate_of="a")]
    found = named("region:sahel", papers, ["a"] * 10 + ["c"])
    assert (found.documents, found.read) == (1, 1)
    assert found.months[-3].documents == 1
    assert found.months[-2].documents is None


def test_named_in_both_communiques_of_the_last_year_and_never_before() -> None:
    papers = [paper(str(n), date(2024, 1, 5) + timedelta(days=60 * n)) for n in range(13)]
    voices = [act(f"e{n}", str(n), None, source_kind="communique") for n in (1, 3, 9, 12)]
    found = named("region:sahel", papers, ["9", "12"], voices)
    assert (found.communiques12, found.communiques_read12, found.communiques_before) == (2, 2, 0)
    assert [(notice.kind, notice.document, notice.read) for notice in found.notices] == [("first", "9", 9)]


def test_a_return_after_silence_counts_the_months_and_what_was_read_meanwhile() -> None:
    papers = [paper(str(n), date(2023, 1, 5) + timedelta(days=30 * n)) for n in range(30)]
    found = named("group:jnim", papers, ["2", "24"])
    assert [(notice.kind, notice.silent, notice.read) for notice in found.notices] == [("return", 20, 21)]


def test_silence_in_which_nothing_was_read_is_no_silence() -> None:
    papers = [paper("a", date(2023, 1, 5)), paper("b", date(2026, 1, 5))]
    assert named("group:jnim", papers, ["a", "b"]).notices == ()


def test_in_whose_words_a_name_stands_is_told() -> None:
    papers = [paper("a", date(2026, 5, 2))]
    expert = act("e", "a", None, source_kind="expert", contexts=("terrorism",))
    mentions = [Mention("a", "region:sahel", Span(0, 1), "x"), Mention("a", "region:sahel", Span(5, 6), "x")]
    rows = {row.entity: row for row in all_attention(readings(papers, mentions, [expert]), AS_OF)}
    assert rows["region:sahel"].months[-1].by_kind == (("expert", 1), ("newspaper", 1))
    assert rows["theme:terrorism"].documents12 == 1


def test_what_was_never_named_and_what_has_no_date_say_so() -> None:
    assert named("group:x", [paper("a", date(2026, 5, 2))], []).notes == ("never-named",)
    assert named("group:x", [], []).notes == ("nothing-read",)
    bare = named("group:x", [paper("a")], ["a"])
    assert (bare.documents, bare.undated, bare.notes) == (1, 1, ("one-record",))
