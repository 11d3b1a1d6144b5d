"""Somebody's account is no longer active: one message in the channel, and whoever takes a place over presses it."""

from __future__ import annotations

from pathlib import Path

from tests.conversations.forging import event, hand_in, press
from tests.conversations.somebody import CHANNEL
from tests.conversations.stage import Json
from tests.conversations.story import becomes_ready
from tests.conversations.thread import NGOZI, PRIYA, SIPHO, TOM, Thread, pilot
from tests.conversations.tuesdays.owned import FIRST_TUESDAY


def about(thread: Thread, *texts: str) -> Json:
    """The channel's message with these words, once it is there."""
    return thread.reads(lambda: thread.on.driver.messages(CHANNEL), texts)


def message(thread: Thread, of: str = "'s Slack account is no longer active.*") -> list[Json]:
    return thread.in_channel(of)


def presses_an_old_button(thread: Thread, user: str, role: str) -> None:
    """The button of the first departure, from a screen that was not brought up to date."""
    hand_in(thread.on, press(user, "take_over", f"1:{role}:1"))


def owner_of(thread: Thread) -> str:
    """Who owns it by their own yes, by the answers on record."""
    rows = thread.rows("select by from fact where kind = 'accepted' and slots like '%owner%' order by id")
    return str(rows[-1][0])


def test_an_owner_leaves_and_whoever_steps_in_takes_it_over_by_letter(thread: Thread) -> None:
    thread.ngozi.goes()
    about(
        thread,
        "*Ngozi Okonkwo's Slack account is no longer active.* One place here carried the name.",
        "*Invoice Coder* · owner; Tom Beard steps in and has been asked",
    )
    thread.tom.gets("Ngozi Okonkwo's Slack account is no longer active, and you step in for *Invoice Coder*.")
    thread.tom.presses_privately("I take it on")
    thread.shows("Tom Beard owns *Invoice Coder* from now on.", "Nobody steps in at present.")
    thread.tom.gets("*Invoice Coder*: you own it now. Thank you.")
    found = about(thread, "Tom Beard owns it since 24 November", "Nothing is left to take over here.")
    assert not any(block.get("accessory") for block in found["blocks"])
    thread.is_quiet()
    assert len(message(thread)) == 1
    thread.priya.types("status")
    thread.priya.is_told("Owner: Tom Beard", "Steps in: nobody yet")


def test_anybody_in_the_channel_can_take_it_over(thread: Thread) -> None:
    thread.ngozi.goes()
    found = about(thread, "Tom Beard steps in and has been asked")
    thread.tom.gets("Do you take it on?")
    thread.sipho.presses("I'll own it", on=found)
    thread.shows("Sipho Dube owns *Invoice Coder* from now on.")
    about(thread, "Sipho Dube owns it since 24 November")
    thread.tom.gets("*Invoice Coder*: Sipho Dube owns it, so nothing is needed from you any more.")
    before = thread.rows("select count(*) from fact")
    presses_an_old_button(thread, TOM, "owner")
    thread.tom.is_told("nothing has changed", "Sipho Dube")
    assert thread.rows("select count(*) from fact") == before
    assert owner_of(thread) == SIPHO


