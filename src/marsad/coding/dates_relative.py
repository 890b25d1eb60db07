"""Date expressions that count from the reference day: yesterday, three days ago, in two weeks, two days after today."""

from __future__ import annotations

from datetime import date

from marsad.base.script import search_key
from marsad.coding.calendar_days import Interval, Partial, shift
from marsad.coding.dates_points import Reader, Reading, day_number, read

Quantity = list[tuple[int, str]]

_FINEST = ("day", "workday", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century")
_HALVES = {"century": (5, "decade"), "decade": (5, "year"), "year": (6, "month"), "month": (15, "day")}
"""What "and a half" adds to a unit."""

_BESIDE = ("بعد", "قبل", "apres", "avant")
_CLAUSE_BACK = 12  # atoms: how far before "today" the verb of its clause is looked for
_OPENERS = frozenset(
    ["التي", "الذي", "الذين", "ان", "انه", "انها", "لان", "ما", "حيث", "which", "that", "who", "qui", "que", "dont", "where"]
)


def quantity(r: Reader, i: int, bare: bool = False) -> tuple[int, Quantity] | None:
    """Three days, "yawmayn", a year and two months: end and counts; `bare` also takes a unit without a number as one."""
    found: Quantity = []
    end = i
    for _ in range(3):
        j = end
        if found:
            j += r.mark(j, ",،")
            joined = r.has(j, "and")
            j += joined
            if j == end and r.lang == "ar":
                break
            one = _single(r, j, joined and r.lang == "ar")
        else:
            one = _single(r, j, bare)
        if one is None:
            break
        end = one[0]
        found.append(one[1])
        if len(found) == 1 and r.has(end, "andhalf") and one[1][1] in _HALVES:
            return end + 1, [*found, _HALVES[one[1][1]]]
    return (end, found) if found else None


def _single(r: Reader, j: int, bare: bool) -> tuple[int, tuple[int, str]] | None:
    dual = r.word(j, "dual")
    if dual:
        return j + 1, (2, dual)
    count = r.num(j, "num")
    if count is None:
        count = r.num(j, "few") or r.num(j, "one")
    unit = r.word(j + 1, "unit")
    if count is not None and unit and unit != "weekend" and 0 < count < 10_000:
        return j + 2, (count, unit)
    unit = r.word(j, "unit")
    if unit and unit not in ("weekend", "quarter", "half"):
        behind = r.num(j + 1, "one") if r.lang == "ar" else None
        return (j + 1 + (behind is not None), (1, unit)) if bare else None
    return None


def moved(day: date, counts: Quantity, sign: int) -> date | None:
    """`day` moved by all counts, forward or back."""
    at: date | None = day
    for count, unit in counts:
        at = shift(at, sign * count, unit) if at else None
    return at


def finest(counts: Quantity) -> str:
    """The smallest unit among the counts."""
    unit = min((unit for _, unit in counts), key=lambda unit: _FINEST.index(unit) if unit in _FINEST else 99)
    return "day" if unit == "workday" else unit


def _point(r: Reader, end: int, counts: Quantity, sign: int) -> Reading | None:
    at = moved(r.reference, counts, sign) if r.reference else None
    return read(end, r.relative(at, at, finest(counts)))


def ago(r: Reader, i: int) -> Reading | None:
    """Three days ago, "il y a deux ans", "qabla usbu"."""
    if r.has(i, "ago"):
        counts = quantity(r, i + 1 + r.has(i + 1, "about"), bare=True)
        if counts and r.lang == "en" and r.has(counts[0], "ahead", "from"):  # "go back two weeks from now" counts forward
            return None
        if counts and not r.has(counts[0], "rel", "ord", "num", "month"):
            return _point(r, counts[0] + r.has(counts[0], "ahead"), counts[1], -1)
        return None
    counts = quantity(r, i)
    plus_tot = r.lang == "fr" and r.at(counts[0]).text.lower().startswith("plus") if counts else False
    if counts and (r.lang == "en" or plus_tot) and r.has(counts[0], "ago"):
        return _point(r, counts[0] + 1, counts[1], -1)
    return None


def ahead(r: Reader, i: int) -> Reading | None:
    """In two weeks, "dans trois jours", "bada usbuayn", three days from now."""
    if r.has(i, "in") and (r.lang != "ar" or r.has(i, "after")):
        counts = quantity(r, i + 1 + r.has(i + 1, "about"), bare=r.lang == "ar")
        if counts and not r.has(counts[0], "rel", "ord"):
            return _point(r, counts[0] + r.has(counts[0], "ahead"), counts[1], 1)
    counts = quantity(r, i)
    if counts and r.has(counts[0], "ahead"):
        return _point(r, counts[0] + 1, counts[1], 1)
    return None


def beside_day(r: Reader, i: int) -> Reading | None:
    """Two days after today, "deux jours avant hier"."""
    counts = quantity(r, i, r.lang == "ar")
    if not counts:
        return None
    end, offset = counts[0] + 1, r.num(counts[0], "day")
    if offset in (-2, 2) and search_key(r.at(counts[0]).text).startswith(_BESIDE):  # "after tomorrow" alone is the day after it
        offset, sign = (-1, -1) if offset < 0 else (1, 1)
    elif r.has(counts[0], "before", "after"):
        end, offset, sign = counts[0] + 2, r.num(counts[0] + 1, "day"), -1 if r.has(counts[0], "before") else 1
    else:
        return None
    if offset is None:
        return None
    at = shift(r.reference, offset, "day") if r.reference else None
    at = moved(at, counts[1], sign) if at else None
    return read(end, r.relative(at, at, "day"))


def day_reference(r: Reader, i: int) -> Reading | None:
    """Yesterday, tomorrow, today where it is meant as a day; with the weekday before or behind it."""
    first = r.num(i, "weekday")
    j = r.fill(i + 1, ",،", 1) if first is not None else i
    offset = r.num(j, "day")
    if offset is None or (first is not None and offset not in (-2, -1, 0, 1)):
        return None
    if r.has(j + 1, "rel", "ord") and r.word(j, "unit"):
        return None
    end = j + 1
    after = r.fill(end, ",،", 1)
    weekday = r.num(after, "weekday")
    if first is None and weekday is not None:
        end = after + 1
        numbered = day_number(r, end)
        end += numbered is not None and not r.plain(end + 1) and not r.num(end + 1, "month")
    elif first is None and offset == 0 and not dated_today(r, j):
        return None
    at = shift(r.reference, offset, "day") if r.reference else None
    if r.reference is None and (weekday is not None or first is not None):
        return end, Partial(weekday=weekday if first is None else first)
    return read(end, r.relative(at, at, "day"))


def dated_today(r: Reader, i: int) -> bool:
    """Whether "today" is the day and not "nowadays".

    It is beside a time of day, in a text of a few words, behind a future verb, or in the main clause of a verb of report or action;
    it is not behind "who", "which" or "that".
    """
    if r.at(i).text[-1:].isalpha() and len(r.at(i).text.split()) > 1:
        return True
    if r.has(i - 1, "frame") or r.has(i + 1, "frame"):
        return True
    if r.has(i + 1, "decadesuffix"):
        return False
    if i <= 1 and r.has(i + 1, "end"):
        return True
    for back in range(1, _CLAUSE_BACK + 1):
        atom = r.at(i - back)
        if i - back < 0 or str(atom.kinds.get("mark", "")) in tuple(".!?؟؛;:"):
            return False
        if _opens_clause(r, i - back):
            return False
        if r.has(i - back, "verb") or (r.lang == "ar" and _future_verb(atom.text)):
            return not _opens_clause(r, i - back - 1)
    return False


def _opens_clause(r: Reader, i: int) -> bool:
    word = r.at(i).text.lower().replace("أ", "ا").replace("إ", "ا")
    return word in _OPENERS


def _future_verb(word: str) -> bool:
    return len(word) > 4 and word[0] == "س" and word[1] in "أيتن"


def rel_day(r: Reader, i: int) -> Reading | None:
    """The next day, "le dernier jour", "al-yawm at-tali": often told from the story's own day, so the basis is inferred."""
    rel, end = r.num(i, "rel"), i + 2
    if rel is None and r.has(i, "last") and r.lang == "ar":
        rel = -1
    if rel is not None and r.word(i + 1, "unit") != "day":
        return None
    if rel is None:
        rel = r.num(i + 1, "rel") if r.word(i, "unit") == "day" else None
    if rel is None or r.at(i + (r.word(i, "unit") is None)).text.lower().endswith(("days", "jours", "journées", "أيام")):
        return None
    at = shift(r.reference, rel, "day") if r.reference else None
    found = r.relative(at, at, "day")
    return read(end, Interval(found.start, found.end, "day", "inferred" if found.start else "unknown") if found else None)


def day_alone(r: Reader, i: int) -> Reading | None:
    """The 27th, "le 27", "fi 27" at the end of a clause: a day of the month before the reference day."""
    behind = r.at(i - 1)
    day = day_number(r, i)
    lam = r.lang == "ar" and r.flat[: r.at(i).start].endswith(("ل", "لل"))
    if day is None or not (lam or "of" in behind.kinds) or not (r.has(i + 1, "end") or r.mark(i + 1, ".!?؟")):
        return None
    said = r.has(i, "ord") or r.has(i, "digits")
    return (i + 1, Partial(day=day)) if said else None
