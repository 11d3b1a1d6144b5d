"""Hand-over: the old owner stays owner until the new one says yes by their own press."""

from __future__ import annotations

from pathlib import Path

from tests.conversations.forging import hand_in, press
from tests.conversations.story import becomes_ready
from tests.conversations.thread import EMEKA, NAME, NGOZI, SIPHO, TOM, Thread, pilot
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

ASKS = "*Will you take over Invoice Coder?*"


def owner_said(thread: Thread) -> str:
    """What ``status`` says of the owner, to Priya."""
    thread.priya.types("status")
    return str(thread.priya.is_told("Owner: ")["text"])


def facts(thread: Thread, kind: str) -> int:
    return int(thread.rows("select count(*) from fact where kind = ?", kind)[0][0])


def test_the_owner_offers_it_by_command_and_nothing_changes_before_the_yes(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.ngozi.is_told("Sipho Dube is asked. Until they say yes, nothing changes.")
    thread.sipho.gets(ASKS, "Ngozi Okonkwo offers you the owner's place", "[Yes, I own it] [No]")
    thread.is_quiet()
    assert "Owner: Ngozi Okonkwo, offered to Sipho Dube, who has not answered yet" in owner_said(thread)
    assert not thread.shown("Sipho Dube owns")
    thread.sipho.presses_privately("Yes, I own it")
    thread.shows("Sipho Dube owns *Invoice Coder* from now on.")
    thread.sipho.gets("You own *Invoice Coder* since 24 November.")
    thread.is_quiet()
    assert len(thread.sipho.letters("You own *Invoice Coder*")) == 1
    thread.ngozi.gets("Sipho Dube owns it now.")
    assert "Owner: Sipho Dube ·" in owner_said(thread)


def test_the_lead_and_the_backup_may_offer_it_and_nobody_else(thread: Thread) -> None:
    thread.emeka.types(f"owner {NAME} <@{SIPHO}>")
    thread.emeka.is_told("Only Ngozi Okonkwo, whoever steps in, or the lead, Priya Raman, can hand it over.")
    thread.emeka.types(f"owner {NAME} <@{EMEKA}>")
    assert facts(thread, "offered") == 0
    thread.tom.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS, "Tom Beard offers you")
    thread.priya.types(f"owner {NAME} <@{EMEKA}>")
    thread.emeka.gets(ASKS, "Priya Raman offers you")
    thread.sipho.gets("The offer to own *Invoice Coder* was taken back")
    thread.priya.types(f"owner {NAME} <@{EMEKA}>")
    thread.priya.is_told("Emeka Obi is asked already")
    assert facts(thread, "offered") == 2


