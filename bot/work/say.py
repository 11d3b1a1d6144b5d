"""What is to be said: one function per kind of message, each only a row in the outbox (``records.notices``)."""

from __future__ import annotations

from bot.records import notices
from bot.records.tables import Letter, Pilot
from bot.work.desk import Desk


def lane(pilot: Pilot) -> str:
    """What keeps the messages of one thread in order."""
    return f"pilot:{pilot.id}"


def in_thread(desk: Desk, pilot: Pilot, kind: str, key: str = "", *, once: bool = False) -> None:
    """Let the message ``kind``/``key`` stand in the pilot's thread and be current."""
    _say(desk, pilot, kind, key, "thread", pilot.channel, lane(pilot), once=once)


def card(desk: Desk, pilot: Pilot) -> None:
    """Let the root card stand in the channel and be current."""
    _say(desk, pilot, "card", "", "channel", pilot.channel, lane(pilot))


def directly(desk: Desk, pilot: Pilot, kind: str, user: str, key: str, *, once: bool = False) -> None:
    """Let a direct message to ``user`` stand and be current."""
    _say(desk, pilot, kind, key, "user", user, f"user:{user}", once=once)


def letter(desk: Desk, one: Letter) -> None:
    """Let a letter stand and be current; a reminder goes in the thread of the letter it reminds of."""
    notices.say(
        desk.session,
        desk.team,
        "letter",
        key=str(one.id),
        lane=f"user:{one.user}",
        target="user",
        channel=one.user,
        rank=notices.SCHEDULED,
        now=desk.now,
        under=f"letter/{one.reminds}" if one.reminds else "",
    )


def react(desk: Desk, pilot: Pilot, name: str, ts: str) -> None:
    """Put the reaction ``name`` to the message ``ts`` of the thread."""
    assert pilot.id is not None
    notices.say(
        desk.session,
        desk.team,
        "reaction",
        pilot=pilot.id,
        key=f"{ts}:{name}",
        lane=lane(pilot),
        target="reaction",
        channel=pilot.channel,
        rank=notices.REACTIONS,
        now=desk.now,
        once=True,
    )


def home(desk: Desk, user: str) -> None:
    """Let the App Home of ``user`` be current."""
    notices.say(
        desk.session,
        desk.team,
        "home",
        key=user,
        lane=f"home:{user}",
        target="home",
        channel=user,
        rank=notices.SCHEDULED,
        now=desk.now,
    )


def file(desk: Desk, pilot: Pilot, kind: str, key: str) -> None:
    """Upload a file into the pilot's thread."""
    _say(desk, pilot, kind, key, "file", pilot.channel, lane(pilot), once=True)


def _say(
    desk: Desk, pilot: Pilot, kind: str, key: str, target: str, channel: str, in_lane: str, *, once: bool = False
) -> None:
    assert pilot.id is not None
    notices.say(
        desk.session,
        desk.team,
        kind,
        pilot=pilot.id,
        key=key,
        lane=in_lane,
        target=target,
        channel=channel,
        now=desk.now,
        once=once,
    )


def moved_card(desk: Desk, pilot: Pilot, key: str, channel: str) -> None:
    """Let the card that was left behind in another channel say where the pilot went."""
    _say(desk, pilot, "card_moved", key, "channel", channel, f"{lane(pilot)}:left")
