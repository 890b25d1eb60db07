"""A model asked in place of the event rules: good answers, every kind of bad one, bounds, and the shape of the records."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marsad.base.errors import AnswerError, ReaderError
from marsad.base.records import PLOVER_TYPES, Document, Event, Mention, Paragraph, Reject, Span, as_json, document_id, from_json
from marsad.base.script import tokenize
from marsad.coding.coder import Coder, load_coder
from marsad.coding.drafts import Sentence
from marsad.coding.readers import AskingDrafter, AskingReader, Bounds, Reader
from marsad.coding.readers_answers import parse_answer
from marsad.coding.readers_codebook import Codebook, Label, load_codebook

TEXT = "قال مصدر أمني إن مسلحين قتلوا 12 مدنيا في غاو يوم الجمعة."
PLAIN: dict[str, Any] = {
    "label": "ASSAULT", "trigger": "قتلوا", "mode": None, "actors": ["مسلحين"], "recipients": ["مدنيا"], "flags": ["attributed"],
    "deaths": {"low": 12, "best": 12, "high": 12}, "confidence": 0.9,
}  # fmt: skip


def sentence(text: str = TEXT, lang: Any = "ar", start: int = 0) -> Sentence:
    return Sentence(text, Span(start, len(text)), tuple(tokenize(text[start:], start)), lang)


def said(*events: Mapping[str, Any]) -> str:
    return json.dumps({"events": list(events)}, ensure_ascii=False)


def document(*paragraphs: tuple[str, str], lang: str = "ar") -> Document:
    text = "\n\n".join(words for words, _ in paragraphs)
    placed = [Paragraph(Span(text.index(words), text.index(words) + len(words)), role) for words, role in paragraphs]  # type: ignore[arg-type]
    return Document(document_id(text.encode()), "made-up.txt", lang, None, date(2026, 5, 10), None, tuple(placed), text)


class Script:
    """Answers one after the other, the last again and again; what is an error is raised. Keeps what it was asked."""

    def __init__(self, *answers: str | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[list[dict[str, str]]] = []

    def __call__(self, messages: Sequence[Mapping[str, str]]) -> str:
        self.asked.append([dict(message) for message in messages])
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def parsed(answer: str, text: str = TEXT) -> list[Any]:
    return parse_answer(answer, sentence(text), load_codebook(), "reader:made-up")


def test_a_good_answer_becomes_a_draft_with_its_spans() -> None:
    (draft,) = parsed(said(PLAIN))
    assert (draft.type, draft.rule, draft.main, draft.flags) == ("ASSAULT", "reader:made-up", True, ("attributed",))
    assert draft.trigger_span.of(TEXT) == "قتلوا"
    assert [span.of(TEXT) for span in (*draft.actor_spans, *draft.recipient_spans)] == ["مسلحين", "مدنيا"]
    assert draft.fatalities.best == 12


def test_no_event_is_an_answer() -> None:
    assert parsed(' {"events": []}\n') == []


REASONED = ["<think>\nThe {first} label?\n</think>\n\n", "It is plain. </think>", "\ufeff", "<think>no</think> then </think>"]


@pytest.mark.parametrize("before", REASONED, ids=range(len(REASONED)))
def test_reasoning_before_the_answer_is_no_part_of_it(before: str) -> None:
    (draft,) = parsed(before + said(PLAIN))
    assert draft.type == "ASSAULT"


def test_words_escaped_letter_by_letter_are_those_of_the_sentence() -> None:
    (draft,) = parsed(json.dumps({"events": [PLAIN]}))
    assert draft.trigger_span.of(TEXT) == "قتلوا"


def test_the_same_event_told_twice_is_one() -> None:
    first, second = parsed(said(PLAIN, {**PLAIN, "confidence": 0.1}, {**PLAIN, "label": "COERCE"}))
    assert (first.type, first.confidence, first.main) == ("ASSAULT", 0.9, True)
    assert (second.type, second.main) == ("COERCE", False)


def test_words_are_found_under_another_spelling_with_their_raw_span() -> None:
    text = "قَتَلَ مسلحون ثلاثة أشخاص"
    (draft,) = parsed(said({**PLAIN, "trigger": "قتل", "actors": ["مسلحون"], "recipients": ["اشخاص"]}), text)
    assert draft.trigger_span.of(text) == "قَتَلَ"
    assert draft.recipient_spans[0].of(text) == "أشخاص"


def test_a_word_inside_a_latin_word_is_not_that_word() -> None:
    text = "Malian police killed two men in Mali."
    (draft,) = parsed(said({**PLAIN, "trigger": "killed", "actors": ["Mali"], "recipients": []}), text)
    assert draft.actor_spans == (Span(32, 36),)
    with pytest.raises(AnswerError, match="does not stand"):
        parsed(said({**PLAIN, "trigger": "kill", "actors": [], "recipients": []}), text)
    text = "Police arrested 15 men; 5 rested."
    (draft,) = parsed(said({**PLAIN, "trigger": "rested", "actors": [], "recipients": ["5"]}), text)
    assert (draft.trigger_span, draft.recipient_spans) == (Span(26, 32), (Span(24, 25),))


def test_spans_count_in_the_whole_text() -> None:
    text = "Before. Gunmen killed two men."
    answer = said({**PLAIN, "trigger": "killed", "actors": ["Gunmen"], "recipients": []})
    (draft,) = parse_answer(answer, sentence(text, "en", 8), load_codebook(), "r")
    assert (draft.trigger_span.of(text), draft.span) == ("killed", Span(8, len(text)))


BAD: list[tuple[str, str]] = [
    ("", "not JSON"),
    ("I cannot help with that.", "not JSON"),
    ("```json\n" + said(PLAIN) + "\n```", "not JSON"),
    (said(PLAIN) + " done", "not JSON"),
    ('{"events": [', "not JSON"),
    ("[" * 100_000, "not JSON"),
    ("<think>" + said(PLAIN), "not JSON"),
    (said(PLAIN) + "<think>was it?</think>", "not JSON"),
    ('{"events": [], "events": []}', "twice"),
    ("[]", "one field"),
    ("null", "one field"),
    ('{"events": {}}', "one field"),
    ('{"events": [], "thought": "none"}', "one field"),
    (said(*[PLAIN] * 7), "at most 6"),
    ('{"events": ["ASSAULT"]}', "instead of"),
    (said({k: v for k, v in PLAIN.items() if k != "mode"}), "instead of"),
    (said({**PLAIN, "why": "because"}), "instead of"),
    (said({**PLAIN, "label": "FIGHT"}), "not on the list"),
    (said({**PLAIN, "label": "assault"}), "not on the list"),
    (said({**PLAIN, "label": ["ASSAULT"]}), "not on the list"),
    (said({**PLAIN, "trigger": "انفجار"}), "does not stand"),
    (said({**PLAIN, "trigger": ""}), "does not stand"),
    (said({**PLAIN, "trigger": "."}), "does not stand"),
    (said({**PLAIN, "trigger": None}), "is no text"),
    (said({**PLAIN, "actors": ["الجيش"]}), "does not stand"),
    (said({**PLAIN, "actors": "مسلحين"}), "not a list"),
    (said({**PLAIN, "recipients": ["مدنيا"] * 9}), "not a list of at most 8"),
    (said({**PLAIN, "mode": "ceasefire"}), "its label does not have"),
    (said({**PLAIN, "mode": 3}), "its label does not have"),
    (said({**PLAIN, "flags": ["past"]}), "known are"),
    (said({**PLAIN, "flags": None}), "known are"),
    (said({**PLAIN, "deaths": 12}), "neither null"),
    (said({**PLAIN, "deaths": {"low": 3, "best": 2, "high": 1}}), "rise from low"),
    (said({**PLAIN, "deaths": {"low": -1, "best": 2, "high": 2}}), "rise from low"),
    (said({**PLAIN, "deaths": {"low": 1.5, "best": 2, "high": 2}}), "no whole numbers"),
    (said({**PLAIN, "deaths": {"low": True, "best": 2, "high": 2}}), "no whole numbers"),
    (said({**PLAIN, "deaths": {"low": 1, "best": 2, "high": 10**9}}), "no whole numbers"),
    (said({**PLAIN, "confidence": 1.2}), "not from 0 to 1"),
    (said({**PLAIN, "confidence": True}), "not from 0 to 1"),
    (said({**PLAIN, "confidence": "high"}), "not from 0 to 1"),
    (said({**PLAIN, "confidence": 0.5}).replace("0.5", "NaN"), "not JSON"),
    (said({**PLAIN, "confidence": 0.5}).replace("0.5", "1e999"), "not from 0 to 1"),
    ('{"events": [' + "9" * 5000 + "]}", "not JSON"),
    (said(PLAIN).replace("قتلوا", "\\ud800"), "does not stand"),
]


@pytest.mark.parametrize(("answer", "told"), BAD, ids=range(len(BAD)))
def test_an_answer_that_breaks_the_contract_says_how(answer: str, told: str) -> None:
    with pytest.raises(AnswerError, match=told) as caught:
        parsed(answer)
    str(caught.value).encode("utf-8")


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([*PLAIN, *PLOVER_TYPES, "قتلوا", "events"])
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["events", *PLAIN]) | st.text(max_size=4), inner, max_size=8)
    ),
    max_leaves=12,
)


@given(json_values, st.sampled_from(sorted(PLAIN)))
def test_whatever_is_answered_is_a_draft_or_a_reason(value: Any, field: str) -> None:
    for answer in (json.dumps(value), json.dumps({"events": value}), said({**PLAIN, field: value})):
        try:
            drafts = parsed(answer)
        except AnswerError:
            continue
        assert all(draft.type in PLOVER_TYPES and 0 <= draft.confidence <= 1 for draft in drafts)


@given(st.text(max_size=60))
def test_no_text_of_an_answer_is_more_than_a_reason(answer: str) -> None:
    try:
        drafts = parsed(answer)
    except AnswerError:
        return
    assert drafts == []


def test_the_model_is_told_labels_rules_and_the_sentence_as_material() -> None:
    ask = Script(said())
    text = 'He said "obey". Troops were sent.'
    AskingDrafter(ask, "r").code_sentence(sentence(text, "en"))
    system, user = ask.asked[0]
    assert all(f"\n{name}: " in system["content"] for name in PLOVER_TYPES)
    assert json.loads(user["content"]) == {"language": "en", "paragraph": text, "sentence": text}


def test_a_broken_character_does_not_keep_a_sentence_from_being_asked() -> None:
    (_, user) = load_codebook().messages(sentence("Troops \ud800 left.", "en"))
    assert json.loads(user["content"])["sentence"] == "Troops ? left."


def test_no_definition_names_a_label_so_that_names_can_be_changed_over() -> None:
    for label in load_codebook().labels:
        assert not [name for name in PLOVER_TYPES if name in label.definition]


def test_a_long_paragraph_is_shown_around_the_sentence_alone() -> None:
    text = "a " * 3000 + "Troops left. " + "b " * 3000
    at = text.index("Troops")
    asked = Sentence(text, Span(at, at + 12), tuple(tokenize("Troops left.", at)), "en", context=Span(0, len(text)))
    shown = json.loads(load_codebook().messages(asked)[1]["content"])
    assert len(shown["paragraph"]) <= 1500
    assert "Troops left." in shown["paragraph"]


def test_a_second_answer_may_mend_the_first_and_the_model_is_told_what_was_wrong() -> None:
    ask = Script("no idea", said(PLAIN))
    drafter = AskingDrafter(ask, "r")
    drafts, refused = drafter.code_sentence(sentence())
    assert ([d.type for d in drafts], refused, drafter.rejects) == (["ASSAULT"], [], [])
    assert [message["role"] for message in ask.asked[1]] == ["system", "user", "assistant", "user"]
    assert "not JSON" in ask.asked[1][3]["content"]
    assert (drafter.counts.asked, drafter.counts.answers, drafter.counts.aside) == (1, 2, 0)


def test_a_sentence_that_stays_unread_is_set_aside_with_its_reason_and_counted() -> None:
    ask = Script("no idea")
    drafter = AskingDrafter(ask, "r", bounds=Bounds(answers=3))
    assert drafter.code_sentence(sentence()) == ([], [])
    assert len(ask.asked) == 3
    ((span, why, answer),) = drafter.rejects
    assert (span, answer) == (Span(0, len(TEXT)), "no idea")
    assert "after 3 tries: it is not JSON" in why
    assert drafter.counts.aside == 1


def test_of_a_long_answer_little_is_kept_and_little_told_again() -> None:
    ask = Script("no idea " * 5_000)
    drafter = AskingDrafter(ask, "r", bounds=Bounds(answers=3))
    drafter.code_sentence(sentence())
    assert len(drafter.rejects[0][2]) == 300
    assert len(ask.asked[1][2]["content"]) == 2_000
    assert [len(messages) for messages in ask.asked] == [2, 4, 4]


def test_half_a_character_in_an_answer_can_be_stored() -> None:
    drafter = AskingDrafter(Script("no \ud800 idea"), "r")
    drafter.code_sentence(sentence())
    ((_, why, answer),) = drafter.rejects
    assert f"{why} {answer}".encode().endswith(b"no ? idea")


def test_a_refused_question_is_set_aside_without_a_second_asking() -> None:
    ask = Script(AnswerError("the model refused to answer"))
    drafter = AskingDrafter(ask, "r")
    drafter.code_sentence(sentence())
    assert len(ask.asked) == 1
    assert drafter.rejects[0][1:] == ("the model refused to answer", "")


def test_what_no_question_can_mend_stops_the_reading() -> None:
    with pytest.raises(ReaderError, match="not there"):
        AskingDrafter(Script(ReaderError("the server is not there")), "r").code_sentence(sentence())


def test_sentences_set_aside_in_a_row_stop_the_reading() -> None:
    drafter = AskingDrafter(Script("x", "x", said(), "x"), "r", bounds=Bounds(answers=1, in_a_row=3, share=1.0))
    for _ in range(5):
        drafter.code_sentence(sentence())
    with pytest.raises(ReaderError, match="3 sentences in a row"):
        drafter.code_sentence(sentence())


def test_too_large_a_share_set_aside_stops_the_reading() -> None:
    drafter = AskingDrafter(Script(*["x", said(), said()] * 20), "r", bounds=Bounds(answers=1, share=0.3))
    for _ in range(24):
        drafter.code_sentence(sentence())
    with pytest.raises(ReaderError, match=r"9 of 25 sentences .* at most 30%"):
        drafter.code_sentence(sentence())


def test_bounds_without_a_meaning_are_refused() -> None:
    for bad in ({"answers": 0}, {"in_a_row": 0}, {"share": 1.5}):
        with pytest.raises(ReaderError, match="bounds"):
            Bounds(**bad)  # type: ignore[arg-type]


def test_a_stretch_without_letters_is_not_asked_about() -> None:
    ask = Script(said())
    assert AskingDrafter(ask, "r").code_sentence(sentence("12 %")) == ([], [])
    assert ask.asked == []


@pytest.fixture(scope="module")
def rules() -> Coder:
    return load_coder()


@pytest.fixture
def reader(rules: Coder, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A reader over a script of answers; the lexicon is compiled once for all tests."""
    monkeypatch.setattr("marsad.coding.readers.load_lexicon", lambda files: rules.lexicon)

    def made(*answers: str | Exception, **more: Any) -> tuple[Script, AskingReader]:
        ask = Script(*answers)
        return ask, AskingReader(ask, "endpoint:made-up", **more)

    return made


