"""Settings are read once, and what is not understood is an error."""

from pathlib import Path

import pytest

from marsad.base.errors import SettingsError
from marsad.settings import Settings, load_settings


def test_no_file_and_no_variables_give_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_a_variable_overrides_the_file(tmp_path: Path) -> None:
    (tmp_path / "marsad.toml").write_text('draws = 200\nlanguage = "fr"\n', encoding="utf-8")
    read = load_settings(tmp_path, {"MARSAD_DRAWS": "50", "HOME": "/x"})
    assert (read.draws, read.language) == (50, "fr")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('langauge = "fr"', "did you mean 'language'"),
        ("draws = 0", "outside 1 to 100,000"),
        ('draws = "many"', "not a whole number"),
        ('language = "de"', "not one of ar, fr, en"),
        ("engine = 3", "not a text"),
        ("draws = ", "not TOML"),
        ('reader = "oracle"', "not one of rules, endpoint, local"),
        ('reader = "endpoint"', "needs endpoint_url"),
        ('reader = "local"', "needs local_model"),
    ],
)
def test_a_value_that_is_not_understood_is_an_error_that_says_where(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "marsad.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        load_settings(tmp_path, {})


def test_a_config_file_that_is_named_and_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such file"):
        load_settings(tmp_path, {"MARSAD_CONFIG": str(tmp_path / "none.toml")})


def test_the_key_of_an_endpoint_is_no_setting_and_so_reaches_no_record_of_a_run(tmp_path: Path) -> None:
    read = load_settings(tmp_path, {"MARSAD_ENDPOINT_KEY": "secret"})
    assert "secret" not in repr(read)
