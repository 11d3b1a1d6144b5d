"""``/shipready start``, its mention and its form: what is opened, what is refused, and names as people type them."""

from __future__ import annotations

import pytest

from tests.conversations.told import ADMIN, GUEST, NGOZI, Told, button


def test_a_name_opens_a_thread_and_only_the_starter_is_told(told: Told) -> None:
    before = len(told.ngozi.ephemerals("pilots"))
    assert told.command("start Ledger Matcher") == (
        "The thread is open. I put you down as the builder; *Change details* mends that."
    )
    card = told.card("Ledger Matcher")
    told.on.in_thread(card, "1 of 5")
    assert "Started by Priya Raman, who also built it" in card["text"]
    assert len(told.ngozi.ephemerals("pilots")) == before


def test_without_a_name_a_form_asks(told: Told) -> None:
    assert told.command("start") == ""
    form = told.form(callback_id="start")
    assert told.priya.submit()["error"] == "validation", "a pilot needs a name"
    typed = {"name": "Refund Helper", "purpose": "Drafts refunds.", "builder": NGOZI, "launch_on": "2027-01-14"}
    assert told.priya.submit({**typed})["ok"]
    card = told.card("Refund Helper")
    assert form["title"]["text"]
    assert "Drafts refunds." in card["text"]
    assert "built by Ngozi Okonkwo" in card["text"]
    assert "14 January" in card["text"]


def test_a_name_in_use_here_links_to_its_thread_and_creates_nothing(told: Told) -> None:
    told.start("Cost Allocator")
    pilots, cards = told.rows("select count(*) from pilot"), len(told.said())
    answer = told.command("start  cost   ALLOCATOR")
    assert answer.startswith("Cost Allocator has a thread here already, so I opened nothing new.")
    card = told.card("Cost Allocator")
    link = button(told.priya.ephemerals("pilots")[-1], "open_card")
    assert link is not None
    assert link["url"].endswith(f"/archives/{card['channel']}/p{card['ts'].replace('.', '')}")
    assert (told.rows("select count(*) from pilot"), len(told.said())) == (pilots, cards)


def test_a_name_in_use_is_said_at_the_field_of_the_form(told: Told) -> None:
    told.start("Tax Reader")
    told.command("start")
    told.form(callback_id="start")
    refused = told.priya.submit({"name": "tax reader", "purpose": "Reads taxes."})
    assert refused["errors"] == {"name": "Tax Reader has a thread in this channel already. Choose another name."}
    assert told.priya.modal_values()["purpose"] == {"purpose": "Reads taxes."}, "what was typed stays"
    told.priya.close(everything=True)


@pytest.mark.parametrize("name", ["x" * 40, "é" * 80])
def test_names_up_to_eighty_characters_are_taken(told: Told, name: str) -> None:
    told.start(name)


@pytest.mark.parametrize("length", [81, 200])
def test_longer_names_are_refused_with_both_numbers(told: Told, length: int) -> None:
    assert told.command(f"start {'n' * length}") == f"That name has {length} characters; at most 80, please."
    assert not told.cards("n" * length)


SCRIPTS = {
    "请款助手": "请款助手",
    "Ράμπα Ελέγχου": "Ράμπα Ελέγχου",
    "R&D <b>": "R&amp;D &lt;b&gt;",
    "Robo\u200bt\u2060 One": "Robot One",
    "<!channel> pay": "&lt;!channel&gt; pay",
    "Pay *bold* ~x~": "Pay \u2217bold\u2217 \u223cx~",
    "Pay @here": "Pay @here",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_names_are_shown_as_letters_and_never_act(told: Told, name: str) -> None:
    assert "The thread is open" in told.command(f"start {name}")
    card = told.card(SCRIPTS[name])
    assert "<!" not in card["text"]
    assert "<@" not in card["text"]
    assert all(block["text"]["verbatim"] for block in card["blocks"] if block["type"] == "section")


def test_a_name_that_runs_from_right_to_left_cannot_turn_the_line_around(told: Told) -> None:
    told.command("start \u202eevil\u202c gnp")
    assert told.card("evil gnp")
    told.command("start فاتورة")
    assert told.card("\u2068فاتورة\u2069"), "set apart from the words around it"


def test_names_that_look_alike_to_slack_are_one_name(told: Told) -> None:
    told.start("Robot Two")
    assert "has a thread here already" in told.command("start ＲＯＢＯＴ\u200b two")


def test_a_mention_starts_one_too(told: Told) -> None:
    told.priya.say("pilots", "@shipready start Mention Made")
    told.hear("The thread is open.")
    assert told.card("Mention Made")


def test_a_mention_without_a_name_offers_the_form_by_a_button(told: Told) -> None:
    told.priya.say("pilots", "@shipready start")
    offered = told.hear("One press opens the form.")
    assert told.priya.press(offered, "start_pilot")["ok"]
    told.form(callback_id="start")
    assert told.priya.submit({"name": "Button Made", "channel": "C0PILOTS1"})["ok"]
    assert told.card("Button Made")


def test_app_home_starts_one_in_a_channel_that_is_picked(told: Told) -> None:
    alma = told.on.person(ADMIN)
    alma.open_home()
    told.wait(alma.home)
    assert alma.press_in_home("start_pilot")["ok"]
    told.form(alma, "start")
    assert alma.submit({"name": "Home Made", "channel": "C0PILOTS1"})["ok"]
    assert "Started by Alma Reyes" in told.card("Home Made")["text"]


def test_a_guest_starts_nothing(told: Told) -> None:
    said = told.command("start Guest Work", told.on.person(GUEST))
    assert said == "Only full members of Northfield Finance can do this, so nothing has changed."
    assert not told.cards("Guest Work")
