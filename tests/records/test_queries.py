"""Every query asks for the workspace, appends instead of overwriting, and finds what it says."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.readiness.facts import FactKind, MemberState
from bot.records import channels, drafts, entries, facts, members, notices, pilots, posts, questions, receipts, verdicts
from bot.records.store import Store
from bot.records.tables import Entry, Pilot, Post, Question, Wording
from tests.records.conftest import NOW, TEAM, a_pilot

OTHER = "T2"
LATER = NOW + timedelta(minutes=1)


def id_of(pilot: Pilot) -> int:
    assert pilot.id is not None
    return pilot.id


def test_a_pilot_is_found_by_its_thread_its_name_and_its_channel(store: Store, pilot: Pilot) -> None:
    with store.read() as session:
        assert pilots.by_root(session, TEAM, "C1", "100.000001") == pilot
        assert pilots.by_name_key(session, TEAM, "C1", "invoice reader") == pilot
        assert pilots.in_channel(session, TEAM, "C1") == pilots.all_of(session, TEAM) == [pilot]


def test_another_workspace_finds_nothing(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        facts.append(session, TEAM, id_of(pilot), FactKind.LIVE, "ULEAD", NOW)
        members.put(session, TEAM, "ULEAD", MemberState.ACTIVE, NOW)
    with store.read() as session:
        assert pilots.get(session, OTHER, id_of(pilot)) is None
        assert pilots.by_root(session, OTHER, "C1", "100.000001") is None
        assert facts.of_pilot(session, OTHER, id_of(pilot)) == []
        assert facts.record(session, OTHER, pilot).facts == ()
        assert members.get(session, OTHER, "ULEAD") is None


def test_a_card_that_is_not_posted_is_nobodys_thread(store: Store) -> None:
    with store.write() as session:
        new = a_pilot()
        new.root_ts = ""
        pilots.add(session, new)
        assert pilots.by_root(session, TEAM, "C1", "") is None


def test_a_retired_pilot_frees_its_name(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        kept = pilots.get(session, TEAM, id_of(pilot))
        assert kept is not None
        kept.state = "retired"
    with store.read() as session:
        assert pilots.by_name_key(session, TEAM, "C1", "invoice reader") is None


def test_the_record_holds_the_facts_and_what_the_people_in_them_were(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        members.put(session, TEAM, "UBOB1", MemberState.ACTIVE, NOW)
        members.put(session, TEAM, "UBOB1", MemberState.ACTIVE, LATER)
        members.put(session, TEAM, "UBOB1", MemberState.GUEST, LATER)
        members.put(session, TEAM, "UNOBODY", MemberState.ACTIVE, NOW)
        values = {"who": {"users": ["UBOB1", "UEVE1"]}, "path": "by hand", "tried_on": "2026-01-02"}
        saved = facts.append(
            session, TEAM, id_of(pilot), FactKind.SAVED, "UADA1", NOW, "replacement", values=values, cites=["101.5"]
        )
    with store.read() as session:
        record = facts.record(session, TEAM, pilot)
    told = [(fact.values["user"], fact.values["state"]) for fact in record.facts if fact.kind is FactKind.MEMBER]
    assert told == [("UBOB1", "active"), ("UBOB1", "guest")]
    (fact,) = [fact for fact in record.facts if fact.kind is FactKind.SAVED]
    assert (fact.id, fact.values, fact.cites, fact.by) == (saved.id, values, ("101.5",), "UADA1")
    assert (record.zone, record.lead, record.started_at) == ("Europe/Berlin", "ULEAD", NOW)


def test_facts_come_in_the_order_they_became_known(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        for at, group in ((LATER, "review"), (NOW, "review"), (NOW, "tests")):
            facts.append(
                session, TEAM, id_of(pilot), FactKind.NOT_YET, "UADA1", at, group, cites=["9.1"], source="click"
            )
    with store.read() as session:
        kept = facts.of_pilot(session, TEAM, id_of(pilot))
        assert [(fact.at, fact.group) for fact in kept] == [(NOW, "review"), (NOW, "tests"), (LATER, "review")]
        assert facts.last_id(session, TEAM, id_of(pilot), "review") == 2
        assert facts.last_id(session, TEAM, id_of(pilot), "access") == 0
        assert len(facts.citing(session, TEAM, id_of(pilot), "9.1")) == 3


def test_something_is_taken_once_and_forgotten_after_a_while(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        assert receipts.take(session, TEAM, "Ev1", NOW)
        assert not receipts.take(session, TEAM, "Ev1", NOW)
        assert receipts.take(session, OTHER, "Ev1", NOW)
        facts.append(session, TEAM, id_of(pilot), FactKind.LIVE, "ULEAD", NOW)  # the transaction is still good
    with store.write() as session:
        assert receipts.forget(session, NOW) == 0
        assert receipts.forget(session, LATER) == 2
        assert receipts.take(session, TEAM, "Ev1", LATER)


def test_entries_come_in_the_order_they_were_written(store: Store, pilot: Pilot) -> None:
    def entry(ts: str, **columns: Any) -> Entry:
        about = {"team": TEAM, "pilot": id_of(pilot), "channel": "C1", "author": "UADA1", "received_at": NOW}
        return Entry(**{**about, "ts": ts, "conversation": "review", **columns})

    with store.write() as session:
        entries.add(session, entry("102.000002"))
        first = entries.add(session, entry("101.000001", settled=True))
        entries.add(session, entry("103.000003", state="talk"))
        gone = entries.add(session, entry("104.000004", state="withdrawn", erase_at=NOW))
        entries.keep_wording(
            session, Wording(team=TEAM, entry=first.id or 0, version="1", text="x", replaced_at=NOW, erase_at=LATER)
        )
    with store.write() as session:
        answers = entries.of_conversation(session, TEAM, id_of(pilot), "review")
        assert [answer.ts for answer in answers] == ["101.000001", "102.000002"]
        assert [new.ts for new in entries.unsettled(session, TEAM, id_of(pilot), "review")] == ["102.000002"]
        assert entries.due_to_erase(session, NOW) == [gone]
        assert entries.due_to_erase(session, NOW - timedelta(seconds=1)) == []
        assert entries.erase_wordings(session, NOW) == 0
        assert len(entries.wordings(session, TEAM, first.id or 0)) == 1
        assert entries.erase_wordings(session, LATER) == 1


def test_a_deletion_may_come_first_and_twice(store: Store) -> None:
    with store.write() as session:
        entries.bury(session, TEAM, "C1", "105.1", NOW)
        entries.bury(session, TEAM, "C1", "105.1", LATER)
        buried = entries.buried(session, TEAM, "C1", "105.1")
        assert buried is not None
        assert buried.at == NOW
        assert entries.buried(session, TEAM, "C2", "105.1") is None


def test_answers_settle_when_they_have_been_quiet(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        question = Question(team=TEAM, pilot=id_of(pilot), conversation="review", settle_at=LATER)
        questions.add(session, question)
        questions.add(session, Question(team=TEAM, pilot=id_of(pilot), conversation="failure"))
        assert questions.due_to_settle(session, NOW) == []
        assert questions.due_to_settle(session, LATER) == [question]
        assert questions.next_to_settle(session) == LATER
        assert questions.get(session, TEAM, id_of(pilot), "review") == question


def test_an_identical_notice_that_is_still_due_is_the_same_one(store: Store, pilot: Pilot) -> None:
    def say(key: str = "", **columns: object) -> int | None:
        about = {"lane": "L", "channel": "C1", "now": NOW, "rank": notices.BULK, **columns}
        return notices.say(session, TEAM, "card", pilot=pilot.id, key=key, **about).id  # type: ignore[arg-type]

    with store.write() as session:
        first = say(due_at=LATER)
        assert first == say()
        assert first == say(rank=notices.INTERACTIVE)
        assert first != say(key="other")
        kept = notices.get(session, TEAM, first or 0)
        assert kept is not None
        assert (kept.due_at, kept.rank) == (NOW, notices.INTERACTIVE)
        kept.state = "claimed"
        assert first != say()


def test_a_notice_that_was_dropped_is_due_no_more_and_forgotten(store: Store) -> None:
    with store.write() as session:
        said = notices.say(session, TEAM, "nudge", lane="L", channel="C1", now=NOW, due_at=LATER)
        assert notices.next_due(session, NOW) == LATER
        assert said is not None
        said.state, said.done_at = "dropped", NOW
        session.add(said)
        assert (notices.next_due(session, NOW), notices.waiting(session, TEAM)) == (None, 0)
        assert notices.forget(session, NOW + timedelta(days=31), 30) == 1


def test_a_post_is_where_it_was_put_last(store: Store, pilot: Pilot) -> None:
    def post(ts: str) -> Post:
        return Post(team=TEAM, pilot=id_of(pilot), kind="card", channel="C1", ts=ts, posted_at=NOW)

    with store.write() as session:
        posts.put(session, post("1.0"))
        assert posts.mark_gone(session, TEAM, "C1", "1.0") is not None
        assert posts.mark_gone(session, TEAM, "C1", "9.9") is None
    with store.write() as session:
        kept = posts.get(session, TEAM, pilot.id, "card")
        assert kept is not None
        assert kept.gone
        posts.put(session, post("2.0"))
    with store.read() as session:
        (kept,) = posts.of_pilot(session, TEAM, id_of(pilot))
        assert (kept.ts, kept.gone) == ("2.0", False)
        assert posts.by_ts(session, TEAM, "C1", "2.0") == kept


def test_who_is_in_a_channel(store: Store) -> None:
    with store.write() as session:
        channels.set_people(session, TEAM, "C1", ["U1", "U2"])
        channels.joined(session, TEAM, "C1", "U2")
        channels.joined(session, TEAM, "C1", "U3")
        channels.left(session, TEAM, "C1", "U1")
        channels.joined(session, TEAM, "C2", "U3")
        assert channels.people(session, TEAM, "C1") == {"U2", "U3"}
        assert channels.of_user(session, TEAM, "U3") == ["C1", "C2"]
        channels.set_people(session, TEAM, "C1", ["U9"])
        assert channels.people(session, TEAM, "C1") == {"U9"}
        channels.put(session, TEAM, "C1", NOW, name="pilots")
        channels.put(session, TEAM, "C1", LATER, archived=True)
        known = channels.get(session, TEAM, "C1")
        assert known is not None
        assert (known.name, known.archived, known.refreshed_at) == ("pilots", True, LATER)


def test_a_draft_is_closed_once_and_only_in_its_workspace(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        draft = drafts.open(session, TEAM, "U1", "form:review", NOW, pilot=pilot.id, revision=7)
        assert drafts.get(session, OTHER, draft.token) is None
        assert not drafts.close(session, OTHER, draft.token, NOW)
        assert drafts.close(session, TEAM, draft.token, NOW)
        assert not drafts.close(session, TEAM, draft.token, NOW)


def test_a_verdict_is_looked_at_when_the_first_change_has_been_quiet(store: Store, pilot: Pilot) -> None:
    with store.write() as session:
        verdicts.look(session, TEAM, id_of(pilot), NOW)
        verdicts.look(session, TEAM, id_of(pilot), LATER)
        assert verdicts.next_to_look(session) == NOW
        assert verdicts.due_to_look(session, NOW) == [verdicts.of_pilot(session, TEAM, id_of(pilot))]


def test_who_came_or_went_while_the_list_was_read_stays_so(store: Store) -> None:
    with store.write() as session:
        channels.set_people(session, TEAM, "C1", ["U1", "U2"])
        known = channels.people(session, TEAM, "C1")
        channels.joined(session, TEAM, "C1", "UNEW")
        channels.left(session, TEAM, "C1", "U2")
        channels.set_people(session, TEAM, "C1", ["U1", "U2", "U3"], known)
        assert channels.people(session, TEAM, "C1") == {"U1", "U3", "UNEW"}
        assert channels.has(session, TEAM, "C1", "U3")
        assert not channels.has(session, TEAM, "C1", "U2")


def test_people_are_named_in_full(store: Store) -> None:
    with store.write() as session:
        members.put(session, TEAM, "U1", MemberState.ACTIVE, NOW, name="Priya Raman", display_name="priya.r")
        members.put(session, TEAM, "U2", MemberState.ACTIVE, NOW, display_name="tom")
        assert members.names(session, TEAM, ["U1", "U2", "U3"]) == {"U1": "Priya Raman", "U2": "tom"}
