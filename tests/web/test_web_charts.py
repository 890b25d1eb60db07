"""Charts: gaps stay gaps, 0 is not "not observed", values lie where they belong."""

import re

from marsad.base.findings import Fan, FanMonth
from marsad.web import charts
from marsad.web.wording import Wording

WORDS = Wording("en")


def test_a_line_breaks_where_a_month_is_not_observed() -> None:
    months = tuple((500 + i, None if i == 2 else 10 * i) for i in range(5))
    fan = Fan(None, months, (FanMonth(505, (0.0, 1.0, 2.0, 3.0, 4.0)),))
    line = re.search(r'class="f-line" d="([^"]*)"', charts.fan(fan, WORDS))
    assert line is not None
    assert [part.count("L") for part in line[1].split("M")[1:]] == [1, 1]


def test_a_fan_without_months_ahead_is_no_chart() -> None:
    assert charts.fan(Fan(None, ((500, 1),), ()), WORDS) == ""


def test_a_month_that_is_not_observed_is_grey_and_one_with_nothing_is_empty() -> None:
    drawn = charts.month_bars([None, 0, 4], [500, 501, 502], WORDS)
    assert drawn.count("b-none") == 1
    assert drawn.count('class="bar"') == 1


def test_bars_stand_on_the_line_and_are_as_high_as_their_value() -> None:
    drawn = charts.histogram([0.5, 1.0, 2.0], WORDS)
    heights = [float(h) for h in re.findall(r'class="bar"[^>]*height="([0-9.]+)"', drawn)]
    assert abs(heights[1] / heights[0] - 2) < 0.02
    assert abs(heights[2] / heights[0] - 4) < 0.02


def test_a_spark_of_one_value_is_nothing() -> None:
    assert charts.spark([None, 3]) == ""
    assert "<path" in charts.spark([1, None, 3])


def test_text_that_a_chart_is_given_is_escaped() -> None:
    drawn = charts.lines([[1.0, 2.0]], ["<b>", "&"], WORDS)
    assert "<b>" not in drawn
