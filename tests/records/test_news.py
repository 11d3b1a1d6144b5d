"""Who waits for something is told after the commits that bring it, and only then."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bot.records import entries, members, news, notices, pilots, questions, receipts
from bot.records.migrating import migrate
from bot.records.store import Store, open_store
from bot.records.tables import ChannelMember, Entry, Member, Pilot, Question

TEAM, NOW = "T1", datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = NOW + timedelta(seconds=8)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'news.db'}"
    migrate(url)
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def told(store: Store) -> list[str]:
    found: list[str] = []
    for what in (news.NOTICES, news.DUE):
        store.on_commit(lambda what=what: found.append(what), what)  # type: ignore[misc]
    return found


def a_question(session: Session) -> Question:
    pilot = Pilot(team=TEAM, channel="C1", name="A", name_key="a", lead="U1", zone="UTC", started_at=NOW)
    pilots.add(session, pilot)
    return questions.add(session, Question(team=TEAM, pilot=pilot.id or 0, conversation="ownership"))


def an_entry(pilot: int, ts: str = "100.1") -> Entry:
    files = [{"name": "runbook.pdf", "permalink": ""}]
    return Entry(team=TEAM, pilot=pilot, channel="C1", ts=ts, author="U1", text="Priya", files=files, received_at=NOW)


def test_what_brings_nothing_wakes_nobody(store: Store, told: list[str]) -> None:
    with store.write() as session:
        receipts.take(session, TEAM, "e1", NOW)
    assert told == []


def test_a_notice_wakes_who_delivers(store: Store, told: list[str]) -> None:
    with store.write() as session:
        notices.say(session, TEAM, "home", key="U1", lane="home:U1", target="home", channel="U1", now=NOW)
    assert told == [news.NOTICES]


def test_only_the_first_moment_wakes_who_sweeps(store: Store, told: list[str]) -> None:
    with store.write() as session:
        question = a_question(session)
        questions.settle_at(session, question, NOW)
    with store.write() as session:
        found = questions.get(session, TEAM, question.pilot, "ownership")
        assert found is not None
        questions.settle_at(session, found, LATER)
    assert told == [news.DUE]
    with store.read() as session:
        assert questions.next_to_settle(session) == LATER


def test_a_moment_is_set_beside_other_changes_of_the_question(store: Store) -> None:
    with store.write() as session:
        question = a_question(session)
        question.settle_at = None
        question.asked = "U2"
        questions.settle_at(session, question, LATER)
        question.probe = "backup"
    with store.read() as session:
        found = questions.get(session, TEAM, question.pilot, "ownership")
        assert found is not None
        assert (found.asked, found.probe, found.settle_at) == ("U2", "backup", LATER)


def test_an_entry_is_stored_at_once_and_may_be_changed_after(store: Store) -> None:
    with store.write() as session:
        entry = entries.add(session, an_entry(a_question(session).pilot))
        assert entries.get(session, TEAM, "C1", "100.1") is entry
        entry.state = "talk"
    with store.read() as session:
        found = entries.get(session, TEAM, "C1", "100.1")
        assert found is not None
        assert found.model_dump() == entry.model_dump()
        assert (found.id, found.state, found.received_at) == (entry.id, "talk", NOW)


def test_an_entry_is_refused_the_second_time(store: Store) -> None:
    with store.write() as session:
        pilot = a_question(session).pilot
        entries.add(session, an_entry(pilot))
    with pytest.raises(IntegrityError), store.write() as session:
        entries.add(session, an_entry(pilot))


def test_names_are_read_with_the_people_of_the_channel_and_the_lead(store: Store) -> None:
    with store.write() as session:
        for user, team in (("U1", TEAM), ("U2", TEAM), ("U3", TEAM), ("U1", "T2")):
            session.add(Member(team=team, user=user, name=f"{team} {user}", refreshed_at=NOW))
        session.add(ChannelMember(team=TEAM, channel="C1", user="U2"))
    with store.read() as session:
        near = members.near(session, TEAM, "C1", ["U1"])
        assert near == [("U1", "T1 U1", "", "", "active"), ("U2", "T1 U2", "", "", "active")]
        assert members.state(session, TEAM, "U3") == "active"
        assert members.state(session, TEAM, "U9") is None
