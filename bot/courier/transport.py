"""One call to Slack and what is known after it. Nothing is retried here: retries are rows."""

from __future__ import annotations

import http.client
import json
import socket
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.records.outcomes import UNSURE

FORMS = ("conversations.", "files.")
TOO_MANY, SERVER_ERRORS = 429, 500
DEFAULT_RETRY_AFTER = timedelta(seconds=5)


class Fate(StrEnum):
    """What is known of a call."""

    TAKEN = "taken"  # Slack said ok
    REFUSED = "refused"  # Slack said no, with a code
    SLOW = "slow"  # Slack said 429: not done
    UNSENT = "unsent"  # it never reached Slack
    UNSURE = "unsure"  # it may have been done, or not


@dataclass(frozen=True, slots=True)
class Answer:
    """What Slack answered. ``code`` is its error code, or the name of what went wrong on the way."""

    fate: Fate
    data: Mapping[str, Any] = field(default_factory=dict)
    code: str = ""
    retry_after: timedelta = DEFAULT_RETRY_AFTER


def call(client: WebClient, method: str, args: Mapping[str, Any]) -> Answer:
    """Calls a Web API method once with ``args`` as JSON, or as a form where Slack wants that."""
    try:
        if method.startswith(FORMS):
            response = client.api_call(method, params={name: _flat(value) for name, value in args.items()})
        else:
            response = client.api_call(method, json=dict(args))
    except SlackApiError as error:
        return _refused(error)
    except (OSError, http.client.HTTPException) as error:
        return _broken(error)
    return Answer(Fate.TAKEN, response.data if isinstance(response.data, dict) else {})


def upload(client: WebClient, name: str, content: bytes) -> Answer:
    """Uploads a file's content; TAKEN has its ``file_id``. Nobody sees it until it is completed: safe to repeat."""
    try:
        place = client.files_getUploadURLExternal(filename=name, length=len(content))
        request = urllib.request.Request(str(place["upload_url"]), data=content, method="POST")
        request.add_header("Content-Type", "application/octet-stream")
        with _opener(client).open(request, timeout=client.timeout):
            return Answer(Fate.TAKEN, {"file_id": place["file_id"]})
    except SlackApiError as error:
        return _refused(error)
    except (OSError, http.client.HTTPException) as error:
        return _broken(error)


def _flat(value: object) -> object:
    return json.dumps(value) if isinstance(value, list | dict) else value


def _opener(client: WebClient) -> urllib.request.OpenerDirector:
    proxies = {"http": client.proxy, "https": client.proxy} if client.proxy else {}
    return urllib.request.build_opener(
        urllib.request.ProxyHandler(proxies), urllib.request.HTTPSHandler(context=client.ssl)
    )


def _refused(error: SlackApiError) -> Answer:
    status = int(getattr(error.response, "status_code", 200))
    data = getattr(error.response, "data", error.response)
    code = str(data.get("error", "")) if isinstance(data, dict) else ""
    if status == TOO_MANY or code in ("ratelimited", "rate_limited"):
        return Answer(Fate.SLOW, code="ratelimited", retry_after=_retry_after(error))
    if status >= SERVER_ERRORS:
        return Answer(Fate.UNSURE, code=f"http_{status}")
    if code in UNSURE or not isinstance(data, dict) or " " in code or not code:
        return Answer(Fate.UNSURE, code=code if code in UNSURE else "unreadable_answer")
    return Answer(Fate.REFUSED, data, code)


def _retry_after(error: SlackApiError) -> timedelta:
    headers = {name.lower(): value for name, value in dict(getattr(error.response, "headers", {})).items()}
    try:
        return timedelta(seconds=max(1, int(headers["retry-after"])))
    except (KeyError, ValueError):
        return DEFAULT_RETRY_AFTER


def _broken(error: Exception) -> Answer:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    never_left = isinstance(reason, ConnectionRefusedError | socket.gaierror)
    return Answer(Fate.UNSENT if never_left else Fate.UNSURE, code=type(reason).__name__)
