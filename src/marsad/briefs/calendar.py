"""Meetings on a calendar: the picture, its words and its table, for a region and for a partnership alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from marsad.base.places import country_by_iso3
from marsad.base.records import Form
from marsad.briefs.charts_calendar import month_starts
from marsad.briefs.content import CalendarPicture, Cell, Figure, Head, Mark, Run, Table
from marsad.briefs.gathering import Library
from marsad.briefs.happened import text
from marsad.briefs.met import Meeting, meeting_countries, meeting_offices, meeting_topics
from marsad.briefs.words import Words, bare

ROWS_MOST = 8
"""Rows of a calendar: more would be read by nobody; the table and the timeline hold the rest."""

TWIN_MOST = 40

LEAST = 2
"""Dated meetings below which there is nothing to see on a calendar: the timeline tells one meeting better."""


def calendar_figure(found: Sequence[Meeting], words: Words, library: Library, *, title: str) -> Figure | None:
    """The calendar of meetings with a known day; None where there are fewer than two."""
    numbers = {meeting.anchor: number for number, meeting in enumerate(found, 1)}
    dated = [meeting for meeting in found if meeting.fullest.date.end is not None]
    names = {meeting.anchor: _row_name(meeting, words) for meeting in dated}
    counts = Counter(names.values())
    rows = sorted(sorted(counts, key=lambda name: (-counts[name], name))[:ROWS_MOST])
    shown = [meeting for meeting in dated if names[meeting.anchor] in rows]
    if len(shown) < LEAST:
        return None
    place = {meeting.anchor: i for i, meeting in enumerate(shown)}
    marks = tuple(
        Mark(
            rows.index(names[meeting.anchor]), *_days(meeting), meeting.fullest.form, bare(words.number(numbers[meeting.anchor])),
            tuple(place[other] for other in meeting.follows if other in place),
        )
        for meeting in shown
    )  # fmt: skip
    first, last = min(mark.first for mark in marks), max(mark.last for mark in marks)
    forms = tuple((form, words.say(f"form-{form}")) for form in get_args(Form) if any(mark.form == form for mark in marks))
    picture = CalendarPicture(
        rows=tuple(rows), marks=marks, forms=forms, follows=words.say("met-follows-line"), direction=words.direction,
        ticks=tuple((day, words.short_month(_month_of(day))) for day in month_starts(first, last)),
    )  # fmt: skip
    alternative = words.say(
        "calendar-alternative",
        meetings=words.say("meetings", count=len(shown)),
        first=words.month(_month_of(first)),
        last=words.month(_month_of(last)),
        who=words.listed(rows),
    )
    left = len(found) - len(shown)
    note = words.say("calendar-left", count=left) if left else None
    read = {report.document for meeting in shown for report in meeting.reports}
    source = words.say("calendar-source", count=len(read))
    return Figure("calendar", title, alternative, picture, _twin(found, numbers, words, library), source, note)


def _row_name(meeting: Meeting, words: Words) -> str:
    # a visit names its host by the place alone, where nobody of the host is told of
    place = meeting.fullest.place
    at = country_by_iso3(place.country) if place is not None and place.country else None
    countries = sorted({*meeting_countries(meeting, words), *([at.name(words.language)] if at else [])})
    return bare(words.listed(countries)) if countries else words.say("actor-unknown")


def _days(meeting: Meeting) -> tuple[int, int]:
    when = meeting.fullest.date
    assert when.end is not None  # only dated meetings are marked
    return (when.start or when.end).toordinal(), when.end.toordinal()


def _month_of(day: int) -> int:
    from datetime import date

    from marsad.base.months import month_of_date

    return month_of_date(date.fromordinal(day))


def _twin(found: Sequence[Meeting], numbers: dict[str, int], words: Words, library: Library) -> Table:
    names = ("number", "day", "form", "participants", "topics")
    heads = tuple(Head(words.say(f"head-{name}"), "number" if name == "number" else "text") for name in names)
    rows = []
    for meeting in found[-TWIN_MOST:]:
        number = Cell((Run(words.number(numbers[meeting.anchor]), link=meeting.anchor),), "number", value=numbers[meeting.anchor])
        offices, topics = meeting_offices(meeting, words, library), meeting_topics(meeting, words, library)
        rows.append((
            number, text(words.days(meeting.fullest.date)), text(words.say(f"form-{meeting.fullest.form}")), Cell(offices), Cell(topics),
        ))  # fmt: skip
    return Table("calendar-twin", words.say("calendar-twin-caption"), heads, tuple(rows))
