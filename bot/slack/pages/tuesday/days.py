"""What the lead is asked on the day of the launch, at the end of *shipped anyway*, and who is nudged when a thread is
idle (EXPERIENCE: The thread of a pilot, 9 and 10)."""

from __future__ import annotations

from collections.abc import Callable

from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, actions, bold, section
from bot.slack.pages.nearest import nearest, nearest_line, step_button
from bot.slack.pages.tuesday import buttons, leaver
from bot.slack.pages.tuesday.part import NOTHING, Part, and_more
from bot.slack.pages.words.checks import TITLES, number_of
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import pilot_name
from bot.work.checkins.letter_view import Asked, LetterView
from bot.work.view import View


def part(view: LetterView, most: int) -> Part:
    """A paragraph with its buttons for each, at most ``most``."""
    asked = view.of(*KINDS)
    if not asked:
        return NOTHING
    made = [(one, KINDS[one.ask.kind](one)) for one in asked[:most]]
    opened = [one for one, blocks in made if len(blocks) > 1]
    preview = PREVIEWS[opened[0].ask.kind].format(pilot=pilot_name(opened[0].view)) if opened else ""
    return Part(preview, [*(block for _, blocks in made for block in blocks), *and_more(asked, most)])


def _launch(one: Asked) -> list[Block]:
    view, name = one.view, bold(pilot_name(one.view))
    settled = _launched(view, one.ask.key)
    if settled:
        return [section(f"{settled.format(pilot=name)}, so nothing is needed from you here.")]
    on = view.pilot.launch_on
    assert on is not None
    was = "Today was" if on == view.today else f"{day(on, view.today)} was"
    live = presses.press(view, "Yes, it is live", "live", style="primary")
    stop = presses.press(view, "Not any more", "retire")
    return [
        section(f"{was} the planned launch of {name}. Did it go live?"),
        actions(live, buttons.new_date(view), stop),
    ]


def _launched(view: View, asked: str) -> str:
    """What settled the question about the launch on the ISO date ``asked``, about ``{pilot}``; "" while it is open."""
    since, on = standing.live_since(view), view.pilot.launch_on
    if view.pilot.state != "open":
        return "{pilot} is retired"
    if since is not None:
        return f"{{pilot}} is live since {day(since, view.today)}"
    return "" if on is not None and on.isoformat() == asked else "The launch of {pilot} was moved since"


def _shipped_end(one: Asked) -> list[Block]:
    view, name = one.view, bold(pilot_name(one.view))
    settled = _decided(view, one.ask.key)
    if settled:
        return [section(f"{name}: {settled}, so nothing is needed from you here.")]
    decision = standing.life(view).shipped_anyway
    assert decision is not None
    ends = "ends today" if decision.until == view.today else f"ended on {day(decision.until, view.today)}"
    again = presses.press(view, "Decide again", "live", style="primary")
    retired = presses.press(view, "It is retired", "retire")
    return [
        section(f"{name} runs without being ready, and the time decided for that {ends}. What now?"),
        actions(again, presses.see_checks(view), retired),
    ]


def _decided(view: View, asked: str) -> str:
    """What settled the question about the decision ``asked`` (a fact's id); "" while it is open."""
    decision = standing.life(view).shipped_anyway
    if view.pilot.state != "open":
        return "it is retired"
    if view.verdict.ready:
        return "it is ready now"
    if decision is None:
        return "nobody runs it without being ready"
    return "" if str(decision.fact.id) == asked else "it was decided anew"


def _nudge(one: Asked) -> list[Block]:
    view, name = one.view, bold(pilot_name(one.view))
    if view.pilot.state != "open" or view.verdict.ready or standing.live_since(view):
        return [section(f"{name}: nothing is needed from you here any more.")]
    link = view.link(view.pilot.channel, view.pilot.root_ts)
    opens = [presses.open_card(view, link, "Read the thread")] if link else []
    text, pressed = _next_step(view)
    return [section(f"It has been quiet in the thread of {name}. {text}"), actions(*pressed, *opens)]


def _next_step(view: View) -> tuple[str, list[Block]]:
    """What brings it on: the question that is open, else the nearest check."""
    key, gate = view.pilot.question, nearest(view)
    if key in TITLES and not view.pilot.floor:
        asks = f"{TITLES[key][0].lower()}{TITLES[key][1:]}"
        return f"Question {number_of(key)} is open: {asks} “Not yet” is an answer too.", [
            presses.answer_in_form(view, key),
            presses.not_yet(view, key),
        ]
    if gate is None:
        return "The checks say what is missing.", [presses.see_checks(view)]
    return nearest_line(view, gate), [step_button(view, gate, "primary"), presses.see_checks(view)]


KINDS: dict[str, Callable[[Asked], list[Block]]] = {
    "left": leaver.asked,
    "launch": _launch,
    "shipped_end": _shipped_end,
    "nudge": _nudge,
}
PREVIEWS = {
    "left": "{pilot} has no owner now: do you take it on?",
    "launch": "Launch day of {pilot}: did it go live?",
    "shipped_end": "{pilot} runs without being ready: what now?",
    "nudge": "{pilot} waits for its next step",
}
