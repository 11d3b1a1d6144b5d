"""Small forms about a pilot itself: start, details, name, place, lead, retire, incident, shipped anyway."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.readiness.slots import Kind, Slot
from bot.slack.pages.blocks import Block
from bot.slack.pages.forms import elements
from bot.slack.pages.forms.conflicts import notice, theirs_of
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import LINE, field, lines, says, small_form
from bot.slack.pages.words.people import pilot_name
from bot.work.forms import Conflict
from bot.work.view import View

PURPOSE = 500


def start_form(draft: DraftRef, user: str, channel: str = "") -> ViewDict:
    """``start``: a new pilot, built by ``user`` until changed; without a ``channel``, that is asked too."""
    where = [] if channel else [field("start", elements.channel_select("channel"), optional=False)]
    return small_form("start", draft, [*where, *_details("", "", {"user": user}, None)])


def details_form(
    view: View, draft: DraftRef, typed: Mapping[str, Any] | None = None, conflict: Conflict | None = None
) -> ViewDict:
    """``details``: name, what it does, who built it, planned launch, as they are now (or as they were ``typed``).

    ``conflict``: what somebody else changed meanwhile, shown below the fields.
    """
    pilot = view.pilot
    launch = pilot.launch_on.isoformat() if pilot.launch_on else None
    now = {"name": pilot.name, "purpose": pilot.purpose, "builder": view.state.builder, "launch_on": launch}
    values = {**now, **(typed or {})}
    builder = values["builder"] if isinstance(values["builder"], Mapping) else {"text": values["builder"]}
    blocks = _details(values["name"], values["purpose"], builder, values["launch_on"])
    if conflict is not None:
        blocks = [block for one in blocks for block in (one, *_theirs(view, one, conflict))]
    return small_form("details", draft, [*notice(view, conflict), *blocks])


def _theirs(view: View, block: Block, conflict: Conflict) -> list[Block]:
    name = BELOW.get(block["block_id"], "")
    if name not in conflict.theirs:
        return []
    person = name == "builder" and conflict.theirs[name] == view.state.builder_user
    kind = Kind.USER if person else Kind.DATE if name == "launch_on" else Kind.TEXT
    return [theirs_of(view, Slot(name, kind), conflict)]


BELOW = {"name": "name", "purpose": "purpose", "builder.text": "builder", "launch_on": "launch_on"}
"""The block below which somebody else's entry is shown, and whose entry it is."""


def rename_form(view: View, draft: DraftRef) -> ViewDict:
    """``rename``: another name."""
    name = elements.text_input("name", view.pilot.name, longest=LINE)
    return small_form("rename", draft, [says("rename", pilot=pilot_name(view)), field("rename", name, optional=False)])


def move_form(view: View, draft: DraftRef) -> ViewDict:
    """``move``: to another channel."""
    channel = field("move", elements.channel_select("channel"), optional=False)
    return small_form("move", draft, [says("move", pilot=pilot_name(view)), channel])


def lead_form(view: View, draft: DraftRef) -> ViewDict:
    """``lead``: somebody else leads it."""
    person = elements.user_select("user", view.pilot.lead)
    return small_form("lead", draft, [field("lead", person, optional=False)])


def retire_form(view: View, draft: DraftRef) -> ViewDict:
    """``retire``: nothing is asked any more; a reason may be given."""
    return small_form("retire", draft, [says("retire", pilot=pilot_name(view)), field("retire", lines("reason"))])


def incident_form(view: View, draft: DraftRef) -> ViewDict:
    """``incident``: what went wrong, since when, how it came to light."""
    since = elements.date_picker("since", view.today.isoformat())
    blocks = [
        says("incident", pilot=pilot_name(view)),
        field("incident", lines("what"), optional=False),
        field("incident", since),
        field("incident", lines("light")),
    ]
    return small_form("incident", draft, blocks)


def shipped_anyway_form(view: View, draft: DraftRef, user: str, days: int) -> ViewDict:
    """``shipped_anyway``: who decides (``user`` unless changed), why, until when, and who agrees.

    ``days``: the most it can be decided for (MODEL: the verdict; ``Numbers.shipped_anyway_max_days``).
    """
    fields = [
        elements.user_select("decider", user),
        lines("why"),
        elements.date_picker("until"),
        elements.user_select("second"),
    ]
    inputs = [field("shipped_anyway", one, optional=False, days=str(days)) for one in fields]
    return small_form("shipped_anyway", draft, [says("shipped_anyway", pilot=pilot_name(view)), *inputs])


def _details(name: str, purpose: str, builder: Mapping[str, Any], launch: str | None) -> list[Block]:
    """Name, purpose, builder (a user or words) and planned launch; both forms share the words of ``start``."""
    words = elements.text_input("builder", builder.get("text"), longest=LINE)
    return [
        field("start", elements.text_input("name", name, longest=LINE), optional=False),
        field("start", elements.text_input("purpose", purpose, longest=PURPOSE)),
        field("start", elements.user_select("builder", builder.get("user"))),
        field("start", words, second="text"),
        field("start", elements.date_picker("launch_on", launch)),
    ]
