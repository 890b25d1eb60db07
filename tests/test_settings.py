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
        ("alerts = 3", "write its keys below a line"),
        ("[alerts]\nfloor_land = 3", "did you mean 'floor_"),
        ('[alerts]\nfloor_country = "many"', "not a number"),
        ("[alerts]\njump_ratio = 0.5", "jump ratio above 1"),
        ("[alerts]\nyears = []", "years of 1 or more"),
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


def test_alerts_have_a_table_of_their_own_and_a_variable_for_each_key(tmp_path: Path) -> None:
    (tmp_path / "marsad.toml").write_text("[alerts]\nfloor_country = 50\nyears = [1, 2]\n", encoding="utf-8")
    rules = load_settings(tmp_path, {"MARSAD_ALERTS_JUMP_FLOOR": "10"}).alerts
    assert (rules.floor_country, rules.years, rules.jump_floor, rules.floor_cell) == (50, (1, 2), 10.0, 10)
    assert load_settings(tmp_path, {"MARSAD_ALERTS_YEARS": "1:3"}).alerts.years == (1, 3)
    with pytest.raises(SettingsError, match=r"MARSAD_ALERTS_FLOR_COUNTRY.*floor_country"):
        load_settings(tmp_path, {"MARSAD_ALERTS_FLOR_COUNTRY": "1"})
    with pytest.raises(SettingsError, match="one by one"):
        load_settings(tmp_path, {"MARSAD_ALERTS": "1"})
