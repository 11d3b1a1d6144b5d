"""Commands whose words Slack or people write in other ways: mentions in names, unknown people, a thread of its own."""

from __future__ import annotations

from tests.conversations.told import NGOZI, TOM, Told, button


def test_a_mention_in_a_name_becomes_a_plain_name(alone: Told) -> None:
    alone.command(f"start <@{TOM}> & <#C0PILOTS1|pilots>")
    alone.command("start Line\nbreak")
    assert alone.card("Line break")
    assert alone.rows("select name from pilot order by id") == [("Tom Beard & #pilots",), ("Line break",)]
    assert alone.command(f"rename Line break to <@{NGOZI}>") == "It is called Ngozi Okonkwo from now on."


def test_who_is_not_known_is_said_and_not_the_pilot(alone: Told) -> None:
    alone.start("Invoice A")
    for word in ("owner", "backup", "reviewer", "lead"):
        assert alone.command(f"{word} Invoice A @nobodyhere").startswith("I know nobody called `@nobodyhere` here, so")
    assert alone.command("lead @nobodyhere").startswith("I know nobody called `@nobodyhere` here")
    assert alone.command("move Invoice A #nochannel").startswith("I know no channel called `#nochannel`, so nothing")
    assert alone.command("owner Invoice Z @nobodyhere").startswith("I know no pilot called `Invoice Z`")
    assert alone.rows("select kind from fact where kind = 'lead'") == []


def test_a_taken_name_says_what_did_not_happen(alone: Told) -> None:
    alone.start("Invoice A")
    alone.start("Invoice B")
    said = alone.command("rename Invoice A to Invoice B")
    assert said.startswith("Another pilot of that channel is called Invoice B already, so nothing has changed.")
    assert "opened nothing new" in alone.command("start Invoice B")


def test_a_second_start_says_that_the_first_waits_for_the_invitation(alone: Told) -> None:
    alone.command("start Priv One", channel="finance")
    said = alone.command("start Priv One", channel="finance")
    assert said.startswith("Priv One is noted already and waits, because I'm not in this channel. Type `/invite")


def test_in_its_own_thread_a_pilot_needs_no_name(alone: Told) -> None:
    card = alone.start("Ask Them")
    assert alone.mention("rename Ask Zoë", str(card["ts"])) == "It is called Ask Zoë from now on."
    assert alone.mention("rename Ask Zoë to Ask Them", str(card["ts"])) == "It is called Ask Them from now on."
    assert alone.mention("rename to Ask Us", str(card["ts"])) == "It is called Ask Us from now on."
    assert alone.mention("rename Time to Pay", str(card["ts"])) == "It is called Time to Pay from now on."


def test_list_says_which_words_it_knows(alone: Told) -> None:
    alone.start()
    assert alone.command("list foo").startswith("`list` knows no `foo`. Words that choose: blocked,")
    assert alone.command("list blocked everywhere").startswith("*One pilot held up*")


def test_which_pilot_says_how_many_there_are(alone: Told) -> None:
    for number in range(10):
        alone.command(f"start Pilot {number}")
    assert "Pilot 7 and 2 more. Type its name" in alone.command("status")


def test_days_that_cannot_be_stand_at_their_field(alone: Told) -> None:
    today = alone.on.driver.get("state")["now"][:10]
    year = int(today[:4])
    assert alone.command("start") == ""
    form = {"name": "Past", "launch_on": f"{year - 6}-01-01"}
    assert alone.priya.submit(form)["errors"] == {"launch_on": "Give today or a day after it."}
    assert alone.priya.submit({**form, "launch_on": today})["ok"]
    card = alone.card("Past")
    alone.on.in_thread(card, "1 of 5")
    alone.open(alone.card("Past"), "change_details")
    assert set(alone.priya.submit({"launch_on": f"{year - 6}-01-01"})["errors"]) == {"launch_on"}
    alone.priya.close(everything=True)
    alone.command("incident")
    alone.form(callback_id="incident")
    ahead = {"what": "Wrong totals", "since": f"{year + 1}-12-31"}
    assert alone.priya.submit(ahead)["errors"]["since"].startswith("That day is still to come.")
    assert alone.priya.submit({**ahead, "since": today})["ok"]
    assert [kind for (kind, _) in alone.facts() if kind == "incident"] == ["incident"]


def test_a_read_only_channel_offers_to_move_the_pilot(alone: Told) -> None:
    alone.command("start Noticed", channel="notices")
    told = alone.on.direct(alone.priya, "*Noticed* is noted, but its thread is not open yet.")
    move = button(told, "move", "Move")
    assert move is not None
    assert alone.priya.press(told, "move", move["value"])["ok"]
    alone.form(callback_id="move")
    assert alone.priya.submit({"channel": "C0PILOTS1"})["ok"]
    assert alone.card("Noticed")


def test_the_card_names_its_starter_when_the_lead_changes(alone: Told) -> None:
    alone.start()
    alone.command(f"lead <@{TOM}>")
    assert "Started by Priya Raman, who also built it · Lead: Tom Beard" in alone.card(text="Lead: Tom Beard")["text"]


def test_who_puts_themselves_down_is_not_told_that_somebody_suggests_them(alone: Told) -> None:
    alone.start()
    alone.command(f"owner <@{NGOZI}>", alone.ngozi)
    asked = alone.on.direct(alone.ngozi, "Will you own")["text"]
    assert "You put yourself down as owner. When it misbehaves" in asked
    assert "suggests you" not in asked


def test_undo_says_whose_save_it_takes_back(alone: Told) -> None:
    card = alone.start()
    alone.command(f"owner <@{NGOZI}>", alone.tom)
    alone.open(alone.card(), "see_checks")
    alone.priya.close(everything=True)
    alone.command("status")
    assert alone.priya.press(alone.priya.ephemerals("pilots")[-1], "more")["ok"]
    blocks = alone.form(callback_id="more")["blocks"]
    undo = next(one["text"]["text"] for one in blocks if one["block_id"] == "more:undo_save")
    assert undo.startswith("Tom Beard's save of owner, ")
    assert card["ts"]
