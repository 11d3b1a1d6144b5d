"""The Bolt app: every listener, registered in one place (docs/architecture.md: the way of a reply)."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult

from bot.slack.directory import Directory
from bot.slack.failures import on_failure
from bot.slack.incoming import click_of, text_at
from bot.slack.listeners.actions import on_press
from bot.slack.listeners.commands import on_command
from bot.slack.listeners.events import EVENTS, on_event
from bot.slack.listeners.form_presses import is_form_press, on_form_press
from bot.slack.listeners.messages import on_message
from bot.slack.listeners.shortcut import on_shortcut
from bot.slack.listeners.submissions import on_submission
from bot.slack.office import Office

ANY = re.compile(r".*", re.DOTALL)
COMMAND = "/shipready"
SHORTCUT = "record_answer"

Body = Mapping[str, Any]


def bolt_app(office: Office, directory: Directory) -> App:
    """A Bolt app in which every listener commits before it acknowledges (``process_before_response``)."""
    quiet = logging.getLogger("shipready.bolt")
    quiet.setLevel(logging.ERROR)  # else it says that it leaves alone the token that it finds in the environment
    app = App(
        client=office.client,
        authorize=lambda: _authorized(office),
        process_before_response=True,
        ignoring_self_events_enabled=False,
        request_verification_enabled=False,
        logger=quiet,
    )
    quiet.setLevel(logging.WARNING)
    _events(app, office, directory)
    _interactions(app, office, directory)
    app.error(lambda error, body, request: on_failure(office, error, body, request))
    return app


def _authorized(office: Office) -> AuthorizeResult:
    """Who the bot is was asked at the start. Bolt itself would ask again at the first event, and acknowledge it unseen
    if that fails: the event would be lost."""
    return AuthorizeResult(
        enterprise_id=None,
        team_id=office.team,
        bot_user_id=office.user,
        bot_id=office.bot,
        bot_token=office.client.token,
    )


def _events(app: App, office: Office, directory: Directory) -> None:
    @app.event("message")
    def message(event: Body, body: Body) -> None:
        on_message(office, directory, event, text_at(body, "event_id"))

    def other(event: Body, body: Body) -> None:
        on_event(office, directory, event, text_at(body, "event_id"))

    for kind in EVENTS:
        app.event(kind)(other)


def _interactions(app: App, office: Office, directory: Directory) -> None:
    @app.command(COMMAND)
    def command(ack: Ack, body: Body) -> None:
        page = on_command(office, directory, body)
        if page is None:
            ack()
        else:
            ack(text=page.text, blocks=page.blocks or None, response_type="ephemeral")

    @app.action(ANY)
    def press(ack: Ack, body: Body) -> None:
        click = click_of(body)
        if is_form_press(click):
            on_form_press(office, click)
        else:
            on_press(office, directory, click)
        ack()

    @app.view(ANY)
    def submission(ack: Ack, body: Body) -> None:
        ack(**on_submission(office, directory, body))

    @app.shortcut(SHORTCUT)
    def shortcut(ack: Ack, body: Body) -> None:
        on_shortcut(office, directory, body)
        ack()

    @app.view_closed(ANY)
    def closed(ack: Ack) -> None:
        ack()
