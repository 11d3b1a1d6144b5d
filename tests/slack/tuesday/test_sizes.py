"""Whatever is in a letter, Slack takes it: names in any script, sixty pilots, several kinds, every state."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.readiness.facts import FactKind
from bot.slack.pages.forms.frame import DraftRef
from bot.slack.pages.tuesday.letter import letter as page
from bot.slack.pages.tuesday.one_by_one import one_by_one
from bot.work.checkins.letter_view import Asked
from bot.work.view import View
from tests.readiness.pilots import OWNER, record, said
from tests.slack.limits import check_message, check_view
from tests.slack.tuesday.letters import asked, at, confirmed, fact, letter, pilot, reminder, stepped

NEWS = record(more=[said(FactKind.INCIDENT, OWNER, "2026-11-20", what="<&>" * 300)])
HARD = ["&" * 80, "<!channel>", "*bold* _it_", "請求書コーダー" * 9, "مُصنِّف الفواتير", "Žluťoučký", "👩🏽‍🚀" * 40, "`x`"]
NAMES = st.text(min_size=1, max_size=200) | st.sampled_from(HARD)
KINDS = ("own", "newer", "mine", "lapsed", "not_asked", "backup", "lead", "away", "fact", "launch", "nudge")


def one(of: View, kind: str) -> Asked:
    """One thing that is asked about the pilot, in one of the states."""
    if kind in ("backup", "lead"):
        return stepped(of, kind)
    if kind == "mine":
        return confirmed(of)
    if kind == "fact":
        return fact(of, "tried_too_long_ago")
    if kind in ("launch", "nudge"):
        return asked(of, kind, key="2026-12-14")
    if kind in ("lapsed", "not_asked"):
        return asked(of, state="closed", checkin_state=kind, checkin_ended_at=at(24))
    step = "away" if kind == "away" else "owner"
    return asked(of, newer=kind == "newer", checkin_step=step)


def things(names: list[str], kinds: list[str]) -> list[Asked]:
    """So many pilots by these names in turn, each asked about in a way of its own; one fact at most."""
    found = [
        one(pilot(number, names[number % len(names)], NEWS, names={OWNER: names[0]}), kinds[number % len(kinds)])
        for number in range(1, len(names) * 6)
    ]
    facts = [thing for thing in found if thing.ask.kind == "fact"]
    return [thing for thing in found if thing.ask.kind != "fact"] + facts[:1]


SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
MANY = settings(max_examples=25, deadline=None, suppress_health_check=SLOW)


@MANY
@given(st.lists(NAMES, min_size=1, max_size=11), st.lists(st.sampled_from(KINDS), min_size=1, max_size=6))
def test_slack_takes_every_letter(names: list[str], kinds: list[str]) -> None:
    asks = things(names, kinds)
    made = page(letter(asks))
    assert made is not None
    assert check_message(made) == []
    assert len(made.text) <= 3900
    assert check_view(one_by_one(letter(asks), DraftRef("t"))) == []


@MANY
@given(st.lists(NAMES, min_size=1, max_size=8), st.sampled_from([26, 27, 28]))
def test_slack_takes_every_reminder(names: list[str], day: int) -> None:
    made = page(reminder([asked(pilot(number, name)) for number, name in enumerate(names, 1)], day))
    assert made is not None
    assert check_message(made) == []


@MANY
@given(NAMES)
def test_no_name_is_read_as_markup(name: str) -> None:
    made = page(letter([asked(pilot(1, name)), stepped(pilot(2, name), "backup")]))
    assert made is not None
    assert "<!" not in made.text
    assert "<@" not in made.text


def test_the_worst_names_sixty_times() -> None:
    made = page(letter([asked(pilot(number, "&" * 80, NEWS)) for number in range(1, 61)]))
    assert made is not None
    assert check_message(made) == []
    assert "[All 60 are still mine]" in [f"[{one['text']['text']}]" for one in made.blocks[-1]["elements"]]


def test_every_button_says_what_it_is_about() -> None:
    made = page(letter([one(pilot(number, "Supplier Chat"), kind) for number, kind in enumerate(KINDS, 1)]))
    assert made is not None
    pressed = [one for block in made.blocks for one in [*block.get("elements", []), block.get("accessory")] if one]
    labels = [one["accessibility_label"] for one in pressed if one["type"] == "button"]
    assert [label for label in labels if "Supplier Chat" not in label and "this message" not in label] == []
    assert len(labels) > 10
