"""Nobody knows whether Slack took a message: look for it before saying it again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from slack_sdk import WebClient

from bot.courier import limits
from bot.courier.calls import EVENT_TYPE, Place
from bot.courier.rendered import Rendered
from bot.courier.transport import Answer, Fate, call
from bot.records.tables import Notice

PAGE = 200


def method_for(place: Place) -> str:
    """Which method reads the messages of a place."""
    return limits.REPLIES if place.thread_ts else limits.HISTORY


def look_up(client: WebClient, notice: Notice, rendered: Rendered | None, place: Place, since: datetime) -> Answer:
    """Reads the place from ``since`` to its last page: TAKEN has ``message``, the one that the notice became, or None.

    A message is known by the notice's id in its metadata, an uploaded file by its name. What Slack answered otherwise
    is given as it is.
    """
    args: dict[str, Any] = {
        "channel": place.channel,
        "oldest": f"{since.timestamp():.6f}",
        "limit": PAGE,
        "include_all_metadata": "true",  # slack_sdk would send 1, which is no boolean
    }
    if place.thread_ts:
        args["ts"] = place.thread_ts
    while True:
        answer = call(client, method_for(place), args)
        if answer.fate is not Fate.TAKEN:
            return answer
        for message in answer.data.get("messages", ()):
            if _is_it(message, notice, rendered):
                return Answer(Fate.TAKEN, {"message": message})
        args["cursor"] = (answer.data.get("response_metadata") or {}).get("next_cursor", "")
        if not args["cursor"]:
            return Answer(Fate.TAKEN, {"message": None})


def _is_it(message: Mapping[str, Any], notice: Notice, rendered: Rendered | None) -> bool:
    if rendered and rendered.file:
        return any(file.get("name") == rendered.file[0] for file in message.get("files") or ())
    metadata = message.get("metadata") or {}
    named = (metadata.get("event_payload") or {}).get("notice")
    return metadata.get("event_type") == EVENT_TYPE and named == str(notice.id)
