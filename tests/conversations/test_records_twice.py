"""A record that is asked for twice in a moment is two files with two names."""

from __future__ import annotations

import re

from tests.conversations.told import Told


def test_each_request_is_a_file_with_a_name_of_its_own(alone: Told) -> None:
    card = alone.start()
    for _ in range(3):
        alone.command("record")

    def names() -> set[str]:
        return {file["name"] for message in alone.on.thread(card) for file in message.get("files", [])}

    alone.wait(lambda: len(names()) == 3)
    assert all(re.fullmatch(r"Invoice-Coder-\d{4}-\d\d-\d\d-\d{6}-\d{6}\.md", name) for name in names())
