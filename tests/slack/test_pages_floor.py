"""The floor and the rare verdicts: seven rows, what is missing, who can change it, the nearest one."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.slack.pages.floor import floor
from bot.slack.pages.verdict import verdict
from tests.readiness.pilots import BACKUP, GONE, OWNER, REVIEWER, SOUND, accepted, record
from tests.readiness.pilots import SAVED as SAVED_ON
from tests.slack.factories import fact, reply, started, view
from tests.slack.limits import check_message

OPEN, LOOK = "\n[Open]\n", "\n[Look]\n"
FAILURE = "\n[Open Failures]\n[Open Replacement]\n"
PLAYBOOK = "\n[Open Incident playbook]\n[Open Review of the output]\n"
NO_BACKUP = [accepted("owner", OWNER), accepted("reviewer", REVIEWER)]
SMALL = "The name at the end of a line is the person who can change it · 24 November 2026, 14:05"
SAVED = "*Ngozi Okonkwo*, since 2 November"


def test_not_ready() -> None:
    changes = {("access", "d1", "logged"): "no", ("tests", "", "bad"): 0}
    message = floor(view(record(changes, clicks=NO_BACKUP)))
    assert message.text == (
        "*AP Invoice Coder is not ready yet.* Four of the seven checks are met; these three are not.\n"
        "*Owner* · not yet\n"
        f"The yes or no of the person stepping in is still out, asked on 2 November. *Tom Beard*{OPEN}"
        f"*Dependencies* · met{LOOK}*Failure and response* · met{FAILURE}*Incident playbook* · met{PLAYBOOK}"
        f"*Access* · not yet\nThe step to “Bookings table” has no log. {SAVED}{OPEN}"
        f"*Tests* · not yet\nThere are no bad inputs among the test cases. {SAVED}{OPEN}"
        f"*Swappable parts* · met{LOOK}"
        f"The nearest one is Owner: a single press by Tom.\n[Remind Tom]\n{SMALL}"
    )
    assert check_message(message) == []
    assert not message.broadcast


def test_nothing_answered() -> None:
    text = floor(view()).text
    assert text.startswith(
        "*AP Invoice Coder is not ready yet.* None of the seven checks is met so far.\n*Owner* · not answered\n"
    )
    assert "How it fails is not answered.\nWhat replaces it is not answered. Since 2 November\n" in text
    assert text.endswith(
        "The nearest one is Owner: one form to fill in.\nPriya Raman can change all of it · 24 November 2026, 14:05"
    )


def test_what_began_today_has_no_date() -> None:
    text = floor(view(today=SAVED_ON)).text
    assert f"What replaces it is not answered.{FAILURE}" in text
    assert "ince 2 November" not in text


def test_lines_that_end_alike_say_so_once() -> None:
    changes = {("tests", "", "bad"): 0, ("tests", "", "good"): 0}
    text = floor(view(record(changes, clicks=NO_BACKUP))).text
    no_inputs = "There are no {} inputs among the test cases."
    assert f"{no_inputs.format('good')}\n{no_inputs.format('bad')} {SAVED}" in text


def test_not_yet_stands_beside_each_form_that_nobody_has_answered() -> None:
    noted = [fact(FactKind.NOT_YET, OWNER, group=group) for group in ("review", "access")]
    message = floor(view(started(noted)))
    pairs = [block["elements"] for block in message.blocks if block["type"] == "actions"]
    assert [[(one["action_id"], one["value"]) for one in pair] for pair in pairs if len(pair) > 1] == [
        [("open_form", f"7:{group}"), ("not_yet", f"7:{group}")] for group in ("playbook", "tests", "agnostic")
    ]
    assert check_message(message) == []


def test_what_was_read_waits_to_be_saved() -> None:
    text = floor(view(entries=[reply("ownership", f"Owner: <@{OWNER}>")])).text
    assert "\nRead but not saved: owner.\n[Save all as read]\n" in text


def test_a_check_that_ran_out() -> None:
    old = record({("dependencies", "d3", "rotated_on"): "2026-08-16"})
    text = floor(view(old)).text
    assert (
        "*Dependencies* · ran out\n“rota-svc” was due to be changed on 24 November, and no change is on record." in text
    )


def test_ready() -> None:
    message = floor(view(record()))
    assert message.text.startswith("*AP Invoice Coder is ready to ship.* All seven checks are met.\n*Owner* · met\n")
    assert message.text.endswith(
        "\nThe first to run out: the last access review, on 10 February.\n"
        "[It is live now] [Get the record]\n24 November 2026, 14:05"
    )


def test_sixty_things_missing_are_counted_and_fit() -> None:
    many = {("dependencies", f"d{row}", "kind"): "model" for row in range(10, 25)}
    seen = view(record(many))
    message = floor(seen)
    assert len(seen.verdict.gate("dependencies").findings) == 75
    assert "\n… and 73 more things here\n" in message.text
    assert check_message(message) == []
    assert len(message.text) <= 3900


def test_every_button_opens_a_form_of_the_check() -> None:
    blocks = floor(view()).blocks
    shown = [one for block in blocks for one in (block.get("accessory"), *block.get("elements", [])) if one]
    buttons = [one for one in shown if one.get("action_id") == "open_form"]
    assert [one["value"] for one in buttons] == [
        "7:ownership", "7:dependencies", "7:failure", "7:replacement", "7:playbook", "7:review", "7:access", "7:tests",
        "7:agnostic",
    ]  # fmt: skip
    assert all("AP Invoice Coder" in one["accessibility_label"] for one in buttons)


def test_ready_is_shown_in_the_channel_too() -> None:
    message = verdict(view(record()), "ready")
    assert message.broadcast
    assert message.text == (
        "*AP Invoice Coder is ready to ship.* All seven checks are met today, with Ngozi Okonkwo as owner and Tom "
        "Beard "
        "stepping in. It stays that way while they hold; the first to run out: the last access review, on 10 "
        "February.\n"
        "[It is live now] [Get the record]"
    )


def test_a_live_pilot_that_is_ready_again_need_not_be_marked_live() -> None:
    assert verdict(view(record(more=[fact(FactKind.LIVE, OWNER)])), "ready").text.endswith("\n[Get the record]")


def test_no_longer_ready_is_shown_in_the_channel_too() -> None:
    message = verdict(view(record({("dependencies", "d3", "rotated_on"): "2026-08-16"})), "lost")
    assert message.broadcast
    assert message.text == (
        "*AP Invoice Coder is no longer ready.* “rota-svc” was due to be changed on 24 November, and no change is on "
        "record. "
        "*Ngozi Okonkwo* can change that.\n[Open Dependencies] [See the checks]"
    )


def test_a_check_that_turned_stays_in_the_thread() -> None:
    changes = {("access", "d1", "logged"): "no", ("tests", "", "bad"): 0}
    message = verdict(view(record(changes)), "turned", ["access", "tests"])
    assert not message.broadcast
    assert message.text == (
        "*Access and Tests are no longer met for AP Invoice Coder.*\n"
        "The step to “Bookings table” has no log. *Ngozi Okonkwo* can change that.\n"
        "There are no bad inputs among the test cases. *Ngozi Okonkwo* can change that.\n[Open Access] [See the "
        "checks]"
    )


def test_many_checks_at_once_are_counted() -> None:
    gone = dict.fromkeys(SOUND, GONE)
    message = verdict(view(record(gone)), "lost")
    assert "\nFour more checks turned with them.\n" in message.text
    assert check_message(message) == []


def test_a_press_is_nearer_than_two() -> None:
    text = floor(view(record(clicks=[accepted("owner", OWNER)]))).text
    assert "The nearest one is Owner: a single press by Tom." in text
    assert "The nearest one is Incident playbook: a single press by Emeka." in floor(view(record(clicks=[]))).text
    assert BACKUP not in text
