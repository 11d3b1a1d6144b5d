"""What becomes of a notice that Slack refused, by Slack's error code (each method's list in its reference)."""

from __future__ import annotations

from enum import StrEnum

from bot.records.tables import Notice


class Outcome(StrEnum):
    """What the courier does with a notice that Slack refused."""

    DROP = "drop"  # it can never be said; the notice is kept as failed, with the code
    RETRY = "retry"  # later again, with growing pauses
    HOLD = "hold"  # nothing can be said in the pilot's thread: the pilot is held (``Pilot.hold`` is the code)
    AGAIN = "again"  # the message is no longer there: post it anew


# The workspace, the token or Slack itself; an operator can mend it and then nothing was lost.
OUTAGES = frozenset(
    {
        "accesslimited", "account_inactive", "ekm_access_denied", "invalid_auth", "missing_scope",
        "no_permission", "not_allowed_token_type", "not_authed", "org_login_required", "rate_limited", "ratelimited",
        "request_timeout", "service_unavailable", "team_access_not_granted", "team_added_to_org", "token_expired",
        "token_revoked", "two_factor_setup_required",
    }
)  # fmt: skip

# Slack cannot say whether it was done ("some aspect of the operation may have succeeded").
UNSURE = frozenset({"fatal_error", "internal_error"})

# The place of the conversation.
PLACE = frozenset(
    {
        "cannot_reply_to_message", "channel_is_archived", "channel_not_found", "is_archived", "is_inactive",
        "not_in_channel", "restricted_action", "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel", "restricted_action_thread_locked",
        "restricted_action_thread_only_channel", "thread_not_found",
    }
)  # fmt: skip

# The message that was to be changed.
MESSAGE = frozenset({"cant_update_message", "edit_window_closed", "message_not_found"})

# The person who cannot be written to, or the words and blocks themselves.
NEVER = frozenset(
    {
        "bad_timestamp", "block_mismatch", "cannot_dm_bot", "file_not_found", "file_uploads_disabled", "hash_conflict",
        "invalid_arguments", "invalid_attachments", "invalid_blocks", "invalid_blocks_format", "invalid_name",
        "invalid_thread_ts", "markdown_text_conflict", "messages_tab_disabled", "metadata_must_be_sent_from_app",
        "metadata_too_large", "msg_blocks_too_long", "msg_too_long", "no_item_specified", "no_text", "not_enabled",
        "not_reactable", "thread_locked", "too_many_attachments", "too_many_emoji", "too_many_reactions",
        "user_disabled", "user_not_found", "user_not_visible", "view_too_large",
    }
)  # fmt: skip

# It was so already: as good as said.
ALREADY = frozenset({"already_reacted", "no_reaction"})


def usual(notice: Notice, code: str) -> Outcome:
    """What usually becomes of a notice that Slack refused with ``code``.

    A reply that finds no message has lost its root: the thread is held. An unknown code is tried again a few times (the
    courier counts). The courier itself deals with OUTAGES, UNSURE, ALREADY, and with MESSAGE when a message was to be
    changed: it is posted anew.
    """
    if code in PLACE:
        return Outcome.HOLD
    if code in MESSAGE:
        return Outcome.HOLD if notice.target in ("thread", "file") else Outcome.DROP
    return Outcome.DROP if code in NEVER else Outcome.RETRY
