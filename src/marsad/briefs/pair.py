"""A brief on a partnership: deeds beside chance, meetings and what they follow up, what was agreed and what became of it."""

from __future__ import annotations

from dataclasses import replace

from marsad.base.months import format_month
from marsad.base.records import Engagement, Language
from marsad.briefs.actors import PairInputs
from marsad.briefs.calendar import calendar_figure
from marsad.briefs.closing import evidence, sources
from marsad.briefs.content import Block, Brief, Fact, Notice, Paragraph
from marsad.briefs.corrections import basis as rests
from marsad.briefs.corrections import corrections
from marsad.briefs.framing import Frame, framed
from marsad.briefs.gathering import Book, Library
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.met import Meeting, said, told_meetings
from marsad.briefs.pair_sections import basis, dyad, dyad_sheet, of_pair, outcomes, pair_meetings
from marsad.briefs.words import Words

LIMITS = ("pair-index", "pair-silence", "pair-status", "pair-no-forecast", "lag")


def compose_pair(inputs: PairInputs, language: Language, territory: str | None = None) -> Brief:
    """The content of a brief on a partnership."""
    words = Words(language, territory)
    ground = inputs.ground
    library = Library(ground.documents, ground.records, words.say("place-hidden"), ground.terms)
    book = Book(library)
    found = pair_meetings(inputs)
    first, second = _names(inputs, words)
    title = words.say("calendar-title", who=words.listed((first, second)), month=words.month(inputs.found.month))
    drawn = calendar_figure(found, words, library, title=title)
    blocks = {
        "summary": _summary(inputs, found, words),
        "dyad": dyad(inputs, words),
        "met": (*([drawn] if drawn else []), *_dates_differ(inputs, words), *told_meetings(found, words, book, library)),
        "outcomes": outcomes(inputs, found, words, book, library),
        "said": said(replace(ground, records=of_pair(inputs)), words, book, library),
        "corrections": corrections(_own(inputs), words),
        "evidence": evidence(words, book, library),
        "sources": sources(ground, words, library),
        "limits": tuple(Notice(note) for note in (*(words.say(f"limit-{name}") for name in LIMITS), *ground.caveats)),
    }
    frame = Frame(
        words.say("pair-title", first=first, second=second), words.say("pair-about", month=words.month(inputs.found.month)),
        f"pair-{'-'.join(inputs.found.pair).replace(':', '-')}", format_month(inputs.found.month),
    )  # fmt: skip
    sheets = (dyad_sheet(inputs, words),) if any(row.events for row in inputs.found.months) else ()
    made = framed(frame, blocks, words, book=book, run=ground.run, sheets=sheets)
    return replace(made, basis=rests(ground))


def _own(inputs: PairInputs) -> BriefInputs:
    """The pair's own records and texts: what was changed elsewhere is not told here."""
    own = of_pair(inputs)
    papers = {record.document for record in own}
    documents = tuple(document for document in inputs.ground.documents if document.id in papers)
    return replace(inputs.ground, records=own, documents=documents)


def _names(inputs: PairInputs, words: Words) -> tuple[str, str]:
    first, second = (inputs.names[code].get(words.language, code) for code in inputs.found.pair)
    return first, second


def _summary(inputs: PairInputs, met: list[Meeting], words: Words) -> tuple[Block, ...]:
    warning = (Notice(words.say("limit-sample"), strong=True),) if inputs.ground.sample_texts else ()
    found = inputs.found
    first, second = _names(inputs, words)
    month = words.month(found.month)
    if "no-record" in found.notes:
        said_of = words.say("pair-none", first=first, second=second, month=month)
        return (*warning, Paragraph((Fact(said_of, basis(inputs)),)))
    level = words.say(
        "pair-level", first=first, second=second, month=month, deeds=words.say("deeds", count=found.events),
        documents=words.say("documents", count=_tellers(inputs)), meetings=words.say("meetings", count=len(met)),
    )  # fmt: skip
    facts = [Fact(level, basis(inputs)), *_latest(met, words), *_agreed(inputs, words), *_beside_chance(inputs, words)]
    return (*warning, Paragraph(tuple(facts)))


def _tellers(inputs: PairInputs) -> int:
    """Documents that tell of the pair."""
    return len({record.document for record in of_pair(inputs) if record.document})


def _latest(met: list[Meeting], words: Words) -> list[Fact]:
    """The latest meeting, and the one it follows up."""
    if not met:
        return []
    latest = met[-1]
    form, when = latest.fullest.form, words.days(latest.fullest.date)
    facts = [Fact(words.say(f"pair-latest-{form}", when=when), tuple(report.id for report in latest.reports))]
    earlier = next((one for one in met if one.anchor in latest.follows), None)
    if earlier is not None:
        form, when = earlier.fullest.form, words.days(earlier.fullest.date)
        ids = tuple(report.id for one in (latest, earlier) for report in one.reports)
        facts.append(Fact(words.say(f"pair-follows-{form}", when=when), ids))
    return facts


def _agreed(inputs: PairInputs, words: Words) -> list[Fact]:
    found = inputs.found.outcomes
    if not found:
        return [Fact(words.say("pair-nothing-agreed"), basis(inputs))]
    meetings = tuple(dict.fromkeys(state.meeting for state in found))
    late = [state for state in found if state.overdue]
    facts = [Fact(words.say("pair-agreed", count=len(found)), meetings)]
    if late:
        facts.append(Fact(words.say("pair-overdue", count=len(late)), tuple(dict.fromkeys(state.meeting for state in late))))
    known = [state for state in found if state.status in ("1", "2", "3")]
    if not known and not late:
        facts.append(Fact(words.say("pair-no-status"), meetings))
    return facts


def _beside_chance(inputs: PairInputs, words: Words) -> list[Fact]:
    """One sentence for each test that had enough to go on; one for all where none had."""
    found = inputs.found
    told = []
    for name in ("volume", "tempo", "leaning"):
        test = getattr(found, name)
        if test.word != "too-few" and test.seen is not None and test.expected is not None:
            digits = 0 if name != "leaning" else 1
            told.append(
                words.say(
                    f"pair-{name}-{test.word}", seen=words.number(test.seen, digits), expected=words.number(test.expected, 1),
                    p=words.p_value(test.p_value or 0.0),
                )
            )  # fmt: skip
    return [Fact(sentence, basis(inputs)) for sentence in told] or [Fact(words.say("pair-too-few"), basis(inputs))]


def _dates_differ(inputs: PairInputs, words: Words) -> list[Block]:
    """Days on which documents disagree, each with all days given."""
    notes: list[Block] = []
    records = {r.id: r for r in inputs.ground.records if isinstance(r, Engagement)}
    for met in inputs.found.meetings:
        if met.other_dates and met.records[0] in records:
            told = words.days(records[met.records[0]].date)
            notes.append(Notice(words.say("pair-dates-differ", day=told, others=words.listed(words.day(one) for one in met.other_dates))))
    return notes
