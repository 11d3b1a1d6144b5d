"""Payloads that no client sends, for every way into the bot: always answered, no fault, nothing changed by a guest."""

from __future__ import annotations

import copy
import json
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.slack import failures
from bot.slack.listeners.action_table import BUTTONS, HELP
from bot.slack.listeners.events import EVENTS
from bot.slack.listeners.form_presses import STEPS
from bot.slack.listeners.submission_table import SUBMISSIONS
from tests.conversations import forging
from tests.conversations.stage import Json, stage
from tests.conversations.told import GUEST, PRIYA, Told

pytestmark = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
"""The bot's own threads draw random pauses meanwhile, which Hypothesis takes for ours."""
QUICK = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NASTY = [
    "", "0", "1", "²", "1:", "1:ownership", "-1", "9" * 400, "\u0000", "\u202e", "<!channel>", "<@U0PRIYA01>",
    "T0OTHER",
    "' or 1=1 --", "../../etc/passwd", "C0PILOTS1", "U0PRIYA01", "form:ownership", "row:dependencies", "{}", "[" * 900,
    "x" * 5_000, "1795517000.000100", "\ud800", "None", "message_changed", "tombstone", "status", "start \u200b",
    "%s%n",
]  # fmt: skip
BOT = Path(failures.__file__).parents[1]
ANSWERED = (200, 404)
"""404: none of the bot's business, which Bolt says by itself."""
LEAVES = st.one_of(
    st.sampled_from(NASTY),
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False),
    st.text(max_size=20),
)
JUNK = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@contextmanager
def open_form(directory: Path) -> Iterator[Told]:
    """A workspace with one pilot, one answer, and a form open."""
    with stage(directory) as on:
        told = Told(on, directory)
        card = told.start()
        told.settled(told.priya.say("pilots", "Ngozi Okonkwo owns it, Tom steps in.", thread_ts=card["ts"]), card)
        told.open(told.on.in_thread(card, "as I read it"), "correct")
        yield told


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """A workspace in which anything may happen."""
    with open_form(tmp_path_factory.mktemp("hostile")) as found:
        yield found


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """A workspace in which nothing is to happen."""
    with open_form(tmp_path_factory.mktemp("still")) as found:
        yield found


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What failed inside, as the one place for faults hears of it."""
    heard: list[str] = []

    trace_of = failures.trace_of

    def listening(error: Exception) -> str:
        if _is_ours(error):
            heard.append("".join(traceback.format_exception(error)))
        return trace_of(error)

    monkeypatch.setattr(failures, "trace_of", listening)
    return heard


def _is_ours(error: Exception) -> bool:
    """Whether it came up in the bot's own code; what Bolt cannot read fails in Bolt, and is answered all the same."""
    return any(frame.filename.startswith(str(BOT)) for frame in traceback.extract_tb(error.__traceback__))


