"""What a finding, a warning or a lapse is called. Stable: the bot's words are chosen by these keys."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Every code; what ``values`` holds beside the slot's own ``value`` stands in the comment."""

    # any conversation or form
    NOT_ANSWERED = "not_answered"  # nothing is saved
    NOT_YET = "not_yet"  # who, by_when
    MISSING = "missing"  # a slot is empty
    TO_CONFIRM = "to_confirm"  # an edited message reads otherwise
    DATE_AFTER_SAVE = "date_after_save"  # something done on a date after the day it was saved: saved_on
    # people in a role
    NOT_ACCEPTED = "not_accepted"  # user; owner_is_builder "yes": the builder owns it only with the backup's yes
    DECLINED = "declined"  # user
    ACCOUNT_UNKNOWN = "account_unknown"  # user: never heard of
    ACCOUNT_NOT_ACTIVE = "account_not_active"  # user, state
    SAME_PERSON = "same_person"  # user: owner and backup
    CHECKIN_LAPSED = "checkin_lapsed"
    REVIEWER_IS_BUILDER = "reviewer_is_builder"  # user
    REVIEWER_MAY_NOT_STOP = "reviewer_may_not_stop"  # user
    # dependencies
    NO_ROW_OF_KIND = "no_row_of_kind"  # kind
    STABILITY_NONE = "stability_none"  # name
    MOVED_BY_HAND = "moved_by_hand"  # name
    NOT_PINNED = "not_pinned"  # name
    VERSION_MOVES = "version_moves"  # name, version
    CONTRACT_ENDS = "contract_ends"  # name, until
    MODEL_RETIRES = "model_retires"  # name, retires_on
    CREDENTIAL_OLD = "credential_old"  # name, rotated_on
    # failure and replacement
    NO_QUIET_FAILURE = "no_quiet_failure"
    SIGNAL_TOO_WEAK = "signal_too_weak"  # what, signal
    TRIED_TOO_LONG_AGO = "tried_too_long_ago"  # tried_on
    NOTHING_NEEDED_NOT_AGREED = "nothing_needed_not_agreed"
    NOTHING_NEEDED_OLD = "nothing_needed_old"  # agreed_on, user
    # review and playbook
    PERIOD_TOO_LONG = "period_too_long"  # days, allowed_days
    LAST_REVIEW_TOO_OLD = "last_review_too_old"  # last_on, saved_on, allowed_days: already when it was saved
    REVIEW_NOT_RENEWED = "review_not_renewed"  # last_on
    LOOK_BACK_BEYOND_RETENTION = "look_back_beyond_retention"  # look_back_days, retention_days
    LOOK_BACK_SHORTER_THAN_REVIEW = "look_back_shorter_than_review"  # look_back_days, review_days
    # access
    NOT_LIMITED = "not_limited"  # hop, account
    NOT_LOGGED = "not_logged"  # hop
    NOT_CHECKED = "not_checked"  # hop
    ACCESS_REVIEW_TOO_OLD = "access_review_too_old"  # reviewed_on, saved_on: already when it was saved
    ACCESS_NOT_REVIEWED = "access_not_reviewed"  # reviewed_on or None
    # tests
    NOT_IN_VERSION_CONTROL = "not_in_version_control"
    NO_GOOD_INPUTS = "no_good_inputs"
    NO_BAD_INPUTS = "no_bad_inputs"
    NOT_ON_EVERY_CHANGE = "not_on_every_change"  # starts_on
    CHANGED_SINCE_TEST_RUN = "changed_since_test_run"  # last_run_on, changed_on
    TEST_RUN_OLD = "test_run_old"  # last_run_on
    # agnostic
    HARD_WIRED = "hard_wired"  # point, name
    # warnings
    RUNS_OUT = "runs_out"  # on, code (of the finding it will be), and its values
    ROTATION_DUE = "rotation_due"  # name, due_on
    DRILL_OLD = "drill_old"  # drilled_on
    GAP = "gap"  # what: a further failure that is incomplete
    PERSON_NOT_ACTIVE = "person_not_active"  # user, name
    ACCOUNT_WITHOUT_CREDENTIAL = "account_without_credential"
    LINK_PROVES_MANY = "link_proves_many"  # link, gates (comma-separated keys)
