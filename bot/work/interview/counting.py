"""What a reply counts for: which question, and whether it is an answer at all (EXPERIENCE: The thread, 3)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness import talk
from bot.readiness.reading import Person, read
from bot.records import posts, questions
from bot.records.tables import Entry, Pilot, Question
from bot.work.desk import Desk
from bot.work.views import people_near, words_of

MAYBE_TALK_WORDS = 6


def is_talk(desk: Desk, pilot: Pilot, entry: Entry, question: Question) -> bool:
    """Whether the entry is talk and no answer to the question."""
    asked = question.asked == entry.author
    short = len(entry.text.split()) <= MAYBE_TALK_WORDS
    has_value = bool(entry.files) or (
        short and not asked and _has_value(pilot, entry, question.conversation, people_near(desk, pilot))
    )
    return talk.is_talk(entry.text, asked, has_value)


def _has_value(pilot: Pilot, entry: Entry, conversation: str, near: Sequence[Person]) -> bool:
    words = words_of(pilot, entry)
    reading = read(conversation, [words], near, words.at.date())
    return bool(reading.slots or reading.rows)


def question_for(desk: Desk, pilot: Pilot, entry: Entry) -> Question | None:
    """The conversation a reply counts for: what its author was asked, else the open one, else the one just read."""
    assert pilot.id is not None
    if pilot.state != "open":
        return None
    rows = list(questions.of_pilot(desk.session, desk.team, pilot.id))
    asked = [row for row in rows if row.asked == entry.author and row.state != "passed"]
    if asked:
        return asked[0]
    open_row = next((row for row in rows if row.conversation == pilot.question), None)
    open_then = _open_when_written(desk, pilot, entry, rows)
    if open_then is not None:
        return open_then
    recent = _just_read(desk, rows, open_row)
    if open_row is None or recent is None:
        return open_row or recent
    return recent if _is_about(desk, pilot, entry, recent, open_row) else open_row


def _open_when_written(desk: Desk, pilot: Pilot, entry: Entry, rows: Sequence[Question]) -> Question | None:
    """The earlier question that a reply was written to, which came in only when the next one was already asked.

    None for every other reply.
    """
    asked_last = next((row for row in rows if row.conversation == pilot.question and row.asked_at), None)
    if asked_last is None or _asked_ts(asked_last, None) < entry.ts:
        return None  # as nearly always, and then it need not be looked up where the questions are posted
    shown = posts.of_pilot(desk.session, desk.team, pilot.id or 0)
    posted = {post.key: post.ts for post in shown if post.kind == "question"}
    asked = {row.conversation: _asked_ts(row, posted.get(row.conversation)) for row in rows if row.asked_at}
    if asked.get(pilot.question, "") < entry.ts:
        return None
    earlier = [row for row in rows if asked.get(row.conversation, entry.ts) < entry.ts]
    return max(earlier, key=lambda row: asked[row.conversation], default=None)


def _asked_ts(row: Question, posted: str | None) -> str:
    """When the question was asked, as a ts: by the bot's clock, or by Slack's where that one says earlier."""
    assert row.asked_at is not None
    at = f"{row.asked_at.timestamp():.6f}"
    return min(at, posted or at)


def _just_read(desk: Desk, rows: Sequence[Question], open_row: Question | None) -> Question | None:
    """The question whose answer was read last, within ten minutes; not the one that is open."""
    found = [
        row for row in rows if row.read_at and row is not open_row and desk.now - row.read_at <= desk.pace.late_reply
    ]
    return max(found, key=lambda row: row.read_at or desk.now) if found else None


def _is_about(desk: Desk, pilot: Pilot, entry: Entry, recent: Question, open_row: Question) -> bool:
    """Whether a late reply says something for the question just read, and nothing for the one that is open."""
    near = people_near(desk, pilot)
    if _has_value(pilot, entry, open_row.conversation, near):
        return False
    return _has_value(pilot, entry, recent.conversation, near)
