"""What the buttons under a question and under a reading do. Each moves the thread on at once (EXPERIENCE: point 2)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.readiness.facts import FactKind
from bot.readiness.slots import GROUPS
from bot.records import entries, questions
from bot.records.tables import Entry, Pilot
from bot.work import people, say
from bot.work.changes import after_change, reading_changed
from bot.work.desk import Desk
from bot.work.interview.order import KEYS, done_for_now, go_on, question_of, reopen
from bot.work.interview.replies import count
from bot.work.results import Done, Refusal, Result
from bot.work.saving import save_reading
from bot.work.views import current, record_of, view_of


def revision(desk: Desk, pilot: Pilot, conversation: str) -> str:
    """What the reading of a conversation is of: its entries and their wordings. A click carries it back."""
    told = entries.of_conversation(desk.session, desk.team, pilot.id or 0, conversation)
    return revision_of(told)


def revision_of(told: Sequence[Entry]) -> str:
    """The last ts or edit among the entries that count as answers, and how many they are."""
    counted = [entry for entry in told if entry.state == "answer"]
    latest = max((entry.version or entry.ts for entry in counted), default="")
    return f"{len(counted)}-{latest}"


def save(desk: Desk, pilot: Pilot, by: str, conversation: str, seen: str) -> Result:
    """*Save and go on*: save what was shown, provided that it is still what would be read."""
    if seen and seen != revision(desk, pilot, conversation):
        reading_changed(desk, pilot, conversation)
        return Refusal("reading_changed")
    reading = view_of(desk, pilot).readings.get(conversation)
    if reading is None:
        go_on(desk, pilot, conversation)
        reading_changed(desk, pilot, conversation)
        return Done("nothing_to_save")
    offered = save_reading(desk, pilot, by, conversation, reading)
    _settled(desk, pilot, conversation)
    return offered or Done("saved")


def save_all(desk: Desk, pilot: Pilot, by: str) -> Result:
    """*Save all as read*: everything that was read and waits."""
    waiting = view_of(desk, pilot).readings
    offered: Result | None = None
    for conversation, reading in waiting.items():
        offered = save_reading(desk, pilot, by, conversation, reading) or offered
        _settled(desk, pilot, conversation)
    return offered or Done("saved_all", {"count": len(waiting)})


def leave(desk: Desk, pilot: Pilot, conversation: str) -> Result:
    """*Go on*: the words are kept, nothing is saved, the thread goes on."""
    _settled(desk, pilot, conversation)
    return Done()


def park(desk: Desk, pilot: Pilot, conversation: str) -> Result:
    """*Park it*: the thread goes on; the card offers the question again."""
    if question_of(desk, pilot, conversation).state != "open":
        return Refusal("question_moved_on")
    go_on(desk, pilot, conversation, "parked")
    say.in_thread(desk, pilot, "question", conversation)
    return Done()


def not_yet(desk: Desk, pilot: Pilot, by: str, group: str, *, in_form: bool = False) -> Result:
    """*Not yet*: a proper answer, a fact of its own; the thread goes on.

    A button of a message may be old: it takes nothing back that was saved since. The one in a form (``in_form``) may.
    """
    if group not in GROUPS:
        return Refusal("old_button")
    state = current(desk, record_of(desk, pilot)).groups[group]
    if not in_form and (state.saved is not None or state.not_yet is not None):
        return Refusal("question_moved_on")
    desk.note(pilot, FactKind.NOT_YET, by, group=group, values={"who": None, "by_when": None})
    if group in KEYS:
        _settled(desk, pilot, group)
        say.in_thread(desk, pilot, "question", group)
    after_change(desk, pilot)
    return Done("noted", {"group": group})


def not_yet_details(desk: Desk, pilot: Pilot, by: str, group: str, who: str | None, by_when: str | None) -> Result:
    """Who could change a *Not yet*, and by when: both optional."""
    desk.note(pilot, FactKind.NOT_YET, by, group=group, values={"who": who, "by_when": by_when}, source="form")
    if group in KEYS:
        say.in_thread(desk, pilot, "question", group)
    after_change(desk, pilot)
    return Done("noted", {"group": group})


def ask_someone(desk: Desk, pilot: Pilot, by: str, conversation: str, user: str) -> Result:
    """*Ask someone*: in the thread, or privately with the form when they are not in the channel; the thread goes on."""
    standing = people.state_of(desk, user)
    if standing is not None and standing is not people.FULL:
        return Refusal("cannot_ask", {"user": user})
    row = question_of(desk, pilot, conversation)
    row.asked, row.asked_by, row.read_at, row.follow_ups = user, by, None, 0
    desk.session.add(row)
    key = f"{conversation}:{user}:{int(desk.now.timestamp())}"
    if people.in_channel(desk, pilot, user):
        say.in_thread(desk, pilot, "asked", key, once=True)
    else:
        say.directly(desk, pilot, "asked_privately", user, key)
    go_on(desk, pilot, conversation, "parked")
    say.in_thread(desk, pilot, "question", conversation)
    say.card(desk, pilot)
    return Done("asked", {"user": user})


def belongs_to(desk: Desk, pilot: Pilot, conversation: str, other: str) -> Result:
    """*This belongs to another question*: the words of the reading go there."""
    if other not in KEYS:
        return Refusal("old_button")
    moved = _latest_words(desk, pilot, conversation)
    for entry in moved:
        count(desk, pilot, entry, other)
    _read_again(desk, pilot, conversation)
    return Done("moved_words", {"conversation": other})


def not_an_answer(desk: Desk, pilot: Pilot, conversation: str) -> Result:
    """*This was not an answer*: the words of the reading are talk."""
    for entry in _latest_words(desk, pilot, conversation):
        entry.state = "talk"
        desk.session.add(entry)
    desk.session.flush()
    _read_again(desk, pilot, conversation)
    return Done("talk")


def _latest_words(desk: Desk, pilot: Pilot, conversation: str) -> list[Entry]:
    """The words that were read but not saved: what the reading on screen is made of."""
    told = entries.of_conversation(desk.session, desk.team, pilot.id or 0, conversation)
    return [entry for entry in told if not entry.handled]


def _read_again(desk: Desk, pilot: Pilot, conversation: str) -> None:
    row = questions.get(desk.session, desk.team, pilot.id or 0, conversation)
    if row is not None:
        row.follow_ups, row.probe, row.read_at, row.settle_at = 0, "", None, None
        desk.session.add(row)
    reading_changed(desk, pilot, conversation)
    say.card(desk, pilot)


def _settled(desk: Desk, pilot: Pilot, conversation: str) -> None:
    """The conversation is done with for now: bring its messages up to date and go on."""
    done_for_now(desk, question_of(desk, pilot, conversation))
    reading_changed(desk, pilot, conversation)
    go_on(desk, pilot, conversation)
    say.in_thread(desk, pilot, "question", conversation)


def answer_now(desk: Desk, pilot: Pilot, conversation: str) -> None:
    """*Answer question k* of a question that was left: it is open again when none other is."""
    reopen(desk, pilot, conversation)
