"""Commands that mean a pilot in other ways: renamed without *to*, reopened without a name, put forward once more."""

from __future__ import annotations

from tests.conversations.forging import hand_in, press
from tests.conversations.told import NGOZI, SIPHO, TOM, Told, button


def test_rename_takes_the_longest_start_that_names_a_pilot(alone: Told) -> None:
    alone.start("AP Invoice Coder")
    alone.start("Second One")
    assert alone.command("rename AP Invoice Coder AP Coder Two") == "It is called AP Coder Two from now on."
    assert alone.command("rename Second One to Third One") == "It is called Third One from now on."
    assert alone.command('rename "third one" to "To Be Sure"') == "It is called To Be Sure from now on."
    assert alone.rows("select name from pilot order by id") == [("AP Coder Two",), ("To Be Sure",)]
    assert alone.command("rename Zebra to X").startswith("I know no pilot called `Zebra`")


def test_rename_without_a_new_name_opens_the_form(alone: Told) -> None:
    alone.start("AP Invoice Coder")
    assert alone.command("rename AP Invoice Coder") == ""
    alone.form(callback_id="rename")
    assert alone.priya.submit({"name": "Ledger"})["ok"]
    assert alone.command("rename New Ledger") == "It is called New Ledger from now on.", "the only one here"


def test_reopen_without_a_name_is_the_retired_one(alone: Told) -> None:
    alone.start("Old One")
    alone.command("retire")
    alone.start("New One")
    assert alone.command("reopen") == "It is open again, where it stopped."
    assert alone.rows("select name, state from pilot order by id") == [("Old One", "open"), ("New One", "open")]
    assert alone.command("reopen").startswith("Which pilot?")


def test_a_word_like_no_command_gets_the_four_and_no_guess(alone: Told) -> None:
    for word in ("digest", "remember", "weekly"):
        said = alone.command(word)
        assert said.startswith(f"I don't know `{word}`. Here is what I know.\n*Four to begin with*\n")
    assert alone.command("stauts").endswith("\n[Run status] [Help]")
    assert alone.priya.press(alone.priya.ephemerals("pilots")[-1], "help")["ok"]
    alone.hear("*Four to begin with*\n`/shipready start")


def test_somebody_who_said_no_can_be_put_forward_once_more(alone: Told) -> None:
    alone.start()
    alone.command(f"owner <@{NGOZI}>")
    first = alone.on.direct(alone.ngozi, "will you own")
    alone.ngozi.press(first, "decline")
    alone.form(alone.ngozi, "decline")
    assert alone.ngozi.submit({"reason": "no time"})["ok"]
    alone.on.direct(alone.ngozi, "You said no on")
    assert alone.command(f"owner <@{NGOZI}>").startswith("Ngozi Okonkwo is asked about Invoice Coder.")
    again = alone.wait(lambda: [m for m in alone.ngozi.dm_messages() if "will you own" in m["text"]])
    assert isinstance(again, list)
    assert [one["ts"] > first["ts"] for one in again] == [True]
    alone.on.direct(alone.ngozi, "once more; the newer message is the one to answer")
    assert alone.ngozi.press(again[0], "accept")["ok"]
    alone.wait(lambda: ("accepted", NGOZI) in alone.facts())
    assert "Owner: Ngozi Okonkwo ·" in alone.command("status")


def test_the_second_person_outside_the_channel_is_asked_by_direct_message(alone: Told) -> None:
    sipho = alone.on.person(SIPHO)
    card = alone.start()
    alone.on.driver.post("kick", channel="pilots", person=SIPHO)
    alone.wait(lambda: alone.rows("select 1 from channel_member where user = ? and channel = 'C0PILOTS1'", SIPHO) == [])
    alone.command("ship")
    alone.form(callback_id="shipped_anyway")
    decision = {"decider": NGOZI, "why": "The auditors come", "until": "2026-12-20"}
    assert alone.priya.submit({**decision, "second": SIPHO})["ok"]
    alone.on.in_thread(card, "Sipho Dube is asked by direct message.")
    asked = alone.on.direct(sipho, "Do you agree?")
    assert "Not ready yet.* Nothing is complete yet.\nWaiting for Sipho Dube (agreeing to ship anyway)." in str(
        alone.card(text="agreeing to ship anyway")["text"]
    )
    assert sipho.press(asked, "second")["ok"]
    alone.on.direct(sipho, "Sipho Dube agreed.")
    alone.card(text="*Shipped anyway, not ready.* Decided by Ngozi Okonkwo, until 20 December.")


def test_a_decision_that_a_later_one_replaced_cannot_be_agreed_to(alone: Told) -> None:
    card = alone.start()
    asked = []
    for second in (TOM, NGOZI):
        alone.command("ship")
        alone.form(callback_id="shipped_anyway")
        decision = {"decider": SIPHO, "why": f"For {second}", "until": "2026-12-20", "second": second}
        assert alone.priya.submit(decision)["ok"]
        asked.append(alone.on.in_thread(card, f"For {second}"))
    alone.on.in_thread(card, "This decision was replaced by a later one.")
    pressed = button(asked[0], "second")
    assert pressed is not None
    hand_in(alone.on, press(TOM, "second", pressed["value"]))
    said = alone.hear("This question was closed on", alone.tom)["text"]
    assert "A later decision to ship Invoice Coder anyway waits for Ngozi Okonkwo." in said
    assert ("seconded", TOM) not in alone.facts()
