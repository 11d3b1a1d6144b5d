"""``/shipready settings``: how a channel, or one pilot, is asked, and what the person is told that holds."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.conversations.thread import NAME, Thread
from tests.conversations.tuesdays.owned import FIRST_TUESDAY

PLANNED = "select period from checkin where state = 'planned'"
ZONES = "select distinct zone from pilot"
WEDNESDAY = datetime(2026, 12, 2, 13, 30, tzinfo=UTC)
"""14:30 in Lagos."""


def opens(thread: Thread, command: str = "settings", title: str = "Channel settings") -> None:
    thread.priya.types(command)
    thread.priya.sees_form(title)


def test_another_day_and_hour_hold_from_the_next_question_on(thread: Thread) -> None:
    opens(thread)
    thread.priya.sends(weekday="2", hour="14:30")
    thread.priya.is_told("Saved: the question comes on a Wednesday at 14:30", "The next one is planned for 2 December.")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.is_quiet()
    assert not thread.ngozi.letters("still yours?")
    thread.on.set_clock(WEDNESDAY)
    thread.ngozi.gets("*Is Invoice Coder still yours?*")


def test_the_form_opens_with_what_holds(thread: Thread) -> None:
    opens(thread)
    thread.priya.sends(
        weekday="0", cadence="weekly", country="germany", days_off="24.12.2026 - 27.12.2026", reminders="no"
    )
    thread.priya.is_told("Saved: the question comes on a Monday at 10:00")
    opens(thread)
    shown = thread.priya.sees_form()["blocks"]
    opened = {block["block_id"]: block["element"] for block in shown if block["type"] == "input"}
    assert list(opened) == ["weekday", "hour", "cadence", "zone", "country", "days_off", "reminders"]
    picked = [opened[name]["initial_option"]["value"] for name in ("weekday", "hour", "cadence", "reminders")]
    assert picked == ["0", "10:00", "weekly", "no"]
    assert opened["country"]["initial_value"] == "DE"
    assert opened["days_off"]["initial_value"] == "2026-12-24 to 2026-12-27"


def test_what_cannot_be_read_is_said_at_its_field(thread: Thread) -> None:
    opens(thread)
    wrong = thread.priya.person.submit({"zone": "Europe/Belrin", "country": "Germny", "days_off": "after Christmas"})
    assert wrong["errors"] == {
        "zone": "Did you mean Europe/Berlin? Type it like that.",
        "country": "Did you mean Germany? Type it like that.",
        "days_off": "I can't read after Christmas. Put 2026-12-24, or 2026-12-24 to 2027-01-01, each on its own line.",
    }
    thread.priya.sends(zone="Berlin", country="Germany, Bayern", days_off="")
    thread.priya.is_told("Saved: the question comes on a Tuesday at 10:00")
    assert thread.rows("select zone, country from habits") == [("Europe/Berlin", "DE-BY")]


def test_the_zone_is_that_of_the_pilots_here_and_of_new_ones(thread: Thread) -> None:
    opens(thread)
    thread.priya.sends(zone="Asia/Tokyo")
    thread.priya.is_told("Saved:")
    thread.priya.types("start Second Pilot")
    thread.on.card("Second Pilot")
    assert thread.rows(ZONES) == [("Asia/Tokyo",)]


def test_two_people_at_once_keep_what_both_changed(thread: Thread) -> None:
    opens(thread)
    thread.tom.types("settings")
    thread.tom.sees_form("Channel settings")
    thread.priya.sends(hour="08:00")
    thread.priya.is_told("Saved:")
    thread.tom.sends(country="DE")
    thread.tom.is_told("Saved: the question comes on a Tuesday at 08:00")
    assert thread.rows("select hour, country from habits") == [("08:00", "DE")]


def test_a_pilot_can_be_asked_in_its_own_way(thread: Thread) -> None:
    opens(thread, f"settings {NAME}", "When to ask")
    thread.priya.sends(weekday="2", hour="14:30")
    thread.priya.is_told("Saved: the question comes on a Wednesday at 14:30")
    opens(thread)
    thread.priya.sends(hour="09:00", reminders="no")
    thread.priya.is_told("Saved: the question comes on a Tuesday at 09:00", "planned for 2 December")
    opens(thread, f"settings {NAME}", "When to ask")
    thread.priya.sends(weekday="channel", hour="channel")
    thread.priya.is_told("Saved: the question comes on a Tuesday at 09:00", "planned for 1 December")


def test_both_forms_are_buttons_too(thread: Thread) -> None:
    thread.priya.presses("More")
    thread.priya.sees_form("More")
    thread.priya.presses("When to ask")
    thread.priya.sees_form("When to ask")
    thread.priya.sends(hour="08:30")
    thread.priya.is_told("Saved: the question comes on a Tuesday at 08:30")
    thread.priya.leaves_the_form()
    thread.priya.presses("More")
    thread.priya.sees_form("More")
    thread.priya.presses("Channel settings")
    thread.priya.sees_form("Channel settings")
    thread.priya.sends(weekday="3")
    thread.priya.is_told("Saved: the question comes on a Thursday at 10:00")


def test_by_mention_a_press_opens_the_form(thread: Thread) -> None:
    thread.priya.says("@shipready settings")
    told = thread.priya.is_told("One press opens the form.")
    thread.priya.presses("Open the form", on=told)
    thread.priya.sees_form("Channel settings")


def test_who_may_not_reads_a_sentence(thread: Thread) -> None:
    thread.tom.types(f"settings {NAME}")
    thread.tom.is_told("Only the owner or the lead can do this, so nothing has changed.")
    guest = thread.somebody("U0GUEST01")
    guest.types("settings")
    guest.is_told("Only full members of", "can do this, so nothing has changed.")
    assert thread.rows("select count(*) from habits") == [(0,)]


def test_a_cadence_that_would_have_had_days_before_asks_none_of_them(thread: Thread) -> None:
    opens(thread)
    thread.priya.sends(cadence="quarterly")
    thread.priya.is_told("planned for 1 December")
    thread.on.set_clock(FIRST_TUESDAY)
    thread.ngozi.presses_privately("It is still mine")
    thread.passes(days=45)
    thread.is_quiet()
    opens(thread)
    thread.priya.sends(cadence="weekly")
    thread.priya.is_told("planned for 19 January")
    thread.is_quiet()
    assert thread.rows("select period, state from checkin order by period") == [
        ("2026-12-01", "confirmed"),
        ("2027-01-19", "planned"),
    ]
