"""The story most transcripts tell: what Priya and the others say about the Invoice Coder, and what they fill in."""

from __future__ import annotations

from tests.conversations.stage import Json
from tests.conversations.thread import EMEKA, NGOZI, TOM, Thread

OWNERSHIP = (
    f"<@{NGOZI}> owns it, and <@{TOM}> steps in when she is away. Weekdays 8 to 17 alarms go to #ap-alerts; "
    "nights and weekends they go to the duty phone."
)
DEPENDENCIES = (
    "Data: invoice table, our own, loaded automatically every night.\n"
    "Model: m-small-2026-05, pinned, under contract until 31 March 2029, no retirement announced.\n"
    "Credential: gateway key, our own, rotated on 2 November 2026."
)
FAILURE = (
    "Quiet: wrong cost centre. An alert reaches Emeka Obi. First he stops the payment run. "
    "The plan is https://wiki.example.com/ap-coder"
)
REVIEW = f"<@{EMEKA}> checks 20 of about 400 each day and may stop the run. Last check was 23 November 2026."
REPLACEMENT = (
    "The clerks code invoices by hand in the old sheet. We switch over after half a day, Ngozi decides. "
    "Last tried on 10 October 2026."
)
ANSWERS = (OWNERSHIP, DEPENDENCIES, FAILURE, REVIEW, REPLACEMENT)
QUESTIONS = ("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5")

PLAYBOOK = {
    "detection": "The alert on wrong cost centres, and Emeka's daily check.",
    "audit": "The table ap_bot.decisions.",
    "retention_days": "400",
    "sanitisation": "Re-code the batch from the table.",
    "look_back_days": "30",
    "look_back_reason": "Payments go out after 30 days.",
}
TESTS = {
    "where": "git.example.com/ap-coder/tests",
    "in_version_control": "yes",
    "good": "180",
    "bad": "24",
    "starts_on": "every_change",
    "last_run": "https://ci.example.com/ap-coder/812",
    "last_run_on": "2026-11-24",
}


def five_replies(thread: Thread) -> list[Json]:
    """Priya answers each question with a reply as it comes; gives the replies, once the floor stands."""
    replies = []
    for question, answer in zip(QUESTIONS, ANSWERS, strict=True):
        thread.shows(question)
        replies.append(thread.priya.says(answer))
        thread.records(replies[-1])
    thread.shows("not ready yet", "Incident playbook")
    return replies


def saves_all(thread: Thread) -> None:
    """The one click after the five replies, and the look at what it saves."""
    thread.priya.presses("Save all as read")
    thread.priya.sends()


def opens(thread: Thread, check: str) -> None:
    """Priya opens the form of a check from the floor."""
    thread.priya.leaves_the_form()
    words = "Open Incident playbook" if check == "Incident playbook" else "Open"  # it has a second form
    thread.priya.presses(words, beside=f"*{check}*")


def fills_in_the_forms(thread: Thread) -> None:
    """Priya fills in the forms of the last four checks."""
    fills_in_playbook(thread)
    fills_in_access(thread)
    fills_in_tests(thread)
    fills_in_parts(thread)


def fills_in_playbook(thread: Thread) -> None:
    """How an incident is dealt with."""
    opens(thread, "Incident playbook")
    thread.priya.sends(PLAYBOOK)


def fills_in_access(thread: Thread) -> None:
    """One row for each step: data, model, destination."""
    opens(thread, "Access")
    for step in ("invoice table", "m-small-2026-05", "where the results go"):
        thread.priya.presses("Edit", beside=step)
        thread.priya.sends(account="service_limited", logged=["logged", "checked"])
    thread.priya.sends()


def fills_in_tests(thread: Thread) -> None:
    """The battery of inputs."""
    opens(thread, "Tests")
    thread.priya.sends(TESTS)


def fills_in_parts(thread: Thread) -> None:
    """The variable behind each connection."""
    opens(thread, "Swappable parts")
    settings = {
        "invoice table": "AP_SOURCE",
        "m-small-2026-05": "AP_MODEL",
        "gateway key": "AP_KEY",
        "Where the results go": "AP_TARGET",
    }
    for point, setting in settings.items():
        thread.priya.presses("Edit", beside=point)
        thread.priya.sends(setting=setting)
    thread.priya.sends()


def everybody_accepts(thread: Thread) -> None:
    """Owner, backup and reviewer, each by their own press."""
    thread.ngozi.presses_privately("Yes, I own it")
    thread.tom.presses_privately("Yes, I'll step in")
    thread.emeka.presses_privately("Yes, all of it")


def becomes_ready(thread: Thread) -> None:
    """All of it, up to the post that says so."""
    five_replies(thread)
    saves_all(thread)
    fills_in_the_forms(thread)
    everybody_accepts(thread)
    thread.shows("is ready to ship.")
    thread.is_quiet()
