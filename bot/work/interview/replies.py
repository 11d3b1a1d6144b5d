"""Messages of a thread as they come in: taken once, filed as answer or talk, edited, deleted (EXPERIENCE: Answers)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.readiness import talk
from bot.readiness.facts import MemberState
from bot.records import entries, pilots, posts, questions
from bot.records.tables import Entry, Pilot, Question, Wording
from bot.work import people, say
from bot.work.desk import Desk
from bot.work.interview.counting import is_talk, question_for
from bot.work.interview.edits import words_changed, words_withdrawn
from bot.work.interview.settling import settle_at_once
from bot.work.threads import release


@dataclass(frozen=True, slots=True)
class Message:
    """A message as Slack delivers it, its text unescaped once. ``files`` are {"name", "permalink"} of attachments."""

    channel: str
    ts: str
    thread_ts: str
    author: str
    text: str
    version: str = ""
    files: tuple[dict[str, Any], ...] = ()
    from_outside: bool = False  # the author belongs to another workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a message: its entry's state, or "" when it is none of the bot's business (nothing is kept)."""

    state: str = ""
    pilot: Pilot | None = field(default=None, repr=False)
    first_time: bool = False


def record(desk: Desk, message: Message, *, as_answer: bool = False) -> Taken:
    """File a message of a pilot's thread, once per (team, channel, ts).

    ``as_answer``: somebody filed it by the shortcut, so it counts whatever it looks like. Unknown threads keep nothing.
    """
    pilot = thread_of(desk, message.channel, message.thread_ts)
    if pilot is None:
        return Taken()
    release(desk, pilot)  # somebody wrote in the thread, so it is open again
    known = entries.get(desk.session, desk.team, message.channel, message.ts)
    if known is not None:
        return _again(desk, pilot, known, message, as_answer)
    entry = _entry(desk, pilot, message)
    _file(desk, pilot, entry, as_answer, message.from_outside)
    entries.add(desk.session, entry)
    settle_at_once(desk, pilot, entry.conversation)
    return Taken(entry.state, pilot, first_time=True)


def thread_of(desk: Desk, channel: str, root_ts: str) -> Pilot | None:
    """The pilot of a thread: the one below its card, or below a card that it left behind."""
    found = pilots.by_root(desk.session, desk.team, channel, root_ts)
    if found is not None:
        return found
    post = posts.by_ts(desk.session, desk.team, channel, root_ts)
    left = post is not None and post.kind in ("card", "card_moved")
    return pilots.get(desk.session, desk.team, post.pilot) if post and left else None


def edit(desk: Desk, message: Message) -> Taken:
    """A message was edited: its new wording counts, the old one is kept until it is erased."""
    known = entries.get(desk.session, desk.team, message.channel, message.ts)
    if known is None:
        return record(desk, message)
    pilot = pilots.get(desk.session, desk.team, known.pilot)
    if pilot is None or known.state == "withdrawn" or known.version >= message.version or known.text == message.text:
        return Taken(known.state, pilot)
    _reword(desk, known, message)
    if known.state == "talk":
        return _is_answer_now(desk, pilot, known)
    if known.state == "answer":
        _answer_reworded(desk, pilot, known)
    return Taken(known.state, pilot)


def _is_answer_now(desk: Desk, pilot: Pilot, entry: Entry) -> Taken:
    """Talk was edited: it may be an answer by now."""
    question = question_for(desk, pilot, entry)
    if question is None or is_talk(desk, pilot, entry, question):
        return Taken("talk", pilot)
    return count(desk, pilot, entry, question.conversation)


def _answer_reworded(desk: Desk, pilot: Pilot, entry: Entry) -> None:
    """An answer was edited: what was saved of it is compared, the rest is read anew; it may be talk by now."""
    if talk.is_talk(entry.text, asked=True, has_value=True):
        entry.state = "talk"
        desk.session.flush()
        words_withdrawn(desk, pilot, entry)
    elif not words_changed(desk, pilot, entry):
        entry.handled = False
    desk.session.add(entry)
    _settle_later(desk, pilot, entry)


def delete(desk: Desk, channel: str, ts: str, by: str = "") -> Taken:
    """A message was deleted (the deletion may come before it): its words appear nowhere from now on."""
    known = entries.get(desk.session, desk.team, channel, ts)
    if known is None:
        entries.bury(desk.session, desk.team, channel, ts, desk.now)
        return Taken()
    pilot = pilots.get(desk.session, desk.team, known.pilot)
    if pilot is None or known.state == "withdrawn":
        return Taken(known.state, pilot)
    counted = known.state == "answer"
    known.state = "withdrawn"
    known.withdrawn_by = by or known.author
    known.withdrawn_at = desk.now
    known.erase_at = desk.now + desk.pace.erase_after
    desk.session.add(known)
    desk.session.flush()
    if counted:
        words_withdrawn(desk, pilot, known)
        _settle_later(desk, pilot, known)
    return Taken("withdrawn", pilot)


