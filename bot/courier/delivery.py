"""One claimed notice: rendered, sent once, and what became of it written down."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_sdk import WebClient

from bot.courier.calls import Call, Place, call_for, place_of
from bot.courier.limits import UPLOAD, Limits
from bot.courier.lookup import look_up, method_for
from bot.courier.pace import NOTHING, Pace, Ticket
from bot.courier.rendered import Render, Rendered
from bot.courier.results import Results
from bot.courier.transport import Answer, Fate, call, upload
from bot.records import posts
from bot.records.notices import INTERACTIVE
from bot.records.outbox import Claimed
from bot.records.store import Store
from bot.records.tables import Notice

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What every delivery stands on. ``results`` writes down; nothing here is in a transaction."""

    store: Store
    client: WebClient
    clock: Callable[[], datetime]
    render: Render
    limits: Limits
    pace: Pace
    results: Results

    def deliver(self, claimed: Claimed, ticket: Ticket) -> None:
        """Delivers a claimed notice with the call that was set aside for it."""
        notice = claimed.notice
        if self._too_late(notice):
            self._without_call(notice, ticket, "dropped")
            return
        try:
            rendered = self.render(notice)
        except Exception:
            log.exception("a notice could not be rendered", extra={"notice": notice.id, "kind": notice.kind})
            self.pace.unused(ticket)
            self.results.try_again(notice, "render_failed", limited=True)
            return
        place = self._under(notice, place_of(notice, claimed.pilot, claimed.post))
        wanted = call_for(notice, rendered, place) if rendered else None
        if claimed.doubt and place.post is None and (wanted is None or not wanted.repeatable):
            self._look_up(notice, rendered, place, ticket)
        elif rendered is None or wanted is None:
            self._without_call(notice, ticket, "sent" if rendered else "dropped")
        else:
            self._send(notice, rendered, place, wanted, ticket)

    def _under(self, notice: Notice, place: Place) -> Place:
        """A direct message that goes in the thread of another one; without that one it stands for itself."""
        kind, _, key = notice.under.partition("/")
        if not kind:
            return place
        with self.store.read() as session:
            above = posts.get(session, notice.team, notice.pilot, kind, key)
        return Place(above.channel, above.ts, place.post) if above is not None and not above.gone else place

    def _too_late(self, notice: Notice) -> bool:
        return notice.target == "reaction" and self.clock() - notice.created_at > self.limits.reaction_late

    def give_back(self, claimed: Claimed, ticket: Ticket) -> None:
        """Does nothing with a claimed notice: another round has it."""
        self.pace.unused(ticket)
        if claimed.doubt:
            self.results.still_in_doubt(claimed.notice)
        else:
            self.results.give_back(claimed.notice, NOTHING)

    def _without_call(self, notice: Notice, ticket: Ticket, state: str) -> None:
        self.pace.unused(ticket)
        self.results.end(notice, state)

    def _send(self, notice: Notice, rendered: Rendered, place: Place, wanted: Call, ticket: Ticket) -> None:
        fitting = ticket if ticket.method == wanted.method else self._exchange(notice, ticket, wanted)
        if fitting is None:
            return
        answer = self._call(rendered, wanted)
        self.pace.sent(fitting)
        if answer.fate is Fate.SLOW:
            self.pace.refused(fitting, answer.retry_after)
        self.results.of(notice, rendered, place, wanted, answer)

    def _exchange(self, notice: Notice, ticket: Ticket, wanted: Call) -> Ticket | None:
        """Another call is needed than the one that was set aside; None: it has to wait, and the notice with it."""
        self.pace.unused(ticket)
        other = Ticket(notice.team, wanted.method, "" if wanted.repeatable else notice.channel)
        late = self.pace.take(other, urgent=notice.rank == INTERACTIVE)
        if late <= NOTHING:
            return other
        self.results.give_back(notice, late)
        return None

    def _call(self, rendered: Rendered, wanted: Call) -> Answer:
        if wanted.method != UPLOAD or rendered.file is None:
            return call(self.client, wanted.method, wanted.args)
        name, content, title = rendered.file
        uploaded = upload(self.client, name, content)
        if uploaded.fate is not Fate.TAKEN:
            harmless = uploaded.fate is Fate.UNSURE
            return Answer(Fate.UNSENT, code=uploaded.code) if harmless else uploaded
        files = [{"id": uploaded.data["file_id"], "title": title}]
        return call(self.client, UPLOAD, {**wanted.args, "files": files})

    def _look_up(self, notice: Notice, rendered: Rendered | None, place: Place, ticket: Ticket) -> None:
        place = self._readable(notice, place)
        if not place.channel:
            log.warning("repeated without looking it up", extra={"notice": notice.id, "kind": notice.kind})
            self.pace.unused(ticket)
            self.results.repeat(notice)
            return
        since = (notice.attempted_at or notice.created_at) - self.limits.look_back
        answer = look_up(self.client, notice, rendered, place, since)
        if answer.fate is Fate.SLOW:
            self.pace.refused(Ticket(notice.team, method_for(place)), answer.retry_after)
        self.results.of_look_up(notice, place, answer)

    def _readable(self, notice: Notice, place: Place) -> Place:
        """A direct message is read in its D… channel; "" when none is known (its id comes with the first answer)."""
        if notice.target != "user" or place.thread_ts:
            return place
        with self.store.read() as session:
            return Place(posts.direct_channel(session, notice.team, notice.channel))
