"""Events of single sentences: types, modes, flags, deaths, roles, refusals, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marsad.base.records import QUAD_CLASS, Fatalities, Span
from marsad.base.script import tokenize
from marsad.coding.drafts import EventDraft, NonEventDraft, Register, Sentence
from marsad.coding.events import EventCoder
from marsad.coding.lexicon import load_lexicon


@pytest.fixture(scope="module")
def coder() -> EventCoder:
    return EventCoder(load_lexicon())


def read(
    coder: EventCoder, text: str, lang: str = "en", register: Register = Register.UNKNOWN
) -> tuple[list[EventDraft], list[NonEventDraft]]:
    sentence = Sentence(text, Span(0, len(text)), tuple(tokenize(text)), lang, register=register)  # type: ignore[arg-type]
    return coder.code_sentence(sentence)


@pytest.mark.parametrize(
    ("lang", "text", "type_"),
    [
        ("ar", "قتل خمسة جنود وأصيب آخرون أمس في هجوم شنه مسلحون على ثكنة قرب غاو.", "ASSAULT"),
        ("ar", "أدى انفجار عبوة ناسفة إلى مقتل ثلاثة مدنيين شمال المدينة.", "ASSAULT"),
        ("ar", "تعرضت قافلة عسكرية لهجوم بالقذائف أمس في محافظة ديالى.", "ASSAULT"),
        ("ar", "تظاهر مئات الطلاب أمس في شوارع نواكشوط احتجاجا على ارتفاع الأسعار.", "PROTEST"),
        ("fr", "Des hommes armés ont tué douze villageois lundi dans une attaque au nord de Djibo.", "ASSAULT"),
        ("fr", "Des milliers de manifestants sont descendus dans la rue pour protester contre la vie chère.", "PROTEST"),
        ("en", "Gunmen killed seven soldiers in an ambush near the border on Tuesday.", "ASSAULT"),
        ("en", "Thousands of demonstrators marched in the streets of Dakar in protest against the vote.", "PROTEST"),
        ("en", "The army chief threatened on Friday to launch an offensive against the rebels.", "THREATEN"),
        ("en", "The opposition rejected the offer of talks on Friday.", "REJECT"),
        ("en", "The union demanded on Monday the release of its leader.", "REQUEST"),
        ("en", "Police arrested twenty activists in the capital on Sunday.", "COERCE"),
        ("fr", "Le ministre a condamné mardi l'attaque contre le village.", "ACCUSE"),
    ],
)
def test_a_sentence_has_the_type_a_reader_would_give(coder: EventCoder, lang: str, text: str, type_: str) -> None:
    drafts, _ = read(coder, text, lang, Register.NEWS)
    assert type_ in [draft.type for draft in drafts]
    assert drafts[0].main


def test_every_event_names_its_rule_and_a_span_inside_the_sentence(coder: EventCoder) -> None:
    text = "Twelve soldiers were killed when a roadside bomb exploded on Monday."
    drafts, _ = read(coder, text)
    assert drafts
    assert drafts[0].rule in {frame.id for frame in coder.index.frames}
    assert drafts[0].trigger_span.within(Span(0, len(text)))


@pytest.mark.parametrize(
    ("lang", "text", "toll"),
    [
        ("en", "Twelve soldiers were killed and 20 wounded in an attack by gunmen near Gao on Monday.", Fatalities(12, 12, 12)),
        ("ar", "مقتل 4 أشخاص وإصابة 37 آخرين في تفجير سيارة مفخخة أمس وسط المدينة.", Fatalities(4, 4, 4)),
        ("ar", "قتل جنديان في انفجار عبوة ناسفة استهدفت دورية قرب المدينة أمس.", Fatalities(2, 2, 2)),
        ("fr", "Au moins 15 civils ont été tués lundi dans une attaque menée par des hommes armés.", Fatalities(15, 15, 15)),
    ],
)
def test_deaths_are_the_numbers_bound_to_killing_not_to_wounding(coder: EventCoder, lang: str, text: str, toll: Fatalities) -> None:
    drafts, _ = read(coder, text, lang, Register.NEWS)
    assault = next(draft for draft in drafts if draft.type == "ASSAULT")
    assert assault.fatalities == toll


def test_a_vague_number_of_dead_is_a_range_and_not_a_point(coder: EventCoder) -> None:
    drafts, _ = read(coder, "مقتل العشرات من المدنيين في قصف جوي أمس شمال المدينة.", "ar", Register.NEWS)
    toll = drafts[0].fatalities
    assert toll is not None
    assert toll.low < toll.high


def test_a_negated_attack_carries_the_flag_or_is_refused(coder: EventCoder) -> None:
    drafts, refused = read(coder, "لم يقتل أي جندي في الهجوم.", "ar", Register.NEWS)
    assert all("negated" in draft.flags for draft in drafts if draft.type == "ASSAULT" and draft.rule.startswith("kill"))
    assert drafts or refused


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "احتل الفريق المرتبة الأولى في الدوري بعد فوزه في المباراة."),
        ("ar", "هل يمكن أن تنفجر الأوضاع إذا استمرت هذه السياسة؟"),
        ("en", "The film tells the story of a bomb that never goes off."),
    ],
)
def test_sport_questions_and_films_are_no_attack_and_the_refusal_says_why(coder: EventCoder, lang: str, text: str) -> None:
    drafts, refused = read(coder, text, lang, Register.NEWS)
    assert "ASSAULT" not in [draft.type for draft in drafts]
    assert all(one.reason for one in refused)


def test_the_actor_of_a_passive_stands_after_by_and_the_harmed_before(coder: EventCoder) -> None:
    text = "Ten farmers were killed by gunmen in the village on Monday."
    drafts, _ = read(coder, text)
    assert "gunmen" in drafts[0].actor_spans[0].of(text)
    assert "farmers" in drafts[0].recipient_spans[0].of(text)


def test_a_sentence_without_a_trigger_gives_nothing(coder: EventCoder) -> None:
    assert read(coder, "The sky was clear over the dunes.") == ([], [])


@settings(max_examples=120, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["ar", "fr", "en"]))
def test_no_text_makes_the_coder_fail(text: str, lang: str) -> None:
    drafts, refused = read(_SHARED, text, lang)
    assert all(draft.type in QUAD_CLASS and 0 <= draft.confidence <= 1 for draft in drafts)
    assert all(one.reason for one in refused)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["قتل", "خمسة", "جنود", "في", "هجوم", "لم", "أمس", "،", "killed", "5", "tens", "of", "demonstrators", "«"]),
        max_size=60,
    )
)
def test_any_order_of_trigger_words_gives_spans_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    drafts, _ = read(_SHARED, text, "ar")
    for draft in drafts:
        for span in (draft.trigger_span, *draft.actor_spans, *draft.recipient_spans):
            assert span.within(Span(0, len(text)))


def test_a_sentence_of_five_thousand_words_is_read_to_its_limit(coder: EventCoder) -> None:
    drafts, _ = read(coder, "Gunmen killed five soldiers near Gao on Monday. " * 700)
    assert [draft.type for draft in drafts][:1] == ["ASSAULT"]


_SHARED = EventCoder(load_lexicon())