def test_all_roles_of_one_person_are_one_message(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        becomes_ready(thread)
        thread.tom.goes()
        about(
            thread, "*Invoice Coder* · stepped in for Ngozi Okonkwo, who remains owner; Owner not met since 24 November"
        )
        thread.shows("no longer ready")
        thread.emeka.goes()
        about(thread, "*Invoice Coder* · reviewed the output, no one else named; Incident playbook not met since")
        thread.priya.goes()
        found = about(thread, "*Invoice Coder* · lead; Ngozi Okonkwo owns it", "Also named: built Invoice Coder")
        assert len(message(thread)) == 3
        thread.sipho.presses("I'll lead", on=found)
        about(thread, "Sipho Dube leads it since 24 November")
        thread.shows("Sipho Dube leads *Invoice Coder* from now on")


def test_the_owner_does_not_step_in_and_the_builder_does_not_review(tmp_path: Path) -> None:
    with pilot(tmp_path) as thread:
        becomes_ready(thread)
        thread.tom.goes()
        thread.emeka.goes()
        backup, reviewer = about(thread, "stepped in for"), about(thread, "reviewed the output")
        before = thread.rows("select count(*) from fact")
        thread.ngozi.presses("I'll step in", on=backup)
        thread.ngozi.is_told("can't be both owner and the one who steps in")
        thread.priya.presses("I'll review", on=reviewer)
        thread.priya.is_told("built it, so the reviewer has to be someone else")
        assert thread.rows("select count(*) from fact") == before
        thread.sipho.presses("I'll step in", on=backup)
        about(thread, "Sipho Dube steps in since 24 November")
        thread.erik.presses("I'll review", on=reviewer)
        about(thread, "reviews since 24 November")
        thread.is_quiet()
        assert thread.shown("is ready to ship.")


def test_a_person_who_comes_back_makes_it_say_so(thread: Thread) -> None:
    thread.ngozi.goes()
    about(thread, "no longer active")
    thread.ngozi.comes_back()
    about(thread, "*Ngozi Okonkwo is back since 24 November.*", "as before: owner")
    presses_an_old_button(thread, SIPHO, "owner")
    thread.sipho.is_told("nothing has changed")
    thread.is_quiet()
    assert owner_of(thread) == NGOZI
    thread.ngozi.goes()
    about(thread, "Ngozi Okonkwo's Slack account is no longer active.")
    assert len(message(thread)) == 1, "the first departure says that she was back"
    assert len(message(thread, "is back since")) == 1


def test_a_guest_is_a_leaver_and_a_guest_takes_nothing_over(thread: Thread) -> None:
    thread.ngozi.person.change(kind="multi_guest")
    found = about(thread, "*Ngozi Okonkwo is a guest in this workspace now.*")
    thread.sipho.person.change(kind="multi_guest")
    thread.on.driver.idle()
    thread.sipho.presses("I'll own it", on=found)
    thread.sipho.is_told("Only full members")
    assert owner_of(thread) == NGOZI


def test_it_is_said_once_also_when_it_is_heard_twice_and_after_a_restart(thread: Thread) -> None:
    thread.ngozi.goes()
    about(thread, "no longer active")
    member = {"id": NGOZI, "team_id": "T0SANDBOX", "name": "ngozi", "deleted": True, "profile": {}}
    hand_in(thread.on, event({"type": "user_change", "user": member}))
    thread.on.stop_bot()
    thread.on.start_bot()
    thread.is_quiet()
    assert len(message(thread)) == 1
    assert thread.rows("select count(*) from departure") == [(1,)]


def test_who_left_while_the_bot_was_down_is_found_at_its_start(thread: Thread) -> None:
    thread.on.stop_bot()
    thread.ngozi.person.change(deleted=True)
    thread.on.start_bot()
    about(thread, "*Ngozi Okonkwo's Slack account is no longer active.*")


def test_who_is_not_in_the_workspace_at_all_is_found_by_the_daily_look(thread: Thread) -> None:
    thread.on.stop_bot()
    thread.on.sandbox.world.space.people.pop(NGOZI)
    thread.on.start_bot()
    about(thread, "*Ngozi Okonkwo's Slack account is no longer active.*", "Tom Beard steps in and has been asked")
    thread.is_quiet()
    assert len(message(thread)) == 1
    assert len(thread.on.driver.calls("users.info")) == 1


def test_leaving_the_channel_is_no_lapse_and_no_post(thread: Thread) -> None:
    thread.on.driver.post("kick", person=NGOZI, channel=CHANNEL)
    thread.is_quiet()
    assert not message(thread)
    assert thread.rows("select count(*) from departure") == [(0,)]
    thread.priya.types("status")
    thread.priya.is_told("Owner: Ngozi Okonkwo · Steps in: Tom Beard")


def test_retired_pilots_are_not_listed(thread: Thread) -> None:
    thread.priya.types("retire")
    thread.shows("is retired")
    thread.ngozi.goes()
    thread.is_quiet()
    assert not message(thread)


def test_the_open_question_of_an_owner_who_left_is_closed(thread: Thread) -> None:
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")
    thread.ngozi.goes()
    thread.is_quiet()
    assert thread.rows("select state, why from checkin where state <> 'planned'") == [("closed", "left")]
    thread.passes(days=10)
    thread.is_quiet()
    assert not thread.tom.letters("I could not reach")
    assert not thread.shown("no confirmed owner")


def test_a_forged_place_is_refused(thread: Thread) -> None:
    thread.tom.goes()
    about(thread, "stepped in for Ngozi Okonkwo, who remains owner")
    before = thread.rows("select count(*) from fact")
    for value in ("1:owner:1", "1:lead:1", "1:named:1", "1:backup:9", "1:backup", "1:x:y"):
        hand_in(thread.on, press(PRIYA, "take_over", value))
        thread.priya.is_told("nothing has changed")
    assert thread.rows("select count(*) from fact") == before
