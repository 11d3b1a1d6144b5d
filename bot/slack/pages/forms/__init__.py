"""Every form (modal) of the bot: pure functions from what is known to Slack's view; their ids are in docs/ids.md."""

from bot.slack.pages.forms.answer_forms import (
    ask_someone_form,
    decline_form,
    not_quite_form,
    not_yet_form,
    other_question_form,
    save_all_form,
    which_question_form,
)
from bot.slack.pages.forms.checks import checks_view
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.group import group_form
from bot.slack.pages.forms.habits_form import habits_form, settings_form
from bot.slack.pages.forms.more import more_view
from bot.slack.pages.forms.pilot_forms import (
    details_form,
    incident_form,
    lead_form,
    move_form,
    rename_form,
    retire_form,
    shipped_anyway_form,
    start_form,
)
from bot.slack.pages.forms.row import row_form
from bot.slack.pages.forms.said import said, typed_words
from bot.slack.pages.forms.tuesday_forms import away_form, change_form, hand_over_form, new_date_form

__all__ = [
    "DraftRef",
    "ViewDict",
    "ask_someone_form",
    "away_form",
    "change_form",
    "checks_view",
    "decline_form",
    "details_form",
    "group_form",
    "habits_form",
    "hand_over_form",
    "incident_form",
    "lead_form",
    "more_view",
    "move_form",
    "new_date_form",
    "not_quite_form",
    "not_yet_form",
    "other_question_form",
    "rename_form",
    "retire_form",
    "row_form",
    "said",
    "save_all_form",
    "settings_form",
    "shipped_anyway_form",
    "start_form",
    "typed_words",
    "which_question_form",
]
