"""The request to own it, to step in, or to confirm a review: a direct message that says what it costs (COPY 4)."""

from __future__ import annotations

from bot.readiness.facts import Fact, FactKind
from bot.readiness.rules import written
from bot.readiness.rules.people import REVIEWER, answers_of
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, Message, actions, bold, context, escape, section
from bot.slack.pages.review_words import review_as_written
from bot.slack.pages.shape import message, note
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import first_name, person, pilot_name, short
from bot.slack.pages.words.requests import COSTS, PREVIEWS, TAKEN, TITLE_NAMES, TITLES
from bot.work.roles import answer_of, proposal
from bot.work.view import View

PURPOSE = 160


def acceptance(view: View, role: str, user: str, link: str = "") -> Message:
    """The request to ``user`` for ``role`` (owner, backup, reviewer), as it stands now: open, answered or closed.

    ``link`` is the address of the pilot's thread ("" where there is none).
    """
    if standing.named(view, role) != user:
        return _closed(view, role)
    answer = answer_of(view.record, view.state, role)
    if answer is not None and answer.kind is FactKind.ACCEPTED:
        return note(TAKEN[role].format(pilot=bold(pilot_name(view)), on=_day(view, answer)))
    if answer is not None and not _asked_again(view, role):
        return _declined(view, role, answer)
    if view.pilot.state == "retired":
        return note(f"{bold(pilot_name(view))} is retired, so nothing is needed from you any more.")
    return _reviewer(view, link) if role == "reviewer" else _holder(view, role, link)


def _holder(view: View, role: str, link: str) -> Message:
    """The request to the owner or to the person stepping in."""
    name, asked = pilot_name(view), proposal(view.record, view.state, role)
    asker = person(view, asked.by) if asked and asked.by else "The team"
    own = asked is not None and asked.by == standing.named(view, role)
    said = f"You put yourself down as {TITLE_NAMES[role]}" if own else f"{asker} suggests you as {TITLE_NAMES[role]}"
    title = TITLES[role].format(pilot=name)
    blocks = [
        section(f"{bold(title)}\n{said}{_about(view)}. {COSTS[role]}"),
        actions(presses.accept(view, role), presses.decline(view, role), *_read(view, link)),
        context(" · ".join([_other(view, role), "Only your own press counts", *_asked_on(view, asked)])),
    ]
    return message("" if own else PREVIEWS[role].format(asker=asker, pilot=name), blocks)


def _about(view: View) -> str:
    """What it does and when it is to go live, in brackets; "" where neither is known."""
    what = escape(short(view.pilot.purpose, PURPOSE)).rstrip(".")
    what = f"“{what}”" if what else ""
    launch = view.pilot.launch_on
    planned = f"launch planned for {day(launch, view.today)}" if launch and not standing.live_since(view) else ""
    about = ", ".join(part for part in (what, planned) if part)
    return f" ({about})" if about else ""


def _other(view: View, role: str) -> str:
    """Who the other one of owner and backup is."""
    other = "backup" if role == "owner" else "owner"
    user = standing.named(view, other)
    label = "Steps in when you are away" if role == "owner" else "Owner"
    if not user:
        return f"{label}: nobody is named yet"
    said = "said yes" if standing.said_yes(view, other) else "also asked"
    return f"{label}: {person(view, user)}, {said}"


def _reviewer(view: View, link: str) -> Message:
    """The reviewer confirms what was written about their work, in one press on a phone."""
    name, asked = pilot_name(view), proposal(view.record, view.state, "reviewer")
    asker = person(view, asked.by) if asked and asked.by else "The team"
    if not written.is_complete(view.state):
        return _not_written(view, asker, link)
    words, last = review_as_written(view)
    wrote = "You" if asked and asked.by == standing.named(view, "reviewer") else asker
    text = f"*Is this what you do?* “{words}”\n{wrote} wrote it about your work on {bold(name)}.{_before(view)}"
    shown = str(asked.id) if asked else ""
    press = [presses.accept(view, "reviewer", shown), presses.not_quite(view), presses.may_not_stop(view)]
    blocks = [
        section(f"{text} If any of it is off, I'd rather have your version."),
        actions(*press, *_read(view, link)),
        context(" · ".join([*last, "Only your own press counts"])),
    ]
    return message(PREVIEWS["reviewer"].format(pilot=name, asker=asker), blocks)


def _not_written(view: View, asker: str, link: str) -> Message:
    """Only the reviewer's name is known, so there is nothing to confirm: what they do is theirs to say."""
    name = pilot_name(view)
    text = f"*What do you check of {name}, and how often?*\n{asker} names you as the one who reviews what it produces."
    rest = "How much and how often is not written yet, so there is nothing to confirm; nobody knows it better than you."
    fill = presses.open_form(view, "review", "Fill in what I do", "primary")
    blocks = [
        section(f"{text} {rest}"),
        actions(fill, presses.decline(view, "reviewer"), presses.may_not_stop(view), *_read(view, link)),
        context("Once it is written, you confirm it by your own press"),
    ]
    return message(PREVIEWS["reviewer"].format(pilot=name, asker=asker), blocks)


def _before(view: View) -> str:
    """That the reviewer said yes to other words before; "" where they did not."""
    clicks = answers_of(view.state, REVIEWER)
    if not clicks or clicks[-1].kind is not FactKind.ACCEPTED:
        return ""
    return f" It was changed since your yes of {_day(view, clicks[-1])}, which was about other words."


def _asked_on(view: View, asked: Fact | None) -> list[str]:
    return [f"Asked on {day(view.record.day(asked.at), view.today)}"] if asked else []


def _asked_again(view: View, role: str) -> bool:
    """Whether the right to stop it was given after the reviewer's no."""
    answers = view.state.answers.get(role, ())
    return bool(answers) and answers[-1].kind is FactKind.GIVEN


def _declined(view: View, role: str, answer: Fact) -> Message:
    on, pilot = _day(view, answer), bold(pilot_name(view))
    if answer.values.get("may_stop") == "no":
        return note(f"You said on {on} that you may not stop {pilot}. I ask again once somebody gives you the right.")
    asked = proposal(view.record, view.state, role)
    knows = f"{_first(view, asked.by)} knows" if asked and asked.by else "It is noted"
    own = role == "reviewer" and answer.values.get("reason")
    said = f"You sent your own version on {on}" if own else f"You said no on {on}"
    return note(f"{said}, about {pilot}. {knows}, and the thread says only that the question is open again.")


def _closed(view: View, role: str) -> Message:
    now = standing.named(view, role)
    does = DOES[role] if now and standing.said_yes(view, role) else "is asked instead"
    held = f" {person(view, now)} {does}." if now else ""
    return note(f"The question about {bold(pilot_name(view))} is closed, so nothing is needed from you.{held}")


DOES = {"owner": "owns it now", "backup": "steps in now", "reviewer": "reviews it now"}
"""What whoever has the place by now does, by role."""


def asked_anew(view: View) -> Message:
    """What an earlier request becomes when the same person is put forward once more."""
    return note(f"You are asked about {bold(pilot_name(view))} once more; the newer message is the one to answer.")


def _read(view: View, link: str) -> list[Block]:
    return [presses.open_card(view, link, "Read the thread")] if link else []


def _day(view: View, fact: Fact) -> str:
    return day(view.record.day(fact.at), view.today)


def _first(view: View, user: str) -> str:
    return escape(first_name(view, user))
