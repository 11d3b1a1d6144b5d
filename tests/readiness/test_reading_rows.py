"""Rows in words: dependencies and failures, and what replaces it."""

from __future__ import annotations

import pytest

from tests.readiness.reading_help import NGOZI, TOM, rows, slots


def test_a_list_in_running_text_gives_a_row_for_each() -> None:
    text = (
        "The table is ours, job runs nightly. m-small-2026-05, contract until 31 March 2028, pinned, retires 3 May "
        "2027. "
        "Account rota-svc, key changed 3 September, ours."
    )
    data, model, credential = rows("dependencies", text)
    assert data == ("data", {"name": "The table", "stability": "internal", "by_hand": "no"})
    assert model[1] == {
        "name": "m-small-2026-05",
        "stability": "contract",
        "until": "2028-03-31",
        "version": "m-small-2026-05",
        "pinned": "yes",
        "retires_on": "2027-05-03",
    }
    assert credential[1] == {"name": "Account rota-svc", "stability": "internal", "rotated_on": "2026-09-03"}


def test_labelled_lines() -> None:
    text = (
        "model: gpt-5-2025-08-07, not pinned\ndata: free tier feed, uploaded by hand\nkey: managed identity\n• "
        "person: Tom Beard"
    )
    found = dict(rows("dependencies", text))
    assert found["model"]["pinned"] == "no"
    assert found["data"] == {"name": "free tier feed", "stability": "none", "by_hand": "yes"}
    assert found["credential"]["rotated_on"] == "managed"
    assert found["person"] == {"name": "Tom Beard"}


def test_a_bare_year_and_a_moving_version() -> None:
    (_, api), (_, model) = rows("dependencies", "- Zendesk API (contract to 2027)\n- model is the latest one")
    assert api == {"name": "Zendesk API", "stability": "contract"}
    assert (model["version"], model["pinned"]) == ("latest", "no")


def test_what_is_said_later_of_the_only_key_is_added_to_its_row() -> None:
    found = rows("dependencies", "- model gpt-5-2025-08-07\n- svc-ap key, ours", "the key was rotated yesterday")
    assert [kind for kind, _ in found] == ["model", "credential"]
    assert found[1][1] == {"name": "svc-ap key", "stability": "internal", "rotated_on": "2026-11-23"}


def test_what_is_not_there_gives_no_row() -> None:
    assert rows("dependencies", "no personal accounts, no key, nobody's export") == []
    assert rows("dependencies", "Is the model pinned? Which key?") == []
    assert rows("dependencies", "it depends on people") == []


def test_failures_by_loudness() -> None:
    text = (
        "Seen by all: planner is down, alarm after 5 minutes, Tom restarts. Easy to miss: a double shift, the nightly "
        "check "
        "mails Ngozi, she corrects it. Hidden: night staff get too few hours; nothing would show it. Plan: wiki rb-12"
    )
    loud, quiet, hidden = (row for _, row in rows("failure", text))
    assert loud == {
        "loudness": "loud",
        "what": "planner is down",
        "signal": "alert_reaches_person",
        "first_action": "Tom restarts",
        "who": {"user": TOM.id},
    }
    assert (quiet["signal"], quiet["who"]) == ("alert_reaches_person", {"user": NGOZI.id})
    assert hidden == {"loudness": "invisible", "what": "night staff get too few hours", "signal": "nothing_shows_it"}
    assert slots("failure", text) == {"plan": "wiki rb-12"}


def test_other_signals() -> None:
    def signal(text: str) -> object:
        return rows("failure", text)[0][1].get("signal")

    assert signal("quiet: wrong amount -> amount check blocks") == "check_blocks_it"
    assert signal("quiet: wrong amount, Tom reads 20 each Friday") == "person_checks_on_schedule"
    assert signal("quiet: wrong amount, users complain") == "somebody_complains"
    assert signal("quiet: wrong amount, no alert") is None
    assert signal("quiet: the page is blank") is None


def test_a_message_that_is_a_link_is_the_plan() -> None:
    assert slots("failure", "<https://wiki.example.com/rb|the runbook>") == {"plan": "https://wiki.example.com/rb"}
    assert slots("failure", "we saw it at https://status.example.com yesterday") == {}


def test_replacement() -> None:
    text = (
        "Team leads plan by hand in the old sheet. We switch after half a day; Ngozi decides. Last done 4 to 6 August."
    )
    assert slots("replacement", text) == {
        "path": "Team leads plan by hand in the old sheet",
        "who": {"rota": "Team leads"},
        "trigger": "after half a day; Ngozi decides",
        "tried_on": "2026-08-06",
    }


def test_nothing_needed_is_never_read() -> None:
    assert "nothing_needed" not in slots("replacement", "Nothing needed, we'd wait, Tom Beard agrees. yes")


@pytest.mark.parametrize(
    ("words", "by_hand"),
    [
        ("Data: SAP export, ours, not moved by hand", "no"),
        ("Data: bookings, nobody moves it by hand", "no"),
        ("Data: the Friday file, exported by hand", "yes"),
    ],
)
def test_what_is_denied_is_not_done_by_hand(words: str, by_hand: str) -> None:
    assert rows("dependencies", words)[0][1]["by_hand"] == by_hand
