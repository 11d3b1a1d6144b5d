"""Messages of threads: replies, edits, deletions, and commands that begin with the bot's mention."""

from __future__ import annotations

from collections.abc import Mapping

from bot.records import entries, members, notices, pilots, posts, receipts
from bot.slack.answering import answer
from bot.slack.directory import Directory
from bot.slack.failures import NotYetError
from bot.slack.incoming import Payload, at, message_of, text_at
from bot.slack.listeners.command_table import Asked
from bot.slack.listeners.commands import command_of, look_up, perform
from bot.slack.listeners.direct import direct_message
from bot.slack.office import Office
from bot.slack.pages import refusals
from bot.work import people
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.interview import replies
from bot.work.interview.replies import Message, Taken
from bot.work.threads import open_anew


def on_message(office: Office, directory: Directory, event: Payload, event_id: str) -> None:
    """One ``message`` event of any subtype. Messages outside a pilot's thread leave no trace."""
    subtype = text_at(event, "subtype")
    if subtype == "message_changed":
        _changed(office, event)
    elif subtype == "message_deleted":
        _deleted(office, event, text_at(event, "deleted_ts"), text_at(event, "previous_message", "thread_ts"))
    elif text_at(event, "channel_type") == "im":
        direct_message(office, event, event_id)
    else:
        _said(office, directory, event)


def _said(office: Office, directory: Directory, event: Payload) -> None:
    asked = command_of(office, event)
    if asked is not None:
        look_up(directory, asked)
        _run_once(office, asked, f"said:{asked.channel}:{text_at(event, 'ts')}")
        return
    message = message_of(event, office.team)
    if message is not None:
        with office.desk() as desk:
            taken = _known(desk, message, replies.record(desk, message))
        if taken.state == "unverified":
            office.background.later(directory.find_person, message.author)
        _answer_privately(office, taken, message)


def _known(desk: Desk, message: Message, taken: Taken) -> Taken:
    """What became of a message; raises NotYetError while its thread may be that of a card whose ts is not known yet."""
    if taken.pilot is None:
        _not_in_doubt(desk, message.channel)
    return taken


def _not_in_doubt(desk: Desk, channel: str) -> None:
    if notices.card_in_doubt(desk.session, desk.team, channel):
        raise NotYetError("a card of this channel may be in Slack already")


def _run_once(office: Office, asked: Asked, receipt: str) -> None:
    """Do it, in one transaction with its receipt. No form can open by itself here: then the answer holds a button."""
    with office.desk() as desk:
        people.acts_in(desk, office.user, asked.channel, asked.user)
        outcome = perform(desk, asked) if receipts.take(desk.session, desk.team, receipt, desk.now) else None
    if outcome is not None:
        page = answer(office, outcome, asked.user)
        office.whisper.to_person(asked.channel, asked.user, page, asked.thread_ts)


def _answer_privately(office: Office, taken: Taken, message: Message) -> None:
    """A guest, or somebody of another company, is told once that the answer does not count."""
    if taken.state != "refused" or not taken.first_time or taken.pilot is None:
        return
    with office.desk() as desk:
        told = not receipts.take(desk.session, desk.team, f"guest:{taken.pilot.id}:{message.author}", desk.now)
    if not told:
        page = refusals.guest(taken.pilot, office.workspace, _lead_name(office, taken.pilot.lead))
        office.whisper.to_person(message.channel, message.author, page, message.thread_ts)


def _lead_name(office: Office, user: str) -> str:
    with office.reading_desk() as desk:
        return members.names(desk.session, desk.team, [user]).get(user, "the lead")


def _changed(office: Office, event: Payload) -> None:
    """An edit, an unfurl (same words), an update of our own, or the tombstone of a deleted message with replies."""
    inner = at(event, "message")
    inner = inner if isinstance(inner, Mapping) else {}
    channel = text_at(event, "channel")
    if inner.get("subtype") == "tombstone":
        _deleted(office, event, text_at(inner, "ts"), "")
        return
    message = message_of({**inner, "channel": channel}, office.team)
    if message is not None and message.version:
        command = command_of(office, inner) is not None
        with office.desk() as desk:
            if command and entries.get(desk.session, desk.team, channel, message.ts) is None:
                return  # a command, written better: it is neither done again nor an answer
            _known(desk, message, replies.edit(desk, message))


def _deleted(office: Office, event: Payload, ts: str, thread_ts: str) -> None:
    """A message is gone. Of one that no pilot's thread has, nothing is kept, not even that it was there."""
    channel, author = text_at(event, "channel"), text_at(event, "previous_message", "user")
    if not channel or not ts:
        return
    with office.desk() as desk:
        if _own_post_gone(desk, channel, ts):
            return
        known = entries.get(desk.session, desk.team, channel, ts) is not None
        if known or (thread_ts and replies.thread_of(desk, channel, thread_ts) is not None):
            replies.delete(desk, channel, ts)
        elif thread_ts:
            _not_in_doubt(desk, channel)
        if author == office.user and notices.on_its_way(desk.session, desk.team, channel):
            raise NotYetError("a message of this channel is in Slack, but not noted yet")


def _own_post_gone(desk: Desk, channel: str, ts: str) -> bool:
    """A message of the bot was deleted: the card is posted anew, other messages when they have something to say."""
    post = posts.mark_gone(desk.session, desk.team, channel, ts)
    if post is None:
        return False
    pilot = pilots.get(desk.session, desk.team, post.pilot)
    if pilot is not None and post.kind == "card" and pilot.state == "open":
        open_anew(desk, pilot)
        after_change(desk, pilot)
    return True
