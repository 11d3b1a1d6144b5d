"""The words of the forms of the five conversations and four checks: fields, hints, choices, rows, buttons.

Keyed by group, slot and choice (``bot/readiness/slots.py``). Plain text, never markup; a hint only where one is needed.
"""

from __future__ import annotations

TITLES = {
    "ownership": "Who owns it?",
    "dependencies": "What does it depend on?",
    "failure": "How does it fail?",
    "review": "Who reviews the output?",
    "replacement": "What replaces it?",
    "playbook": "Incident playbook",
    "access": "Access",
    "tests": "Tests",
    "agnostic": "Swappable parts",
}
"""The title of each form; at most 24 characters."""

INTRO = {
    "ownership": "Both people are asked, and each counts after their own yes.",
    "dependencies": "List at least one data source, one model, and one key or account.",
    "failure": "One failure that is easy to miss or hidden is enough, if something shows it.",
    "review": "The reviewer is asked, and counts after their own yes.",
    "replacement": "What people do when it is away for a week.",
    "playbook": "What you do when it has been getting things wrong.",
    "access": "Every step that data takes, and the account it uses.",
    "tests": "The cases you try it on, good inputs and bad ones.",
    "agnostic": "What can be swapped by changing a setting, not the code.",
}
"""One line at the top of each form."""

PARTIAL = "Leave empty what you don't know yet; the rest is saved."

LABELS = {
    "ownership": {
        "owner": "Owner",
        "backup": "Who steps in when the owner is away?",
        "cover_hours": "Working hours: which, and where does an alarm go?",
        "cover_off_hours": "Nights and weekends: where does an alarm go?",
    },
    "dependencies": {
        "name": "Name",
        "stability": "Whose promise is it?",
        "until": "Contract until",
        "by_hand": "Does somebody move it by hand?",
        "version": "Version",
        "pinned": "Is the version fixed?",
        "retires_on": "Day the model retires",
        "rotated_on": "Day it was last changed",
        "deputy": "Who is the deputy?",
        "held_by": "Who keeps it?",
        "if_gone": "What happens when it is gone?",
        "rotate_every_days": "Changed every how many days?",
        "successor": "Which model comes next?",
    },
    "failure": {
        "plan": "Where is the response plan?",
        "drilled_on": "Day of the last drill",
        "loudness": "Who would see it?",
        "what": "What goes wrong?",
        "signal": "How does it come to light?",
        "first_action": "What is done first?",
        "who": "Who does it?",
    },
    "review": {
        "reviewer": "Reviewer",
        "share": "How many each time?",
        "every": "How often?",
        "every_days": "Every how many days?",
        "last_on": "Day of the last check",
    },
    "replacement": {
        "path": "What happens instead?",
        "who": "Who does it?",
        "trigger": "When do you switch over?",
        "tried_on": "Day someone last worked that way",
        "nothing_needed": "Or does nothing need to replace it?",
        "cost": "What does it cost?",
    },
    "playbook": {
        "detection": "How is trouble noticed?",
        "audit": "Where is the record of what it did?",
        "retention_days": "How many days is that record kept?",
        "sanitisation": "How is bad output cleaned up?",
        "look_back_days": "How many days do you look back?",
        "look_back_reason": "Why that many?",
    },
    "access": {
        "reviewed_on": "Day somebody last went through all accesses",
        "hop": "From where to where?",
        "account": "Which account is used?",
        "logged": "What holds for this step?",
        "checked": "What holds for this step?",
    },
    "tests": {
        "where": "Where are the tests?",
        "in_version_control": "Are they under version control?",
        "good": "How many good inputs?",
        "bad": "How many bad inputs?",
        "starts_on": "What starts a run?",
        "last_run": "Link to the last run",
        "last_run_on": "Day of the last run",
    },
    "agnostic": {
        "point": "What is connected?",
        "setting": "Name of the setting",
        "last_swapped": "Day it was last swapped",
    },
}
"""The label of each field by group and slot."""

