"""One seed: a workspace, the bot, people, faults and kills; then rest, and what is broken."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bot.sandbox.driver import Driver
from bot.sandbox.server import Sandbox
from tests.conversations.stage import MANIFEST
from tests.simulation.checks import differences
from tests.simulation.checks.found import Found
from tests.simulation.checks.posts import said_blindly
from tests.simulation.current import stale
from tests.simulation.end import come_to_rest, kept
from tests.simulation.faults import weather
from tests.simulation.keeping import keep
from tests.simulation.killing import Killing
from tests.simulation.ledger import Json, Ledger
from tests.simulation.person import Someone
from tests.simulation.process import Bot, Nursery
from tests.simulation.town import BOT, PEOPLE

ACK_SECONDS = 0.8
STEPS = 7
_NURSERY: list[Nursery] = []
TROUBLE = ("list_cut_short", "no_slack", "Error: ", "repeated without")
"""What in the bot's log is worth telling."""


@dataclass
class Report:
    """What a seed came to: how much happened, and the sentences of what is broken (none: all is well)."""

    seed: int
    seconds: float = 0.0
    calls: int = 0
    replies: int = 0
    presses: int = 0
    posts: int = 0
    kills: int = 0
    faults: int = 0
    blind: int = 0
    broken: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def simulate(seed: int, nursery: Nursery) -> Report:
    """Run one seed; its report."""
    began = time.monotonic()
    for name in ("uvicorn.error", "asyncio"):  # a killed bot leaves half a request behind, of which they would tell
        logging.getLogger(name).setLevel(logging.CRITICAL)
    with TemporaryDirectory(prefix="simulation") as directory, Sandbox(MANIFEST) as sandbox:
        driver = Driver(sandbox.url)
        bot = Bot(nursery, sandbox, Path(directory))
        try:
            report = _live(seed, driver, sandbox, bot)
        finally:
            bot.kill()
            driver.close()
    report.kills = bot.kills - 1
    report.seconds = time.monotonic() - began
    return report


def run_one(seed: int) -> Report:
    """One seed in a process of a pool; each has a nursery, which ends with it."""
    if not _NURSERY:
        _NURSERY.append(Nursery())
    return simulate(seed, _NURSERY[0])


def _live(seed: int, driver: Driver, sandbox: Sandbox, bot: Bot) -> Report:
    faults, ledger = weather(seed), Ledger()
    driver.settings(strict_limits=False, retry_scale=faults.retry_scale, ack_timeout_seconds=ACK_SECONDS)
    bot.start()
    driver.connected()
    driver.wait_for(lambda: driver.calls("conversations.members"))  # by then it knows who is who
    driver.faults(**faults.rules)
    people = _people(seed, sandbox.url, ledger)
    _together(people, Killing(sandbox.url, bot, faults.strokes, ledger))
    struck = _struck(driver)
    if faults.ends_killed:
        _away(driver, bot, people)
    rests = come_to_rest(driver, bot, killed=faults.ends_killed)
    report = _report(seed, driver, bot, ledger)
    report.faults = struck
    for person in people:
        person.leave()
    report.broken += [] if rests else ["wrong: it does not come to rest"]
    report.broken += [f"wrong: {one.name} could not go on: {one.failed!r}" for one in people if one.failed]
    if report.broken:
        keep(seed, driver, bot, ledger, report.broken)
    report.notes = [repr(faults), *ledger.notes, *report.notes]
    return report


def _people(seed: int, url: str, ledger: Ledger) -> list[Someone]:
    starts = Random(f"pilots {seed}").choice(((1, 0, 0), (1, 1, 0), (1, 1, 1), (2, 0, 1)))
    return [Someone(url, user, f"{seed} {user}", STEPS, starts[number], ledger) for number, user in enumerate(PEOPLE)]


def _together(people: list[Someone], killing: Killing) -> None:
    for thread in (*people, killing):
        thread.start()
    for person in people:
        person.join()
    killing.finish()


def _away(driver: Driver, bot: Bot, people: list[Someone]) -> None:
    """The bot is gone for so long that Slack gives up on what is written meanwhile."""
    driver.faults()
    driver.settings(retry_scale=0.0)
    bot.kill()
    for person in people:
        person.go_on_writing()
    driver.idle()


def _report(seed: int, driver: Driver, bot: Bot, ledger: Ledger) -> Report:
    state = driver.get("state")
    messages = _messages(driver, state["channels"])
    posts = [one for one in messages.values() if one.get("user") == BOT and not one.get("is_ephemeral")]
    log = bot.log.read_text(encoding="utf-8")
    found = Found(ledger, kept(bot.database), posts, messages, log)
    now = datetime.fromisoformat(state["now"])
    broken = [*differences(found), *stale(bot.database, state["team"]["id"], now, messages)]
    presses = sum(count for name, count in ledger.sent.items() if not name.endswith("never"))
    return Report(
        seed, calls=len(driver.calls()), replies=len(ledger.said), presses=presses, posts=len(posts), broken=broken,
        blind=said_blindly(found).total(),
        notes=[line for line in log.splitlines() if any(sign in line for sign in TROUBLE)],
    )  # fmt: skip


def _messages(driver: Driver, channels: list[Json]) -> dict[tuple[str, str], Json]:
    """Every message that is in Slack now, by channel and ts; the threads' too."""
    found: dict[tuple[str, str], Json] = {}
    for channel in channels:
        for message in driver.messages(channel["id"]):
            thread = driver.messages(channel["id"], message["ts"]) if message.get("reply_count") else [message]
            found |= {(channel["id"], one["ts"]): one for one in thread}
    return found


def _struck(driver: Driver) -> int:
    shown = driver.get("faults")
    calls = sum(int(rule.get("struck", 0)) for rule in shown.get("calls", []))
    return calls + int(shown.get("events", {}).get("struck", 0))
