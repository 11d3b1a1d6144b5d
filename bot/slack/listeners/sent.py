"""A form that was sent: what stands in it, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.readiness.facts import Value
from bot.readiness.parse import parse
from bot.readiness.slots import Kind, Slot
from bot.records import members
from bot.records.tables import Draft, Pilot
from bot.slack import submissions
from bot.slack.outcome import Outcome
from bot.slack.pages.filling import Names
from bot.slack.pages.forms import errors as words
from bot.work.desk import Desk
from bot.work.forms import Conflict
from bot.work.results import Refusal
from bot.work.views import record_of


@dataclass(frozen=True, slots=True)
class Errors:
    """Sentences at the fields, by block_id; the form stays open with all that was typed."""

    by_block: dict[str, str]


@dataclass(frozen=True, slots=True)
class Redraw:
    """Something was saved meanwhile: the form again, with what was typed and the other entries beside it.

    Without a conflict: what the form shows is made anew.
    """

    draft: Draft
    typed: Mapping[str, Value]
    conflict: Conflict | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A form sent by ``user``, with its draft and pilot from the database."""

    desk: Desk
    draft: Draft
    pilot: Pilot | None
    user: str
    values: submissions.Submitted
    about: list[str] = field(default_factory=list)
    workspace: str = ""

    @property
    def today(self) -> date:
        """Today in the channel's zone."""
        return record_of(self.desk, self.of).day(self.desk.now)

    def sentence(self, refusal: Refusal) -> str:
        """A refusal as it stands at a field: people by their names, dates by this day."""
        ids = [value for value in refusal.values.values() if isinstance(value, str)]
        known = members.among(self.desk.session, self.desk.team, ids)
        names = {row.user: row.name or row.display_name for row in known}
        today = self.today if self.pilot else self.desk.now.date()
        return words.refused(refusal, Names(names, self.workspace, today))

    @property
    def of(self) -> Pilot:
        """The pilot of a form that is about one."""
        assert self.pilot is not None, f"form {self.draft.form} has no pilot"
        return self.pilot

    def arg(self, index: int = 0) -> str:
        """What the form was opened about."""
        about = self.draft.args.get("about") or []
        return str(about[index]) if isinstance(about, list) and index < len(about) else ""

    def text(self, slot: str, longest: int = 3000) -> str:
        """A typed text, made harmless; "" when empty."""
        found = parse(Slot(slot, Kind.TEXT, maximum_length=longest), self.values.slots.get(slot), date.max)
        return found if isinstance(found, str) else ""

    def user_in(self, slot: str) -> str:
        """A picked person's id; "" when nobody was picked."""
        found = parse(Slot(slot, Kind.USER), self.values.slots.get(slot), date.max)
        return found if isinstance(found, str) else ""

    def date_in(self, slot: str) -> date | None:
        """A picked date; None when empty."""
        found = parse(Slot(slot, Kind.DATE), self.values.slots.get(slot), date.max)
        return date.fromisoformat(found) if isinstance(found, str) else None


Answer = Outcome | Errors | Redraw
