"""One fact to look up, the day of the launch, the end of *shipped anyway*, and the nudge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.readiness.codes import Code
from bot.readiness.facts import FactKind
from bot.slack.pages.tuesday import running_out
from bot.slack.pages.tuesday.letter import letter as page
from bot.slack.pages.words.sentences import RUNS_OUT
from tests.readiness.pilots import BACKUP, BUILDER, GONE, OTHER, OWNER, SOUND, TODAY, record, said
from tests.slack.factories import started
from tests.slack.limits import check_message
from tests.slack.tuesday.letters import asked, at, fact, letter, pilot

DATES: dict[Any, Any] = {
    ("dependencies", "d1", "stability"): "contract",
    ("dependencies", "d1", "until"): "2027-02-20",
    ("dependencies", "d2", "retires_on"): "2027-02-20",
    ("dependencies", "d3", "rotated_on"): "2026-09-01",
}
AGREED = [said(FactKind.AGREED, OTHER, "2026-11-03", group="replacement")]
NOTHING = {place: GONE for place in SOUND if place[0] == "replacement"} | {("replacement", "", "nothing_needed"): "yes"}
ASKS = {
    Code.CONTRACT_ENDS: (
        "the contract for “Bookings table” (*AP Invoice Coder*) ends on 20 February. Is there a later date?",
        "[Add a date] [No, it ends then]",
    ),
    Code.MODEL_RETIRES: (
        "“The planner's model” (*AP Invoice Coder*) retires on 20 February. Is there a successor, or a later date?",
        "[Add it] [No, not yet]",
    ),
    Code.CREDENTIAL_OLD: (
        "“rota-svc” (*AP Invoice Coder*) was last changed on 1 September. Was it changed since?",
        "[Add a date] [No, not since]",
    ),
    Code.TRIED_TOO_LONG_AGO: (
        "people last worked without *AP Invoice Coder* on 6 August. Is there a later date?",
        "[Add a date] [No, that was the last]",
    ),
    Code.REVIEW_NOT_RENEWED: (
        "the output of *AP Invoice Coder* was last checked on 1 November. Is there a later date?",
        "[Add a date] [No, that was the last]",
    ),
    Code.ACCESS_NOT_REVIEWED: (
        "no review of the access of *AP Invoice Coder* is on record. Was there one?",
        "[Add a date] [No]",
    ),
    Code.TEST_RUN_OLD: (
        "the tests of *AP Invoice Coder* last ran on 2 November. Has anything changed since, or is there a later run?",
        "[Add a later run] [Nothing changed]",
    ),
}


def words(*things: Any, **more: Any) -> str:
    """The text of a letter that asks these things, which Slack would take."""
    made = page(letter(things, **more))
    assert made is not None
    assert check_message(made) == []
    return made.text


@pytest.mark.parametrize("code", ASKS)
def test_each_kind_of_fact_is_asked_in_its_own_words(code: Code) -> None:
    asks, pressed = ASKS[code]
    assert words(fact(pilot(of=record(DATES)), code)).startswith(
        f"One thing to look up for AP Invoice Coder\n*One thing to look up:* {asks}\n{pressed} [I don't know]\n"
    )


def test_the_agreement_that_nothing_replaces_it_is_renewed_by_one_press() -> None:
    text = words(fact(pilot(of=record(NOTHING, more=AGREED)), Code.NOTHING_NEEDED_OLD, user=OTHER))
    assert "on 3 November you agreed that nothing needs to replace *AP Invoice Coder*. Is that still so?" in text
    assert "[Something replaces it] [Yes, still so] [I don't know]" in text


def test_everything_that_runs_out_has_words() -> None:
    assert set(running_out.WORDS) == set(RUNS_OUT)


ENDED = {
    "same": "noted as you said, thank you.",
    "unknown": "thank you; I ask someone else who may know.",
    "": "there was one thing to look up here, and it is settled.",
}


@pytest.mark.parametrize("answer", ENDED)
def test_how_it_ended(answer: str) -> None:
    one = fact(pilot(), Code.TEST_RUN_OLD, state="answered" if answer else "closed", answer=answer)
    assert words(one) == f"AP Invoice Coder: {ENDED[answer]}"


def test_what_ran_out_is_not_settled() -> None:
    one = asked(pilot(), "fact", key="tests//last_run_on/2026-11-20", state="closed")
    assert "what was to be looked up here ran out on 20 November." in words(one)


def test_launch_day() -> None:
    one = asked(pilot(launch_on=TODAY), "launch", BUILDER, key=TODAY.isoformat())
    assert words(one) == (
        "Launch day of AP Invoice Coder: did it go live?\n"
        "Today was the planned launch of *AP Invoice Coder*. Did it go live?\n"
        "[Yes, it is live] [New date] [Not any more]"
    )


def test_the_day_after_a_launch_on_a_day_off() -> None:
    one = asked(pilot(launch_on=date(2026, 11, 22)), "launch", BUILDER, key="2026-11-22")
    assert "22 November was the planned launch of *AP Invoice Coder*." in words(one)


SETTLED = {
    "moved": ({"launch_on": date(2026, 12, 14)}, "The launch of *AP Invoice Coder* was moved since"),
    "no date": ({"launch_on": None}, "The launch of *AP Invoice Coder* was moved since"),
    "retired": ({"state": "retired", "launch_on": TODAY}, "*AP Invoice Coder* is retired"),
    "live": (
        {"launch_on": TODAY, "of": record(more=[said(FactKind.LIVE, BUILDER, "2026-11-23")])},
        "*AP Invoice Coder* is live since 23 November",
    ),
}


@pytest.mark.parametrize(("more", "settled"), SETTLED.values(), ids=SETTLED)
def test_a_launch_that_is_settled(more: dict[str, Any], settled: str) -> None:
    one = asked(pilot(**more), "launch", BUILDER, key=TODAY.isoformat())
    assert words(one) == f"{settled}, so nothing is needed from you here."


def shipped(until: str) -> Any:
    """A pilot that is not ready and runs all the same."""
    decided: dict[str, Any] = {"why": "Month end.", "until": until, "second": BACKUP, "decider": OWNER}
    decision = said(FactKind.SHIPPED_ANYWAY, OWNER, "2026-11-03", **decided)
    return record({("tests", "", "bad"): 0}, more=[decision, said(FactKind.SECONDED, BACKUP, "2026-11-04")])


@pytest.mark.parametrize(("until", "ends"), [("2026-11-24", "ends today"), ("2026-11-22", "ended on 22 November")])
def test_the_end_of_shipped_anyway(until: str, ends: str) -> None:
    of = pilot(of=shipped(until))
    key = next(str(one.id) for one in of.record.facts if one.kind is FactKind.SHIPPED_ANYWAY)
    assert words(asked(of, "shipped_end", BUILDER, key=key)) == (
        "AP Invoice Coder runs without being ready: what now?\n"
        f"*AP Invoice Coder* runs without being ready, and the time decided for that {ends}. What now?\n"
        "[Decide again] [See the checks] [It is retired]"
    )
    assert "it was decided anew" in words(asked(of, "shipped_end", BUILDER, key="1"))


def test_it_became_ready_before_that_end() -> None:
    assert "it is ready now, so nothing is needed" in words(asked(pilot(), "shipped_end", BUILDER, key="1"))


def test_a_nudge_names_the_nearest_check() -> None:
    of = pilot(of=record({("tests", "", "bad"): 0}), floor=True)
    assert words(asked(of, "nudge", BUILDER)) == (
        "AP Invoice Coder waits for its next step\n"
        "It has been quiet in the thread of *AP Invoice Coder*. The nearest one is Tests: one thing to settle.\n"
        "[Open Tests] [See the checks] [Read the thread]"
    )


def test_a_nudge_names_the_question_that_is_open() -> None:
    assert (
        "It has been quiet in the thread of *AP Invoice Coder*. Question 3 is open: how does it fail? “Not yet” is an "
        "answer too.\n[Answer in a form] [Not yet] [Read the thread]"
    ) in words(asked(pilot(of=started(), question="failure"), "nudge", BUILDER))


def test_a_nudge_that_is_not_needed_any_more() -> None:
    assert words(asked(pilot(), "nudge", BUILDER)) == "*AP Invoice Coder*: nothing is needed from you here any more."


def test_what_runs_out_stands_in_the_list_where_nothing_changed() -> None:
    text = words(asked(pilot(of=record({**DATES, ("dependencies", "d3", "rotated_on"): "managed"}))), now=at(24))
    assert "\nContract for “Bookings table” ends on 20 February.\n[Change]" in text
