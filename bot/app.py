"""The only place where everything is wired together."""

from __future__ import annotations

import os
import signal
import socket as sockets
import ssl
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from urllib.request import proxy_bypass

import structlog
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock
from bot.courier.courier import Courier, pace_of, real_time
from bot.courier.limits import Limits
from bot.courier.pace import Pace as Calls
from bot.courier.pace import Turns
from bot.records.outcomes import Outcome
from bot.records.store import Store, open_store
from bot.records.tables import Notice
from bot.settings import Courier as CourierSettings
from bot.settings import Settings
from bot.slack.background import Background
from bot.slack.bolt import bolt_app
from bot.slack.catching_up import catch_up
from bot.slack.directory import Directory
from bot.slack.lists import Lists
from bot.slack.office import Office
from bot.slack.render import render
from bot.slack.rounds import Rounds
from bot.slack.whisper import Whisper
from bot.ticking import Ticking
from bot.traces import trace_of
from bot.work import presence
from bot.work.desk import Desk, Pace
from bot.work.sweep import Sweep
from bot.work.threads import card_gone
from bot.work.undeliverable import refused

log = structlog.get_logger(__name__)
CALL_SECONDS = 10
STOP_SECONDS = 10.0
PING_SECONDS = 3.0
"""How often slack_sdk looks after its connection: one that broke is noticed, and made anew, within this time."""
LOOK_SECONDS = 0.5
PROXIES = ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")


