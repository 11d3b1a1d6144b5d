"""The call that is set aside for a notice before it is claimed."""

from __future__ import annotations

from bot.courier import limits
from bot.courier.pace import Ticket
from bot.records import outbox
from bot.records.outbox import Waiting


def ticket_for(waiting: Waiting) -> Ticket:
    """The call that a notice will need, as far as its row tells."""
    if waiting.target == "home":
        return Ticket(waiting.team, limits.PUBLISH)
    if waiting.target == "reaction":
        return Ticket(waiting.team, limits.REACT)
    if waiting.posted:
        return Ticket(waiting.team, limits.UPDATE)
    if waiting.state == "unknown":
        return Ticket(waiting.team, limits.REPLIES if waiting.target in outbox.IN_THREAD else limits.HISTORY)
    method = limits.UPLOAD if waiting.target == "file" else limits.POST
    return Ticket(waiting.team, method, waiting.channel)
