"""Nobody becomes owner without their own click; somebody else's click gets a sentence and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.readiness.facts import FactKind
from bot.records.tables import Pilot
from bot.slack.incoming import Click
from bot.slack.listeners.action_table import BUTTONS
from bot.slack.listeners.actions import decide
from bot.slack.listeners.sent import Sent
from bot.slack.listeners.submission_table import SUBMISSIONS
from bot.slack.listeners.tuesday_table import LETTERS
from bot.slack.submissions import Submitted
from bot.work import forms, handover
from bot.work.desk import Desk
from bot.work.results import Refusal
from bot.work.views import record_of
from tests.work.owners import OTHER, SITUATIONS, known, numbers, owner_of, prepared, tried
from tests.work.workspace import PILOTS, PRIYA, SIPHO, TEAM, TOM, Workspace

WORDS = ("owner", "backup", "reviewer", "ownership")
PRESS = (PRIYA, OTHER)
"""Whoever leads it, and somebody who is in the channel and no more."""
NAMED = (TOM, SIPHO, OTHER)
ABOUT = {
    **{form: ["ownership"] for form in ("ask_someone", "not_yet", "other_question", "form", "row")},
    **{form: [""] for form in ("start", "details", "rename", "move", "lead", "retire", "incident", "save_all")},
    **{form: [""] for form in ("shipped_anyway", "hand_over", "new_date")},
    "which_question": [PILOTS, "1.1"],
    "not_quite": ["reviewer"],
}
"""What the small forms are opened about; the others: an offer, or the number of something."""
FORMS = {"form": "form:ownership", "row": "row:dependencies"}


@pytest.fixture(params=SITUATIONS)
def pilot(request: pytest.FixtureRequest, here: Workspace) -> int:
    number = prepared(here)
    here.about(number, SITUATIONS[request.param])
    return number


def click(user: str, action: str, value: str) -> Click:
    return Click(user, TEAM, PILOTS, "1.1", "1.1", action, "b", value, "t", "", {}, "r")


def values(desk: Desk, pilot: int, action: str) -> Iterator[str]:
    """What a button could carry, in its own message or forged."""
    every = numbers(desk)
    if action in LETTERS:
        yield from every
        return
    yield from (str(pilot), *(f"{pilot}:{word}" for word in (*WORDS, *every)))
    yield from (f"{pilot}:{role}:1" for role in ("owner", "lead", "backup"))


def is_own(desk: Desk, pilot: int, user: str, before: str, after: str) -> bool:
    """Whether whoever owns it now did so by their own press: this one, or their offer, which somebody agreed to."""
    if after in (before, "", user):
        return True
    facts = record_of(desk, Workspace.pilot(desk.session, pilot)).facts
    own = [fact for fact in facts if fact.kind is FactKind.OFFERED and handover.is_self_made(fact)]
    return any(fact.by == after for fact in own)


def check(desk: Desk, pilot: int, user: str, before: tuple[str, tuple[int, ...]], outcome: object) -> None:
    """Nobody was made owner, and what was refused has changed nothing."""
    after = owner_of(desk, Workspace.pilot(desk.session, pilot))
    assert is_own(desk, pilot, user, before[0], after), f"{after} owns it by a press of {user}"
    if isinstance(outcome, Refusal):
        assert (after, known(desk)) == before


@pytest.mark.parametrize("user", PRESS)
def test_no_button_makes_somebody_else_the_owner(here: Workspace, pilot: int, user: str) -> None:
    with tried(here, pilot) as (desk, row):
        before = owner_of(desk, row), known(desk)
        carried = {action: list(values(desk, pilot, action)) for action in sorted({*BUTTONS, *LETTERS})}
    for action, every in carried.items():
        for value in every:
            with tried(here, pilot) as (desk, _):
                check(desk, pilot, user, before, decide(desk, click(user, action, value)))


@pytest.mark.parametrize("user", PRESS)
def test_no_form_makes_somebody_else_the_owner(here: Workspace, pilot: int, user: str) -> None:
    with tried(here, pilot) as (desk, row):
        before = owner_of(desk, row), known(desk)
        every = numbers(desk)
    for form in sorted(SUBMISSIONS):
        about = [ABOUT[form]] if form in ABOUT else [*(["offer", one] for one in every), *([one] for one in every)]
        for named in NAMED:
            for one in about:
                with tried(here, pilot) as (desk, row):
                    check(desk, pilot, user, before, sent(desk, row, user, form, named, one))


def sent(desk: Desk, pilot: Pilot, user: str, form: str, named: str, about: list[str]) -> object:
    """What comes of a form in which ``named`` was picked everywhere."""
    kept = {"about": about, "choice": "hand_over", "channel": PILOTS}
    draft = forms.open_form(desk, pilot, user, FORMS.get(form, form), args=kept, kind="data" if form == "row" else "")
    picked = dict.fromkeys(("owner", "user", "reviewer", "decider", "second", "builder"), named)
    typed = {**picked, "change": "hand_over", "name": "Other", "until": "2026-12-02", "why": "Because."}
    return SUBMISSIONS[form](Sent(desk, draft, pilot, user, Submitted(draft.form, draft.token, 0, typed)))