def _entry(desk: Desk, pilot: Pilot, message: Message) -> Entry:
    assert pilot.id is not None
    return Entry(
        team=desk.team,
        pilot=pilot.id,
        channel=message.channel,
        ts=message.ts,
        author=message.author,
        text=message.text,
        files=list(message.files),
        version=message.version,
        received_at=desk.now,
    )


def _file(desk: Desk, pilot: Pilot, entry: Entry, as_answer: bool, from_outside: bool) -> None:
    """Decide what the new entry is and what follows from it."""
    if entries.buried(desk.session, desk.team, entry.channel, entry.ts):
        entry.state, entry.text, entry.files = "withdrawn", "", []
        entry.withdrawn_by, entry.withdrawn_at = entry.author, desk.now
        return
    question = question_for(desk, pilot, entry)
    entry.conversation = question.conversation if question else ""
    entry.asked_slot = question.probe_slot if question else ""
    entry.state = _standing(desk, pilot, entry, question, as_answer, from_outside)
    if entry.state == "answer" and question is not None:
        _counts(desk, pilot, entry, question)


def _standing(
    desk: Desk, pilot: Pilot, entry: Entry, question: Question | None, as_answer: bool, from_outside: bool
) -> str:
    state = MemberState.EXTERNAL if from_outside else people.state_of(desk, entry.author)
    if state is None:
        return "unverified"
    if state is not MemberState.ACTIVE:
        return "refused"
    if question is None:
        return "talk"
    return "answer" if as_answer or not is_talk(desk, pilot, entry, question) else "talk"


def _counts(desk: Desk, pilot: Pilot, entry: Entry, question: Question) -> None:
    """An answer: wait until it has been quiet, and show that the first message of it was seen."""
    if question.settle_at is None:
        say.react(desk, pilot, "eyes", entry.ts)
    questions.settle_at(desk.session, question, desk.now + desk.pace.settle)


def _settle_later(desk: Desk, pilot: Pilot, entry: Entry) -> None:
    if entry.conversation:
        assert pilot.id is not None
        question = questions.get(desk.session, desk.team, pilot.id, entry.conversation)
        if question is not None:
            questions.settle_at(desk.session, question, desk.now + desk.pace.settle)


def _reword(desk: Desk, entry: Entry, message: Message) -> None:
    assert entry.id is not None
    entries.keep_wording(
        desk.session,
        Wording(
            team=desk.team,
            entry=entry.id,
            version=entry.version,
            text=entry.text,
            replaced_at=desk.now,
            erase_at=desk.now + desk.pace.erase_after,
        ),
    )
    entry.text, entry.version = message.text, message.version
    if message.files:
        entry.files = list(message.files)
    desk.session.add(entry)
    desk.session.flush()


def _again(desk: Desk, pilot: Pilot, known: Entry, message: Message, as_answer: bool) -> Taken:
    """The same message once more: a newer wording is an edit; the shortcut turns talk into an answer."""
    if message.version > known.version and message.text != known.text:
        return edit(desk, message)
    if as_answer and known.state in ("talk", "unverified"):
        return count(desk, pilot, known)
    return Taken(known.state, pilot)


def count(desk: Desk, pilot: Pilot, entry: Entry, conversation: str = "") -> Taken:
    """File an entry as an answer (of ``conversation``, else of the question it would count for)."""
    assert pilot.id is not None
    question = (
        questions.get(desk.session, desk.team, pilot.id, conversation)
        if conversation
        else question_for(desk, pilot, entry)
    )
    if question is None:
        return Taken(entry.state, pilot)
    entry.state, entry.conversation, entry.settled, entry.handled = "answer", question.conversation, False, False
    desk.session.add(entry)
    _counts(desk, pilot, entry, question)
    return Taken("answer", pilot, first_time=True)


def verify(desk: Desk, entry: Entry) -> None:
    """The author of an unverified entry is known by now: file it as if it came in at this moment."""
    pilot = pilots.get(desk.session, desk.team, entry.pilot)
    if pilot is not None and entry.state == "unverified":
        _file(desk, pilot, entry, as_answer=False, from_outside=False)
        desk.session.add(entry)
