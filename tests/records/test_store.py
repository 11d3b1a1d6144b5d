"""One writer, nothing half-saved, and sentences instead of driver errors."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bot.records import pilots, receipts
from bot.records.store import Store, StoreProblem, open_store
from bot.records.tables import FactRow, Pilot, Receipt
from tests.records.conftest import NOW, TEAM, a_pilot


def count(store: Store) -> int:
    with store.read() as session:
        return len(session.exec(select(Receipt)).all())


def test_what_was_written_is_there_and_rows_stay_readable(store: Store) -> None:
    with store.write() as session:
        pilot = pilots.add(session, a_pilot())
    assert pilot.name == "Invoice reader"
    with store.read() as session:
        assert pilots.get(session, TEAM, pilot.id or 0) is not None


def test_an_exception_takes_everything_back_and_wakes_nobody(store: Store) -> None:
    woken: list[str] = []
    store.on_commit(lambda: woken.append("woken"))
    with pytest.raises(RuntimeError, match="stop"):
        write_many(store, stop)
    assert (count(store), woken) == (0, [])
    with store.write() as session:
        receipts.take(session, TEAM, "e1", NOW)
    assert (count(store), woken) == (1, ["woken"])


def test_callbacks_run_after_the_commit_and_outside_the_lock(store: Store) -> None:
    seen: list[int] = []
    store.on_commit(lambda: seen.append(count(store)))
    with store.write() as session:
        receipts.take(session, TEAM, "e1", NOW)
    assert seen == [1]


def test_writers_wait_for_each_other_and_nothing_is_lost(store: Store) -> None:
    def work(name: int) -> None:
        for number in range(25):
            with store.write() as session:
                session.exec(select(Receipt)).all()  # read first: would fail in a deferred transaction
                receipts.take(session, TEAM, f"{name}:{number}", NOW)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count(store) == 150


def test_two_processes_may_both_read_first_and_write_then(store: Store) -> None:
    """In a deferred transaction the second would fail at once, whatever the timeout."""
    other = open_store(f"sqlite:///{store.engine.url.database}")
    threads = [threading.Thread(target=read_and_write, args=(each, name)) for name, each in enumerate((store, other))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    other.close()
    assert count(store) == 80


def read_and_write(store: Store, name: int) -> None:
    for number in range(40):
        with store.write() as session:
            session.exec(select(Receipt)).all()
            receipts.take(session, TEAM, f"{name}:{number}", NOW)


def test_a_writer_waits_its_turn_instead_of_polling(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.records.dialect.PRAGMAS", ("busy_timeout=0",))
    impatient = open_store(f"sqlite:///{store.engine.url.database}")
    with impatient.write() as session:
        receipts.take(session, TEAM, "first", NOW)
        waiting = threading.Thread(target=write_one, args=(impatient,))
        waiting.start()
        waiting.join(0.05)
        assert waiting.is_alive()
    waiting.join()
    impatient.close()
    assert count(store) == 2


def test_a_reader_does_not_wait_for_a_writer(store: Store) -> None:
    with store.write() as session:
        receipts.take(session, TEAM, "e1", NOW)
        began = time.monotonic()
        assert count(store) == 0
        assert time.monotonic() - began < 1


def test_a_write_within_a_write_is_a_mistake(store: Store) -> None:
    with store.write(), pytest.raises(RuntimeError, match="within another one"), store.write():
        pass
    with store.write() as session:
        assert receipts.take(session, TEAM, "still usable", NOW)


def test_foreign_keys_and_durability_are_on(store: Store) -> None:
    with store.read() as session:
        pragmas = [session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() for name in
                   ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")]  # fmt: skip
    assert pragmas == ["wal", 2, 1, 5000]
    with pytest.raises(IntegrityError), store.write() as session:
        session.add(FactRow(team=TEAM, pilot=404, at=NOW, by="", kind="live"))


def test_moments_come_back_aware(store: Store, pilot: Pilot) -> None:
    with store.read() as session:
        kept = pilots.get(session, TEAM, pilot.id or 0)
    assert kept is not None
    assert (kept.started_at, kept.started_at.tzinfo is not None) == (NOW, True)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("sqlite:////nowhere/at/all/shipready.db", "cannot be opened"),
        ("sqlite://", "in-memory"),
        ("sqlite:///:memory:", "in-memory"),
        ("what is this", "DATABASE_URL cannot be read"),
        ("oracle9://host/db", "DATABASE_URL cannot be read"),
    ],
)
def test_a_wrong_address_is_a_sentence(url: str, sentence: str) -> None:
    with pytest.raises(StoreProblem, match=sentence):
        open_store(url)


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"Dear diary, " * 100)
    with pytest.raises(StoreProblem, match="is not a database"):
        open_store(f"sqlite:///{tmp_path / 'x.db'}")


def test_missing_tables_name_the_command(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    with pytest.raises(StoreProblem, match="Run: shipready migrate"), store.read() as session:
        pilots.all_of(session, TEAM)
    store.close()


def write_many(store: Store, trouble: Callable[[Session], None]) -> None:
    with store.write() as session:
        trouble(session)
        for number in range(500):
            receipts.take(session, TEAM, f"{number}" * 200, NOW)


def stop(session: Session) -> None:
    receipts.take(session, TEAM, "e0", NOW)
    raise RuntimeError("stop")


def read_only(session: Session) -> None:
    session.connection().exec_driver_sql("PRAGMA query_only=ON")  # what a read-only file gives, as root too


def full(session: Session) -> None:
    session.connection().exec_driver_sql("PRAGMA max_page_count=1")  # what a full disk gives


@pytest.mark.parametrize(("trouble", "sentence"), [(read_only, "read-only"), (full, "No room is left")])
def test_a_broken_disk_is_a_sentence_and_changes_nothing(
    store: Store, trouble: Callable[[Session], None], sentence: str
) -> None:
    with pytest.raises(StoreProblem, match=sentence):
        write_many(store, trouble)
    store.engine.dispose()
    assert count(store) == 0


def test_another_writer_is_a_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.records.dialect.BUSY_MILLISECONDS", 10)
    path = store.engine.url.database or ""
    other = open_store(f"sqlite:///{path}")
    with store.write() as session:
        receipts.take(session, TEAM, "e1", NOW)
        with other.read() as reader:
            reader.connection().exec_driver_sql("PRAGMA busy_timeout=10")
        with pytest.raises(StoreProblem, match="Another process holds"):
            run_in_thread(lambda: write_one(other))
    other.close()


def write_one(store: Store) -> None:
    with store.write() as session:
        receipts.take(session, TEAM, "e2", NOW)


def run_in_thread(work: Callable[[], None]) -> None:
    """Runs ``work`` in another thread, as another process would, and raises here what it raised there."""
    raised: list[BaseException] = []

    def guarded() -> None:
        try:
            work()
        except StoreProblem as problem:
            raised.append(problem)

    thread = threading.Thread(target=guarded)
    thread.start()
    thread.join()
    if raised:
        raise raised[0]


def test_an_error_of_the_database_does_not_carry_what_somebody_wrote(store: Store) -> None:
    with pytest.raises(IntegrityError) as raised, store.write() as session:
        session.add_all(Receipt(team=TEAM, key="our salaries", at=NOW) for _ in range(2))
    assert "salaries" not in str(raised.value)
