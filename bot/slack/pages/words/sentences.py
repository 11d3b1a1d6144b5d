"""One sentence for each finding, by its code (``readiness.codes.Code``). A gap is a fact about the pilot, never about a
person. ``{row}`` is the name of the row, ``{user}`` a person, ``{since}`` the day it began; the other fields are the
finding's values in people's words. Codes that need another word for each slot or choice have a table of their own."""

from __future__ import annotations

from bot.readiness.codes import Code

SENTENCES = {
    Code.TO_CONFIRM: "{label} reads otherwise since a reply was edited, and waits for somebody to confirm it.",
    Code.DATE_AFTER_SAVE: "{label}: {value} still lay ahead on the day it was saved.",
    Code.ACCOUNT_UNKNOWN: "The account named here ({label}) is not known in this workspace.",
    Code.SAME_PERSON: "{user} is named both as owner and to step in; that takes two people.",
    Code.CHECKIN_LAPSED: "The question of who owns it stayed open, so no owner is confirmed at the moment.",
    Code.REVIEWER_IS_BUILDER: "{user} built it, so the reviewer has to be someone else.",
    Code.REVIEWER_MAY_NOT_STOP: "The reviewer needs the right to stop it.",
    Code.STABILITY_NONE: "{row} is nobody's promise.",
    Code.MOVED_BY_HAND: "{row} is moved by hand.",
    Code.NOT_PINNED: "The version of {row} is not fixed.",
    Code.VERSION_MOVES: "The version of {row}, “{value}”, moves by itself.",
    Code.CONTRACT_ENDS: "The contract for {row} runs to {until}, and nothing is on record for after that.",
    Code.MODEL_RETIRES: "{row} retires on {retires_on}.",
    Code.CREDENTIAL_OLD: "{row} was due to be changed on {since}, and no change is on record.",
    Code.NO_QUIET_FAILURE: "No failure that is easy to miss or hidden is written down in full.",
    Code.TRIED_TOO_LONG_AGO: "Working without it was last tried on {tried_on}, which is too long ago to count.",
    Code.NOTHING_NEEDED_NOT_AGREED: "“Nothing needs to replace it” waits for somebody other than the builder to agree.",
    Code.NOTHING_NEEDED_OLD: "“Nothing needs to replace it” was agreed on {agreed_on}; it is time to ask again.",
    Code.PERIOD_TOO_LONG: "The output is looked at every {days} days; it takes {allowed_days} or fewer.",
    Code.LAST_REVIEW_TOO_OLD: "The last check on record, on {last_on}, was too long ago when it was saved.",
    Code.REVIEW_NOT_RENEWED: "No check of the output is on record since {last_on}.",
    Code.LOOK_BACK_BEYOND_RETENTION: (
        "The playbook looks back {look_back_days} days, but the record is kept for {retention_days}."
    ),
    Code.LOOK_BACK_SHORTER_THAN_REVIEW: (
        "The playbook looks back {look_back_days} days, but two checks of the output lie {review_days} days apart."
    ),
    Code.NOT_LOGGED: "{row} has no log.",
    Code.NOT_CHECKED: "{row} has no check of the data.",
    Code.ACCESS_REVIEW_TOO_OLD: "The last access review, on {reviewed_on}, was too long ago when it was saved.",
    Code.NOT_IN_VERSION_CONTROL: "The tests are not in version control.",
    Code.NO_GOOD_INPUTS: "There are no good inputs among the test cases.",
    Code.NO_BAD_INPUTS: "There are no bad inputs among the test cases.",
    Code.CHANGED_SINCE_TEST_RUN: "Something changed on {changed_on}, and the last test run was on {last_run_on}.",
    Code.TEST_RUN_OLD: "The last test run was on {last_run_on}; it is time for another.",
    Code.HARD_WIRED: "{row} has no variable, so it cannot be swapped.",
    Code.ROTATION_DUE: "{row} is due to be changed on {due_on}, by the rule given for it.",
    Code.DRILL_OLD: "The response plan was last tried out on {drilled_on}.",
    Code.GAP: "{row} is not complete; that holds nothing up.",
    Code.PERSON_NOT_ACTIVE: "The account of {user}, named for {row}, is no longer active.",
    Code.ACCOUNT_WITHOUT_CREDENTIAL: "The account behind {row} is not among the keys and accounts listed.",
    Code.LINK_PROVES_MANY: "One link stands as proof for several checks ({gates}): {link}",
}
"""The sentence of each code that needs no table of its own."""

NOT_ACCEPTED = {
    "owner": "The owner's yes or no is still out, asked on {since}.",
    "backup": "The yes or no of the person stepping in is still out, asked on {since}.",
    "reviewer": "The reviewer's word that this is what they do is still out, asked on {since}.",
}
ASKED_AGAIN = {
    "owner": "The owner's yes or no is still out: asked again on {since}, not answered yet.",
    "backup": "The yes or no of the person stepping in is still out: asked again on {since}, not answered yet.",
    "reviewer": "The reviewer's word that this is what they do is still out: asked again on {since}, not answered yet.",
}
NEEDS_BACKUP = " It takes that yes, since the owner also built it."
DECLINED = {
    "owner": "Owner is open again: the request came back with a no.",
    "backup": "Who steps in is open again: the request came back with a no.",
    "reviewer": "Who reviews it is open again: the person asked describes it otherwise.",
}
NOT_ACTIVE = {
    "inactive": "The account of {user} ({label}) is no longer active.",
    "guest": "{user} ({label}) is a guest here, and it takes a full member.",
    "external": "{user} ({label}) belongs to another company, and it takes a full member.",
    "bot": "{user} ({label}) is a bot, and it takes a person.",
}
NO_ROW_OF_KIND = {
    "data": "No data is listed among its dependencies.",
    "model": "No model is listed among its dependencies.",
    "credential": "No key or account is listed among its dependencies.",
}
SIGNAL_TOO_WEAK = {
    "somebody_complains": "{row} comes to light only when somebody complains.",
    "nothing_shows_it": "Nothing would show {row} today.",
}
NOT_LIMITED = {
    "service_admin": "{row} uses a service account with admin rights.",
    "a_persons": "{row} uses a person's own account.",
}
NOT_ON_EVERY_CHANGE = {
    "code_changes_only": "The tests start on code changes only, not when a prompt changes.",
    "by_hand": "The tests are started by hand, not by every change.",
}
ACCESS_NOT_REVIEWED = "Access was last reviewed on {reviewed_on}; it is time to look again."
ACCESS_NEVER_REVIEWED = "No access review is on record yet."

RUNS_OUT = {
    Code.CONTRACT_ENDS: "the contract for {row}",
    Code.MODEL_RETIRES: "{row}",
    Code.CREDENTIAL_OLD: "{row}",
    Code.TRIED_TOO_LONG_AGO: "the last try without it",
    Code.NOTHING_NEEDED_OLD: "the word that nothing needs to replace it",
    Code.REVIEW_NOT_RENEWED: "the last check of the output",
    Code.ACCESS_NOT_REVIEWED: "the last access review",
    Code.TEST_RUN_OLD: "the last test run",
    Code.CHANGED_SINCE_TEST_RUN: "the last test run",
}
"""What it is that runs out, by the code of the finding it will become; the middle of a sentence."""
