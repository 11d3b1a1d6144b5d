"""Every button of a pilot's messages: its words, its id and what its value carries (docs/ids.md)."""

from __future__ import annotations

from bot.readiness.slots import GATES
from bot.slack.pages.blocks import Block, button, option, overflow, shorten
from bot.slack.pages.words.checks import CHECKS, GROUPS, number_of
from bot.slack.pages.words.people import first_name
from bot.work.interview.answers import revision_of
from bot.work.view import View

LABEL = 75
"""Characters of an accessibility label (Slack's limit)."""
MOST = 30
"""Characters of a button's words; Slack cuts what is longer."""


def press(view: View, text: str, action_id: str, *args: str, style: str | None = None) -> Block:
    """A button whose value is the pilot's id and ``args``; its accessibility label names the pilot."""
    value = ":".join([str(view.id), *args])
    label = shorten(f"{text}: {view.pilot.name}", LABEL)
    return button(text, action_id, value, style=style, label=label)


def answer_question(view: View, conversation: str) -> Block:
    """[Answer question k], the primary one of the card."""
    return press(view, f"Answer question {number_of(conversation)}", "answer", conversation, style="primary")


def answer_in_form(view: View, conversation: str) -> Block:
    """[Answer in a form]."""
    return press(view, "Answer in a form", "answer", conversation, style="primary")


def not_yet(view: View, group: str) -> Block:
    """[Not yet], a proper answer everywhere."""
    return press(view, "Not yet", "not_yet", group)


def not_yet_details(view: View, group: str) -> Block:
    """[Pick person and date] for what is not there yet."""
    return press(view, "Pick person and date", "not_yet_details", group, style="primary")


def leave_open(view: View, group: str) -> Block:
    """[Leave it open], without person and date."""
    return press(view, "Leave it open", "leave_open", group)


def ask_someone(view: View, conversation: str) -> Block:
    """[Ask someone]."""
    return press(view, "Ask someone", "ask_someone", conversation)


def park(view: View, conversation: str) -> Block:
    """[Park it]."""
    return press(view, "Park it", "park", conversation)


def example(view: View, conversation: str) -> Block:
    """[Show an example], to the reader alone."""
    return press(view, "Show an example", "example", conversation)


def save_reading(view: View, conversation: str) -> Block:
    """[Save and go on]: saves what is shown. The value says what was shown, so that nothing unseen is saved."""
    shown = revision_of(view.entries.get(conversation, ()))
    return press(view, "Save and go on", "save_reading", conversation, shown, style="primary")


def add_it(view: View, conversation: str, text: str = "Add it", style: str | None = None) -> Block:
    """[Add it]: the form, filled in with what was read."""
    return press(view, text, "add_it", conversation, style=style)


def correct(view: View, conversation: str, text: str = "Correct") -> Block:
    """[Correct]: the same form."""
    return press(view, text, "correct", conversation)


def go_on(view: View, conversation: str) -> Block:
    """[Go on] without saving."""
    return press(view, "Go on", "go_on", conversation)


def reading_more(view: View, conversation: str) -> Block:
    """The menu of a reading: it belongs to another question, or was no answer at all."""
    return overflow(
        "reading_more",
        [
            option("This belongs to another question", f"other_question:{view.id}:{conversation}"),
            option("This was not an answer", f"not_an_answer:{view.id}:{conversation}"),
        ],
    )


def open_form(view: View, group: str, text: str = "Open", style: str | None = None) -> Block:
    """[Open …] the form of a group."""
    return press(view, text, "open_form", group, style=style)


def open_check(view: View, gate: str, group: str, style: str | None = None, text: str = "") -> Block:
    """[Open Access], the form behind a check; where several forms feed it, the button names the form."""
    name = CHECKS[gate] if len(dict(GATES)[gate]) == 1 else f"{GROUPS[group][0].upper()}{GROUPS[group][1:]}"
    return open_form(view, group, text or shorten(f"Open {name}", MOST), style)


def see_checks(view: View) -> Block:
    """[See the checks], the seven in a modal."""
    return press(view, "See the checks", "see_checks")


def status(view: View) -> Block:
    """[Status], to the reader alone."""
    return press(view, "Status", "status")


def more(view: View) -> Block:
    """[More], everything else that can be done with a pilot."""
    return press(view, "More", "more")


def change_details(view: View) -> Block:
    """[Change details]: name, purpose, builder, planned launch."""
    return press(view, "Change details", "change_details")


def save_all(view: View, style: str | None = None) -> Block:
    """[Save all as read], which first shows what it will save."""
    return press(view, "Save all as read", "save_all", style=style)


def remind(view: View, role: str, user: str, style: str | None = None) -> Block:
    """[Remind Tom], which repeats the request to the person asked."""
    return press(view, f"Remind {first_name(view, user)}", "remind", role, style=style)


def live(view: View) -> Block:
    """[It is live now]."""
    return press(view, "It is live now", "live", style="primary")


def get_record(view: View) -> Block:
    """[Get the record], uploaded to the thread."""
    return press(view, "Get the record", "get_record")


def open_card(view: View, link: str, text: str = "Open its card") -> Block:
    """[Open its card] or [Read the thread]: a link, nothing is changed."""
    return button(text, "open_card", url=link, label=f"{text}: {view.pilot.name}")


def accept(view: View, role: str, *shown: str) -> Block:
    """[Yes, I own it], [Yes, I'll step in], [Yes, all of it]. ``shown``: the proposal whose words a reviewer reads."""
    words = {"owner": "Yes, I own it", "backup": "Yes, I'll step in", "reviewer": "Yes, all of it"}
    return press(view, words[role], "accept", role, *shown, style="primary")


def decline(view: View, role: str) -> Block:
    """[No], an ordinary answer."""
    return press(view, "No", "decline", role)


def not_quite(view: View) -> Block:
    """[Not quite]: the reviewer gives their own version."""
    return press(view, "Not quite", "not_quite", "reviewer")


def may_not_stop(view: View) -> Block:
    """[I may not stop it]."""
    return press(view, "I may not stop it", "may_not_stop", "reviewer")


def given_now(view: View) -> Block:
    """[Given now]: owner or lead gave the reviewer the right to stop it."""
    return press(view, "Given now", "given_now", "reviewer", style="primary")


def agree_nothing(view: View) -> Block:
    """[I agree] that nothing needs to replace it."""
    return press(view, "I agree", "agree_nothing", style="primary")


def second(view: View, fact: int) -> Block:
    """[I agree] to shipping it anyway."""
    return press(view, "I agree", "second", str(fact), style="primary")
