"""The message shortcut *Record as an answer*: files any message of a known thread."""

from __future__ import annotations

from bot.records import receipts
from bot.slack.answering import answer, opened
from bot.slack.directory import Directory
from bot.slack.incoming import Payload, at, message_of, receipt_of, text_at
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome
from bot.work.authority import may_answer
from bot.work.desk import Desk
from bot.work.interview import replies
from bot.work.results import Done, Refusal
from bot.work.views import current, record_of


def on_shortcut(office: Office, directory: Directory, body: Payload) -> None:
    """One use of the shortcut: the message counts, whatever it looks like, for the question that is open."""
    user = text_at(body, "user", "id")
    event = at(body, "message")
    payload = {**event, "channel": text_at(body, "channel", "id")} if isinstance(event, dict) else {}
    author = text_at(payload, "user")
    directory.meet(user)
    if author:
        directory.meet(author)
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, receipt_of(body), desk.now)
        outcome = _file(desk, user, payload) if first else Done()
    if isinstance(outcome, Opens) and opened(office, outcome, user, text_at(body, "trigger_id")):
        return
    if not isinstance(outcome, Done) or outcome.code:
        office.whisper.to_url(text_at(body, "response_url"), answer(office, outcome, user))


def _file(desk: Desk, user: str, event: Payload) -> Outcome:
    message = message_of(event, desk.team)
    if message is None:
        return Refusal("not_in_a_thread")
    pilot = replies.thread_of(desk, message.channel, message.thread_ts)
    if pilot is None:
        return Refusal("not_in_a_thread")
    refused = may_answer(desk, pilot, current(desk, record_of(desk, pilot)), user)
    if refused is not None:
        return refused
    taken = replies.record(desk, message, as_answer=True)
    if taken.state == "answer":
        return Done("filed")
    if taken.state in ("refused", "withdrawn", "unverified"):
        return Refusal("not_a_member", {"lead": pilot.lead})
    return Opens("which_question", pilot.id, args={"about": [message.channel, message.ts]})
