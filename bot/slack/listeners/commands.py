"""``/shipready …`` and its twin, a message that begins with the bot's mention."""

from __future__ import annotations

import re

from bot.records import receipts
from bot.slack.answering import answer, opened
from bot.slack.directory import Directory
from bot.slack.incoming import Payload, receipt_of, text_at
from bot.slack.listeners.command_table import CHANNEL, COMMANDS, PERSON, Asked, unknown
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome
from bot.slack.pages.blocks import Message
from bot.work import people
from bot.work.desk import Desk
from bot.work.results import Refusal

DIRECT = {"directmessage"}
GROUP = "mpdm-"
MENTION = re.compile(r"\s*<@([UW][A-Z0-9]+)(?:\|[^>]*)?>\s*")


def is_command(text: str) -> bool:
    """Whether the first word is a known command."""
    return _word(text) in COMMANDS


def command_of(office: Office, event: Payload) -> Asked | None:
    """A message whose first word is the bot's mention and whose second is a known word; it is never an answer."""
    asked = spoken_to(office, event)
    return asked if asked is not None and is_command(asked.text) else None


def spoken_to(office: Office, event: Payload) -> Asked | None:
    """What is said to the bot in a message that begins with its mention; None for every other message."""
    text = text_at(event, "text")
    mention = MENTION.match(text)
    if mention is None or mention[1] != office.user or event.get("bot_id"):
        return None
    return Asked(
        user=text_at(event, "user"),
        channel=text_at(event, "channel"),
        text=text[mention.end() :],
        thread_ts=text_at(event, "thread_ts"),
    )


def on_command(office: Office, directory: Directory, body: Payload) -> Message | None:
    """One slash command: done once, committed, then answered to the person alone (None: a form opened)."""
    asked = Asked(
        user=text_at(body, "user_id"),
        channel=text_at(body, "channel_id"),
        text=text_at(body, "text").strip(),
        direct=_is_direct(text_at(body, "channel_name")),
        private=text_at(body, "channel_name") == "privategroup",
        team=text_at(body, "team_id"),
    )
    look_up(directory, asked)
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, receipt_of(body), desk.now)
        people.acts_in(desk, office.user, asked.channel, asked.user)
        outcome = perform(desk, asked) if first else None
    return _say(office, asked, outcome, text_at(body, "trigger_id"))


def look_up(directory: Directory, asked: Asked) -> None:
    """Ask Slack about the people and places of a command that nobody has heard of, before anything changes.

    One call for each: who typed it, whom it names, and the channel in which a pilot is to be.
    """
    for user in {asked.user, *PERSON.findall(asked.text)[:1]}:
        directory.meet(user)
    word = _word(asked.text)
    if word in ("start", "settings") and not asked.direct:
        directory.arrive(asked.channel)
    for channel in CHANNEL.findall(asked.text)[:1] if word == "move" else ():
        directory.arrive(channel)


def perform(desk: Desk, asked: Asked) -> Outcome:
    """Do what the words say, within the transaction of the desk."""
    if asked.team and asked.team != desk.team:
        return Refusal("members_only")
    word = _word(asked.text)
    rest = asked.text.strip()[len(word) :].strip()
    command = COMMANDS.get(word)
    return command(desk, asked, rest) if command else unknown(asked.text)


def _say(office: Office, asked: Asked, outcome: Outcome | None, trigger: str) -> Message | None:
    if outcome is None or (isinstance(outcome, Opens) and opened(office, outcome, asked.user, trigger)):
        return None
    return answer(office, outcome, asked.user)


def _word(text: str) -> str:
    parts = text.strip().split(None, 1)
    return parts[0].lower() if parts else "help"


def _is_direct(channel_name: str) -> bool:
    return channel_name in DIRECT or channel_name.startswith(GROUP)
