"""Who met whom and what it follows up, as a timeline; and who claims what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from marsad.base.places import country_by_iso3
from marsad.base.records import Engagement, Participant, Speaker, Statement
from marsad.briefs.content import Block, Entry, Notice, Quote, Quotes, Run, Timeline
from marsad.briefs.gathering import Book, Library, together
from marsad.briefs.inputs import BriefInputs
from marsad.briefs.words import Words, isolate

STATEMENTS_MOST = 12
WORDS_ENOUGH = 3
"""Words of an office that names its organisation already ("director of the agency"); the organisation would say it twice."""

OPINIONS = frozenset({"expert", "official", "communique", "witness"})


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as all its reports tell it: the fullest report speaks, all are cited."""

    anchor: str
    reports: tuple[Engagement, ...]
    follows: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()

    @property
    def fullest(self) -> Engagement:
        """The report that names most: participants, topics, outcomes."""
        return max(self.reports, key=lambda e: (len(e.participants) + len(e.topics) + 2 * len(e.outcomes), e.id))


def meetings(inputs: BriefInputs, library: Library) -> list[Meeting]:
    """Meetings in order of time, each with the anchors of the meetings that it follows up."""
    engagements = [r for r in inputs.records if isinstance(r, Engagement) and not _too_fresh(r, inputs)]
    groups = together(engagements, library)
    days = {report.id: _when(report) for group in groups for report in group}
    groups.sort(key=lambda g: (_placed(g, days), g[0].id))
    anchors = {report.id: f"m-{i}" for i, group in enumerate(groups, 1) for report in group}
    found = []
    for group in groups:
        own = anchors[group[0].id]
        tied = {
            rel: dict.fromkeys(
                anchors[link.to]
                for report in group
                for link in report.links
                if link.rel == rel and link.to in anchors and anchors[link.to] != own
            )
            for rel in ("follow_up_of", "part_of")
        }
        found.append(Meeting(own, group, tuple(tied["follow_up_of"]), tuple(tied["part_of"])))
    return found


def _when(engagement: Engagement) -> int:
    """Day to sort by: the first known, else the last it can be."""
    day = engagement.date.start or engagement.date.end
    return day.toordinal() if day else 0


def _placed(group: tuple[Engagement, ...], days: dict[str, int]) -> int:
    """Day to place a meeting at; one without a day comes after all that it follows up."""
    known = [days[report.id] for report in group if days[report.id]]
    before = [days.get(link.to, 0) + 1 for report in group for link in report.links if link.rel == "follow_up_of"]
    return known[0] if known else max(before, default=0)


def _too_fresh(engagement: Engagement, inputs: BriefInputs) -> bool:
    return engagement.date.end is not None and engagement.date.end > inputs.latest_day


