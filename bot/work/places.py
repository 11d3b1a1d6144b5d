"""Where a pilot may be: which channels, and who may put it there."""

from __future__ import annotations

from bot.records import channels
from bot.work import people
from bot.work.desk import Desk
from bot.work.results import Refusal


def may_start(desk: Desk, channel: str, by: str) -> Refusal | None:
    """Who may start a pilot where: full members, in channels that are not archived, and not shared with other companies
    (unless a setting allows it)."""
    refused = people.not_full(desk, by)
    known = people.channel(desk, channel)
    if refused is None and known is not None:
        if known.shared and not desk.pace.shared_channels:
            return Refusal("shared_channel")
        if known.archived:
            return Refusal("archived_channel")
    return refused


def may_pick(desk: Desk, channel: str, by: str) -> Refusal | None:
    """The same for a channel that was picked in a form or named in a command: both the bot and the person are in it.

    What Slack shows nobody but its members is not known: a private channel without the bot and one that does not exist
    read alike.
    """
    known = people.channel(desk, channel)
    if known is None or (known.private and not known.joined):
        return people.not_full(desk, by) or Refusal("channel_unseen")
    refused = may_start(desk, channel, by)
    if refused is not None:
        return refused
    if not known.joined:
        return Refusal("not_in_target", {"channel": channel})
    inside = channels.people(desk.session, desk.team, channel)
    open_to_all = not inside and not known.private  # nobody has read yet who is in it, but everybody may be
    return None if by in inside or open_to_all else Refusal("not_your_channel", {"channel": channel})
