"""Another owner named in the ownership form, or in what was read: while one stands, that is an offer (EXPERIENCE:
*Hand over*)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.readiness.facts import Value
from bot.readiness.state import State
from bot.records.tables import Pilot
from bot.work.authority import holder
from bot.work.desk import Desk
from bot.work.handover import may_not_give, offer, stands
from bot.work.results import Refusal, Result
from bot.work.views import current, record_of


def instead(desk: Desk, pilot: Pilot, by: str, slots: Mapping[str, Value]) -> tuple[dict[str, Value], Result | None]:
    """What of these slots of the ownership form is to be saved, and what came of naming another owner: while one
    stands, that only offers the place, or is refused."""
    state = current(desk, record_of(desk, pilot))
    if not _replaces(state, slots):
        return dict(slots), None
    owner, user = holder(state, "owner"), str(slots.get("owner") or "")
    refused = may_not_give(desk, pilot, by)
    if refused is None and not user:
        return dict(slots), None
    kept = {name: value for name, value in slots.items() if name != "owner"}
    if state.groups["ownership"].slots["owner"].to_confirm:
        kept["owner"] = owner
    if kept.get("backup") == owner or (user == holder(state, "backup") and not kept.get("backup")):
        kept.pop("backup", None)  # the two change places only once the new owner says yes
    return kept, refused or offer(desk, pilot, by, user)


def _replaces(state: State, slots: Mapping[str, Value]) -> bool:
    """Whether these slots would put somebody else, or nobody, in the place of an owner who stands."""
    owner = holder(state, "owner")
    return stands(state) and (slots.get("owner", owner) or "") != owner


def wrong(desk: Desk, pilot: Pilot, by: str, group: str, slots: Mapping[str, Value]) -> dict[str, Refusal]:
    """What the ownership form refuses at the field: another owner, named by somebody who may not hand it over."""
    state = current(desk, record_of(desk, pilot))
    if group != "ownership" or not _replaces(state, slots):
        return {}
    refused = may_not_give(desk, pilot, by)
    return {"owner": refused} if refused else {}
