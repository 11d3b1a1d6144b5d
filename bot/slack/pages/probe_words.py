"""The words of every follow-up, by its code (``readiness.probes``); ``{name}`` is the row's own name, or "it"."""

PROBES: dict[str, str] = {
    # who owns it
    "owner_missing": "One thing is still missing: who is the person to act when {name} goes wrong?",
    "owner_is_a_group": 
        "Who in that group is the one person to act on a Tuesday morning? One name is enough; "
        "the others can still help.",
    "owner_outside": "Who in your own company would call them, and decide what happens until they answer?",
    "owner_decided_later": "Who would it be if something broke tomorrow? A name for now can be changed at any time.",
    "owner_leaving": "From what day, and who has it after that? The next person can be asked now.",
    "owner_built_it": "Thanks, that says who knows it. Whose job is it to act when it goes wrong once it is running?",
    "owner_shared_address": "Who reads that address on a Tuesday morning, and decides?",
    "backup_missing": "One thing is still missing: who steps in when the owner is away?",
    "cover_off_hours_missing": 
        "One thing is still missing: where does an alarm go on a Sunday night? \"It waits until "
        "Monday\" is an answer too.",
    "cover_hours_missing": 
        "One thing is still missing: during which hours is somebody there, and where does an alarm "
        "go then?",
    # what it depends on
    "dependencies_missing": 
        "Which data does it read, which model and version does it call, and with which key or "
        "account?",
    "data_row_missing": "Which data does it read, and who keeps that coming?",
    "model_row_missing": "Which model does it call, and in which version?",
    "credential_row_missing": "Which key or account does it use to get in?",
    "stability_missing": "Is {name} your own, under contract until some date, or nobody's promise?",
    "by_hand_missing": "Does {name} arrive by itself, or does somebody move it by hand?",
    "version_missing": "Which version of {name} is it?",
    "pinned_missing": "Does {name} stay at that version until you change it, or does it move by itself?",
    "rotated_on_missing": "When was {name} last changed? If a service changes it by itself, say so.",
    "deputy_missing": "Who can stand in for {name}?",
    "until_missing": "Until which day does the contract for {name} run?",
    "retires_on_missing": "Has the maker of {name} named a day when it goes away? \"None announced\" is an answer too.",
    "name_missing": "What is it called, so that others can find it?",
    "runs_on_a_laptop": "What happens on a day when that computer is off, and where could it run instead?",
    "old_key": "Whose key is it, and when was it last changed?",
    "moved_by_hand": "Who moves {name} by hand, and what happens in the week when they are away?",
    "moving_version": "Which exact version runs today, and is it fixed or does it move by itself?",
    "written_elsewhere": 
        "Which three from there would stop it by going away: one for data, one for the model, "
        "one for the key?",
    "only_a_call": "Which model does that call reach, with whose key, and where does what it sends come from?",
    "names_only": 
        "Which data, which model version and which key is it? What is not known yet can be answered "
        "with \"not yet\".",
    # how it fails
    "failures_missing": "What could go wrong that only a careful reader would see, and how would it come to light?",
    "hidden_failure_missing": 
        "And a fault that nobody would see at once: what could that be, and how would it come "
        "to light?",
    "failure_signal_missing": 
        "How would \"{name}\" come to light: an alarm, somebody who looks regularly, or a check "
        "that stops it?",
    "failure_who_missing": "Who acts first on \"{name}\"?",
    "failure_first_action_missing": "What is done first about \"{name}\"?",
    "failure_what_missing": "What exactly goes wrong there? One line is enough.",
    "plan_missing": 
        "One thing is still missing: where is it written down what to do? A link or the name of "
        "the document is enough.",
    "has_not_failed": "Think of one wrong result that looks right. How would anybody find out, and when?",
    "would_notice": "Who would notice, by looking at what, and how long would it take?",
    "only_logged": "Who gets to read that, and when? A line nobody is sent shows only when somebody looks.",
    "who_gets_alert": "Which fault sets it off, and which person does it reach?",
    # who reviews the output
    "reviewer_missing": "One thing is still missing: which person looks at what it produces?",
    "reviewer_is_a_group": "Which one of them looks at it, by name?",
    "builder_reviews": "Who besides the person who built it could read some of the output?",
    "model_reviews_itself": "Which person sees what the second look lets through?",
    "users_review": "Who looks before a user has to tell you?",
    "review_when_time": "How often does that come to: each day, each week, each month? And how many at a time?",
    "only_a_dashboard": "Who reads the dashboard, and do they see the outputs themselves?",
    "no_review_needed": "Whose eyes are the last before it is used, and how many do they really read?",
    "every_missing": "One thing is still missing: how often is it looked at?",
    "share_missing": "One thing is still missing: how many are looked at each time, or is it all of them?",
    "last_on_missing": "One thing is still missing: on which day was it last looked at?",
    # what replaces it
    "path_missing": "One thing is still missing: what happens instead while it is away for a week?",
    "old_way": "Who does it then, and on which day did they last really work that way?",
    "cannot_go_down": "Suppose it did, for a week, and nobody could help it. Who would do the work, and how?",
    "another_model": "On which day was the other one last really used, and who switches over?",
    "has_backups": "And while they are being restored: what do people do meanwhile, and who?",
    "path_not_thought_of": 
        "What would people do on the first morning? \"We'd wait\" is complete too, if somebody "
        "who did not build it agrees.",
    "tried_on_missing": "One thing is still missing: on which day did someone last really work that way?",
    "who_missing": "One thing is still missing: who does the work in that week?",
    "trigger_missing": "One thing is still missing: after how long would you switch over, and who decides?",
}  # fmt: skip
