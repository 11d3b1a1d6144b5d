"""What is said when something is refused: one text per code of ``work.results.Refusal``. Nothing was changed, and the
text says what to do instead. ``{…}`` are the refusal's values: user ids come out as names, dates as dates."""

from __future__ import annotations

from bot.slack.pages.words import habits, tuesday

WHO_MAY = {
    "not_a_member": (
        "Answers to this pilot come from full members of {workspace}. Your message stays in the thread; ask {lead} to "
        "put it "
        "on the record."
    ),
    "members_only": "Only full members of {workspace} can do this, so nothing has changed.",
    "unknown_person": (
        "I don't know your account yet, so nothing has changed. I am asking Slack; please try again in a minute."
    ),
    "not_in_this_channel": (
        "Only members of {channel} and people with a part in this pilot can do this, so nothing has changed. Join the "
        "channel, "
        "then try again."
    ),
    "owner_or_lead_only": "Only the owner or the lead can do this, so nothing has changed. The lead is {lead}.",
    "only_the_person_asked": (
        "Only {user} can answer this one, so nothing has changed. The question was asked on {since}."
    ),
    "builder_cannot_agree": "{user} built it, so somebody else has to agree to this. Nothing has changed.",
}
"""Who may do what (EXPERIENCE: Who may do what)."""

PLACES = {
    "not_in_channel": (
        "I can't open a thread here because I'm not in this channel. Type `/invite @Shipready`, then send your "
        "command again"
        "{command}."
    ),
    "direct_message": (
        "A pilot's thread needs a channel, where the team can read it. Type the command in one of your channels."
    ),
    "not_in_a_thread": (
        "This message is not in a pilot's thread, so nothing is recorded. Answers go into the thread of a pilot."
    ),
    "shared_channel": (
        "This channel is shared with another company, and answers would be read there. Type the command in a channel "
        "of your "
        "own."
    ),
    "archived_channel": (
        "This channel is archived, so I can't open a thread here. Bring it back, or use another channel."
    ),
    "already_there": "The pilot is in this channel already, so nothing has changed.",
    "channel_unseen": (
        "I can't see that channel: type `/invite @Shipready` there first, then send your command again."
    ),
    "not_your_channel": "You are not in {channel}, so nothing has changed. Join it, then try again.",
    "not_in_target": "I'm not in {channel} yet. Type `/invite @Shipready` there, then send your command again.",
}
"""Where a pilot can't be."""

PILOTS = {
    "pilot_unknown": (
        "I know no pilot called `{words}` that you may see. `/shipready list` shows this channel's pilots."
    ),
    "pilot_not_named": "Which pilot? Here are {names}. Type its name after the command.",
    "pilot_ambiguous": (
        "More than one pilot fits: {names}. Type the command again with one of these names, or the short id."
    ),
    "no_pilot_here": "There is no pilot in this channel yet. `/shipready start` and a name opens the first.",
    "which_person": "Who? Type the person's name with an @ after the name of the pilot.",
    "which_channel": "Which channel? Type it with a # after the name of the pilot.",
    "name_missing": "What is the pilot called? Type its name after the command.",
    "name_too_long": "That name has {length} characters; at most {most}, please.",
    "name_taken": "{name} has a thread here already, so I opened nothing new.",
    "name_waiting": (
        "{name} is noted already and waits, because I'm not in this channel. Type `/invite @Shipready`, and its thread "
        "opens by itself."
    ),
    "name_in_use": "Another pilot of that channel is called {name} already, so nothing has changed.",
    "person_unknown": (
        "I know nobody called `{words}` here, so nothing has changed. Type @ and pick the person from Slack's list."
    ),
    "channel_unknown": (
        "I know no channel called `{words}`, so nothing has changed. Type # and pick the channel from Slack's list."
    ),
    "list_word_unknown": (
        "`list` knows no `{words}`. Words that choose: blocked, ready, live, all, everywhere; none shows this "
        "channel's pilots."
    ),
}
"""Commands that name a pilot."""

FIELDS = {
    "reviewer_is_builder": (
        "{user} built it, so the reviewer has to be someone else. If there is nobody yet, choose *Not yet*."
    ),
    "owner_is_backup": (
        "{user} can't be both owner and the one who steps in. If there is no second person yet, leave it empty."
    ),
    "role_needs_member": "{user} can't be named here: only active full members of {workspace} can.",
    "cannot_ask": "{user} can't be asked: only active full members of {workspace} can answer.",
    "why_missing": "Please say why it ships now. One sentence will do.",
    "incident_ahead": "That day is still to come. Give the day on which it began, today at the latest.",
    "until_out_of_range": "Give a day after today and not later than {last}: at most {days} days, then I ask again.",
    "second_is_decider": "{user} decides it, so the second person has to be someone else.",
    "second_is_builder": "{user} built it, so the second person has to be someone else.",
}
"""Errors at the field of a form."""

PASSED = {
    "old_button": "Things have moved on since this message, so nothing has changed.",
    "question_closed": "This question is closed by now, so nothing has changed.",
}
"""Buttons whose moment has passed; how things stand now is said after it, where the person may know."""
CLOSED_ON = "This question was closed on {on}, so nothing has changed."
CARD = "The card shows how it stands."

CLICKS = {
    **{code: f"{text} {CARD}" for code, text in PASSED.items()},
    "question_moved_on": "The thread has gone on from this question, so nothing has changed. The card offers it again.",
    "other_words_by_now": (
        "What is written about your checks was changed since, so nothing was noted. My newest message has it as it "
        "stands now."
    ),
    "reading_changed": (
        "More was written since you read this, so nothing is saved yet. It now shows all of it; please look again."
    ),
    "nothing_to_undo": "Something newer was saved since, so this save can't be undone any more. *Correct* changes it.",
    "retired_pilot": (
        "{pilot} is retired, so nothing has changed. *Reopen*, behind *More* on its card, takes it up again."
    ),
    "form_expired": (
        "This form was open for so long that I lost track of it, so nothing is saved. Please open it again."
    ),
    "decision_over": (
        "This decision ran to {until}, which is over, so nothing has changed. *It is live now* asks for a new one."
    ),
    "needs_decision": "It is not ready, so somebody has to decide this and say why. The form asks for it.",
}
"""Buttons that no longer fit."""

REFUSALS = {**WHO_MAY, **PLACES, **PILOTS, **FIELDS, **CLICKS, **tuesday.REFUSALS, **habits.REFUSALS}
"""Every refusal by its code."""

OTHERWISE = f"That did not work, so nothing has changed. {CARD}"
"""For a code without words of its own; a test sees to it that the bot's own code has none."""