def paths(value: object, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place inside a payload."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*at, key)
        yield from paths(inner, (*at, key))


@st.composite
def spoilt(draw: st.DrawFn, payloads: list[Json]) -> Json:
    """A payload with one to four of its places taken out or filled with junk."""
    body = copy.deepcopy(draw(st.sampled_from(payloads)))
    for _ in range(draw(st.integers(1, 4))):
        places = [path for path in paths(body) if path not in FRAME]
        if places:
            _spoil(draw, body, draw(st.sampled_from(places)))
    return body


FRAME = {
    ("type",), ("command",), ("callback_id",), ("event",), ("event", "type"), ("view",), ("view", "type"),
    ("actions",), ("actions", 0), ("actions", 0, "type"), ("message",), ("container",),
}  # fmt: skip
NAMES = {("actions", 0, "action_id"), ("actions", 0, "block_id"), ("view", "callback_id")}
PLACES = {"channel", "user", "team"}
"""By these Bolt itself finds the listener and the workspace: where one is no text, nothing reaches the bot."""


def _spoil(draw: st.DrawFn, body: Any, path: tuple[Any, ...]) -> None:
    holder = body
    for key in path[:-1]:
        holder = holder[key]
    if path in NAMES or path[-1] in PLACES:
        holder[path[-1]] = draw(st.sampled_from(NASTY))
    elif isinstance(holder, dict) and draw(st.booleans()):
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = draw(JUNK)


def values(element: Json, block: str = "owner", action: str = "owner") -> Json:
    """The state of a form with one field."""
    return {block: {action: element}}


FIELDS = [
    values({"type": "users_select", "selected_user": "U0NGOZI01"}),
    values({"type": "plain_text_input", "value": "8 to 17"}, "cover_hours", "cover_hours"),
    values({"type": "datepicker", "selected_date": "2026-11-01"}, "new.until", "until"),
    values({"type": "number_input", "value": "20"}, "share", "share"),
    values({"type": "static_select", "selected_option": {"value": "contract"}}, "new.stability", "stability"),
    values({"type": "checkboxes", "selected_options": [{"value": "logged"}]}, "d1.logged", "logged"),
    values({"type": "multi_users_select", "selected_users": ["U0NGOZI01"]}, "who", "who"),
]
THREAD = {"type": "message", "channel": "C0PILOTS1", "user": PRIYA, "text": "It is Ngozi's.", "ts": "1795999999.000100"}


def bodies(told: Told) -> dict[str, list[Json]]:
    """A good payload of each kind, for the workspace of these tests."""
    root, token = (
        str(told.rows("select root_ts from pilot")[0][0]),
        told.rows("select token from draft order by id")[0][0],
    )
    reply = {**THREAD, "thread_ts": root, "team": forging.TEAM}
    edited = {
        "type": "message",
        "subtype": "message_changed",
        "channel": "C0PILOTS1",
        "message": {**reply, "edited": {"ts": "9.9"}},
    }
    deleted = {
        "type": "message",
        "subtype": "message_deleted",
        "channel": "C0PILOTS1",
        "deleted_ts": "1795999999.000100",
    }
    user = {
        "id": GUEST,
        "team_id": forging.TEAM,
        "profile": {"real_name": "Gus"},
        "tz": "Europe/London",
        "deleted": False,
    }
    around = [{"type": kind, "user": user, "channel": "C0ELSE", "event_ts": "1.2", "tab": "home"} for kind in EVENTS]
    metadata = json.dumps({"draft": token, "revision": 0})
    views = [{"type": "modal", "private_metadata": metadata, "callback_id": "form:ownership"}]
    views += [
        {**views[0], "callback_id": name if name not in ("form", "row") else f"{name}:review"} for name in SUBMISSIONS
    ]
    return {
        "command": [forging.command(PRIYA, text) for text in TYPED],
        "press": [forging.press(PRIYA, action, "1:ownership") for action in (*BUTTONS, *HELP, "run_command")],
        "form press": [forging.press_in_form(PRIYA, views[0], action, "data") for action in STEPS],
        "submission": [forging.submission(PRIYA, view, state) for view in views for state in FIELDS],
        "message": [forging.event(one) for one in (reply, edited, deleted, {**reply, "channel_type": "im"})],
        "event": [forging.event(one) for one in around],
        "shortcut": [
            {"type": "message_action", "callback_id": "record_answer", "user": {"id": PRIYA}, "trigger_id": "7.7",
             "channel": {"id": "C0PILOTS1"}, "message": reply, "response_url": ""}
        ],
    }  # fmt: skip


TYPED = ("status", "list all", "owner <@U0NGOZI01>", "move p1 <#C0ELSE>", "lead p1", "rename to x", "stauts")
KINDS = ("command", "press", "form press", "submission", "message", "event", "shortcut")


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_comes_in_is_answered_without_a_fault(told: Told, faults: list[str], kind: str) -> None:
    good = bodies(told)[kind]

    @QUICK
    @given(spoilt(good))
    def each(body: Json) -> None:
        faults.clear()
        response = forging.hand_in(told.on, body)
        assert response.status in ANSWERED
        assert faults == []

    each()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "event"])
def test_a_guest_changes_nothing_whatever_they_send(still: Told, faults: list[str], kind: str) -> None:
    told = still
    before = _kept(told)

    @QUICK
    @given(spoilt([_by_a_guest(body) for body in bodies(told)[kind]]))
    def each(body: Json) -> None:
        assume(PRIYA not in json.dumps(body))
        assert forging.hand_in(told.on, body).status in ANSWERED
        assert faults == []

    each()
    assert _kept(told) == before


def _by_a_guest(body: Json) -> Json:
    """The payload as a guest would send it."""
    changed: Json = copy.deepcopy(body)
    for path in list(paths(changed)):
        holder: Any = changed
        for key in path[:-1]:
            holder = holder[key]
        if holder[path[-1]] == PRIYA:
            holder[path[-1]] = GUEST
    return changed


def _kept(told: Told) -> list[Any]:
    return [told.rows(f"select * from {table}") for table in ("pilot", "fact", "question")]
