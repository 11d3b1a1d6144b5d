// What stands with a message beside its words: files, reactions, its thread.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { hrefTo } from "../route.js";
import { nameOf, nowOf, zoneOf } from "../state.js";
import { emojiOf } from "../text/emoji.js";
import { clockTime, dayName, millisecondsOf } from "../text/dates.js";

function file(one) {
  const name = one.title || one.name;
  return el(
    "a",
    { class: "file", href: `/files/${encodeURIComponent(one.id)}`, download: one.name, title: name },
    icon("file"),
    el("span", { class: "name", dir: "auto" }, name),
    el("small", {}, sizeOf(one.size)),
  );
}

function sizeOf(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`;
}

export function files(message) {
  return message.files?.length ? el("div", { class: "files" }, message.files.map(file)) : "";
}

function reaction(app, message, { name, users, count }) {
  const own = users.includes(app.state.me);
  const who = users.map((user) => nameOf(app.state, user)).join(", ");
  const toggle = () => app.post(own ? "unreact" : "react", { channel: message.channel, ts: message.ts, name });
  return el(
    "button",
    {
      type: "button",
      class: "reaction",
      "aria-pressed": String(own),
      title: `${who} reacted with :${name}:`,
      "aria-label": `${name}: ${who}`,
      onclick: toggle,
      "data-focus": `reaction ${name}`,
    },
    emojiOf(name),
    el("span", {}, String(count)),
  );
}

export function reactions(app, message) {
  return message.reactions?.length
    ? el(
        "div",
        { class: "reactions" },
        message.reactions.map((one) => reaction(app, message, one)),
      )
    : "";
}

// The link to a message's thread, when it has replies.
export function threadLink(state, message) {
  if (!message.reply_count) return "";
  const at = millisecondsOf(message.latest_reply);
  const day = dayName(at, zoneOf(state), nowOf(state));
  const place = state.place.name === "channel" ? message.channel : state.place.name;
  return el(
    "a",
    { class: "thread-link", href: hrefTo(state, { place, thread: message.ts }), "data-focus": "thread" },
    el("strong", {}, message.reply_count === 1 ? "1 reply" : `${message.reply_count} replies`),
    " ",
    el("small", {}, `last ${day === "Today" ? "" : `${day} `}${clockTime(at, zoneOf(state))}`),
  );
}
