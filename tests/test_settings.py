"""Settings: every problem at once, nothing secret shown, nothing undocumented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from bot import environment
from bot.environment import Loaded, Refused, load_settings, message, table
from bot.settings import Settings
from bot.variables import SECRET, variables

ROOT = Path(__file__).resolve().parent.parent
TOKENS = {"SLACK_BOT_TOKEN": "xoxb-secret-1", "SLACK_APP_TOKEN": "xapp-secret-2"}
ELSEWHERE = {"SLACK_API_URL": "http://127.0.0.1:8888/api"}


def loaded(**env: str) -> Settings:
    result = load_settings({**TOKENS, **env}, None)
    assert isinstance(result, Loaded), message(result)
    return result.settings


def refused(**env: str) -> dict[str, str]:
    result = load_settings({**TOKENS, **env}, None)
    assert isinstance(result, Refused)
    return {problem.name: problem.what for problem in result.problems}


def test_two_tokens_are_enough() -> None:
    settings = loaded()
    assert settings.slack_bot_token.get_secret_value() == "xoxb-secret-1"
    assert settings.slack_api_url == "https://slack.com/api/"
    assert settings.database_url == "sqlite:///shipready.db"
    assert (settings.answer_settle_seconds, settings.late_reply_minutes) == (8, 10)
    assert settings.numbers.credential_days == 100
    assert settings.courier.post_message_per_minute == 300


def test_everything_wrong_is_named_at_once() -> None:
    result = load_settings(
        {
            "SLACK_APP_TOKEN": "xoxb-the-wrong-one",
            "DATABASE_URL": "mysql://root:hunter2@db/x",
            "SHIPREADY_ZONE": "Mars/Olympus",
            "SHIPREADY_LOG_LEVEL": "loud",
            "SHIPREADY_COURIER__CHANNEL_SECONDS": "soon",
            "SHIPREADY_NUMBERS__CREDENTIAL_DAYS": "0",
        },
        None,
    )
    assert isinstance(result, Refused)
    text = message(result)
    assert text.startswith("Shipready cannot start: 7 settings are missing or wrong.")
    assert re.search(r"SLACK_BOT_TOKEN +is missing +allowed: the bot token of your Slack app, xoxb-", text)
    assert re.search(r"SHIPREADY_ZONE +is 'Mars/Olympus', which is no zone's name +allowed: an IANA zone", text)
    assert re.search(r"SHIPREADY_NUMBERS__CREDENTIAL_DAYS +is '0' +allowed: a whole number from 1 to 1000", text)
    assert re.search(r"SHIPREADY_COURIER__CHANNEL_SECONDS +is 'soon' +allowed: a number from 0 to 60", text)
    assert not re.search(r"hunter2|the-wrong-one", text)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "xapp-1"),
        ("SLACK_APP_TOKEN", "xoxb-1"),
        ("SLACK_API_URL", "slack.com/api/"),
        ("SLACK_API_URL", "ftp://slack.com/api/"),
        ("SLACK_API_URL", "http://slack.com/api/"),
        ("SLACK_API_URL", "http://"),
        ("DATABASE_URL", "shipready.db"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("SHIPREADY_ANSWER_SETTLE_SECONDS", "-1"),
        ("SHIPREADY_ANSWER_SETTLE_SECONDS", "nan"),
        ("SHIPREADY_ANSWER_SETTLE_SECONDS", "inf"),
        ("SHIPREADY_ERASE_DELETED_AFTER_DAYS", "2.5"),
        ("SHIPREADY_SHARED_CHANNELS", "perhaps"),
        ("SHIPREADY_LOG_FORMAT", "xml"),
        ("SHIPREADY_ZONE", "../../etc/passwd"),
        ("SHIPREADY_COURIER__TIER_2_PER_MINUTE", "many"),
        ("SHIPREADY_NUMBERS__FOLLOW_UPS", "6"),
    ],
)
def test_a_wrong_value_is_refused_by_name(name: str, value: str) -> None:
    assert list(refused(**{name: value})) == [name]


@pytest.mark.parametrize(
    ("name", "value", "field", "kept"),
    [
        ("SLACK_API_URL", "http://127.0.0.1:8888/api", "slack_api_url", "http://127.0.0.1:8888/api/"),
        ("SHIPREADY_LOG_LEVEL", "debug", "log_level", "DEBUG"),
        ("SHIPREADY_LOG_FORMAT", "JSON", "log_format", "json"),
        ("SHIPREADY_ZONE", " Europe/Berlin ", "zone", "Europe/Berlin"),
        ("SHIPREADY_ANSWER_SETTLE_SECONDS", "0.5", "answer_settle_seconds", 0.5),
        ("SHIPREADY_SHARED_CHANNELS", "true", "shared_channels", True),
        ("SHIPREADY_ZONE", "", "zone", "UTC"),
    ],
)
def test_a_good_value_is_kept(name: str, value: str, field: str, kept: object) -> None:
    assert getattr(loaded(**{name: value}), field) == kept


def test_nested_values_reach_the_courier_and_the_model() -> None:
    settings = loaded(SHIPREADY_COURIER__CHANNEL_SECONDS="0", SHIPREADY_NUMBERS__TRIED_DAYS="30")
    assert settings.courier.channel_seconds == 0
    assert settings.courier.tier_2_per_minute == 20
    assert settings.numbers.tried_days == 30


@pytest.mark.parametrize("api", ["", "https://slack.com/api/", "https://SLACK.com/api/", "https://eu.slack.com./api/"])
def test_the_clock_of_a_real_workspace_cannot_be_moved(api: str) -> None:
    found = refused(SHIPREADY_CLOCK_URL="http://127.0.0.1:1/clock", SLACK_API_URL=api)
    assert found == {"SHIPREADY_CLOCK_URL": "would move the time of a real workspace"}


def test_the_clock_of_another_workspace_can() -> None:
    settings = loaded(SHIPREADY_CLOCK_URL="http://127.0.0.1:1/clock", **ELSEWHERE)
    assert settings.clock_url == "http://127.0.0.1:1/clock"


@pytest.mark.parametrize("url", ["postgresql://u:p@h/d", "postgres://u:p@h/d", "postgresql+psycopg://u:p@h/d"])
def test_postgresql_needs_its_driver_and_says_so(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda _name: None)
    assert refused(DATABASE_URL=url) == {"DATABASE_URL": "needs psycopg, which is not installed"}
    monkeypatch.setattr(environment, "find_spec", lambda _name: object())
    assert loaded(DATABASE_URL=url).database_url == url


def test_commands_that_only_read_need_no_tokens() -> None:
    result = load_settings({}, None, slack=False)
    assert isinstance(result, Loaded)
    assert isinstance(load_settings({"SLACK_BOT_TOKEN": "nonsense"}, None, slack=False), Refused)


def test_a_misspelt_name_is_named_with_the_nearest_one() -> None:
    result = load_settings({**TOKENS, "SHIPREADY_ZON": "UTC", "SHIPREADY_NUMBERS__CREDENTAL_DAYS": "5"}, None)
    assert isinstance(result, Loaded)
    text = table(result.warnings)
    assert re.search(r"SHIPREADY_ZON +is not a setting of Shipready +did you mean SHIPREADY_ZONE\?", text)
    assert "did you mean SHIPREADY_NUMBERS__CREDENTIAL_DAYS?" in text


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("export SHIPREADY_ZONE='Asia/Tokyo'\n# a comment\nSHIPREADY_LOG_FORMAT=json\n")
    result = load_settings({**TOKENS, "SHIPREADY_ZONE": "Europe/Berlin"}, file)
    assert isinstance(result, Loaded)
    assert (result.settings.zone, result.settings.log_format) == ("Europe/Berlin", "json")


def test_broken_lines_of_the_file_are_named_and_not_shown(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("SHIPREADY_ZONE=UTC\n\nxoxb-secret pasted here\nSLACK_APP_TOKEN\nA='open\n")
    result = load_settings(TOKENS, file)
    assert isinstance(result, Refused)
    assert [problem.name for problem in result.problems] == [".env, line 3", ".env, line 4", ".env, line 5"]
    assert "xoxb-secret" not in message(result)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_bytes(b"SHIPREADY_ZONE=\xff\xfe\x00")
    result = load_settings(TOKENS, file)
    assert isinstance(result, Refused)
    assert "cannot be read" in message(result)


def test_settings_show_no_secret() -> None:
    shown = repr(loaded(DATABASE_URL="sqlite:///hidden-name.db"))
    assert not re.search(r"secret-|hidden-name", shown)


@given(st.dictionaries(st.sampled_from([variable.name for variable in variables()]), st.text(max_size=40)))
def test_whatever_is_given_there_is_an_answer_and_no_secret_in_it(env: dict[str, str]) -> None:
    result = load_settings({name: "zqx" + value if name in SECRET else value for name, value in env.items()}, None)
    assert isinstance(result, Loaded | Refused)
    if isinstance(result, Refused):
        assert "zqx" not in message(result)


def test_every_setting_is_documented_with_its_default_and_bounds() -> None:
    docs = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    for variable in variables():
        default = f"`{variable.default}`" if variable.default else "none"
        assert f"| `{variable.name}` | {default} | {variable.allowed} |" in docs


def test_nothing_is_documented_that_is_no_setting() -> None:
    docs = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
    known = {variable.name for variable in variables()}
    assert set(re.findall(r"SHIPREADY_\w+[A-Z]", docs)) <= known


def test_the_example_file_is_read_and_lacks_only_the_tokens() -> None:
    result = load_settings({}, ROOT / ".env.example")
    assert isinstance(result, Refused)
    assert [(problem.name, problem.what) for problem in result.problems] == [(name, "is missing") for name in TOKENS]
    assert not result.warnings


def test_every_number_has_bounds() -> None:
    def numbers(model: type[BaseModel]) -> None:
        for key, field in model.model_fields.items():
            inner = field.annotation
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                numbers(inner)
            elif inner in (int, float):
                assert {"Ge", "Le"} <= {type(part).__name__ for part in field.metadata}, key

    numbers(Settings)
