"""The words of the small forms, by callback_id: title, button, fields with their hints, and what the form says."""

from __future__ import annotations

from bot.slack.pages.words import habits, tuesday

TITLES = {
    "start": "Start a pilot",
    "details": "Change details",
    "not_yet": "Who, and by when?",
    "ask_someone": "Ask someone",
    "decline": "No",
    "not_quite": "Not quite",
    "other_question": "Which question?",
    "which_question": "Which question?",
    "save_all": "Save all as read",
    "incident": "Something went wrong",
    "shipped_anyway": "Ship it anyway",
    "move": "Move to a channel",
    "lead": "Change the lead",
    "rename": "Rename",
    "retire": "Retire",
    "checks": "The seven checks",
    "more": "More",
    **tuesday.TITLES,
    **habits.TITLES,
}
"""The title of each form; at most 24 characters."""

SUBMITS = {
    "start": "Start",
    "ask_someone": "Ask",
    "decline": "Send",
    "not_quite": "Send",
    "other_question": "Move",
    "which_question": "Record",
    "save_all": "Save all as read",
    "incident": "Record it",
    "shipped_anyway": "Ask to agree",
    "move": "Move",
    "rename": "Rename",
    "retire": "Retire",
    **tuesday.SUBMITS,
}
"""The button that sends a form; "Save" where none stands here."""

LABELS = {
    "start": {
        "channel": "In which channel?",
        "name": "What is the pilot called?",
        "purpose": "What does it do?",
        "builder": "Who built it?",
        "builder.text": "Or, if that person has no account here",
        "launch_on": "Planned launch",
    },
    "not_yet": {"who": "Who could change that?", "by_when": "By when?"},
    "ask_someone": {"user": "Who may know?"},
    "decline": {"reason": "Anything {proposer} should know?"},
    "not_quite": {"reason": "What is it really like?"},
    "other_question": {"conversation": "These words belong to"},
    "incident": {"what": "What went wrong?", "since": "Since when?", "light": "How did it come to light?"},
    "shipped_anyway": {
        "decider": "Who decides this?",
        "why": "Why now?",
        "until": "Until when?",
        "second": "Who agrees to it?",
    },
    "move": {"channel": "To which channel?"},
    "lead": {"user": "Who leads it from now on?"},
    "rename": {"name": "New name"},
    "retire": {"reason": "Why?"},
    **tuesday.LABELS,
    **habits.LABELS,
}
"""The label of each field."""

HINTS = {
    "start": {
        "purpose": "One line, for people who have not seen it.",
        "builder.text": "A name, a company, or a few words such as: left in September.",
    },
    "decline": {"reason": "Only {proposer} and the lead read this. It may stay empty."},
    "not_quite": {"reason": "What you look at, how much of it, how often, and whether you may stop it."},
    "shipped_anyway": {
        "until": "At most {days} days from today; then I ask again.",
        "second": "Not the person who decides, and not who built it. It counts from their own press.",
    },
    "move": {"channel": "I have to be in it: type /invite @Shipready there first."},
    "lead": {"user": "The thread is told."},
    **tuesday.HINTS,
    **habits.HINTS,
}
"""One short hint where a label alone would not do."""

SAYS = {
    "not_yet": "{pilot}: {noted}. Both may stay empty.",
    "ask_someone": "{title} about {pilot}. The person is asked in the thread, or privately when not in this channel.",
    "not_quite": "On record about your work on {pilot}:",
    "other_question": "The words move to that question of {pilot}, and are read again there.",
    "which_question": "The message goes on the record of {pilot} as an answer to it.",
    "save_all": "*{pilot}*: this goes on the record, with your name and where each came from.",
    "nothing_read": "Nothing waits to be saved for {pilot}.",
    "incident": "{pilot}: this goes on the record and into the thread.",
    "shipped_anyway": "{pilot} is not ready. It can run all the same, on the record, when two people stand for it.",
    "move": "{pilot} gets a new thread there; the old one says where it went.",
    "rename": "{pilot} keeps its thread and its record.",
    "retire": "Nothing is asked about {pilot} any more. Nothing is deleted, and it can be reopened.",
    **tuesday.SAYS,
    **habits.SAYS,
}
"""What stands above the fields, as mrkdwn; the values come in escaped."""

ANEW = "This changed while you were looking, so nothing is saved yet. It now shows all of it; please look again."
"""Above what *Save all as read* would save, when it is no longer what was shown."""

MORE = {
    "change_details": ("Change details", "name, what it does, who built it, planned launch"),
    "get_record": ("Get the record", "everything on record, as a file in the thread"),
    "undo_save": ("Undo last save", "what stood before stands again"),
    "live": ("It is live now", "people work with it from today"),
    "checkin_now": ("Ask the owner now", "whether it is still theirs, by direct message"),
    "incident": ("Something went wrong", "put it on the record"),
    "habits": ("When to ask", "day, hour and how often, for this pilot alone"),
    "settings": ("Channel settings", "the same for every pilot of the channel, with time zone and holidays"),
    "remind": ("Remind {first}", "{who} was asked about {role}, and the answer is still out"),
    "given_now": ("Given now", "the reviewer may stop it from now on"),
    "agree_nothing": ("I agree", "nothing needs to replace it"),
    "lead": ("Change the lead", "somebody else leads it"),
    "rename": ("Rename", "another name, same record"),
    "move": ("Move", "to another channel"),
    "retire": ("Retire", "no more questions about it; nothing is deleted"),
    "reopen": ("Reopen", "take it up again where it stopped"),
}
"""What can be done with a pilot: the button and one line on it."""