def test_records_have_the_shape_of_the_rules_and_name_the_model(reader: Any, rules: Coder) -> None:
    _, asked = reader(said(PLAIN))
    found = asked.read(document((TEXT, "body")))
    (event,) = [one for one in found if isinstance(one, Event)]
    assert (event.coder, event.rule, event.type, event.confidence) == ("endpoint:made-up", "reader:endpoint:made-up", "ASSAULT", 0.9)
    assert event.place is not None
    assert event.place.country == "MLI"
    assert event.date.end == date(2026, 5, 8)
    assert (event.fatalities and event.fatalities.best, event.text) == (12, TEXT)
    assert from_json(Event, as_json(event)) == event
    (told,) = [one for one in rules.read(document((TEXT, "body"))) if isinstance(one, Event)]
    assert as_json(told).keys() == as_json(event).keys()
    assert [one for one in found if isinstance(one, Mention)] == [
        one for one in rules.read(document((TEXT, "body"))) if isinstance(one, Mention)
    ]


def test_rules_and_asked_models_keep_one_contract(reader: Any, rules: Coder) -> None:
    readers: list[Reader] = [rules, reader(said())[1]]
    assert [one.name for one in readers] == ["rules", "endpoint:made-up"]


def test_boilerplate_is_not_asked_about_and_the_paragraph_is_shown(reader: Any) -> None:
    ask, asked = reader(said())
    two = "وصل الوفد. ثم غادر الوفد."
    asked.read(document((two, "body"), ("اشترك في نشرتنا البريدية الآن", "boilerplate")))
    shown = [json.loads(messages[1]["content"]) for messages in ask.asked]
    assert [one["sentence"] for one in shown] == ["وصل الوفد.", "ثم غادر الوفد."]
    assert {one["paragraph"] for one in shown} == {two}


