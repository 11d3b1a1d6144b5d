"""Words to one person alone, by response URL or as an ephemeral message: at most once, never stored."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.webhook import WebhookClient

from bot.slack.pages.blocks import Message
from bot.traces import trace_of

log = structlog.get_logger(__name__)


class Whisper:
    """Sends on threads of its own, so that no listener waits for Slack before it acknowledges."""

    def __init__(self, client: WebClient, workers: int = 4) -> None:
        self._client = client
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="whisper")

    def to_url(self, url: str, message: Message, thread_ts: str = "") -> None:
        """Answer a click or a command to the person who made it (Slack takes 5 answers in 30 minutes)."""
        body: dict[str, Any] = {"text": message.text, "response_type": "ephemeral", "replace_original": False}
        if message.blocks:
            body["blocks"] = message.blocks
        if thread_ts:
            body["thread_ts"] = thread_ts
        self._pool.submit(self._post, url, body)

    def to_person(self, channel: str, user: str, message: Message, thread_ts: str = "") -> None:
        """Say something in a channel or thread that only ``user`` sees."""
        self._pool.submit(self._ephemeral, channel, user, message, thread_ts)

    def in_channel(self, channel: str, message: Message) -> None:
        """Say something in a direct message, as an ordinary message."""
        self._pool.submit(self._plainly, channel, message)

    def later(self, work: Callable[..., object], *args: Any) -> None:
        """Say something another way once the listener has acknowledged; it must be harmless to lose."""
        self._pool.submit(self._do, work, args)

    def close(self) -> None:
        """Let what was handed in go out, then stop."""
        self._pool.shutdown(wait=True)

    @staticmethod
    def _do(work: Callable[..., object], args: tuple[Any, ...]) -> None:
        try:
            work(*args)
        except Exception as error:
            log.error("whisper_failed", error=type(error).__name__, trace=trace_of(error))

    def _post(self, url: str, body: dict[str, Any]) -> None:
        try:
            answer = WebhookClient(url, ssl=self._client.ssl, proxy=self._client.proxy).send_dict(body)
        except OSError as error:
            log.warning("whisper_lost", how="response_url", error=type(error).__name__)
            return
        if answer.status_code != 200:
            log.warning("whisper_refused", how="response_url", status=answer.status_code)

    def _plainly(self, channel: str, message: Message) -> None:
        try:
            self._client.chat_postMessage(
                channel=channel, text=message.text, blocks=message.blocks or None, parse="none"
            )
        except (SlackApiError, OSError, SlackClientError) as error:
            log.warning("whisper_lost", how="direct", error=type(error).__name__)

    def _ephemeral(self, channel: str, user: str, message: Message, thread_ts: str) -> None:
        try:
            self._client.chat_postEphemeral(
                channel=channel,
                user=user,
                text=message.text,
                blocks=message.blocks or None,
                thread_ts=thread_ts or None,
                parse="none",
            )
        except SlackApiError as error:
            log.warning("whisper_refused", how="ephemeral", error=error.response.get("error", ""))
        except (OSError, SlackClientError) as error:
            log.warning("whisper_lost", how="ephemeral", error=type(error).__name__)
