"""What a person's status in Slack says about whether they are away."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from bot.readiness.words import fold

LATEST = datetime(2100, 1, 1, tzinfo=UTC)
AWAY = re.compile(
    r"\b(?:vacation(?:ing)?|holidays?|(?:on|annual|parental|maternity|paternity|sick|family|bereavement) leave|pto|ooo"
    r"|out of (?:the )?office|(?:out|off|home|i'?m|am|calling in) sick|sick (?:day|today)|off work|days? off|sabbatical"
    r"|urlaub|krank|elternzeit|abwesend|feiertag|vacances|conges?|absente?|malade"
    r"|vacaciones|de baja|ferie|ferias|vakantie|verlof|ziek|urlop)\b"
)
"""Words, folded, of somebody who is not at work."""
AWAY_ALONE = re.compile(r"(?:i'?m |i am |currently )?(?:away|sick)(?: (?:this week|today))?[.!, ]*")
"""These count where they are all: people are away from their desks for five minutes, too."""
AT_WORK = re.compile(
    r"\b(?:(?<!not )working|wfh|remote(?:ly)?|home ?office|(?:\d|few) ?(?:minutes?|mins?|hours?|hrs?)|brb"
    r"|from|starting|before|after|soon|next|tomorrow|morgen|demain|planning|need|ab"
    r"|happy|merry|no (?:vacation|holiday|pto|leave))\b"
)
"""Words of somebody who is at work all the same, is so again in a moment, or goes away later."""
RETURN = re.compile(r"\b(?:until|till|til|bis|through|jusqu'?au?|hasta|back (?:on|next|tomorrow))\b.*", re.DOTALL)
"""What follows says when they are back."""
EMOJI = {":palm_tree:", ":face_with_thermometer:"}
"""What Slack itself offers for *Vacationing* and *Out sick*. An aeroplane may be on its way to a customer."""


def status_of(profile: Mapping[str, Any]) -> tuple[bool, datetime | None]:
    """Whether a profile's status says that the person is away, and until when (aware UTC; None: it does not say)."""
    if not _is_away(_text(profile, "status_text"), _text(profile, "status_emoji")):
        return False, None
    return True, _end(profile.get("status_expiration"))


def _is_away(text: str, emoji: str) -> bool:
    words = RETURN.sub("", fold(text).replace("’", "'")).strip()
    if AT_WORK.search(words):
        return False
    return bool(emoji in EMOJI or AWAY.search(words) or AWAY_ALONE.fullmatch(words))


def _text(profile: Mapping[str, Any], key: str) -> str:
    found = profile.get(key)
    return found if isinstance(found, str) else ""


def _end(seconds: object) -> datetime | None:
    """The moment of a number of seconds since 1970; None for 0 (no end) and for what is no such moment."""
    if not isinstance(seconds, int) or not 0 < seconds < LATEST.timestamp():
        return None
    return datetime.fromtimestamp(seconds, UTC)
