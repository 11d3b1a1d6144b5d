"""What is said after a press or form of a Tuesday: done, or refused and what to do instead. Merged into the tables of
``outcomes``, ``refusals`` and ``forms.small_words``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of *Change*: its title, what it does, and the button that sends it."""

    title: str
    more: str
    submit: str


OUTCOMES = {
    "confirmed": "Thank you, that is on record.",
    "already_confirmed": "That is on record already; nothing more is needed.",
    "confirmation_undone": "Undone: the question is open again.",
    "asked_later": "I ask again on {on}. Until then there is nothing to do.",
    "away_noted": "Thank you. I ask {user} again on {on}, and nothing runs out before that.",
    "noted_thanks": "Thank you.",
    "took_it": "You are its owner now, on record from today.",
    "offered": "{user} is asked. Until they say yes, nothing changes.",
    "offered_self": "The thread says that you offer to own it; the owner or the lead can agree.",
    "already_offered": "{user} is asked already; nothing more is needed.",
    "asked_now": "{user} is asked now, by direct message.",
    "asked_today": "{user} was asked today already; one message a day is enough.",
    "changed_noted": "Noted, and it counts as still yours.",
    "given_up": "Noted: it is not yours any more. The lead knows, and the thread says that Owner is open again.",
    "date_changed": "Noted: the thread says the new date.",
}
"""Outcomes by code."""

REFUSALS = {
    "undo_too_late": (
        "The question is closed, so it can't be undone. `/shipready owner` with the pilot's name and a person hands it "
        "over."
    ),
    "no_later_day": "There is no later day before the question closes. *Change* is there for all but a plain yes.",
    "away_out_of_range": "Give today or a day not later than {last}: at most {days} days.",
    "away_too_often": "{user} was away twice running already, so somebody has to take it on, or say that nobody does.",
    "owns_already": "{user} owns it already, so nothing has changed.",
    "owner_hands_over": "Only {owner}, whoever steps in, or the lead, {lead}, can hand it over. Nothing has changed.",
    "not_your_own_offer": "You offered it yourself, so somebody else has to agree: the owner or the lead.",
    "no_owner_to_ask": "Nobody has said yes to owning it, so nobody can be asked. *Ask someone* in its thread helps.",
    "launch_in_the_past": "Give today or a day after it.",
}
"""Refusals by code."""

CHANGE = {
    "hand_over": Choice("Hand it over", "Somebody else is asked. You stay owner until they say yes.", "Ask them"),
    "changed": Choice("Something changed", "It goes on the record, and counts as still yours.", "Record it"),
    "not_mine": Choice("It is not mine", "The lead is told, and Owner is open again.", "Give it back"),
}
"""The choices of *Change* (COPY 6)."""
WHAT = {
    "person": "A person",
    "data": "Data",
    "model": "The model",
    "credential": "A key or account",
    "fallback": "The fallback",
    "incident": "Something went wrong",
    "other": "Something else",
}
"""What can have changed."""

TITLES = {
    "change": "Change",
    "away": "Away",
    "hand_over": "Hand it over",
    "new_date": "New launch date",
    "one_by_one": "One by one",
}
SUBMITS = {"change": "Go on", "hand_over": "Ask them"}
LABELS = {
    "change": {"change": "What is it?", "what": "What changed?", "words": "In your words"},
    "not_mine": {"words": "Why?"},
    "away": {"until": "Away until"},
    "hand_over": {"user": "Who may take it over?"},
    "new_date": {"launch_on": "Planned launch"},
}
HINTS = {
    "away": {"until": "Not later than {last}. I ask again after that."},
    "hand_over": {"user": "They are asked by direct message. Until they say yes, nothing changes."},
    "change": {"words": "One sentence will do; it goes on the record and into the thread."},
    "not_mine": {"words": "It may stay empty. Only the lead and whoever suggested you get to read it."},
}
SAYS = {
    "change": "{pilot}. Nothing changes until you send this.",
    "away": "{pilot} stays with {owner}; the question waits.",
    "hand_over": "{pilot} keeps its owner until the new one says yes by their own press.",
    "new_date": "{pilot}: the thread is told, with your name.",
}
"""The words of the small forms."""
