"""What people read where things go wrong outside a form or a press (EXPERIENCE: Where things go wrong; COPY 13)."""

from __future__ import annotations

from bot.records.tables import Pilot
from bot.slack.pages.blocks import Message, escape
from bot.slack.pages.filling import Names, filled
from bot.slack.pages.shape import note
from bot.slack.pages.words.refusals import REFUSALS


def fault(reference: str) -> Message:
    """Something failed inside; ``reference`` is what the log has, for the admin."""
    return note(
        "Something failed on my side. What was stored before is safe; please try again in a minute. If it fails "
        "again, give your "
        f"admin this reference: `{escape(reference)}`."
    )


def guest(pilot: Pilot, workspace: str, lead: str) -> Message:
    """Told once to a guest or somebody from another company who answers; ``lead`` is the lead's full name."""
    names = Names({pilot.lead: lead}, workspace)
    return note(filled(REFUSALS["not_a_member"], {"lead": pilot.lead}, names))
