"""Messages parsed when they are first said are those that parsing the whole file gives."""

from importlib import resources

import pytest
from fluent.runtime import FluentBundle, FluentResource

from marsad.briefs.phrases import Phrases

PARTS = (("briefs", ""), ("briefs", "-actors"), ("briefs", "-regional"), ("briefs", "-reasons"), ("web", ""))
FILES = tuple((place, f"{language}{part}.ftl") for language in ("ar", "fr", "en") for place, part in PARTS)


@pytest.mark.parametrize(("place", "name"), FILES)
def test_every_message_of_a_file_is_said_as_the_whole_file_says_it(place: str, name: str) -> None:
    text = resources.files(f"marsad.{place}").joinpath("messages", name).read_text("utf-8")
    whole, lazy = FluentBundle([name[:2]], use_isolating=True), Phrases(name[:2], [text])
    whole.add_resource(FluentResource(text))
    keys = list(whole._messages)
    assert len(keys) > 8
    for key in keys:
        pattern = whole.get_message(key).value
        assert lazy.knows(key)
        for count in (1, 2, 5):
            said, errors = whole.format_pattern(pattern, {"count": count})
            told, wrong = lazy.say(key, {"count": count})
            assert (told, list(map(str, wrong))) == (said, list(map(str, errors))), key


def test_a_message_that_names_others_and_terms_is_whole() -> None:
    text = "-land = Mali\nname = { -land }\nlong = In { name }, { $count ->\n    [one] { other }\n   *[other] more\n}\nother = once\n"
    assert Phrases("en", [text]).say("long", {"count": 1}) == ("In \u2068Mali\u2069, \u2068once\u2069", [])


def test_an_unknown_key_is_not_known_and_a_first_file_wins() -> None:
    phrases = Phrases("en", ["a = first", "a = second\nb = two"])
    assert (phrases.knows("a"), phrases.knows("c")) == (True, False)
    assert (phrases.say("a", {})[0], phrases.say("b", {})[0]) == ("first", "two")
