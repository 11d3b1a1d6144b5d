"""Starting where Slack cannot be used: a sentence and exit code 2, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import app
from bot.clock import SystemClock
from bot.environment import Loaded, load_settings
from bot.records.migrating import migrate
from bot.sandbox.server import Sandbox
from tests.conversations.stage import MANIFEST


def settings(directory: Path, url: str, bot: str, connection: str) -> Loaded:
    database = f"sqlite:///{directory}/shipready.db"
    env = {"SLACK_BOT_TOKEN": bot, "SLACK_APP_TOKEN": connection, "SLACK_API_URL": url, "DATABASE_URL": database}
    loaded = load_settings(env, None)
    assert isinstance(loaded, Loaded)
    migrate(database)
    return loaded


@pytest.mark.parametrize(
    ("bot", "connection", "sentence"),
    [
        ("xoxb-wrong", "", "Slack refuses the bot token: invalid_auth."),
        ("", "xapp-wrong", "Slack refuses the app token: invalid_auth. Make one with connections:write"),
    ],
)
def test_a_refused_token_is_named(tmp_path: Path, bot: str, connection: str, sentence: str) -> None:
    with Sandbox(MANIFEST) as sandbox:
        loaded = settings(tmp_path, sandbox.api_url, bot or sandbox.bot_token, connection or sandbox.app_token)
        with pytest.raises(app.SlackUnusableError, match=sentence.split(".")[0]):
            app.start(loaded.settings, SystemClock())
        assert app.run(loaded.settings, SystemClock()) == 2


def test_a_slack_that_does_not_answer_is_named(tmp_path: Path) -> None:
    loaded = settings(tmp_path, "http://127.0.0.1:9/api/", "xoxb-any", "xapp-any")
    with pytest.raises(app.SlackUnusableError, match=r"Slack does not answer at http://127\.0\.0\.1:9/api/"):
        app.start(loaded.settings, SystemClock())
