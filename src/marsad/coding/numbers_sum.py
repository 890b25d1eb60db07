"""A number as it grows word by word, by the rules of Arabic, French and English."""

from __future__ import annotations

TOP = 10**18


class Sum:
    """A number as it grows word by word; each method says whether the word could be taken."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.total: int | float = 0
        self.group: int | float | None = None
        self.top: int | float = TOP
        self.digits = False  # the group so far is digits only

    @property
    def value(self) -> int | float:
        return self.total + (self.group or 0)

    @property
    def empty(self) -> bool:
        return self.group is None and self.total == 0

    def small(self, value: int | float, joined: bool) -> bool:
        """A value below 100; `joined` where "and" stands before it."""
        group = self.group
        if group is None:
            if not self.empty and (self.top <= value or (self.lang == "ar" and not joined)):
                return False
            self.group, self.digits = value, False
            return True
        if self.digits and group < 100:
            return False
        return self._after(group, value, joined)

    def _after(self, group: int | float, value: int | float, joined: bool) -> bool:
        rest = group % 100
        if self.lang == "fr" and value == 20 and rest == 4:
            self.group = group + 76  # quatre-vingt: four twenties
            return True
        if self.lang == "ar":
            unit_first = 0 < rest < 10 and value >= 20 and value % 10 == 0
            fits = joined and (unit_first or rest == 0)
        elif self.lang == "fr":
            fits = (
                (rest == 0 and (not joined or value == 1))
                or (value < 10 and rest >= 20 and rest % 10 == 0)
                or (10 <= value < 20 and rest in (60, 80))
            )
            fits = fits or (value in (7, 8, 9) and rest in (10, 70, 90) and not joined)
        else:
            fits = rest == 0 or (value < 10 and rest >= 20 and rest % 10 == 0 and not joined)
        if fits and group != 0:
            self.group = group + value
        return bool(fits and group != 0)

    def teen(self, joined: bool) -> bool:
        """Arabic ten, which after a unit makes the teens."""
        if self.group is not None and not joined and 0 < self.group % 100 < 10 and not self.digits:
            self.group += 10
            return True
        return self.small(10, joined)

    def hundreds(self, value: int | float, joined: bool) -> bool:
        """An Arabic hundred in one word (three-hundred)."""
        if self.group is not None or (not self.empty and (not joined or self.top <= value)):
            return False
        self.group, self.digits = value, False
        return True

    def hundred(self, joined: bool) -> bool:
        """The word hundred, alone or after its factor."""
        if self.group is None:
            return self.hundreds(100, joined or self.lang != "ar")
        if joined or self.group >= (1000 if self.digits else 100) or (self.lang == "ar" and self.group >= 10) or self.group == 0:
            return False
        self.group, self.digits = self.group * 100, False
        return True

    def scale(self, value: int | float, joined: bool) -> bool:
        """Thousand, million and above."""
        if self.group is None:
            if self.empty or (joined and value < self.top):
                self.total += value
            elif joined or (value < self.top and self.lang == "ar"):
                return False
            else:
                self.total *= value
        elif joined:
            return False
        elif value < self.top:
            self.total += self.group * value
        else:
            self.total = (self.total + self.group) * value
        self.group, self.top, self.digits = None, value, False
        return self.total < TOP

    def dozen(self, value: int | float, joined: bool) -> bool:
        """A dozen, alone or after its factor; nothing follows it."""
        if joined or self.total:
            return False
        self.group = (1 if self.group is None else self.group) * value
        self.digits, self.lang = False, "done"
        return True

    def run(self, value: int | float, joined: bool) -> bool:
        """Digits: they begin a number, or go on where words stopped (3 hundred and 21)."""
        if self.empty and self.group is None:
            self.group, self.digits = value, True
            return True
        if (
            value == 0
            or self.digits
            or (self.group is None and self.top <= value)
            or (self.group is not None and (self.group % 100 or value >= 100))
        ):
            return False
        if self.group is None and not isinstance(value, int):
            return False
        self.group, self.digits = (self.group or 0) + value, self.group is None
        return True
