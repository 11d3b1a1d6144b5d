"""The clocks: the machine's, and one at an address that can be moved."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bot.clock import SystemClock, UrlClock, read_answer

SOME_DAY = datetime(2031, 5, 6, 7, 8, 9, tzinfo=UTC)


class Server(ThreadingHTTPServer):
    """Answers with ``body`` and counts how often it was asked."""

    body = json.dumps({"now": SOME_DAY.isoformat()})
    asked = 0


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.body.encode())

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answer) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.01,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The real time in seconds, which a test moves by hand."""
    seconds = [1000.0]
    monkeypatch.setattr("bot.clock.time.monotonic", lambda: seconds[0])
    return seconds


def at(server: Server) -> UrlClock:
    return UrlClock(f"http://127.0.0.1:{server.server_port}/clock")


def test_the_machines_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().utcoffset() == timedelta(0)


@pytest.mark.usefixtures("real")
def test_the_time_comes_from_the_address(server: Server) -> None:
    assert at(server).now() == SOME_DAY


def test_it_runs_on_for_a_fifth_of_a_second_without_asking_again(server: Server, real: list[float]) -> None:
    moved = at(server)
    moved.now()
    real[0] += 0.15
    assert moved.now() == SOME_DAY + timedelta(seconds=0.15)
    assert server.asked == 1


def test_a_moved_clock_is_seen_after_a_fifth_of_a_second(server: Server, real: list[float]) -> None:
    moved = at(server)
    moved.now()
    server.body = json.dumps({"now": (SOME_DAY + timedelta(days=7)).isoformat()})
    real[0] += 0.21
    assert moved.now() == SOME_DAY + timedelta(days=7)


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"now": 5}', '{"now": "soon"}', '{"now": "2031-05-06T07:08:09"}'])
def test_a_bad_answer_lets_the_last_one_run_on(server: Server, real: list[float], body: str) -> None:
    moved = at(server)
    moved.now()
    server.body = body
    real[0] += 60
    assert moved.now() == SOME_DAY + timedelta(seconds=60)


def test_before_the_first_answer_it_is_the_machines_time() -> None:
    before = datetime.now(UTC)
    found = UrlClock("http://127.0.0.1:9/nobody").now()
    assert before <= found <= before + timedelta(seconds=5)


def test_an_offset_is_turned_into_utc() -> None:
    there = SOME_DAY.astimezone(timezone(timedelta(hours=5)))
    assert read_answer(json.dumps({"now": there.isoformat()}).encode()).tzinfo is UTC
    assert read_answer(json.dumps({"now": there.isoformat()}).encode()) == SOME_DAY


@pytest.mark.parametrize("body", [b"\xff", b"null", b'{"now": null}'])
def test_what_is_no_answer_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_answer(body)