HINTS = {
    "dependencies": {
        "until": "Only if it is under contract.",
        "version": "The exact one, with its date or number.",
        "deputy": "Who can do it when that person is away.",
    },
    "failure": {
        "plan": "A link or the name of the document.",
        "first_action": "One sentence is enough.",
    },
    "review": {
        "share": "A number, such as 20.",
        "every_days": "Only if you chose every so many days.",
        "reviewer": "Somebody other than who built it.",
    },
    "replacement": {
        "trigger": "For example: down for two hours on a working day.",
        "nothing_needed": "Somebody other than who built it has to agree.",
    },
    "playbook": {
        "look_back_days": "At most as long as the record is kept.",
    },
    "access": {
        "logged": "A box left empty counts as no.",
    },
    "tests": {
        "where": "Repository and folder.",
        "bad": "Wrong, empty or hostile ones that it must turn down.",
    },
    "agnostic": {
        "setting": "Leave empty if it stands in the code.",
    },
}
"""One short hint where a label alone would not do, by group and slot."""

CHOICES = {
    "stability": {
        "internal": "Our own",
        "contract": "Under contract",
        "none": "Nobody's promise",
    },
    "by_hand": {"no": "No, it moves by itself", "yes": "Yes, somebody moves it"},
    "pinned": {"yes": "Yes, it stays the same", "no": "No, it can change by itself"},
    "retires_on": {"none_announced": "No end is announced"},
    "rotated_on": {"managed": "It changes by itself"},
    "loudness": {
        "loud": "Everyone would see it",
        "quiet": "Only a careful reader would see it",
        "invisible": "Nobody, until it has cost something",
    },
    "signal": {
        "alert_reaches_person": "An alert reaches a person",
        "person_checks_on_schedule": "A person checks on a schedule",
        "check_blocks_it": "A check stops it",
        "somebody_complains": "Somebody complains",
        "nothing_shows_it": "Nothing shows it",
    },
    "share": {"all": "All of it"},
    "every": {
        "each_item": "Each item, before it goes out",
        "day": "Every day",
        "week": "Every week",
        "month": "Every month",
        "other_days": "Every so many days",
    },
    "nothing_needed": {"yes": "Nothing needs to replace it; we would wait"},
    "account": {
        "service_limited": "An account of its own, with only what it needs",
        "service_admin": "An account of its own that may do everything",
        "a_persons": "A person's account",
    },
    "logged": {"logged": "It leaves a log", "checked": "The data is checked"},
    "in_version_control": {"yes": "Yes", "no": "No"},
    "starts_on": {
        "every_change": "Every change, prompts too",
        "code_changes_only": "Only changes of the code",
        "by_hand": "Somebody starts it by hand",
    },
    "point": {
        "model": "The model",
        "data_source": "A data source",
        "destination": "Where the results go",
        "credentials": "A key or account",
    },
}
"""The text of each choice by slot, and of a word in place of a date or number; at most 75 characters."""

OR = {
    "retires_on": "Or, in place of a day",
    "rotated_on": "Or, in place of a day",
    "share": "Or, in place of a number",
    "who": "Or a rota or team",
}
"""The label of the second field of a slot that can be given in two ways."""

ROTA_HINT = "Its name, if it is not one person."

ROW_TITLES = {
    "data": "Data",
    "model": "Model",
    "credential": "Key or account",
    "person": "Person",
    "other": "Something else",
    "failure": "A failure",
    "access": "A step",
    "agnostic": "A connection",
}
"""The title of a row's form, by its kind, or by its group where rows have no kinds."""

ADD = {
    "data": ("Add data", "a table, an export, a feed, a mailbox"),
    "model": ("Add model", "the AI model and its version"),
    "credential": ("Add key or account", "what it logs in with"),
    "person": ("Add person", "somebody it cannot do without"),
    "other": ("Add other", "anything else it would stop without"),
    "failure": ("Add a failure", ""),
    "access": ("Add a step", ""),
    "agnostic": ("Add a connection", ""),
}
"""The button that adds a row, and a few words on what belongs there."""

NO_ROWS = {
    "dependencies": "Nothing is on the list yet.",
    "failure": "No failure is written down yet.",
    "access": "No step is on the list yet.",
    "agnostic": "No connection is on the list yet.",
}
"""What stands in place of an empty list."""

NAMELESS = {
    "dependencies": "Without a name",
    "failure": "A failure without words",
    "access": "A step without a name",
    "agnostic": "A connection",
}
"""What a row is called that has no name yet."""

DESTINATION = "where the results go"
