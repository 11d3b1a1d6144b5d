"""How things stand now, told to whoever presses an old button: one sentence for each thing that was asked."""

from __future__ import annotations

HELD = {
    "owner": "{pilot} is now owned by {holder}.",
    "backup": "{holder} now steps in for {pilot}.",
    "reviewer": "{holder} now reviews the output of {pilot}.",
}
"""Somebody said yes, and that stands."""

ASKED = {
    "owner": "{pilot} has no confirmed owner yet; {holder} was asked on {on}.",
    "backup": "Nobody is confirmed to step in for {pilot} yet; {holder} was asked on {on}.",
    "reviewer": "Nobody is confirmed to review the output of {pilot} yet; {holder} was asked on {on}.",
}
"""A yes or no is still out."""

OPEN = {
    "owner": "{pilot} has no confirmed owner at the moment.",
    "backup": "Nobody is confirmed to step in for {pilot} at the moment.",
    "reviewer": "Nobody is confirmed to review the output of {pilot} at the moment.",
}
"""Nobody is named, or what was said no longer stands."""

DECIDED = "{pilot} is shipped anyway, until {until}; {decider} decided it."
UNDECIDED = "A later decision to ship {pilot} anyway waits for {second}."
OTHER_ANSWER = "What replaces {pilot} was answered in another way since."
AGREED = "{who} agreed that nothing needs to replace {pilot}."
RETIRED = "{pilot} is retired."
