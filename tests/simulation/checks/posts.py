"""What the bot says: every notice delivered, every message in Slack once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.simulation.checks.found import Found, Page, compared, page_of

MESSAGES = ("thread", "channel", "user")


def notices(found: Found) -> Iterator[str]:
    """Every notice is done with, and none has failed but reactions to what was deleted."""
    gone = {said.ts for said in found.ledger.said if said.deleted}
    for notice in found.rows["notice"]:
        named = f"notice {notice['id']} {notice['kind']} {notice['key']} ({notice['error']})"
        if notice["state"] not in ("sent", "dropped", "failed"):
            yield f"lost: {named} is {notice['state']}"
        elif notice["state"] == "failed" and notice["key"].split(":")[0] not in gone:
            yield f"lost: {named} has failed"


def posts(found: Found) -> Iterator[str]:
    """Every message of the bot is in Slack once, and where the bot believes it to be."""
    shown = found.shown()
    times = Counter(page for page, _ in shown)
    for page, number in (times - said_blindly(found)).items():
        if number > 1:
            yield f"doubled: {page} stands {number} times in Slack"
    known = {page_of(post): (post["channel"], post["ts"]) for post in found.rows["post"] if post["kind"] != "record"}
    places = {(page, (post["channel"], post["ts"])) for page, post in shown}
    yield from (
        f"lost: {page} is not at {place} in Slack" for page, place in known.items() if (page, place) not in places
    )
    yield from (f"lost: the bot does not know of {page} in Slack" for page in times if page not in known)
    yield from _unsaid(found, set(known))


def _unsaid(found: Found, known: set[Page]) -> Iterator[str]:
    for notice in found.rows["notice"]:
        sent = notice["state"] == "sent" and notice["target"] in MESSAGES
        if sent and page_of(notice) not in known:
            yield f"lost: {page_of(notice)} counts as sent and is nowhere"


def said_blindly(found: Found) -> Counter[Page]:
    """Direct messages that were said again because nobody could look whether they were there.

    Slack names the place of the direct messages with a person only in its first answer to one.
    """
    users = {page_of(post): post["user"] for post in found.rows["post"] if post["user"]}
    first = {
        post["user"]: min(one["ts"] for one in found.rows["post"] if one["user"] == post["user"])
        for post in found.rows["post"]
    }
    return Counter(page for page, post in found.shown() if page in users and post["ts"] < first[users[page]])


def files(found: Found) -> Iterator[str]:
    """Every record that was asked for is a file in its thread, once."""
    asked = sum(notice["kind"] == "record" and notice["state"] == "sent" for notice in found.rows["notice"])
    uploaded = sum(len(post.get("files", [])) for post in found.posts)
    yield from compared("records uploaded", uploaded, asked, asked)
