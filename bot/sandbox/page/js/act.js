// Acting as the person: every POST goes through here, and what went wrong becomes a line on the page.

import { Refused, write } from "./api.js";

// These the sandbox tells the person itself, in a notice; or they stand at the field.
const TOLD = new Set([
  "operation_timeout",
  "dispatch_failed",
  "not_supported_in_threads",
  "no_such_command",
  "not_allowed",
  "validation",
  "form_errors",
]);

const SENTENCES = {
  no_such_action: "This button is no longer there.",
  no_modal: "This form is no longer open.",
  invalid_response: "Slack would refuse what the app answered.",
  account_inactive: "This account is deactivated, so it cannot do anything.",
  is_archived: "The channel is archived.",
  not_in_channel: "You are not in this channel.",
  message_not_found: "This message is no longer there.",
  thread_not_found: "This thread is no longer there.",
  restricted_action_read_only_channel: "Only admins can write in this channel.",
  restricted_action_thread_locked: "This thread is locked.",
  not_enabled: "The app has switched this off.",
  messages_tab_disabled: "The app takes no direct messages.",
};

function sentenceOf(outcome) {
  const plain = SENTENCES[outcome.error] ?? outcome.detail ?? `That did not work (${outcome.error}).`;
  return outcome.messages ? `${plain} ${outcome.messages.join(" · ")}` : plain;
}

async function attempt(path, fields) {
  try {
    return await write(path, fields);
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.code, detail: error.message };
    return { ok: false, error: "unreachable", detail: "The sandbox does not answer." };
  }
}

// Gives post(path, fields): the outcome, with `ok`; `tell(sentence)` gets what the person should read. `quiet` is for
// what is done without the person asking.
export function createAct(state, tell) {
  return async function post(path, fields, { quiet = false } = {}) {
    const outcome = await attempt(path, { person: state.me, ...fields });
    if (!quiet && !outcome.ok && !TOLD.has(outcome.error)) tell(sentenceOf(outcome));
    return outcome;
  };
}
