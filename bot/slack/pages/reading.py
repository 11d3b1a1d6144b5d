"""What was read of an answer: one message per question, updated in place (EXPERIENCE: The thread, 4; COPY 3)."""

from __future__ import annotations

from bot.slack.pages import presses
from bot.slack.pages.blocks import Block, Message, actions, context, section
from bot.slack.pages.reading_lines import Lines, lines_of
from bot.slack.pages.reading_probe import probe_words
from bot.slack.pages.reading_source import answers, changed_line, form_line, source_line, withdrawn_line
from bot.slack.pages.shape import message
from bot.slack.pages.words.checks import CHECKS, gate_of, number_of
from bot.slack.pages.words.people import joined
from bot.slack.pages.words.unread import UNREAD
from bot.work.view import View


def reading(view: View, conversation: str) -> Message:
    """What was read (or saved, or could not be read) of one conversation, and what is still missing."""
    lines = lines_of(view, conversation)
    blocks = _blocks(view, conversation, lines)
    sources = (source_line(view, conversation), form_line(view, conversation), *withdrawn_line(view, conversation))
    small = [line for line in sources if line]
    return message("", [*blocks, *([context(*small)] if small else [])])


def read_again(conversation: str) -> Message:
    """What an earlier message of the same question says, once a later one took its place."""
    return message("", [section(f"*Question {number_of(conversation)}* was read again; see below.")])


def _blocks(view: View, conversation: str, lines: Lines) -> list[Block]:
    if conversation in view.readings:
        return _waiting(view, conversation, lines)
    if changed_line(view, conversation):
        return _to_confirm(view, conversation, lines)
    if _stands(view, conversation):
        return _saved(view, conversation, lines)
    return _kept(view, conversation) if answers(view, conversation) else _nothing(view, conversation)


def _stands(view: View, conversation: str) -> bool:
    """Whether anything that was saved is still there: it may have gone with the reply that was deleted."""
    group = view.state.groups[conversation]
    return bool(group.rows) or any(held.value is not None for held in group.slots.values())


def _waiting(view: View, conversation: str, lines: Lines) -> list[Block]:
    """Read and not saved: the slots, the one follow-up, *Save and go on*."""
    head = f"*Question {number_of(conversation)}, as I read it*"
    press, asked = [presses.save_reading(view, conversation)], probe_words(view, conversation)
    if lines.missing or asked:
        press.append(presses.add_it(view, conversation))
    return [
        section("\n".join([head, *lines.shown]), accessory=presses.reading_more(view, conversation)),
        section(_follow_up(view, conversation, lines, asked)),
        actions(*press, presses.correct(view, conversation)),
    ]


def _follow_up(view: View, conversation: str, lines: Lines, asked: str) -> str:
    if asked:
        here = "Reply here or add it below." if view.pilot.question == conversation else "It can be added below."
        return f"{asked} {here}"
    return "The rest can be added below." if lines.missing else "Nothing is missing."


def _to_confirm(view: View, conversation: str, lines: Lines) -> list[Block]:
    """A reply was edited after its answer was saved, and now reads otherwise."""
    head = f"*Question {number_of(conversation)} reads otherwise since a reply was edited*"
    return [
        section("\n".join([head, *lines.shown])),
        section(f"{changed_line(view, conversation)} Until somebody saves it again, it does not count."),
        actions(presses.correct(view, conversation, "Look and save")),
    ]


def _saved(view: View, conversation: str, lines: Lines) -> list[Block]:
    head = f"*Question {number_of(conversation)} is saved*"
    if not lines.missing:
        return [section("\n".join([head, *lines.shown])), actions(presses.correct(view, conversation))]
    open_words = joined([word[0].lower() + word[1:] for word in lines.missing[:3]])
    rest = len(lines.missing) - 3
    open_words += f" and {rest} more" if rest > 0 else ""
    check = CHECKS[gate_of(conversation)]
    return [
        section("\n".join([head, *lines.shown])),
        section(f"Saved; still missing: {open_words}. It shows under {check} until someone adds it."),
        actions(presses.add_it(view, conversation), presses.correct(view, conversation)),
    ]


def _kept(view: View, conversation: str) -> list[Block]:
    """Nothing could be read out of the words: they are kept, and a form takes the rest."""
    what, how, button = UNREAD[conversation]
    kept = f"*Question {number_of(conversation)}: your words are kept.* I can't tell {what} from them by myself. {how}"
    return [
        section(kept, accessory=presses.reading_more(view, conversation)),
        actions(presses.add_it(view, conversation, button, "primary"), presses.go_on(view, conversation)),
    ]


def _nothing(view: View, conversation: str) -> list[Block]:
    """Every reply was withdrawn or filed elsewhere, and with it perhaps what was saved."""
    head = f"*Question {number_of(conversation)} has no answer at the moment.*"
    gone = "What was saved went with the reply it came from. " if view.state.groups[conversation].saved else ""
    how = "Reply here, or answer in a form." if view.pilot.question == conversation else "A form takes another one."
    return [
        section(f"{head} {gone}{how}"),
        actions(presses.answer_in_form(view, conversation), presses.not_yet(view, conversation)),
    ]