class SlackUnusableError(Exception):
    """Slack cannot be used with these settings; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Running:
    """The bot at work."""

    store: Store
    office: Office
    courier: Courier
    ticking: Ticking
    socket: SocketModeHandler
    background: threading.Thread

    def stop(self) -> None:
        """Take nothing more in, end what is being done, close."""
        _hang_up(self.socket)
        self.office.background.stop()
        self.ticking.stop(STOP_SECONDS)
        self.courier.stop(STOP_SECONDS)
        self.office.whisper.close()
        self.background.join(STOP_SECONDS)
        with self.office.desk() as desk:
            presence.beat(desk)
        self.store.close()


def start(settings: Settings, clock: Clock) -> Running:
    """Connect to the database and to Slack and begin to work.

    Raises SlackUnusableError and ``StoreProblem``, each with a sentence for whoever runs the bot.
    """
    client = slack_client(settings)
    store = open_store(settings.database_url)
    calls = pace_of(limits(settings), real_time)
    office = _office(settings, clock, client, store, calls)
    directory = Directory(office)
    rounds = Rounds(office, directory)
    courier = Courier(
        store,
        client,
        clock.now,
        lambda notice: render(office, notice),
        _on_error(office),
        limits(settings),
        on_found=lambda notice: _found(office, notice),
        pace=calls,
    )
    socket = SocketModeHandler(
        bolt_app(office, directory),
        settings.slack_app_token.get_secret_value(),
        web_client=client,
        concurrency=settings.socket_concurrency,
        ping_interval=PING_SECONDS,
    )
    ticking = Ticking(
        store,
        Sweep(store, office.pace, on_error=_step_failed),
        clock,
        settings.tick_seconds,
        lambda now: rounds.look(now, socket.client.is_connected()),
    )
    background = threading.Thread(target=office.background.do, args=(rounds.go,), name="look-around", daemon=True)
    _connect(socket, settings)
    with office.desk() as desk:
        presence.begin(desk)
    courier.start()
    ticking.start()
    background.start()
    log.info("connected", workspace=office.workspace)
    return Running(store, office, courier, ticking, socket, background)


def _connect(socket: SocketModeHandler, settings: Settings) -> None:
    """Open the connection over which Slack speaks. Raises SlackUnusableError where the app token does not open it."""
    try:
        socket.connect()  # type: ignore[no-untyped-call]
    except SlackApiError as error:
        code = error.response.get("error", "")
        raise SlackUnusableError(
            f"Slack refuses the app token: {code}. Make one with connections:write and set SLACK_APP_TOKEN to it."
        ) from error
    except (OSError, SlackClientError) as error:
        raise SlackUnusableError(_silent(settings, error)) from error


def _silent(settings: Settings, error: Exception) -> str:
    return f"Slack does not answer at {settings.slack_api_url}: {type(error).__name__}. Is it right?"


def _hang_up(socket: SocketModeHandler) -> None:
    """Close the connection, whatever slack_sdk's own threads are just doing with it.

    Its reader would notice after up to three seconds: it is woken by an end of what there is to read.
    """
    client = socket.client
    client.auto_reconnect_enabled, client.closed, client.current_session_state.terminated = False, True, True
    client.message_queue.put(None)  # nothing to do, but who waits for the next message looks up
    open_one = client.current_session.sock if client.current_session else None
    if open_one is not None:
        with suppress(OSError):
            sockets.socket.shutdown(open_one, sockets.SHUT_RD)  # of TLS too: what is to be sent stays encrypted
    try:
        socket.close()  # type: ignore[no-untyped-call]
    except AttributeError:  # its reader closed the connection at the same moment: the second time there is none left
        socket.close()  # type: ignore[no-untyped-call]


def run(settings: Settings, clock: Clock) -> int:
    """Work until SIGTERM or SIGINT; the exit code (2: Slack cannot be used, with a sentence in the log)."""
    stopped = stop_signal()
    try:
        running = start(settings, clock)
    except SlackUnusableError as problem:
        log.error("no_slack", problem=str(problem))
        return 2
    wait_for(stopped)
    running.stop()
    return 0


def stop_signal() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    return stopped


def wait_for(stopped: threading.Event) -> None:
    """Wait, looking up now and then: a signal that comes just before a wait without end would not end it."""
    while not stopped.wait(LOOK_SECONDS):
        pass


def slack_client(settings: Settings) -> WebClient:
    """A client that never retries by itself (retries are rows) and has one TLS context for all calls."""
    heed_no_proxy(settings.slack_api_url)
    return WebClient(
        token=settings.slack_bot_token.get_secret_value(),
        base_url=settings.slack_api_url,
        timeout=CALL_SECONDS,
        ssl=ssl.create_default_context(),
        retry_handlers=[],
    )


def heed_no_proxy(address: str) -> None:
    """slack_sdk takes proxies from the environment whatever NO_PROXY says: take them away where none is to be used."""
    host = urlsplit(address).hostname or ""
    if host in ("localhost", "127.0.0.1", "::1") or proxy_bypass(host):
        for name in PROXIES:
            os.environ.pop(name, None)


def pace(settings: Settings) -> Pace:
    """The settings that the work needs."""
    return Pace(
        settle=timedelta(seconds=settings.answer_settle_seconds),
        late_reply=timedelta(minutes=settings.late_reply_minutes),
        verdict_quiet=timedelta(seconds=settings.verdict_quiet_seconds),
        erase_after=timedelta(days=settings.erase_deleted_after_days),
        numbers=settings.numbers,
        shared_channels=settings.shared_channels,
        launch_notice_days=settings.launch_notice_days,
        nudge_first_working_days=settings.nudge_first_working_days,
        nudge_second_working_days=settings.nudge_second_working_days,
    )


def limits(settings: Settings) -> Limits:
    """The settings that the courier needs."""
    own = settings.courier
    return Limits(
        per_minute=by_method(own),
        gap=timedelta(seconds=own.channel_seconds),
        halved=timedelta(seconds=own.halved_seconds),
        reaction_late=timedelta(seconds=own.reaction_late_seconds),
        look_up_after=timedelta(seconds=own.unknown_after_seconds),
        lease=timedelta(seconds=own.lease_seconds),
    )


def by_method(own: CourierSettings) -> dict[str, int]:
    """Calls per minute of each method that is paced, by Slack's tiers (each method's page in its reference)."""
    second = ("reactions.remove", "users.list", "users.conversations")
    third = ("chat.update", "reactions.add", "conversations.replies", "conversations.history", "conversations.info")
    fourth = ("views.publish", "files.completeUploadExternal", "conversations.members", "users.info")
    return {
        "chat.postMessage": own.post_message_per_minute,
        **dict.fromkeys(second, own.tier_2_per_minute),
        **dict.fromkeys(third, own.tier_3_per_minute),
        **dict.fromkeys(fourth, own.tier_4_per_minute),
    }


def _office(settings: Settings, clock: Clock, client: WebClient, store: Store, calls: Calls) -> Office:
    try:
        me = client.auth_test()
    except SlackApiError as error:
        raise SlackUnusableError(_why(error.response.get("error", ""))) from error
    except (OSError, SlackClientError) as error:
        raise SlackUnusableError(_silent(settings, error)) from error
    background = Background()
    return Office(
        store,
        clock,
        pace(settings),
        client,
        Whisper(client),
        background,
        Lists(client, background, Turns(calls, me["team_id"])),
        me["team_id"],
        me["user_id"],
        me.get("bot_id", ""),
        me.get("team", ""),
        me.get("url", ""),
    )


def _why(code: str) -> str:
    return f"Slack refuses the bot token: {code}. Install the app again and copy its token to SLACK_BOT_TOKEN."


def _on_error(office: Office) -> Callable[[Notice, str], Outcome]:
    def on_error(notice: Notice, code: str) -> Outcome:
        with office.store.write() as session:
            desk = Desk(session, notice.team, office.clock.now(), office.pace)
            return Outcome.AGAIN if card_gone(desk, notice, code) else refused(desk, notice, code)

    return on_error


def _step_failed(error: Exception) -> None:
    """A step of the sweep failed; its row stays due."""
    log.error("step_failed", error=type(error).__name__, trace=trace_of(error))


def _found(office: Office, notice: Notice) -> None:
    """A card that was in doubt is found: what was written below it meanwhile is read."""
    if notice.kind == "card":
        office.background.later(catch_up, office, "", notice.pilot)
