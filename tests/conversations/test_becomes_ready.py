"""A pilot that becomes ready: five replies and one Save, four forms, three people who say yes, one post about it."""

from __future__ import annotations

from tests.conversations.story import becomes_ready, everybody_accepts, fills_in_the_forms, five_replies, saves_all
from tests.conversations.thread import Thread


def test_the_quick_way_is_five_replies_and_one_save(thread: Thread) -> None:
    five_replies(thread)
    floor = thread.shows("*Invoice Coder is not ready yet.* None of the seven checks is met so far.")
    assert "Read but not saved: owner, dependencies, failures, review of the output and replacement." in floor["text"]
    assert "The nearest one is Owner: one form to fill in." in floor["text"]

    thread.priya.presses("Save all as read")
    form = str(thread.priya.sees_form("Save all as read"))
    for read in ("Owner: Ngozi Okonkwo", "version fixed", "an alert reaches a person", "Reviewer: Emeka Obi"):
        assert read in form
    assert not thread.ngozi.letters()  # nothing is saved, and nobody is asked, before she has looked

    thread.priya.sends()
    thread.shows("Two of the seven checks are met; these five are not.")
    thread.is_quiet()
    assert "Read but not saved" not in thread.words()
    assert thread.shown("is not ready yet") == 1  # the floor is updated in place
    assert not thread.in_channel("is not ready yet")  # the first *Not ready* stays in the thread


def test_ready_is_said_in_the_channel_once_the_last_of_three_has_said_yes(thread: Thread) -> None:
    five_replies(thread)
    saves_all(thread)
    fills_in_the_forms(thread)
    thread.ngozi.gets("Priya Raman asks: will you own Invoice Coder?", "Steps in when you are away: Tom Beard")
    thread.emeka.gets("“Emeka checks 20 of its results each day and may stop it.”", "as Priya Raman wrote")
    thread.shows("Five of the seven checks are met; these two are not.", "[Remind Emeka]")
    everybody_accepts(thread)

    ready = thread.shows("*Invoice Coder is ready to ship.* All seven checks are met today")
    assert "with Ngozi Okonkwo as owner and Tom Beard stepping in." in ready["text"]
    assert "the first to run out: “gateway key”, on 10 February." in ready["text"]
    thread.is_quiet()
    assert [one["ts"] for one in thread.in_channel("is ready to ship")] == [ready["ts"]]
    assert "*Ready to ship.* All seven checks are met." in thread.card["text"]
    thread.ngozi.gets("You own *Invoice Coder* since 24 November.")


def test_it_is_live_now_and_its_record_is_a_file_in_the_thread(thread: Thread) -> None:
    becomes_ready(thread)
    ready = thread.shows("is ready to ship.* All seven checks are met today")
    thread.priya.presses("It is live now", on=ready)
    thread.shows("*Invoice Coder is live* since 24 November, marked by Priya Raman. All seven checks are met.")
    thread.is_quiet()
    assert "*Live since 24 November, and ready.*" in thread.card["text"]

    thread.priya.presses("Get the record", on=ready)
    uploaded = thread.until(lambda: next((one for one in thread.messages() if one.get("files")), None))
    record = thread.content(uploaded["files"][0])
    assert record.startswith("# Readiness record: Invoice Coder")
    for kept in ("Ngozi Okonkwo", "m-small-2026-05", "Quiet: wrong cost centre.", "gateway key"):
        assert kept in record

    thread.passes(days=1)
    thread.priya.presses("It is live now", on=ready)  # the post is as it was said; its button does no more
    thread.priya.is_told("It is live already, so nothing has changed.")
    assert thread.shown("*Invoice Coder is live*") == 1
    assert "*Live since 24 November, and ready.*" in thread.card["text"]
