"""Calls by an office-holder whom the text named before: the bare office gets his name."""

from __future__ import annotations

from coded import only, read

from marsad.base.records import Engagement


def test_a_minister_told_by_his_state_alone_is_the_one_named_before() -> None:
    text = (
        "استقبل وزير الخارجية التوغولي كوملا أغبو، أمس بلومي، نظيره الغاني كوفي أساري.\n"
        "وأجرى الوزير التوغولي اتصالا هاتفيا مع نظيره النيجري موسى سانا."
    )
    _, call = only(read(text, "ar"), Engagement)
    assert call.form == "call"
    assert [one.name for one in call.participants] == ["كوملا أغبو", "موسى سانا"]