def test_handed_over_to_whoever_steps_in_nobody_steps_in_any_more(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{TOM}>")
    thread.tom.gets(ASKS)
    thread.tom.presses_privately("Yes, I own it")
    thread.shows("Tom Beard owns *Invoice Coder* from now on.", "Nobody steps in at present.")
    thread.is_quiet()
    assert "Owner: Tom Beard · Steps in: nobody yet" in owner_said(thread)


def test_the_form_offers_the_place_and_saves_the_rest(thread: Thread) -> None:
    opens_ownership(thread, thread.ngozi)
    thread.ngozi.sends(owner=SIPHO, backup=TOM, cover_hours="9 to 17, #ap-alerts", cover_off_hours="Duty phone")
    thread.ngozi.is_told("Sipho Dube is asked. Until they say yes, nothing changes.")
    thread.sipho.gets(ASKS)
    assert "Owner: Ngozi Okonkwo, offered to Sipho Dube" in owner_said(thread)
    thread.shows("9 to 17, #ap-alerts", "Owner: Ngozi Okonkwo")
    thread.ngozi.gets("You own *Invoice Coder* since 24 November")
    thread.sipho.presses_privately("Yes, I own it")
    thread.shows("Sipho Dube owns *Invoice Coder* from now on.")


def opens_ownership(thread: Thread, somebody: object) -> None:
    """The ownership form, below what was read."""
    somebody.presses("Correct", on=thread.shows("*Question 1 is saved*"))  # type: ignore[attr-defined]
    somebody.sees_form()  # type: ignore[attr-defined]


def test_the_form_says_at_the_field_who_may_hand_it_over(thread: Thread) -> None:
    opens_ownership(thread, thread.emeka)
    refused = thread.emeka.person.submit({"owner": SIPHO, "backup": TOM})
    assert "can hand it over" in refused["errors"]["owner"]
    refused = thread.emeka.person.submit({"owner": None, "backup": TOM})
    assert "can hand it over" in refused["errors"]["owner"]
    assert facts(thread, "offered") == 0


def test_owner_and_backup_change_places_once_the_new_owner_says_yes(thread: Thread) -> None:
    opens_ownership(thread, thread.ngozi)
    thread.ngozi.sends(owner=TOM, backup=NGOZI)
    thread.tom.gets(ASKS)
    assert "Owner: Ngozi Okonkwo, offered to Tom Beard, who has not answered yet · Steps in: Tom Beard" in owner_said(
        thread
    )


def test_a_reply_that_names_another_owner_offers_the_place(thread: Thread) -> None:
    reply = next(one for one in thread.messages() if "owns it, and" in one["text"])
    thread.priya.edits(reply, f"<@{SIPHO}> owns it, and <@{TOM}> steps in. Weekdays 8 to 17 alarms go to #ap-alerts.")
    thread.priya.presses("Look and save")
    thread.priya.sends()
    thread.sipho.gets(ASKS)
    thread.is_quiet()
    assert "Owner: Ngozi Okonkwo · said yes" in thread.words(), "what was to confirm is confirmed"
    assert "Owner: Ngozi Okonkwo, offered to Sipho Dube" in owner_said(thread)


def test_a_no_goes_back_with_its_reason_to_those_who_made_it(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS)
    thread.sipho.presses_privately("No")
    thread.sipho.sends(reason="No time until March.")
    thread.ngozi.gets("came back with a no", "No time until March", "Ngozi Okonkwo stays its owner.")
    thread.priya.gets("No time until March")
    thread.is_quiet()
    assert "No time until March" not in thread.words()
    assert "Owner: Ngozi Okonkwo ·" in owner_said(thread)


def test_it_goes_back_after_five_working_days(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS)
    thread.passes(days=7, hours=7)
    thread.is_quiet()
    assert facts(thread, "offer_ended") == 0
    thread.passes(hours=2)
    thread.ngozi.gets("was open for five working days and came back")
    thread.priya.gets("was open for five working days and came back")
    thread.sipho.gets("stayed open and went back")


def test_it_is_taken_back_when_the_pilot_is_retired_or_the_owner_leaves(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS)
    thread.priya.types("retire")
    thread.sipho.gets("The offer to own *Invoice Coder* was taken back")
    thread.priya.types("reopen")
    thread.shows("is open again")
    thread.ngozi.types(f"owner {NAME} <@{EMEKA}>")
    thread.emeka.gets(ASKS)
    thread.ngozi.goes()
    thread.emeka.gets("The offer to own *Invoice Coder* was taken back")
    assert facts(thread, "offer_ended") == 2


def test_it_goes_back_when_whoever_was_asked_leaves(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS)
    thread.sipho.goes()
    thread.ngozi.gets("The offer to Sipho Dube to own *Invoice Coder*", "no longer active", "Ngozi Okonkwo stays")
    assert not thread.in_channel("here carried the name"), "an offer is no place yet"


def lapses(thread: Thread) -> None:
    """Nobody answers on the first Tuesday, nor anybody after Ngozi."""
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    for days in (4, 8, 8):
        thread.passes(days=days)
        thread.is_quiet()
    thread.shows("*Invoice Coder has no confirmed owner at the moment.*")


def test_under_a_lapse_anybody_offers_and_the_owner_or_lead_agrees(thread: Thread) -> None:
    lapses(thread)
    thread.sipho.presses("I own it")
    thread.shows("Sipho Dube offers to own *Invoice Coder*. Ngozi Okonkwo or Priya Raman can agree.")
    thread.emeka.presses("I agree")
    thread.emeka.is_told("Only the owner or the lead can do this")
    thread.sipho.presses("I agree")
    thread.sipho.is_told("You offered it yourself")
    (offer,) = thread.rows("select id from fact where kind = 'offered'")
    hand_in(thread.on, press(SIPHO, "offer_yes", f"1:{offer[0]}"))
    thread.is_quiet()
    assert not thread.shown("Sipho Dube owns")
    thread.priya.presses("I agree")
    thread.shows("Sipho Dube owns *Invoice Coder* now.")
    thread.shows("*Invoice Coder* has an owner again: Sipho Dube")


def test_under_a_lapse_whoever_steps_in_takes_it(thread: Thread) -> None:
    lapses(thread)
    thread.tom.presses("I own it")
    thread.shows("*Invoice Coder* has an owner again: Tom Beard")


def test_an_old_lapse_gives_nobody_anything(thread: Thread) -> None:
    lapses(thread)
    thread.ngozi.presses("I own it")
    thread.shows("*Invoice Coder* has an owner again: Ngozi Okonkwo")
    before = thread.rows("select count(*) from fact")
    for user, somebody in ((TOM, thread.tom), (SIPHO, thread.sipho)):
        hand_in(thread.on, press(user, "own_it", "1"))
        somebody.is_told("nothing has changed", "Ngozi Okonkwo")
    assert thread.rows("select count(*) from fact") == before


def test_nobody_agrees_for_whom_the_place_was_offered_to(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.gets(ASKS)
    (offer,) = thread.rows("select id from fact where kind = 'offered'")
    before = thread.rows("select count(*) from fact")
    for somebody, user in ((thread.ngozi, NGOZI), (thread.tom, TOM)):
        hand_in(thread.on, press(user, "agree_owner", f"1:{offer[0]}"))
        somebody.is_told("Only Sipho Dube can answer this one")
    assert thread.rows("select count(*) from fact") == before


def test_a_hand_over_is_not_undone_from_the_card(thread: Thread) -> None:
    thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
    thread.sipho.presses_privately("Yes, I own it")
    thread.shows("Sipho Dube owns")
    (saved,) = thread.rows("select max(id) from fact where kind = 'saved'")
    hand_in(thread.on, press(EMEKA, "undo_save", f"1:{saved[0]}"))
    thread.emeka.is_told("can't be undone")
    assert facts(thread, "undone") == 0


def test_a_hand_over_keeps_a_ready_pilot_ready(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        becomes_ready(thread)
        thread.ngozi.types(f"owner {NAME} <@{SIPHO}>")
        thread.sipho.presses_privately("Yes, I own it")
        thread.shows("Sipho Dube owns *Invoice Coder* from now on.")
        thread.passes(hours=1)
        thread.is_quiet()
        assert not thread.shown("no longer ready")
