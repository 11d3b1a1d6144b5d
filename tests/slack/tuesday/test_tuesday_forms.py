"""The small forms of Tuesdays: only what belongs to the choice, errors at the fields, nothing typed lost."""

from __future__ import annotations

import pytest

from bot.slack.pages.forms import DraftRef, away_form, change_form, hand_over_form, new_date_form
from bot.slack.pages.forms.tuesday_forms import FIELDS
from bot.slack.pages.words.tuesday import CHANGE
from tests.readiness.pilots import OTHER, OWNER
from tests.slack.factories import view
from tests.slack.limits import check_view

REF = DraftRef("t", 3)
VIEW = view()


def fields(form: dict[str, object]) -> list[str]:
    """The fields of a form that Slack would take."""
    assert check_view(form) == []
    blocks = form["blocks"]
    assert isinstance(blocks, list)
    return [block["block_id"] for block in blocks if block["type"] == "input"]


@pytest.mark.parametrize(
    ("choice", "shown", "send"),
    [
        ("", ["change"], "Go on"),
        ("hand_over", ["change", "user"], "Ask them"),
        ("changed", ["change", "what", "words"], "Record it"),
        ("not_mine", ["change", "words"], "Give it back"),
        ("forged", ["change"], "Go on"),
    ],
)
def test_change_shows_what_belongs_to_the_choice(choice: str, shown: list[str], send: str) -> None:
    form = change_form(VIEW, REF, choice)
    assert fields(form) == shown
    assert form["submit"]["text"] == send


def test_every_choice_has_fields() -> None:
    assert set(FIELDS) == set(CHANGE)


def test_change_opens_with_what_was_typed() -> None:
    form = change_form(VIEW, REF, "changed", {"what": "data", "words": "A new list", "user": OTHER})
    by_id = {block["block_id"]: block["element"] for block in form["blocks"] if block["type"] == "input"}
    assert by_id["change"]["initial_option"]["value"] == "changed"
    assert by_id["what"]["initial_option"]["value"] == "data"
    assert by_id["words"]["initial_value"] == "A new list"
    again = change_form(VIEW, REF, "hand_over", {"words": "A new list", "user": OTHER})
    assert again["blocks"][-1]["element"]["initial_user"] == OTHER


def test_the_choice_is_heard_at_once() -> None:
    form = change_form(VIEW, REF)
    assert [block["dispatch_action"] for block in form["blocks"] if block["type"] == "input"] == [True]


def test_away_says_who_keeps_it_and_until_when_at_most() -> None:
    form = away_form(VIEW, REF, OWNER)
    assert fields(form) == ["until"]
    assert "stays with Ngozi Okonkwo" in form["blocks"][0]["elements"][0]["text"]
    assert "Not later than 8 December" in form["blocks"][1]["hint"]["text"]


def test_a_name_in_the_away_form_is_escaped() -> None:
    form = away_form(view(names={OWNER: "<!channel> & Söhne"}), REF, OWNER)
    assert "&lt;!channel&gt; &amp; Söhne" in form["blocks"][0]["elements"][0]["text"]


def test_hand_over_and_new_date() -> None:
    assert fields(hand_over_form(VIEW, REF)) == ["user"]
    form = new_date_form(VIEW, REF)
    assert fields(form) == ["launch_on"]
    assert form["blocks"][1]["element"]["initial_date"] == "2026-12-14"
