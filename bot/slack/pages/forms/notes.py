"""What a person should know before typing into a form: where its entries come from, what was noted, what was edited."""

from __future__ import annotations

from bot.slack.pages.blocks import Block, context
from bot.slack.pages.reading_source import changed_line, source_line
from bot.slack.pages.words.checks import NOT_YET
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import person
from bot.work.view import View


def notes(view: View, group: str) -> list[Block]:
    """One small line for each thing worth knowing; none for a form that nothing happened to."""
    lines = [*_read(view, group), *_edited(view, group), *_not_yet(view, group)]
    return [context("\n".join(lines), block_id="notes")] if lines else []


def _read(view: View, group: str) -> list[str]:
    """What the fields open with was read from replies and is not saved."""
    reading = view.readings.get(group)
    source = source_line(view, group)
    return [f"{source}. It is saved when you press *Save*."] if reading and reading.slots and source else []


def _edited(view: View, group: str) -> list[str]:
    changed = changed_line(view, group)
    return [f"A reply was edited since. {changed} *Save* confirms what stands here."] if changed else []


def _not_yet(view: View, group: str) -> list[str]:
    noted = view.state.groups[group].not_yet
    if noted is None:
        return []
    on = day(view.record.day(noted.at), view.today)
    return [f"Noted by {person(view, noted.by)} on {on}: {NOT_YET[group]}."]
