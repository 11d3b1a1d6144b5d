"""The least that can be done: ``python -m benchmarks.posting URL COUNT TEXT`` posts in a loop, with the SDK."""

from __future__ import annotations

import ssl
import sys

from slack_sdk import WebClient


def main(api_url: str, count: str, text: str) -> None:
    """Post so many messages, one after the other, each with the text and one block of it."""
    client = WebClient(token="xoxb-bench", base_url=api_url, ssl=ssl.create_default_context(), retry_handlers=[])
    blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": text}}]
    for number in range(int(count)):
        client.chat_postMessage(channel=f"U0BENCH{number:04}", text=text, blocks=blocks)


if __name__ == "__main__":
    main(*sys.argv[1:])
