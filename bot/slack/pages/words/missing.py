"""What is said when a slot is empty: one sentence per slot. ``{row}`` is the name of the row it belongs to."""

from __future__ import annotations

MISSING = {
    "ownership": {
        "owner": "No owner is named.",
        "backup": "Nobody is named to step in when the owner is away.",
        "cover_hours": "It is not said where an alarm goes in working hours.",
        "cover_off_hours": "It is not said where an alarm goes at night and on weekends.",
    },
    "dependencies": {
        "kind": "It is not said what kind of thing {row} is.",
        "name": "{row} has no name.",
        "stability": "It is not said whether {row} is our own, under contract or nobody's promise.",
        "until": "The contract for {row} has no end date.",
        "by_hand": "It is not said whether somebody moves {row} by hand.",
        "version": "The version of {row} is not said.",
        "pinned": "It is not said whether the version of {row} is fixed.",
        "retires_on": "It is not said when {row} retires, or that no end is announced.",
        "rotated_on": "It is not said when {row} was last changed.",
        "deputy": "{row} has no deputy.",
    },
    "failure": {
        "plan": "No response plan is named.",
        "loudness": "It is not said whether {row} is seen by all, easy to miss or hidden.",
        "what": "One failure does not say what goes wrong.",
        "signal": "It is not said how {row} comes to light.",
        "first_action": "It is not said what is done first about {row}.",
        "who": "It is not said who deals with {row}.",
    },
    "review": {
        "reviewer": "No reviewer is named.",
        "share": "It is not said how much of the output is looked at.",
        "every": "It is not said how often the output is looked at.",
        "every_days": "The number of days between two checks is missing.",
        "last_on": "The day of the last check is missing.",
    },
    "replacement": {
        "path": "It is not said what happens while it is away.",
        "who": "It is not said who does the work while it is away.",
        "trigger": "It is not said when to switch over.",
        "tried_on": "It is not said when anyone last worked without it.",
    },
    "playbook": {
        "detection": "The playbook does not say how trouble is noticed.",
        "audit": "The playbook does not say where the record of what it did is.",
        "retention_days": "The playbook does not say how many days that record is kept.",
        "sanitisation": "The playbook does not say how bad output is cleaned up.",
        "look_back_days": "The playbook does not say how many days to look back.",
        "look_back_reason": "The playbook gives no reason for how far to look back.",
    },
    "access": {
        "hop": "One step has no name.",
        "account": "It is not said which account is used for {row}.",
        "logged": "It is not said whether {row} has a log.",
        "checked": "It is not said whether the data is checked at {row}.",
    },
    "tests": {
        "where": "It is not said where the tests are.",
        "in_version_control": "It is not said whether the tests are in version control.",
        "good": "The number of good inputs is missing.",
        "bad": "The number of bad inputs is missing.",
        "starts_on": "It is not said what starts a test run.",
        "last_run": "The link to the last test run is missing.",
        "last_run_on": "The day of the last test run is missing.",
    },
    "agnostic": {
        "point": "One connection does not say what it connects.",
        "setting": "{row} is not configured by a variable.",
    },
}
"""The sentence for an empty slot by group and slot (MODEL: Slots and exact rules)."""

NOT_ANSWERED = {
    "ownership": "Who owns it is not answered.",
    "dependencies": "What it depends on is not answered.",
    "failure": "How it fails is not answered.",
    "review": "Who reviews the output is not answered.",
    "replacement": "What replaces it is not answered.",
    "playbook": "The incident playbook is not filled in.",
    "access": "Access is not filled in.",
    "tests": "Tests are not filled in.",
    "agnostic": "Swappable parts are not filled in.",
}
"""The sentence for a group with nothing saved."""
