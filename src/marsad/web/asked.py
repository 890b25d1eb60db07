"""What the address of a page asks beyond its name: a question, a kind of event, a first month, how many rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from marsad.base.errors import MarsadError
from marsad.base.months import first_day, parse_month
from marsad.store import Where
from marsad.web.shelf import StrangeError

KINDS = (
    "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "THREATEN", "SANCTION", "RETREAT", "AID", "COOPERATE", "SUPPORT", "CONCEDE", "ACCUSE",
    "REJECT", "REQUEST",
)  # fmt: skip
"""Types of event that a list can be cut to; meetings and agreements have lists of their own."""

ROWS, ROWS_MOST = 25, 500
"""Rows of a list at first, and at most; the API has all of them."""

QUESTION_MOST = 200
"""Characters of a question."""

_MARKS = re.compile("[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""Controls and direction marks: a question that holds one would turn the page about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked, checked.

    Attributes:
        q: words to look for.
        type: type of event, or empty.
        since: first month, such as 2026-01, or empty.
        rows: how many rows of a list.
    """

    q: str = ""
    type: str = ""
    since: str = ""
    rows: int = ROWS

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """From an address.

        Raises:
            StrangeError: a value that can mean nothing.
        """
        q, kind, since, rows = (query.get(name, "").strip() for name in ("q", "type", "since", "rows"))
        if len(q) > QUESTION_MOST or _MARKS.search(q):
            raise StrangeError(f"a question has at most {QUESTION_MOST} characters, and neither controls nor direction marks")
        if kind and kind not in KINDS:
            raise StrangeError(f"events are cut by one of these types: {', '.join(KINDS)}")
        if since:
            try:
                parse_month(since)
            except MarsadError as wrong:
                raise StrangeError("a first month is written as 2026-01") from wrong
        if rows and (not rows.isascii() or not rows.isdigit() or not 1 <= int(rows) <= ROWS_MOST):
            raise StrangeError(f"a page shows 1 to {ROWS_MOST} rows of a list; the API has all of them")
        return cls(q, kind, since, int(rows or ROWS))

    def query(self, **other: str | int) -> str:
        """The same as a query, with some values changed; what is as usual is left out."""
        values = {"q": self.q, "type": self.type, "since": self.since, "rows": self.rows, **other}
        return urlencode([(name, value) for name, value in values.items() if value and (name, value) != ("rows", ROWS)])

    @property
    def conditions(self) -> list[Where]:
        """The part that cuts a list of events."""
        found = [Where("type", "=", self.type)] if self.type else []
        return [*found, Where("date_end", ">=", first_day(parse_month(self.since)))] if self.since else found