def met(inputs: BriefInputs, words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """The timeline of meetings."""
    return told_meetings(meetings(inputs, library), words, book, library)


def told_meetings(found: Sequence[Meeting], words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """The timeline of these meetings, with what each follows up; a sentence where there is none."""
    if not found:
        return (Notice(words.say("met-none")),)
    names = {meeting.anchor: meeting_name(meeting, words) for meeting in found}
    ties: dict[str, dict[str, list[str]]] = {}
    for meeting in found:
        ties.setdefault(meeting.anchor, {}).update({"met-part-of": list(meeting.part_of), "met-follows": list(meeting.follows)})
        for kind, others in (("met-includes", meeting.part_of), ("met-followed", meeting.follows)):
            for other in others:
                ties.setdefault(other, {}).setdefault(kind, []).append(meeting.anchor)
    return (
        Notice(words.say("met-language")),
        Timeline(tuple(_entry(meeting, words, book, library, names=names, ties=ties[meeting.anchor]) for meeting in found)),
    )


def meeting_name(meeting: Meeting, words: Words) -> tuple[str, str]:
    """What a meeting is called (form and countries), and when it was."""
    engagement = meeting.fullest
    form = words.say(f"form-{engagement.form}")
    countries = meeting_countries(meeting, words)
    when = words.days(engagement.date)
    if not countries:
        return words.say("entry-title-alone", form=form), when
    return words.say("entry-title", form=form, countries=words.listed(countries)), when


def meeting_countries(meeting: Meeting, words: Words) -> list[str]:
    """Names of the countries whose office-holders met; those who only accompany do not count."""
    codes = dict.fromkeys(person.country for person in meeting.fullest.participants if person.country and not person.delegation)
    return [country.name(words.language) for code in codes if (country := country_by_iso3(code))]


def meeting_offices(meeting: Meeting, words: Words, library: Library) -> tuple[Run, ...]:
    """Those who took part, as holders of offices, in the language of the text; empty where none is named."""
    language = library.language(meeting.fullest)
    return _joined([run for person in meeting.fullest.participants if (run := _person(person, language, words, library))])


def meeting_topics(meeting: Meeting, words: Words, library: Library) -> tuple[Run, ...]:
    """What they spoke about, in the language of the text; empty where the text does not say."""
    language = library.language(meeting.fullest)
    return _joined([(Run(isolate(topic.text), language),) for topic in meeting.fullest.topics])


def _entry(
    meeting: Meeting, words: Words, book: Book, library: Library, *, names: dict[str, tuple[str, str]], ties: dict[str, list[str]]
) -> Entry:
    engagement = meeting.fullest
    language = library.language(engagement)
    title, when = names[meeting.anchor]
    lines: list[tuple[str, tuple[Run, ...]]] = []
    if engagement.place is not None and engagement.place.name:
        own = library.told(engagement.place.name, words.language, engagement.place.country)
        lines.append((words.say("met-place"), (_told(engagement.place.name, own, language),)))
    if engagement.host and engagement.host not in {person.name for person in engagement.participants}:
        lines.append((words.say("met-host"), (_host(engagement.host, words, language, library),)))
    if people := meeting_offices(meeting, words, library):
        lines.append((words.say("met-participants"), people))
    if topics := meeting_topics(meeting, words, library):
        lines.append((words.say("met-topics"), topics))
    for outcome in engagement.outcomes:
        status = words.say("outcome-status", status=words.say(f"status-{outcome.status}"))
        lines.append((words.say("met-outcomes"), (Run(isolate(outcome.text), language), Run(f" — {status}"))))
    for label in ("met-part-of", "met-includes", "met-follows", "met-followed"):
        anchors = ties.get(label, [])
        runs = [(Run(words.say("follows-entry", what=names[a][0], when=names[a][1]), link=a),) for a in anchors]
        if runs:
            lines.append((words.say(label), _joined(runs)))
    return Entry(meeting.anchor, when, title, tuple(lines), book.cite(*meeting.reports))


def _told(text: str, own: str | None, language: str | None) -> Run:
    """Words of a text as the brief's language has them, else as they stand."""
    return Run(isolate(own)) if own else Run(isolate(text), language)


def _host(host: str, words: Words, language: str | None, library: Library) -> Run:
    """The host as the text names it; a country's code in the brief's own words."""
    country = country_by_iso3(host) if len(host) == 3 and host.isupper() else None
    return Run(country.name(words.language)) if country else _told(host, library.told(host, words.language), language)


def _joined(parts: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
    """Parts with a separator that belongs to no language."""
    joined: list[Run] = []
    for part in parts:
        joined += [*([Run(" · ")] if joined else []), *part]
    return tuple(joined)


def _person(person: Participant | Speaker, language: str | None, words: Words, library: Library) -> tuple[Run, ...] | None:
    """Office first: a person is here as its holder; a name alone, without office or organisation, is not shown."""
    parts = [part for part in (person.office, person.organisation) if part]
    if not parts:
        return None
    if person.office and len(person.office.split()) >= WORDS_ENOUGH:
        parts = [person.office]
    comma = "، " if language == "ar" else ", "
    own = library.told(parts[0], words.language) if len(parts) == 1 else None
    if own:
        runs = [
            *([Run(isolate(person.name), language), Run(", " if words.language != "ar" else "، ")] if person.name else []),
            Run(isolate(own)),
        ]
    else:
        office = comma.join(parts)
        runs = [Run(isolate(f"{person.name}{comma}{office}" if person.name else office), language)]
    country = country_by_iso3(person.country) if person.country else None
    return (*runs, Run(f" ({isolate(country.name(words.language))})")) if country else tuple(runs)


def said(inputs: BriefInputs, words: Words, book: Book, library: Library) -> tuple[Block, ...]:
    """Claims with their holders; empty where there is none."""
    statements = [
        record
        for record in inputs.records
        if isinstance(record, Statement) and record.source_kind in OPINIONS and library.published(record) <= inputs.latest_day
    ]
    statements.sort(key=lambda s: (-library.published(s).toordinal(), s.document, s.span))
    quotes = []
    for statement in statements[:STATEMENTS_MOST]:
        language = library.language(statement) or words.language
        speaker = statement.speaker and _person(statement.speaker, language, words, library)
        kind = words.say(f"kind-{statement.source_kind}")
        holder = (*(speaker or (Run(words.say("speaker-unknown")),)), Run(f" ({kind})"))
        quotes.append(Quote(holder, library.sentence(statement), language, book.cite(statement)))
    return (Notice(words.say("said-intro")), Quotes(tuple(quotes))) if quotes else ()
