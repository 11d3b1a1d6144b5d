"""Why nothing can be posted in a pilot's thread now, and what to do: by Slack's error code (``Pilot.hold``)."""

from __future__ import annotations

KEPT = "Nothing is lost; the forms go on working."
INVITE = f"I'm not in the channel, so nothing is posted. Type `/invite @Shipready` there: then it goes on. {KEPT}"
ARCHIVED = f"The channel is archived, so nothing is posted. Bring it back, or move the pilot to another channel. {KEPT}"
LOCKED = f"The thread is locked, so I can't reply in it. Unlock it, or move the pilot to another channel. {KEPT}"
REFUSED = f"I may not reply in the channel. An admin can allow it, or move the pilot to another channel. {KEPT}"
GONE = f"The first message of the thread is gone, so I can't reply there. It is posted anew. {KEPT}"

HOLDS = {
    "waiting": INVITE,
    "not_in_channel": INVITE,
    "channel_not_found": INVITE,
    "is_archived": ARCHIVED,
    "channel_is_archived": ARCHIVED,
    "is_inactive": ARCHIVED,
    "restricted_action_thread_locked": LOCKED,
    "restricted_action": REFUSED,
    "restricted_action_non_threadable_channel": REFUSED,
    "restricted_action_read_only_channel": REFUSED,
    "restricted_action_thread_only_channel": REFUSED,
    "cannot_reply_to_message": GONE,
    "thread_not_found": GONE,
}
"""The sentences of each code."""


def hold_line(code: str) -> str:
    """What to say about a thread that is held; "" while nothing holds it."""
    return HOLDS.get(code, REFUSED) if code else ""
