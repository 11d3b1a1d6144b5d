"""Where a reading comes from: how many replies, by whom and when; what was withdrawn or edited since."""

from __future__ import annotations

from bot.readiness.facts import Fact, FactKind
from bot.readiness.states import Held
from bot.records.tables import Entry
from bot.slack.pages.words.checks import counted
from bot.slack.pages.words.dates import clock, day
from bot.slack.pages.words.labels import LABELS
from bot.slack.pages.words.people import joined, people, person
from bot.slack.pages.words.values import said, slot_named
from bot.work.view import View


def answers(view: View, conversation: str) -> list[Entry]:
    """The replies that count for the conversation, oldest first."""
    return [entry for entry in view.entries.get(conversation, ()) if entry.state == "answer"]


def source_line(view: View, conversation: str) -> str:
    """``From two replies by Priya Raman, 10:12 and 10:13``; "" where everything was typed in a form."""
    told = answers(view, conversation)
    if not told:
        return ""
    times = [clock(entry.received_at, view.pilot.zone) for entry in (told[0], told[-1])]
    between = " and " if len(told) == 2 else " to "
    when = between.join(dict.fromkeys(times))
    who = people(view, (entry.author for entry in told))
    return f"From {counted(len(told), 'reply', 'replies')} by {who}, {when}"


def form_line(view: View, conversation: str) -> str:
    """``From a form, by Erik Brandt, 10:12`` for the latest of what stands and was typed; "" where nothing was."""
    group = view.state.groups[conversation]
    held = [one for slots in (group.slots, *(row.slots for row in group.rows.values())) for one in slots.values()]
    typed = [one.fact for one in held if one.value is not None and one.fact.by and _in_form(one.fact)]
    if not typed:
        return ""
    last = max(typed, key=lambda fact: (fact.at, fact.id))
    on, when = view.record.day(last.at), clock(last.at, view.pilot.zone)
    return f"From a form, by {person(view, last.by)}, {when if on == view.today else f'{day(on, view.today)}, {when}'}"


def _in_form(fact: Fact) -> bool:
    """Whether a save was typed in a form: it cites no reply, and is more than a place given by a command or a press."""
    return not fact.cites and not set(fact.values) <= {"owner", "backup", "reviewer"}


def withdrawn_line(view: View, conversation: str) -> list[str]:
    """One line for replies that were deleted: who and when, never the words."""
    gone = [entry for entry in view.entries.get(conversation, ()) if entry.state == "withdrawn" and entry.withdrawn_at]
    if not gone:
        return []
    last = gone[-1]
    assert last.withdrawn_at is not None
    on = day(view.record.day(last.withdrawn_at), view.today)
    many = "A reply was" if len(gone) == 1 else f"{counted(len(gone), 'reply', 'replies').capitalize()} were"
    return [f"{many} withdrawn by {person(view, last.withdrawn_by)} on {on}"]


def changed_line(view: View, conversation: str) -> str:
    """What reads otherwise since an edit: ``Owner: Tom Beard instead of Ngozi Okonkwo.``; "" for nothing."""
    group = view.state.groups[conversation]
    places = [("", group.slots), *((row.id, row.slots) for row in group.rows.values())]
    parts = [
        _change(view, conversation, row, name, held)
        for row, slots in places
        for name, held in slots.items()
        if held.to_confirm
    ]
    rest = len(parts) - 3
    return f"{joined([*parts[:3], f'{rest} more'] if rest > 0 else parts)}." if parts else ""


def _change(view: View, conversation: str, row: str, name: str, held: Held) -> str:
    fact = _edit(view, conversation, row, name)
    slot = slot_named(conversation, name)
    label = LABELS[conversation].get(name, name)
    new = said(view, slot, fact.values.get(name)) if fact and slot else ""
    old = said(view, slot, held.value) if slot else ""
    return f"{label}: {new or '_nothing found_'} instead of {old or '_nothing_'}"


def _edit(view: View, conversation: str, row: str, name: str) -> Fact | None:
    """The latest fact that put the slot to be confirmed."""
    found = [
        fact
        for fact in view.record.facts
        if fact.kind is FactKind.TO_CONFIRM and (fact.group, fact.row) == (conversation, row) and name in fact.values
    ]
    return max(found, key=lambda fact: (fact.at, fact.id), default=None)
