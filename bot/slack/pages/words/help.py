"""The words of help."""

from __future__ import annotations

FOUR = (
    "`/shipready start AP Invoice Coder` opens a thread for a pilot here",
    "`/shipready status` shows where a pilot stands, to you alone",
    "`/shipready list` shows this channel's pilots, `list everywhere` all that you may see",
    "`/shipready owner AP Invoice Coder @Ngozi` suggests an owner, who then says yes or no",
)

IN_THREADS = "Inside a thread commands don't work; use the card's buttons or write `@Shipready status`."

ALL = (
    "`start <name>` opens a pilot's thread in this channel; without a name, a form",
    "`status [pilot]` shows where it stands, to you alone",
    "`list [blocked|ready|live|all] [everywhere]` shows pilots, a line each",
    "`owner <pilot> @person`, `backup …`, `reviewer …` suggest somebody, who answers for themselves",
    "`record <pilot>` puts the readiness record into the thread as a file",
    "`ship <pilot>` marks it live; while it is not ready, a form asks who decides it",
    "`checkin <pilot>` asks its owner now whether it is still theirs",
    "`settings` sets when owners in this channel are asked, and on which days not; with a pilot's name, for it alone",
    "`incident <pilot>` notes what went wrong, since when, and how it came to light",
    "`rename <pilot> to <name>`, `lead <pilot> @person`, `move <pilot> #channel` do as they say",
    "`retire <pilot>` and `reopen <pilot>` end and resume it; nothing is deleted",
    "`help` shows the four to begin with",
    "A pilot is named by its name, the start of it, or its short id; the only one in a channel needs no name.",
)
"""Every command. ``<`` and ``>`` are escaped where they are said."""

READY = (
    "*Ready means that seven checks are met, all of them, on the same day.*",
    "*Owner:* a person of ours has said yes to owning it, and another to stepping in.",
    "*Dependencies:* each is our own or under contract; nothing is moved by hand, no version moves by itself.",
    "*Failure and response:* how it fails is written down, with a plan; what replaces it was tried.",
    "*Incident playbook:* how trouble is noticed, traced, cleaned up, and how far back to look; somebody reviews the "
    "output.",
    "*Access:* at each step no more than it needs, with a log and a check of the data.",
    "*Tests:* good and bad inputs, in version control, run on every change.",
    "*Swappable parts:* model, data source, destination and credentials are each set by a variable.",
    "There is no score and no average. It is a floor: a check can turn again when something runs out or changes.",
)

KEPT = (
    "*What I keep*",
    "What is written in a pilot's thread, in its forms and to me, with names and times. Later edits count too.",
    "What you delete disappears from my messages at once and is erased after 30 days; that it was withdrawn stays.",
    "Nothing else from a channel is stored. Who is in the workspace and in a pilot's channel is kept to know who may "
    "answer.",
)
