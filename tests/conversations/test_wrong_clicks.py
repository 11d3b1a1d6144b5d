"""Old buttons, forged values, strangers on every button, a retired pilot: a sentence each time, and nothing changes."""

from __future__ import annotations

import pytest

from bot.slack.listeners.action_table import BUTTONS, HELP, WHEN_RETIRED
from tests.conversations.forging import answered, command, event, hand_in, press, press_in_form, submission
from tests.conversations.told import GUEST, NGOZI, OUTSIDER, PRIYA, TOM, Told

FORGED = [
    "99999", "1:nonsense", "0", "-1", "²", "١", "9" * 11, "9" * 40, "", ":", "::::", "1:ownership:1:2:3",
    "1 or 1=1", "1; drop table pilot--", "' or ''='", "<!channel>", "1:\u0000", "1:review\u202e", "True", "1e3", "NaN",
]  # fmt: skip


def everything(told: Told) -> list[object]:
    """What a click could have changed, as it is now."""
    tables = ("pilot", "fact", "question", "entry", "draft")
    return [told.rows(f"select * from '{table}' order by id") for table in tables]


@pytest.mark.parametrize("value", ["1:nonsense", "1:²", "1:\u0000", "99999:ownership", "1:99999999999999999999"])
def test_a_forged_value_changes_nothing_whatever_the_button(told: Told, value: str) -> None:
    if not told.rows("select id from pilot"):
        told.start()
    before = told.rows("select * from fact"), told.rows("select question, state, floor from pilot")
    for action in BUTTONS:
        assert hand_in(told.on, press(TOM, action, value)).status == 200, action
    assert (told.rows("select * from fact"), told.rows("select question, state, floor from pilot")) == before


@pytest.mark.parametrize("value", FORGED)
def test_who_forges_is_told_that_the_button_is_old(told: Told, value: str) -> None:
    hand_in(told.on, press(PRIYA, "accept", value))
    told.heard("Things have moved on since this message, so nothing has changed.")


def test_strangers_change_nothing_with_any_button(alone: Told) -> None:
    alone.start()
    alone.on.driver.post("people/create", name="nora", real_name="Nora New", id="U0NORA001")
    alone.on.driver.idle()
    before = alone.rows("select * from fact")
    for user, team in ((GUEST, "T0SANDBOX"), (OUTSIDER, "T0PARTNER"), ("U0NORA001", "T0SANDBOX"), ("U0NOBODY1", "T0X")):
        for action in BUTTONS:
            assert hand_in(alone.on, press(user, action, "1:ownership", team=team)).status == 200
    assert alone.rows("select * from fact") == before
    assert alone.rows("select count(*) from draft") == [(0,)], "no form opened for them"
    alone.hear("Only full members of Northfield Finance can do this, so nothing has changed.", alone.on.person(GUEST))


def test_a_button_of_another_workspace_finds_no_pilot(alone: Told) -> None:
    alone.start()
    with alone.on.bot.store.write() as session:  # type: ignore[union-attr]
        session.connection().exec_driver_sql("update pilot set team = 'T0OTHER'")
    hand_in(alone.on, press(PRIYA, "park", "1:ownership"))
    alone.hear("Things have moved on since this message")
    assert alone.command("status 1").startswith("I know no pilot called")


def test_a_double_click_parks_once(alone: Told) -> None:
    card = alone.start()
    question = alone.on.in_thread(card, "1 of 5")
    click = press(PRIYA, "park", "1:ownership")
    hand_in(alone.on, click)
    hand_in(alone.on, click)  # Slack's own repetition: the same trigger
    alone.priya.press(question, "park", "1:ownership")
    alone.hear("The thread has gone on from this question, so nothing has changed.")
    alone.on.in_thread(card, "2 of 5")
    assert alone.rows("select conversation, state from question order by id")[:2] == [
        ("ownership", "parked"),
        ("dependencies", "open"),
    ]


