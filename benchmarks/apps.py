"""What is measured against: the smallest Bolt apps, each a process of its own (``python -m benchmarks.apps bare``)."""

from __future__ import annotations

import sys
import threading
from typing import Any

from slack_bolt import App, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

TOKEN = "xoxb-bench"


def bare(client: WebClient) -> App:
    """Acknowledges once its listener is done, as Shipready does, and the listener does nothing."""
    app = App(client=client, process_before_response=True)

    @app.event("message")
    def taken() -> None:
        """The acknowledgement is all."""

    return app


def template(client: WebClient) -> App:
    """As Slack's starter template: it acknowledges at once, then says something; it stores nothing."""
    app = App(client=client)

    @app.message()
    def answer(event: dict[str, Any], say: Say) -> None:
        say(text="And what does it depend on?", thread_ts=event["thread_ts"])

    return app


def main(which: str, api_url: str) -> None:
    """Serve the app until the process is ended."""
    app = {"bare": bare, "template": template}[which](WebClient(token=TOKEN, base_url=api_url))
    SocketModeHandler(app, "xapp-bench").connect()  # type: ignore[no-untyped-call]
    threading.Event().wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
