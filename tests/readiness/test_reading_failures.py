"""Failures that nobody labelled: who sees them, how they come to light, what is done, by whom; and replies to
follow-ups about a row."""

from __future__ import annotations

import pytest

from bot.readiness.reading import Entry, Read
from tests.readiness.reading_help import NGOZI, PRIYA, TOM, entry, reading, rows, slots


def row(text: str) -> dict[str, object]:
    (_, found), *_ = rows("failure", text)
    return dict(found)


@pytest.mark.parametrize(
    ("text", "loudness"),
    [
        ("It crashes and everybody sees a red banner", "loud"),
        ("the service is down, users get an error", "loud"),
        ("it silently picks the wrong cost centre", "quiet"),
        ("it returns rubbish that looks fine", "quiet"),
        ("it drops a row and nobody notices", "invisible"),
        ("stale prices go unnoticed", "invisible"),
        ("wrong totals, nobody notices, Tom compares them every month", "quiet"),
        ("it crashes, everybody sees it, nobody notices, an alert pages Tom", None),
        ("it doesn't crash silently, an alert pages Tom when it is down", None),
        ("the job crashes, alert to Tom", None),
    ],
)
def test_loudness_is_a_proposal_or_left_open(text: str, loudness: str | None) -> None:
    read = reading("failure", text).rows[0].slots.get("loudness")
    assert read == (Read(loudness, ("1.0",), True) if loudness else None)


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("wrong VAT, an alert pages Tom", "alert_reaches_person"),
        ("wrong VAT, nobody would notice unless Ngozi's weekly sample finds it", "person_checks_on_schedule"),
        ("wrong VAT, Ngozi checks 10 a day", "person_checks_on_schedule"),
        ("wrong VAT, it is blocked by the amount check, nobody notices", "check_blocks_it"),
        ("wrong VAT, nobody notices, customers complain", "somebody_complains"),
        ("wrong VAT, nobody would notice", "nothing_shows_it"),
        ("wrong VAT, nobody notices until month-end", None),
        ("wrong VAT goes unnoticed, we have no alert", None),
        ("wrong VAT goes unnoticed on the empty page", None),
    ],
)
def test_signals_without_a_label(text: str, signal: str | None) -> None:
    assert row(text).get("signal") == signal


@pytest.mark.parametrize(
    ("text", "action", "who"),
    [
        ("It crashes, alert, Tom restarts it", "Tom restarts it", TOM.id),
        ("It crashes, alert, then I restart it", "I restart it", PRIYA.id),
        ("Tom gets an alert when it crashes and restarts it", "restarts it", TOM.id),
        ("stale data, alert to Ngozi, she reloads it and tells Tom", "she reloads it and tells Tom", NGOZI.id),
        ("stale data. An alert reaches Ngozi. First she stops the run.", "she stops the run", NGOZI.id),
        ("stale data, alert in the channel, the controller corrects it", "the controller corrects it", None),
        ("stale data, alert in the channel, customers call the desk", None, None),
        ("stale data, alert to Ngozi and Tom", None, None),
        ("stale data, Ngozi samples 20 a day and would see it", None, NGOZI.id),
        ("stale data, alert to Ngozi, which is fine", None, NGOZI.id),
        ("stale data, alert to Ngozi, nobody knows what then", None, NGOZI.id),
    ],
)
def test_the_first_action_is_a_deed_and_who_does_it(text: str, action: str | None, who: str | None) -> None:
    found = row(text)
    assert found.get("first_action") == action
    assert found.get("who") == ({"user": who} if who else None)


@pytest.mark.parametrize(
    "text",
    [
        "if something goes wrong Tom gets an alert",
        "if it is wrong, the customer tells us",
        "It never fails, alerts are in place",
        "We tested 200 and 3 were wrong. Tom fixed them.",
        "Last week it dropped 3 rows from the export",
        "Usually loud. Rarely invisible.",
        "Is it wrong and nobody notices?",
        "Tom samples 20 every week",
        "the runbook is https://wiki.example.com/rb: wrong VAT, alert",
    ],
)
def test_no_row_where_no_failure_is_named(text: str) -> None:
    assert rows("failure", text) == []


HIDDEN = "Quiet: wrong VAT code. Loud: it is down, users see an error."


@pytest.mark.parametrize(
    ("asked", "text", "expected"),
    [
        ("signal", "Ngozi samples 20 every Friday", {"signal": "person_checks_on_schedule", "who": {"user": NGOZI.id}}),
        ("signal", "nobody notices it", {"signal": "nothing_shows_it"}),
        ("who", "Tom", {"who": {"user": TOM.id}}),
        ("first_action", "we stop the run", {"first_action": "we stop the run"}),
        ("first_action", "not sure yet", {}),
        ("first_action", "what do you mean?", {}),
    ],
)
def test_a_reply_about_a_row_is_added_to_it(asked: str, text: str, expected: dict[str, object]) -> None:
    (_, quiet), (_, loud) = rows("failure", entry(HIDDEN), entry(text, "2.0", asked=asked))
    assert quiet == {"loudness": "quiet", "what": "wrong VAT code", **expected}
    assert loud == {"loudness": "loud", "what": "it is down"}


def test_a_reply_with_a_failure_of_its_own_begins_a_row() -> None:
    found = rows("failure", entry(HIDDEN), entry("Quiet: old prices, nobody notices", "2.0", asked="signal"))
    assert [values["what"] for _, values in found] == ["wrong VAT code", "it is down", "old prices"]


def added(asked: str, text: str, kind: str) -> dict[str, object]:
    told: list[Entry] = [entry("model gpt-4o\ndata: SAP export, ours\nkey: svc-ap"), entry(text, "2.0", asked=asked)]
    return dict(dict(rows("dependencies", *told))[kind])


def test_a_reply_about_a_dependency_is_added_to_its_row() -> None:
    assert added("rotated_on", "3 Nov", "credential") == {"name": "svc-ap", "rotated_on": "2026-11-03"}
    assert added("by_hand", "no, it comes by cron", "data")["by_hand"] == "no"
    model = added("pinned", "gpt-4o-2024-08-06, pinned", "model")
    assert (model["name"], model["version"], model["pinned"]) == ("model gpt-4o", "gpt-4o-2024-08-06", "yes")


def test_a_reply_that_could_be_about_two_rows_is_added_to_none() -> None:
    assert all("stability" not in values for _, values in _two_gaps())


def _two_gaps() -> list[tuple[str, dict[str, object]]]:
    told = (entry("model gpt-4o\nkey: svc-ap"), entry("ours", "2.0", asked="stability"))
    return [(kind, dict(values)) for kind, values in rows("dependencies", *told)]


def test_a_list_of_labels_names_its_slots() -> None:
    assert slots("review", "- who: <@U0TOM0001>\n- how many: 20\n- how often: weekly\n- last: 17 Nov") == {
        "reviewer": TOM.id, "share": 20, "every": "week", "last_on": "2026-11-17",
    }  # fmt: skip
    assert slots("replacement", "What: nothing\nWhen: never\nWho: nobody") == {}
    assert slots("review", entry("don't know", asked="share"), entry("20", "2.0", asked="share")) == {"share": 20}
