"""Three months of Tuesdays as data: who does what when, and what is read then. Offsets count from the start."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

CODER, PLANNER = "Invoice Coder", "Rota Planner"


@dataclass(frozen=True, slots=True)
class Step:
    """After ``week`` weeks, on ``day`` (0: the Tuesday), at ``hour`` (UTC): ``who`` does ``what``, or reads ``words``.

    ``what``: ``gets``, ``presses`` (a direct message), ``thread_press`` (the thread, or the open form), ``sends`` (the
    open form, ``fields``), ``thread`` (the pilot's thread shows ``words``), ``press_in_channel``, ``channel`` (the
    channel itself shows it), ``silence`` (``who`` was not written to today), ``leaves`` (the account is deactivated).
    """

    week: int
    day: int
    who: str
    what: str
    words: str = ""
    pilot: str = CODER
    hour: int = 9
    beside: str = ""
    fields: dict[str, Any] = field(default_factory=dict)

    @property
    def after(self) -> timedelta:
        """From the start of the story (a Tuesday, 9:00 UTC)."""
        return timedelta(weeks=self.week, days=self.day, hours=self.hour - 9)


BOTH = "Both are still mine"

THREE_MONTHS = (
    # Steady weeks: one message, one press.
    Step(1, 0, "ngozi", "gets", "*Two pilots are in your name. Still right?*"),
    Step(1, 0, "ngozi", "presses", BOTH),
    Step(1, 0, "ngozi", "gets", "*Invoice Coder* and *Rota Planner* are yours"),
    Step(2, 0, "ngozi", "presses", BOTH),
    # A hand-over that is declined: the old owner stays owner.
    Step(2, 1, "priya", "command", "owner Invoice Coder @sipho"),
    Step(2, 1, "sipho", "presses", "No"),
    Step(2, 1, "sipho", "sends", fields={"reason": "Not before March."}),
    Step(2, 1, "priya", "gets", "Ngozi Okonkwo stays its owner."),
    # A day off on the Tuesday: asked on the Wednesday.
    Step(3, 0, "ngozi", "silence"),
    Step(3, 1, "ngozi", "presses", BOTH),
    Step(4, 0, "ngozi", "presses", BOTH),
    # The key of one pilot is changed in time.
    Step(7, 1, "priya", "thread_press", "Look", PLANNER, beside="*Dependencies*"),
    Step(7, 1, "priya", "thread_press", "Edit", PLANNER, beside="gateway key"),
    Step(7, 1, "priya", "sends", pilot=PLANNER, fields={"rotated_on": "2027-01-11"}),
    Step(7, 1, "priya", "sends", pilot=PLANNER),
    # The owner goes silent over New Year's week 8; whoever steps in knows why.
    Step(8, 0, "ngozi", "gets", "*Two pilots are in your name. Still right?*"),
    Step(8, 2, "ngozi", "gets", "From Tuesday"),
    Step(8, 3, "ngozi", "gets", "My last note"),
    Step(8, 3, "tom", "gets", "*How do things stand with two pilots?*", hour=16),
    Step(8, 3, "tom", "presses", "Ngozi is away", beside="Invoice Coder", hour=16),
    Step(8, 3, "tom", "sends", hour=16, fields={"until": "2027-01-25"}),
    Step(8, 3, "tom", "presses", "Ngozi is away", beside="Rota Planner", hour=16),
    Step(8, 3, "tom", "sends", hour=16, fields={"until": "2027-01-25"}),
    Step(9, 0, "ngozi", "presses", BOTH),
    # A hand-over that is accepted.
    Step(9, 1, "ngozi", "command", "owner Invoice Coder @sipho"),
    Step(9, 1, "sipho", "presses", "Yes, I own it"),
    Step(9, 1, "", "thread", "Sipho Dube owns *Invoice Coder* from now on."),
    Step(10, 0, "sipho", "presses", "It is still mine", hour=8),
    # Whoever steps in leaves; somebody presses for themselves, for both.
    Step(10, 1, "tom", "leaves"),
    Step(10, 1, "", "channel", "Tom Beard's Slack account is no longer active."),
    Step(10, 1, "erik", "press_in_channel", "I'll step in", beside="Invoice Coder"),
    Step(10, 1, "erik", "press_in_channel", "I'll step in", beside="Rota Planner"),
    # A fact runs out on its day.
    Step(11, 0, "sipho", "presses", "It is still mine", hour=8),
    Step(11, 1, "", "thread", "*Invoice Coder is no longer ready.*"),
    # Thirteen quiet weeks.
    Step(
        13,
        0,
        "",
        "thread",
        "Thirteen weeks live, and nobody had a reason to talk about *Rota Planner*.",
        PLANNER,
        hour=10,
    ),
)
