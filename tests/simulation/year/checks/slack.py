"""What Slack holds is what the bot believes it holds: nothing twice, nothing missing, nothing left to send."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.simulation.year.books import Books
from tests.simulation.year.diary import Diary
from tests.simulation.year.town import Town

TO_THE_GONE = ("is_inactive", "user_disabled", "account_inactive")
"""Whose account is deactivated gets no message."""


def wrong(town: Town, kept: Books, diary: Diary) -> Iterator[str]:
    """Messages that nobody knows of, posts without a message, notices that are stuck or failed."""
    posts = {(post["channel"], post["ts"]) for post in kept.posts}
    for said in diary.said:
        if (said.channel, said.ts) not in posts:
            yield f"Slack holds a message that is no post: {said.at} {said.channel} {said.text[:120]!r}"
    there = {(said.channel, said.ts) for said in diary.said}
    yield from (f"a post is not in Slack: {post}" for post in kept.posts if (post["channel"], post["ts"]) not in there)
    twice = Counter(said.notice for said in diary.said if said.notice)
    yield from (f"notice {notice} is in Slack {count} times" for notice, count in twice.items() if count > 1)
    for row in town.rows("select id, kind, key, state, error from notice where state not in ('sent', 'dropped')"):
        if row[4] not in TO_THE_GONE:
            yield f"a notice was not delivered: {row}"
    for row in town.rows(
        "select id, user, until from letter where id not in (select key from post where kind = 'letter')"
    ):
        yield f"a letter was written and is not in Slack: {row}"
