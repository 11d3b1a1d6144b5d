"""Each command by its three ways: typed in the channel, written with a mention in the thread, pressed as a button."""

from __future__ import annotations

import pytest

from bot.sandbox.person import Person
from tests.conversations.stage import Json
from tests.conversations.told import NGOZI, Told

BY_MENTION = {
    "status": "Only you see this",
    "record": "The readiness record of {name} comes as a file in its thread.",
    "owner @ngozi": "Ngozi Okonkwo is asked about {name}. It counts once Ngozi Okonkwo says yes.",
    "backup @tom": "Tom Beard is asked about {name}.",
    "reviewer @emeka": "Emeka Obi is asked about {name}.",
    "reviewer @priya": "Priya Raman built it, so the reviewer has to be someone else.",
    "ship": "One press opens the form.",
    "incident": "One press opens the form.",
    "lead @ngozi": "Ngozi Okonkwo is the lead from now on.",
    "move #pilots": "The pilot is in this channel already, so nothing has changed.",
    "help": "*Four to begin with*",
    "list": "*{name}*",
}


@pytest.mark.parametrize("text", BY_MENTION)
def test_a_mention_in_the_thread_means_the_pilot_of_the_thread(told: Told, text: str) -> None:
    name = f"By {text.replace('@', '').replace('#', '')}"
    card = told.start(name)
    assert BY_MENTION[text].format(name=name) in told.mention(text, card["ts"])
    assert told.rows("select count(*) from entry where text like '%shipready%'") == [(0,)], "a command is no answer"


def test_a_mention_in_the_channel_names_its_pilot(told: Told) -> None:
    told.start("Channel Twin")
    assert told.mention("status Channel Twin").startswith("*Channel Twin*")
    assert told.mention("status").startswith("Which pilot?")


def test_a_mention_retires_reopens_and_renames(told: Told) -> None:
    card = told.start("Mortal")
    assert told.mention("retire", card["ts"]).startswith("It is retired.")
    told.card("Mortal", text="*Retired on")
    assert told.mention("reopen", card["ts"]).startswith("It is open again")
    assert told.mention("rename to Immortal", card["ts"]) == "It is called Immortal from now on."
    told.card("Immortal")


def test_a_mention_of_an_unknown_word_is_a_reply_like_any_other(told: Told) -> None:
    card = told.start("Talkative")
    said = told.priya.say("pilots", "@shipready Ngozi Okonkwo runs it and Tom Beard steps in", thread_ts=card["ts"])
    told.settled(said, card)


def test_a_mention_by_somebody_who_may_not_is_refused(told: Told) -> None:
    card = told.start("Guarded")
    said = told.mention("retire", card["ts"], told.tom)
    assert said == "Only the owner or the lead can do this, so nothing has changed. The lead is Priya Raman."
    assert "Only full members" in told.mention("record", card["ts"], told.on.person("U0GUEST01"))


def pressed(told: Told, name: str, action: str, person: Person | None = None) -> None:
    """Open *More* of a pilot's status and press a button in it."""
    who = person or told.priya
    assert "[More]" in told.command(f"status {name}", who)
    assert who.press(who.ephemerals("pilots")[-1], "more")["ok"]
    told.form(who, "more")
    assert who.press_in_modal(action)["ok"]


def test_status_and_record_are_buttons(told: Told) -> None:
    card = told.start("Pressable")
    told.command("list")
    listing = told.hear("*Pressable*")
    assert told.priya.press(listing, "status", _value(listing, "Pressable"))["ok"]
    told.hear("*Pressable*\n*Not ready yet.* Nothing is complete yet.\nOwner: nobody yet")
    pressed(told, "Pressable", "get_record")
    told.on.in_thread(card, "Readiness record of Pressable")
    told.priya.close(everything=True)


def _value(listing: Json, name: str) -> str:
    rows = [b for b in listing["blocks"] if b.get("accessory") and name in b["text"]["text"]]
    return str(rows[0]["accessory"]["value"])


FORMS: dict[str, tuple[Json, str]] = {
    "rename": ({"name": "Renamed By Form"}, "is called *Renamed By Form* from now on"),
    "lead": ({"user": NGOZI}, "Ngozi Okonkwo leads *Form of lead*"),
    "incident": ({"what": "It paid twice.", "since": "2026-11-20", "light": "A supplier rang."}, "“It paid twice”."),
    "retire": ({"reason": "Replaced by the ledger's own."}, "“Replaced by the ledger's own”."),
}


@pytest.mark.parametrize("action", FORMS)
def test_more_holds_the_form_of_a_command(told: Told, action: str) -> None:
    card = told.start(f"Form of {action}")
    pressed(told, f"Form of {action}", action)
    told.form(callback_id=action)
    typed, line = FORMS[action]
    assert told.priya.submit(typed)["ok"]
    told.priya.close(everything=True)
    told.on.in_thread(card, line)


def test_move_opens_a_new_thread_there_and_the_old_card_says_so(told: Told) -> None:
    card = told.start("Mover")
    told.on.driver.post("channels/create", name="new-home", id="C0NEWHOME", members=["U0PRIYA01", "bot"])
    assert told.command("move Mover #new-home") == "It is in <#C0NEWHOME> from now on; the old thread says so."
    there = told.card("Mover", "new-home")
    told.on.in_thread(there, "1 of 5")
    told.card("Mover", text="This pilot moved to <#C0NEWHOME>.")
    said = told.priya.say("pilots", "Ngozi Okonkwo owns it, Tom Beard steps in", thread_ts=card["ts"])
    told.wait(lambda: told.rows("select state from entry where ts = ?", said["ts"]) == [("answer",)])


def test_a_form_refuses_at_the_field_by_name(told: Told) -> None:
    told.start("Field Errors")
    pressed(told, "Field Errors", "lead")
    told.form(callback_id="lead")
    refused = told.priya.submit({"user": "U0GUEST01"})
    assert refused["errors"] == {
        "user": "Gus Hart can't be named here: only active full members of Northfield Finance can."
    }
    told.priya.close(everything=True)
    pressed(told, "Field Errors", "move")
    told.form(callback_id="move")
    assert "archived" in told.priya.submit({"channel": "C0CLOSING"})["errors"]["channel"]
    told.priya.close(everything=True)


def test_a_press_in_more_by_who_may_not_is_answered_above_it(told: Told) -> None:
    told.start("Guarded Too")
    before = told.facts()
    pressed(told, "Guarded Too", "rename", told.tom)
    assert "Only the owner or the lead can do this" in str(told.form(told.tom, "said"))
    told.tom.close(everything=True)
    assert told.facts() == before


def test_ship_while_not_ready_asks_who_decides(told: Told) -> None:
    card = told.start("Shipper")
    assert told.command("ship Shipper") == ""
    told.form(callback_id="shipped_anyway")
    typed = {"decider": "U0PRIYA01", "why": "The auditors wait.", "until": "2026-12-20", "second": "U0PRIYA01"}
    wrong = told.priya.submit(typed)["errors"]
    assert wrong == {"second": "Priya Raman decides it, so the second person has to be someone else."}
    assert "Give a day after today" in told.priya.submit({"until": "2027-06-01"})["errors"]["until"]
    assert told.priya.submit({**typed, "second": NGOZI})["ok"]
    line = told.on.in_thread(card, "is to ship without being ready")
    assert told.tom.press(line, "second")["ok"]
    told.hear("Only Ngozi Okonkwo can answer this one", told.tom)
    assert told.ngozi.press(line, "second")["ok"]
    told.on.in_thread(card, "is shipped anyway, until")
    assert "Shipper" in told.command("list live")
