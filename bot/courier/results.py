"""What became of a notice: which change of the outbox follows from Slack's answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.courier.calls import Call, Place
from bot.courier.ledger import Ledger
from bot.courier.limits import POST, UPDATE, UPLOAD, Limits
from bot.courier.rendered import OnError, OnFound, Rendered, digest, found_silently
from bot.courier.transport import Answer, Fate
from bot.records import outbox, posts
from bot.records.outcomes import ALREADY, MESSAGE, OUTAGES, Outcome
from bot.records.tables import Notice, Post

log = logging.getLogger(__name__)
LARGEST_POWER = 16


@dataclass(frozen=True, slots=True)
class Results:
    """Writes results into a ledger. ``random`` spreads the pauses: what failed together does not return together."""

    ledger: Ledger
    clock: Callable[[], datetime]
    on_error: OnError
    limits: Limits
    random: Random
    on_found: OnFound = found_silently

    def of(self, notice: Notice, rendered: Rendered, place: Place, made: Call, answer: Answer) -> None:
        """The result of a call that was made."""
        if answer.fate is Fate.TAKEN:
            self._taken(notice, rendered, place, made, answer)
        elif answer.fate is Fate.SLOW:
            self._put_off(notice, answer.retry_after, answer.code)
        elif answer.fate is Fate.UNSURE and not made.repeatable:
            self._put_off(notice, self.limits.look_up_after, answer.code, unknown=True)
        elif answer.fate is not Fate.REFUSED:
            self.try_again(notice, answer.code)
        else:
            self._refused(notice, place, answer.code)

    def of_look_up(self, notice: Notice, place: Place, answer: Answer) -> None:
        """The result of a look whether a message is in Slack: it is, it is not (say it again), or nobody knows yet."""
        if answer.fate is Fate.REFUSED and self._is_left(notice, place):
            self.still_in_doubt(notice)
        elif answer.fate is Fate.REFUSED and answer.code not in OUTAGES:
            self._act(notice, place, answer.code, self._ask(notice, answer.code), doubt=True)
        elif answer.fate is not Fate.TAKEN:
            pause = answer.retry_after if answer.fate is Fate.SLOW else self._pause(notice)
            self._put_off(notice, pause, answer.code, unknown=True)
        elif answer.data["message"] is None:
            self.repeat(notice)
        else:
            self._post(notice, place, place.channel, str(answer.data["message"]["ts"]), "")
            self.ledger.flush()
            self.on_found(notice)

    def end(self, notice: Notice, state: str, error: str = "") -> None:
        """Nothing more is to be done: sent, dropped or failed."""
        now = self.clock()
        self.ledger.add(lambda session: outbox.settle(session, notice, state, now, error))

    def repeat(self, notice: Notice) -> None:
        """It is not in Slack: say it again at once."""
        self._put_off(notice, timedelta(), "not_found_in_slack")

    def give_back(self, notice: Notice, pause: timedelta) -> None:
        """Nothing was tried; it may be after ``pause``."""
        until = self.clock() + pause
        self.ledger.add(lambda session: outbox.give_back(session, notice, until))

    def still_in_doubt(self, notice: Notice) -> None:
        """It was not looked up either."""
        self._put_off(notice, timedelta(), notice.error, unknown=True)

    def try_again(self, notice: Notice, code: str, *, limited: bool = False, doubt: bool = False) -> None:
        """Later, after a pause that grows; ``limited``: only so many times; ``doubt``: it may be in Slack already."""
        if limited and notice.attempts >= self.limits.tries:
            self.end(notice, "failed", code)
        else:
            self._put_off(notice, self._pause(notice), code, unknown=doubt)

    def _taken(self, notice: Notice, rendered: Rendered, place: Place, made: Call, answer: Answer) -> None:
        if made.method == POST:
            channel = str(answer.data["channel"]) if notice.target == "user" else place.channel
            self._post(notice, place, channel, str(answer.data["ts"]), digest(rendered))
        elif made.method == UPDATE and place.post is not None:
            self._changed(notice, place.post, digest(rendered))
        elif made.method == UPLOAD:
            self._post(notice, place, place.channel, _file_id(answer.data), "")
        else:
            self.end(notice, "sent")

    def _post(self, notice: Notice, place: Place, channel: str, ts: str, shown: str) -> None:
        post = Post(
            team=notice.team,
            pilot=notice.pilot or 0,
            kind=notice.kind,
            key=notice.key,
            channel=channel,
            ts=ts,
            thread_ts=place.thread_ts,
            user=notice.channel if notice.target == "user" else "",
            shown=shown,
            posted_at=self.clock(),
        )
        self.ledger.add(lambda session: outbox.posted(session, notice, post, post.posted_at))

    def _changed(self, notice: Notice, post: Post, shown: str) -> None:
        now = self.clock()
        self.ledger.add(lambda session: outbox.changed(session, notice, post, shown, now))

    def _refused(self, notice: Notice, place: Place, code: str) -> None:
        if code in ALREADY:
            self.end(notice, "sent")
        elif code in OUTAGES:
            self.try_again(notice, code)
        elif self._is_left(notice, place):
            self._put_off(notice, timedelta(), outbox.LEFT)
        elif place.post is not None and code in MESSAGE:
            if notice.kind == outbox.CARD:
                self._ask(notice, code)  # the card is posted anew in any case; what stood below it is for others
            self._act(notice, place, code, Outcome.AGAIN)
        else:
            self._act(notice, place, code, self._ask(notice, code))

    def _is_left(self, notice: Notice, place: Place) -> bool:
        """Whether what refused the notice is no longer where it belongs: then its refusal says nothing."""
        if place.post is not None:
            post = place.post
            return not self.ledger.look(lambda session: posts.is_there(session, post))
        return not self.ledger.look(lambda session: outbox.is_place(session, notice, place.channel, place.thread_ts))

    def _ask(self, notice: Notice, code: str) -> Outcome:
        self.ledger.flush()  # whoever decides sees the database as it is
        return self.on_error(notice, code)

    def _act(self, notice: Notice, place: Place, code: str, outcome: Outcome, *, doubt: bool = False) -> None:
        log.warning("Slack refused a notice", extra=_named(notice, code, outcome))
        if outcome is Outcome.HOLD:
            self._hold(notice, place, code, doubt=doubt)
        elif outcome is Outcome.DROP:
            self.end(notice, "failed", code)
        elif outcome is Outcome.AGAIN and place.post is not None and notice.attempts < self.limits.tries:
            self._anew(notice, place.post, code)
        else:
            self.try_again(notice, code, limited=True, doubt=doubt)

    def _hold(self, notice: Notice, place: Place, code: str, *, doubt: bool) -> None:
        now = self.clock()
        self.ledger.add(lambda session: outbox.hold(session, notice, place.channel, code, now, unknown=doubt))

    def _anew(self, notice: Notice, post: Post, code: str) -> None:
        now = self.clock()
        self.ledger.add(lambda session: posts.mark_gone(session, notice.team, post.channel, post.ts))
        self.ledger.add(lambda session: outbox.put_off(session, notice, now, code))

    def _put_off(self, notice: Notice, pause: timedelta, code: str, *, unknown: bool = False) -> None:
        until = self.clock() + pause
        self.ledger.add(lambda session: outbox.put_off(session, notice, until, code, unknown=unknown))

    def _pause(self, notice: Notice) -> timedelta:
        power: int = 2 ** min(notice.attempts - 1, LARGEST_POWER)
        pause = min(self.limits.first_pause * power, self.limits.longest_pause)
        return pause * self.random.uniform(0.5, 1.0)


def _file_id(data: Mapping[str, Any]) -> str:
    return str(data["files"][0]["id"])


def _named(notice: Notice, code: str, outcome: Outcome) -> dict[str, object]:
    return {"notice": notice.id, "kind": notice.kind, "code": code, "outcome": outcome.value}
