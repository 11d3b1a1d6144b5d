"""Small forms about answers: not yet, ask someone, no, not quite, another question, save all."""

from __future__ import annotations

from bot.readiness.slots import CONVERSATIONS, GROUPS
from bot.slack.pages import standing
from bot.slack.pages.blocks import Block, bold, context, option, section
from bot.slack.pages.forms import elements, small_words
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.rows import read_line
from bot.slack.pages.forms.small import field, lines, says, small_form
from bot.slack.pages.reading_source import source_line
from bot.slack.pages.review_words import review_as_written
from bot.slack.pages.words.checks import NOT_YET, TITLES, number_of
from bot.slack.pages.words.labels import LABELS
from bot.slack.pages.words.people import first_name, pilot_name
from bot.slack.pages.words.values import said
from bot.work.handover import open_offer
from bot.work.roles import proposal
from bot.work.view import View

READ_ROWS = 12


def not_yet_form(view: View, draft: DraftRef, group: str) -> ViewDict:
    """``not_yet``: who could change it and by when, both optional."""
    noted = view.state.groups[group].not_yet
    values = noted.values if noted else {}
    blocks = [
        says("not_yet", pilot=bold(pilot_name(view)), noted=NOT_YET[group]),
        field("not_yet", elements.user_select("who", values.get("who"))),
        field("not_yet", elements.date_picker("by_when", values.get("by_when"))),
    ]
    return small_form("not_yet", draft, blocks)


def ask_someone_form(view: View, draft: DraftRef, conversation: str) -> ViewDict:
    """``ask_someone``: one person, about one question."""
    title = f"Question {number_of(conversation)}, {bold(TITLES[conversation])}"
    person = field("ask_someone", elements.user_select("user"), optional=False)
    return small_form("ask_someone", draft, [says("ask_someone", title=title, pilot=pilot_name(view)), person])


def decline_form(view: View, draft: DraftRef, role: str) -> ViewDict:
    """``decline``: one field, which may stay empty."""
    asked = open_offer(view.record) if role == "offer" else proposal(view.record, view.state, role)
    proposer = first_name(view, asked.by) if asked and asked.by else "the team"
    return small_form("decline", draft, [field("decline", lines("reason"), proposer=proposer)])


def not_quite_form(view: View, draft: DraftRef) -> ViewDict:
    """``not_quite``: the reviewer says what it is really like."""
    written, last = review_as_written(view)
    blocks = [
        says("not_quite", pilot=pilot_name(view)),
        section("\n".join([f">{written}", *last])),
        field("not_quite", lines("reason"), optional=False),
    ]
    return small_form("not_quite", draft, blocks)


def other_question_form(view: View, draft: DraftRef) -> ViewDict:
    """``other_question``: to which of the five the words belong."""
    return _which(view, draft, "other_question")


def which_question_form(view: View, draft: DraftRef) -> ViewDict:
    """``which_question``: for which of the five a message is recorded (the shortcut)."""
    return _which(view, draft, "which_question")


def save_all_form(view: View, draft: DraftRef, *, anew: bool = False) -> ViewDict:
    """``save_all``: what will be saved, to look at before a person saves it; ``anew``: it changed meanwhile."""
    waiting = standing.waiting(view)
    if not waiting:
        return small_form("save_all", draft, [says("nothing_read", pilot=pilot_name(view))], sends=False)
    changed = [section(small_words.ANEW, block_id="conflict")] if anew else []
    read = [block for key in waiting for block in _read(view, key)]
    return small_form("save_all", draft, [*changed, says("save_all", pilot=pilot_name(view)), *read])


def _which(view: View, draft: DraftRef, form: str) -> ViewDict:
    options = [option(TITLES[group.key], group.key) for group in CONVERSATIONS]
    choice = field("other_question", elements.radio("conversation", options), optional=False)
    return small_form(form, draft, [says(form, pilot=pilot_name(view)), choice])


def _read(view: View, conversation: str) -> list[Block]:
    """What was read of one conversation, and from which replies."""
    reading = view.readings[conversation]
    own = {slot.name: slot for slot in GROUPS[conversation].slots}
    told = [(LABELS[conversation][name], said(view, own[name], read.value)) for name, read in reading.slots.items()]
    found = [f"{label}: {words or '_empty_'}" for label, words in told]
    shown = [*found, *_rows(view, conversation)]
    source = source_line(view, conversation)
    return [section("\n".join([bold(TITLES[conversation]), *shown])), *([context(source)] if source else [])]


def _rows(view: View, conversation: str) -> list[str]:
    rows = view.readings[conversation].rows
    told = [read_line(view, conversation, row) for row in rows[:READ_ROWS]]
    return [*told, f"… and {len(rows) - READ_ROWS} more"] if len(rows) > READ_ROWS else told
