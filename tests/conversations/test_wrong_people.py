"""People who may not, clicks for somebody else, accounts that go: a sentence each time, and the record stays."""

from __future__ import annotations

import pytest

from bot.queries import Asked, verdict
from bot.readiness.numbers import Numbers
from bot.sandbox.person import Person
from tests.conversations.forging import hand_in, press
from tests.conversations.stage import Json
from tests.conversations.told import EMEKA, GONE, GUEST, NGOZI, OUTSIDER, PRIYA, TOM, Told, button

ANSWER = "Ngozi Okonkwo owns it and Tom Beard steps in when she is away, weekdays 8 to 17 in #ap-alerts."


def asked(told: Told, name: str, role: str, person: Person, handle: str) -> Json:
    """Somebody is asked for a role; their direct message."""
    told.start(name)
    told.command(f"{role} {name} @{handle}")
    words = "What do you check" if role == "reviewer" else "Will you"
    return told.on.driver.wait_for(
        lambda: next((m for m in person.dm_messages() if words in m["text"] and name in m["text"]), None)
    )


def test_a_guest_who_answers_is_told_once_and_counts_for_nothing(told: Told) -> None:
    card, gus = told.start("Guest Answers"), told.on.person(GUEST)
    first = gus.say("pilots", ANSWER, thread_ts=card["ts"])
    said = told.hear("Answers to this pilot come from full members of Northfield Finance.", gus)
    assert "ask priya to put it on the record" in said["text"] or "ask Priya Raman to put it" in said["text"]
    second = gus.say("pilots", ANSWER, thread_ts=card["ts"])
    told.wait(lambda: told.rows("select state from entry where ts = ?", second["ts"]) == [("refused",)])
    assert len([m for m in gus.ephemerals("pilots") if "Answers to this pilot come" in m["text"]]) == 1
    assert not any("reactions" in m for m in told.on.thread(card) if m["ts"] in (first["ts"], second["ts"]))
    assert told.rows("select settle_at from question where settle_at is not null") == []


def test_the_shortcut_does_not_put_a_guests_words_on_record(told: Told) -> None:
    card, gus = told.start("Guest Shortcut"), told.on.person(GUEST)
    said = gus.say("pilots", ANSWER, thread_ts=card["ts"])
    told.wait(lambda: told.rows("select state from entry where ts = ?", said["ts"]) == [("refused",)])
    assert told.priya.shortcut("record_answer", said)["ok"]
    told.hear("Answers to this pilot come from full members")
    assert told.rows("select state from entry where ts = ?", said["ts"]) == [("refused",)]


def test_somebody_of_another_company_never_counts(told: Told) -> None:
    card, mira = told.start("Partner Answers"), told.on.person(OUTSIDER)
    told.on.driver.post("invite", channel="pilots", person=OUTSIDER)
    said = mira.say("pilots", ANSWER, thread_ts=card["ts"])
    told.hear("Answers to this pilot come from full members of Northfield Finance.", mira)
    assert told.rows("select state from entry where ts = ?", said["ts"]) == [("refused",)]
    told.on.driver.post("kick", channel="pilots", person=OUTSIDER)


def test_other_bots_never_count(told: Told) -> None:
    card = told.start("Bot Answers")
    for classic in (False, True):
        told.on.driver.post(
            "bots/say", person="U0OTHERBOT", channel="pilots", text=ANSWER, thread_ts=card["ts"], classic=classic
        )
    told.settled(told.priya.say("pilots", ANSWER, thread_ts=card["ts"]), card)
    assert told.rows("select distinct author from entry where pilot = (select max(id) from pilot)") == [(PRIYA,)]


def test_the_builder_as_reviewer_is_refused_at_the_field(told: Told) -> None:
    told.start("Own Reviewer")
    told.command("status Own Reviewer")
    checks = told.priya.ephemerals("pilots")[-1]
    assert told.priya.press(checks, "see_checks")["ok"]
    form = told.form(callback_id="checks")
    number = told.rows("select id from pilot where name = 'Own Reviewer'")[0][0]
    assert button(form, "open_form")
    assert told.priya.press_in_modal("open_form", f"{number}:review")["ok"]
    told.form(callback_id="form:review")
    refused = told.priya.submit({"reviewer": PRIYA})
    assert refused["errors"] == {
        "reviewer": "Priya Raman built it, so the reviewer has to be someone else. If there is nobody yet, choose Not "
        "yet."
    }
    told.priya.close(everything=True)
    assert told.rows("select count(*) from fact where pilot = ? and kind = 'saved'", number) == [(1,)]


