"""``status``: of each check the gravest thing first, the rest below; a person asked again is not told as a no."""

from __future__ import annotations

from datetime import timedelta

from bot.readiness.facts import Fact, FactKind, MemberState
from bot.readiness.findings import GateAnswer
from bot.slack.pages.floor import floor
from bot.slack.pages.nearest import gravest_first, nearest, step_button
from bot.slack.pages.status import status
from bot.slack.pages.words.findings import line
from bot.work.view import View
from tests.readiness.pilots import (
    BACKUP,
    BUILDER,
    GONE,
    OTHER,
    OWNER,
    REVIEWER,
    SOUND,
    TODAY,
    accepted,
    days_after,
    member,
    record,
    said,
    saved,
)
from tests.slack.factories import view
from tests.slack.limits import check_message

EMPTY_TESTS = {place: GONE for place in SOUND if place[0] == "tests" and place[2] in ("good", "bad", "last_run")}
CLICKS = [accepted("owner", OWNER), accepted("reviewer", REVIEWER)]
YESTERDAY = days_after(TODAY, -1)


def check(text: str, name: str) -> list[str]:
    """The lines of a check in the status, its name first."""
    lines = text.splitlines()
    start = next(index for index, one in enumerate(lines) if one.startswith(f"*{name}* · "))
    return lines[start : start + 3]


def test_each_check_says_one_thing_and_the_rest_stands_below() -> None:
    text = status(view(record(EMPTY_TESTS), floor=True)).text
    head, first, more = check(text, "Tests")
    assert head == "*Tests* · not yet"
    assert first.startswith("The number of good inputs is missing.")
    assert more == "two more things, below"
    below = text.split("*What else is missing*\n")[1].splitlines()
    assert [one.split(". *")[0] for one in below[:2]] == [
        "Tests: The number of bad inputs is missing",
        "Tests: The link to the last test run is missing",
    ]


def test_an_account_that_is_gone_comes_before_a_yes_that_is_out() -> None:
    gone = member(OWNER, MemberState.INACTIVE, YESTERDAY)
    text = status(view(record(clicks=[], more=[gone]), floor=True)).text
    assert check(text, "Owner")[1].startswith("The account of Ngozi Okonkwo (Owner) is no longer active.")
    assert "yes or no is still out" in text.split("*What else is missing*\n")[1]


def test_whatever_is_missing_is_said_once_and_counted_where_it_is_much() -> None:
    rows: dict[tuple[str, str, str], str] = {("dependencies", f"d{row}", "kind"): "data" for row in range(4, 9)}
    seen = view(record({**EMPTY_TESTS, **rows}, clicks=[]), floor=True)
    message = status(seen)
    assert check_message(message) == []
    lines = message.text.split("*What else is missing*\n")[1].split("\n*Worth knowing")[0].splitlines()
    assert len(lines) == 11
    assert lines[-1].startswith("… and ")


def test_a_check_that_is_met_has_no_line() -> None:
    text = status(view(record(), floor=True)).text
    assert check(text, "Tests")[0] == "*Tests* · met"
    assert "What else is missing" not in text


def test_the_order_is_by_gravity_and_keeps_everything() -> None:
    found = view(record({**EMPTY_TESTS, ("ownership", "", "cover_hours"): GONE}, clicks=[])).verdict
    for gate in found.gates:
        assert sorted(map(repr, gravest_first(gate.findings))) == sorted(map(repr, gate.findings))
    owner = [finding.code for finding in gravest_first(found.gate("owner").findings)]
    assert owner == ["missing", "not_accepted", "not_accepted"]


def asked_once_more() -> View:
    """The person stepping in said no yesterday, and was named again today."""
    no = said(FactKind.DECLINED, BACKUP, YESTERDAY, role="backup", reason=None)
    again: Fact = saved("ownership", {"backup": BACKUP}, on=TODAY)
    return view(record(clicks=CLICKS, more=[no, again]), floor=True)


def test_asked_again_is_not_told_as_a_no() -> None:
    seen = asked_once_more()
    finding = seen.verdict.gate("owner").findings[0]
    assert finding.code == "declined", "the model keeps the no until the answer"
    assert line(finding, seen) == (
        "The yes or no of the person stepping in is still out: asked again on 24 November, not answered yet. "
        "*Tom Beard*"
    )
    gate = nearest(seen)
    assert gate is not None
    assert step_button(seen, gate)["text"]["text"] == "Remind Tom"
    assert "The nearest one is Owner: a single press by Tom." in floor(seen).text


def test_a_no_that_nobody_asked_about_again_is_still_a_no() -> None:
    no = said(FactKind.DECLINED, BACKUP, YESTERDAY, role="backup", reason=None)
    seen = view(record(clicks=CLICKS, more=[no]), floor=True)
    assert line(seen.verdict.gate("owner").findings[0], seen).startswith("Who steps in is open again:")


def test_a_reviewer_who_was_given_the_right_is_asked_again() -> None:
    no = said(FactKind.DECLINED, REVIEWER, YESTERDAY, role="reviewer", may_stop="no")
    given = said(FactKind.GIVEN, BUILDER, TODAY, role="reviewer")
    yes = [accepted("owner", OWNER), accepted("backup", BACKUP)]
    seen = view(record(clicks=yes, more=[no, given]), floor=True, today=TODAY + timedelta(days=1))
    assert seen.verdict.gate("playbook").answer is GateAnswer.NO
    assert "still out: asked again on 24 November, not answered yet." in status(seen).text


def test_somebody_else_who_said_no_does_not_make_it_again() -> None:
    no = said(FactKind.DECLINED, OTHER, YESTERDAY, role="backup", reason=None)
    seen = view(record({("ownership", "", "backup"): BACKUP}, clicks=CLICKS, more=[no]), floor=True)
    assert "again" not in line(seen.verdict.gate("owner").findings[0], seen)
