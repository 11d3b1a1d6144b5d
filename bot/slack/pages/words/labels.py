"""What each slot and each choice is called in messages: the short words. Forms have questions of their own."""

from __future__ import annotations

LABELS = {
    "ownership": {
        "owner": "Owner",
        "backup": "Steps in",
        "cover_hours": "Working hours",
        "cover_off_hours": "Nights and weekends",
    },
    "dependencies": {
        "kind": "Kind",
        "name": "Name",
        "stability": "Whose promise it is",
        "until": "End of the contract",
        "by_hand": "Moved by hand or not",
        "version": "Version",
        "pinned": "Version fixed or not",
        "retires_on": "Day the model retires",
        "rotated_on": "Day the key was last changed",
        "deputy": "Deputy",
        "held_by": "Who keeps it",
        "if_gone": "What happens without it",
        "rotate_every_days": "Days between key changes",
        "successor": "Next model",
    },
    "failure": {
        "plan": "Response plan",
        "drilled_on": "Last drill",
        "loudness": "How visible it is",
        "what": "What goes wrong",
        "signal": "How it comes to light",
        "first_action": "What is done first",
        "who": "Who does it",
    },
    "review": {
        "reviewer": "Reviewer",
        "share": "How much",
        "every": "How often",
        "every_days": "Days between checks",
        "last_on": "Last check",
    },
    "replacement": {
        "path": "What happens instead",
        "who": "Who does it",
        "trigger": "When to switch over",
        "tried_on": "Last tried",
        "nothing_needed": "Nothing needs to replace it",
        "cost": "What it costs",
    },
    "playbook": {
        "detection": "How trouble is noticed",
        "audit": "Where the record of its actions is",
        "retention_days": "Days the record is kept",
        "sanitisation": "How bad output is cleaned up",
        "look_back_days": "Days to look back",
        "look_back_reason": "Reason for those days",
    },
    "access": {
        "reviewed_on": "Last access review",
        "hop": "Step",
        "account": "Account it uses",
        "logged": "Log",
        "checked": "Check of the data",
    },
    "tests": {
        "where": "Where the tests are",
        "in_version_control": "In version control or not",
        "good": "Good inputs",
        "bad": "Bad inputs",
        "starts_on": "What starts a run",
        "last_run": "Last run",
        "last_run_on": "Day of the last run",
    },
    "agnostic": {
        "point": "Connection",
        "setting": "Name of the variable",
        "last_swapped": "Last swapped",
    },
}
"""The label of each slot by group and name."""

CHOICES = {
    "stability": {"internal": "our own", "contract": "under contract", "none": "nobody's promise"},
    "by_hand": {"yes": "moved by hand", "no": "no work by hand"},
    "pinned": {"yes": "version fixed", "no": "version not fixed"},
    "retires_on": {"none_announced": "no end announced"},
    "rotated_on": {"managed": "changed by itself"},
    "loudness": {"loud": "seen by all", "quiet": "easy to miss", "invisible": "hidden"},
    "signal": {
        "alert_reaches_person": "an alert reaches a person",
        "person_checks_on_schedule": "a person checks on a schedule",
        "check_blocks_it": "a check blocks it",
        "somebody_complains": "somebody complains",
        "nothing_shows_it": "nothing shows it",
    },
    "share": {"all": "all of it"},
    "every": {
        "each_item": "each item",
        "day": "every day",
        "week": "every week",
        "month": "every month",
        "other_days": "every so many days",
    },
    "nothing_needed": {"yes": "yes"},
    "account": {
        "service_limited": "a service account, limited",
        "service_admin": "a service account, admin",
        "a_persons": "a person's account",
    },
    "logged": {"yes": "logged", "no": "no log"},
    "checked": {"yes": "data checked", "no": "data not checked"},
    "in_version_control": {"yes": "in version control", "no": "not in version control"},
    "starts_on": {
        "every_change": "every change, prompts too",
        "code_changes_only": "code changes only",
        "by_hand": "by hand",
    },
    "point": {
        "model": "the model",
        "data_source": "the data source",
        "destination": "the destination",
        "credentials": "the credentials",
    },
}
"""The words for each choice (and for the word that may stand in place of a date or number), by slot."""

KINDS = {"data": "Data", "model": "Model", "credential": "Key or account", "person": "Person", "other": "Other", "": ""}
"""What a kind of dependency row is called."""