@pytest.mark.parametrize(("user", "name"), [(GONE, "Walt Kerr"), (GUEST, "Gus Hart"), (OUTSIDER, "Mira Novak")])
def test_an_owner_must_be_an_active_full_member(told: Told, user: str, name: str) -> None:
    card = told.start(f"No Owner {name}")
    told.open(told.on.in_thread(card, "1 of 5"), "answer")
    refused = told.priya.submit({"owner": user, "backup": TOM})
    assert refused["errors"] == {
        "owner": f"{name} can't be named here: only active full members of Northfield Finance can."
    }
    assert told.priya.modal_values()["backup"] == {"backup": TOM}, "what was picked stays"
    assert told.priya.submit({"owner": NGOZI})["ok"]


@pytest.mark.parametrize("role", ["owner", "backup"])
def test_only_the_person_asked_may_accept(told: Told, role: str) -> None:
    name = f"Mine {role}"
    dm = asked(told, name, role, told.ngozi, "ngozi")
    accept = button(dm, "accept")
    assert accept is not None
    before = told.facts()
    for action in ("accept", "decline", "not_quite", "may_not_stop"):
        assert hand_in(told.on, press(TOM, action, accept["value"])).status == 200
        told.heard("Only Ngozi Okonkwo can answer this one", told.tom)
    assert told.facts() == before
    assert told.ngozi.press(dm, "accept")["ok"]
    told.wait(lambda: ("accepted", NGOZI) in told.facts()[len(before) :])


def test_pressing_yes_twice_is_one_yes(told: Told) -> None:
    dm = asked(told, "Twice", "owner", told.tom, "tom")
    before = told.facts()
    yes = button(dm, "accept")
    assert yes is not None
    told.tom.press(dm, "accept")
    hand_in(told.on, press(TOM, "accept", yes["value"]))
    told.hear("You said yes to this already", told.tom)
    assert told.facts()[len(before) :] == [("accepted", TOM)]


def test_yes_after_somebody_else_was_asked_instead_changes_nothing(told: Told) -> None:
    dm = asked(told, "Replaced", "owner", told.ngozi, "ngozi")
    told.command("owner Replaced @tom")
    yes = button(dm, "accept")
    assert yes is not None
    before = told.facts()
    hand_in(told.on, press(NGOZI, "accept", yes["value"]))
    said = told.hear("Replaced has no confirmed owner yet; Tom Beard was asked on", told.ngozi)["text"]
    assert said.startswith("This question was closed on")
    assert told.facts() == before


def test_a_no_stays_between_proposer_and_lead(told: Told) -> None:
    dm = asked(told, "Refused", "owner", told.ngozi, "ngozi")
    told.ngozi.press(dm, "decline")
    told.form(told.ngozi, "decline")
    assert told.ngozi.submit({"reason": "No time before spring."})["ok"]
    told.on.in_thread(told.card("Refused"), "Owner is open again")
    told.on.direct(told.priya, "Their words: “No time before spring”.")
    assert not any("No time before spring" in m["text"] for m in told.on.thread(told.card("Refused")))


def test_a_reviewer_who_may_not_stop_it_says_so_and_only_owner_or_lead_can_give_it(told: Told) -> None:
    emeka = told.on.person(EMEKA)
    dm = asked(told, "Unstoppable", "reviewer", emeka, "emeka")
    assert emeka.press(dm, "may_not_stop")["ok"]
    line = told.on.in_thread(told.card("Unstoppable"), "needs the right to stop it")
    told.tom.press(line, "given_now")
    told.hear("Only the owner or the lead can do this", told.tom)
    told.priya.press(line, "given_now")
    told.on.in_thread(told.card("Unstoppable"), "Priya Raman gave the reviewer the right to stop it")


def test_a_deactivated_owner_turns_the_check_at_once(alone: Told) -> None:
    dm = asked(alone, "Left Behind", "owner", alone.tom, "tom")
    alone.tom.press(dm, "accept")
    alone.wait(lambda: ("accepted", TOM) in alone.facts())
    alone.tom.change(deleted=True)
    alone.on.driver.idle()
    assert alone.on.bot is not None
    now = alone.on.bot.office.clock.now()
    found = verdict(Asked(alone.on.bot.store, Numbers(), now), "Left Behind", now.date())
    assert "account_not_active" in str(found)
    assert "can't be named here" in alone.command("owner @tom")


def test_who_turned_guest_may_no_longer_answer(alone: Told) -> None:
    card = alone.start()
    alone.tom.change(kind="multi_guest")
    alone.on.driver.idle()
    alone.tom.press(alone.on.in_thread(card, "1 of 5"), "park")
    alone.hear("Only full members of Northfield Finance can do this", alone.tom)
    assert alone.rows("select question from pilot") == [("ownership",)]
