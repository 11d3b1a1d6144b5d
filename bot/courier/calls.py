"""The call that a notice becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.courier import limits
from bot.courier.rendered import Rendered, digest
from bot.records.outbox import CARD, IN_THREAD
from bot.records.tables import Notice, Pilot, Post

EVENT_TYPE = "shipready_notice"
PLAIN: Mapping[str, Any] = {"parse": "none"}
"""Without it chat.update reads its text otherwise than chat.postMessage does."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a notice belongs: ``channel``, ``thread_ts`` ("" outside a thread), and its message if it is in Slack."""

    channel: str
    thread_ts: str = ""
    post: Post | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A Web API method with its arguments; ``repeatable``: doing it twice is the same as once."""

    method: str
    args: Mapping[str, Any]
    repeatable: bool = True


def place_of(notice: Notice, pilot: Pilot | None, post: Post | None) -> Place:
    """Where the notice belongs now. A message that is gone, or left behind in another thread, is not there."""
    channel, thread_ts = notice.channel, ""
    if pilot is not None and (notice.target in IN_THREAD or notice.kind == CARD):
        channel, thread_ts = pilot.channel, "" if notice.kind == CARD else pilot.root_ts
    here = (channel, thread_ts)
    stays = post is not None and not post.gone and (notice.target == "user" or (post.channel, post.thread_ts) == here)
    return Place(channel, thread_ts, post if stays else None)


def call_for(notice: Notice, rendered: Rendered, place: Place) -> Call | None:
    """The call that makes the notice true; None when it is true already."""
    if notice.target == "home":
        return Call(limits.PUBLISH, {"user_id": notice.channel, "view": rendered.view})
    if notice.target == "reaction":
        return _reaction(notice, rendered)
    if place.post is None:
        return _file(rendered, place) if rendered.file else _post(notice, rendered, place)
    if notice.once or rendered.file or place.post.shown == digest(rendered):
        return None
    return _update(rendered, place.post)


def message_ts(notice: Notice) -> str:
    """The ts of the message a reaction belongs to."""
    return notice.key.partition(":")[0]


def _reaction(notice: Notice, rendered: Rendered) -> Call:
    method = limits.UNREACT if rendered.remove else limits.REACT
    return Call(method, {"channel": notice.channel, "timestamp": message_ts(notice), "name": rendered.reaction})


def _post(notice: Notice, rendered: Rendered, place: Place) -> Call:
    args: dict[str, Any] = {
        "channel": place.channel,
        "text": rendered.text,
        "blocks": rendered.blocks,
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": EVENT_TYPE, "event_payload": {"notice": str(notice.id)}},
        **PLAIN,
    }
    if place.thread_ts:
        args |= {"thread_ts": place.thread_ts, "reply_broadcast": rendered.broadcast}
    return Call(limits.POST, args, repeatable=False)


def _update(rendered: Rendered, post: Post) -> Call:
    args = {"channel": post.channel, "ts": post.ts, "text": rendered.text, "blocks": rendered.blocks, **PLAIN}
    return Call(limits.UPDATE, args)


def _file(rendered: Rendered, place: Place) -> Call:
    args: dict[str, Any] = {"channel_id": place.channel, "initial_comment": rendered.text}
    if place.thread_ts:
        args["thread_ts"] = place.thread_ts
    return Call(limits.UPLOAD, args, repeatable=False)
