"""What is said, to the person alone, when something is done and the thread does not say it: one text per code of
``work.results.Done``. ``{…}`` are its values: user ids come out as names, dates as dates."""

from __future__ import annotations

from bot.slack.pages.words import habits, tuesday

THREAD = {
    "started": "The thread is open. I put you down as the builder; *Change details* mends that.",
    "waiting": (
        "{pilot} is noted. I'm not in this channel, so type `/invite @Shipready`: its thread opens by itself, and you "
        "need not "
        "send anything again."
    ),
    "saved": "Saved.",
    "saved_all": "Saved: {count}.",
    "nothing_to_save": "Everything that was read is saved already.",
    "noted": "Noted.",
    "asked": "{user} is asked.",
    "moved_words": "Moved to question {conversation}.",
    "undone": "Undone: what stood before stands again.",
    "filed": "Recorded as an answer.",
    "record_coming": "The readiness record of {pilot} comes as a file in its thread.",
    "talk": "Taken as talk: it stays in the thread and counts for nothing.",
}
"""Questions and answers."""

ROLES = {
    "proposed": "{user} is asked about {pilot}. It counts once {user} says yes.",
    "accepted": "Thank you, that is on record.",
    "already_accepted": "You said yes to this already; nothing more is needed.",
    "declined": "Thank you. {proposer} knows, and the thread says only that the question is open again.",
    "given": "Noted. The reviewer is asked once more.",
    "agreed": "Thank you, that is on record.",
    "reminded": "{user} is asked once more, by direct message.",
    "reminded_today": "{user} was reminded today already; one reminder a day is enough.",
}
"""Who does what."""

LIFE = {
    "details_saved": "The details are saved.",
    "renamed": "It is called {pilot} from now on.",
    "moved": "It is in {channel} from now on; the old thread says so.",
    "lead_changed": "{user} is the lead from now on.",
    "retired": "It is retired. Nothing is deleted, and *Reopen* brings it back.",
    "already_retired": "It is retired already.",
    "not_retired": "It is not retired, so there is nothing to reopen.",
    "reopened": "It is open again, where it stopped.",
    "incident_noted": "The incident is on record.",
    "live": "It is live, on record from today.",
    "already_live": "It is live already, so nothing has changed.",
    "second_asked": "{user} is asked to agree. It counts from then on.",
    "seconded": "Thank you, that is on record.",
}
"""A pilot's life."""

OUTCOMES = {**THREAD, **ROLES, **LIFE, **tuesday.OUTCOMES, **habits.OUTCOMES}
"""Every outcome by its code."""
