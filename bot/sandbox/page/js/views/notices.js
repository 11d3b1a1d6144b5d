// What Slack itself tells the person (a command that timed out), and what the page could not do, as lines to dismiss.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { keep } from "../keyed.js";

const MOST = 3;

function line(notice, dismiss) {
  const button = el(
    "button",
    { type: "button", class: "quiet icon-button", "aria-label": "Dismiss", onclick: () => dismiss(notice) },
    icon("close"),
  );
  return el("div", { class: "notice" }, el("p", { dir: "auto" }, el("strong", {}, "Slack"), " ", notice.text), button);
}

// The newest notices for this person and place.
export function noticesHere(state) {
  const here = (notice) =>
    notice.seq > state.begun &&
    notice.person === state.me &&
    (!notice.channel || notice.channel === state.place.channel);
  const all = [...state.notices, ...state.told].sort((one, other) => one.seq - other.seq);
  return all.filter((notice) => here(notice) && !state.dismissed.has(notice.seq)).slice(-MOST);
}

export function showNotices(node, state, dismiss) {
  keep(
    node,
    noticesHere(state).map((notice) => ({
      key: `n${notice.seq}`,
      signature: notice.text,
      make: () => line(notice, dismiss),
    })),
  );
}