def test_every_button_of_a_retired_pilot_says_that_it_is_retired(alone: Told) -> None:
    card = alone.start()
    alone.command("retire")
    alone.card(text="*Retired on")
    before = alone.rows("select * from fact")
    for action in sorted(set(BUTTONS) - WHEN_RETIRED - {"reading_more"}):
        hand_in(alone.on, press(PRIYA, action, "1:ownership"))
        alone.heard("Invoice Coder is retired, so nothing has changed.")
    assert alone.rows("select * from fact") == before
    said = alone.priya.say("pilots", "Ngozi Okonkwo owns it.", thread_ts=card["ts"])
    alone.wait(lambda: alone.rows("select state from entry where ts = ?", said["ts"]) == [("talk",)])
    assert alone.command("owner Invoice @ngozi").startswith("Invoice Coder is retired")
    assert alone.command("reopen Invoice") == "It is open again, where it stopped."
    alone.priya.press(alone.card(text="*Next:* question 1"), "answer")
    alone.form(callback_id="form:ownership")


def test_save_and_go_on_saves_only_what_was_shown(alone: Told) -> None:
    card = alone.start()
    first = alone.priya.say("pilots", "Ngozi Okonkwo owns it, Tom Beard steps in.", thread_ts=card["ts"])
    alone.settled(first, card)
    reading = alone.on.in_thread(card, "as I read it")
    more = alone.priya.say("pilots", "Nights and weekends: the duty phone.", thread_ts=card["ts"])
    alone.wait(lambda: alone.rows("select id from entry where ts = ?", more["ts"]))
    alone.priya.press(reading, "save_reading")
    alone.hear("More was written since you read this, so nothing is saved yet.")
    assert alone.rows("select count(*) from fact where \"group\" = 'ownership'") == [(0,)]


def test_unknown_buttons_forms_commands_and_shortcuts_are_answered(alone: Told) -> None:
    alone.start()
    before = everything(alone)
    hand_in(alone.on, press(PRIYA, "frobnicate", "1"))
    alone.hear("Things have moved on")
    for callback in ("", "form:nothing", "form:", "row:ownership", "expired", "said", "x" * 255, "form:ownership:2"):
        answer = answered(hand_in(alone.on, submission(PRIYA, {"type": "modal", "callback_id": callback}, {})))
        assert answer["response_action"] == "update"
        assert "Please open it again." in str(answer["view"])
    said = answered(hand_in(alone.on, command(PRIYA, "frobnicate", team_id="T0OTHER")))
    assert said["text"] == "Only full members of Northfield Finance can do this, so nothing has changed."
    shortcut = {"type": "message_action", "callback_id": "record_answer", "user": {"id": PRIYA}, "trigger_id": "1.x"}
    assert hand_in(alone.on, shortcut).status == 200
    assert hand_in(alone.on, event({"type": "message", "channel": "C0PILOTS1"})).status == 200
    assert everything(alone) == before


def test_a_form_belongs_to_who_opened_it_whatever_its_metadata_claims(alone: Told) -> None:
    card = alone.start()
    alone.open(card, "answer")
    alone.start("Second")
    mine = alone.priya.modal()
    assert mine is not None
    before = alone.rows("select * from fact")
    for forged in (
        submission(TOM, mine),
        submission(PRIYA, {**mine, "callback_id": "form:review"}),
        submission(PRIYA, {**mine, "callback_id": "save_all"}),
        submission(PRIYA, {**mine, "private_metadata": '{"draft": "../../etc", "revision": -1}'}),
        submission(PRIYA, {**mine, "private_metadata": "[" * 2000}),
        submission(PRIYA, {**mine, "private_metadata": '{"draft": {"a": 1}, "pilot": 2}'}),
    ):
        assert "Please open it again." in str(answered(hand_in(alone.on, forged)))
    for action in ("add_row", "edit_row", "remove_row", "take_rows", "page", "more_fields", "not_yet"):
        hand_in(alone.on, press_in_form(NGOZI, mine, action, "d1"))
        hand_in(alone.on, press_in_form(PRIYA, {**mine, "private_metadata": "{}"}, action, "d1"))
        hand_in(alone.on, press_in_form(PRIYA, {**mine, "callback_id": "form:failure"}, action, "f1"))
    assert alone.rows("select * from fact") == before


def test_help_buttons_answer_everybody(alone: Told) -> None:
    alone.priya.command("/shipready help", "pilots")
    for action in HELP:
        assert hand_in(alone.on, press(TOM, action)).status == 200
    alone.hear("*All commands*", alone.tom)
