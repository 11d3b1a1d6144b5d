"""``/shipready …`` and its twin, a message that begins with the bot's mention."""

from __future__ import annotations

from bot.records import receipts
from bot.slack.answering import answer, opened
from bot.slack.directory import Directory
from bot.slack.incoming import Payload, receipt_of, text_at
from bot.slack.listeners.command_table import CHANNEL, COMMANDS, PERSON, Asked, unknown
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome
from bot.slack.pages.blocks import Message
from bot.work.desk import Desk
from bot.work.results import Refusal

DIRECT = {"directmessage"}
GROUP = "mpdm-"


def is_command(text: str) -> bool:
    """Whether the first word is a known command."""
    return _word(text) in COMMANDS


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
        outcome = perform(desk, asked) if first else None
    return _say(office, asked, outcome, text_at(body, "trigger_id"))


def look_up(directory: Directory, asked: Asked) -> None:
    """Ask Slack about the people and places of a command that nobody has heard of, before anything changes."""
    for user in {asked.user, *PERSON.findall(asked.text)}:
        directory.meet(user)
    if _word(asked.text) == "start" and not asked.direct:
        directory.arrive(asked.channel)
    for channel in set(CHANNEL.findall(asked.text)):
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