def test_a_private_person_that_a_model_names_does_not_enter(reader: Any) -> None:
    text = "Gunmen killed the shopkeeper Moussa Madeup in Gao on Friday."
    answer = said({**PLAIN, "trigger": "killed", "actors": ["Gunmen"], "recipients": ["Moussa Madeup"], "flags": [], "deaths": None})
    _, asked = reader(answer)
    (event,) = [one for one in asked.read(document((text, "body"), lang="en")) if isinstance(one, Event)]
    assert "Moussa" not in json.dumps(as_json(event)["actors"] + as_json(event)["recipients"])


def test_a_sentence_set_aside_comes_as_a_reject_that_says_where(reader: Any) -> None:
    _, asked = reader("never", "never", said(PLAIN))
    made = document(("وصل الوفد إلى المدينة.", "body"), (TEXT, "body"))
    found = asked.read(made, line=3)
    (reject,) = [one for one in found if isinstance(one, Reject)]
    assert (reject.source, reject.where, reject.content) == ("endpoint:made-up", "made-up.txt, line 3, characters 0 to 22", "never")
    assert [one.line for one in found if isinstance(one, Event)] == [3]
    assert (asked.counts.asked, asked.counts.aside) == (2, 1)
    assert not [one for one in asked.read(document((TEXT, "body"))) if isinstance(one, Reject)]


def test_a_codebook_lacks_no_type_and_holds_no_name_twice() -> None:
    labels = load_codebook().labels
    for wrong in (labels[1:], (*labels[:15], Label("AGREE", "ASSAULT", "", ()))):
        with pytest.raises(ReaderError, match="16 PLOVER types"):
            Codebook(tuple(wrong))
