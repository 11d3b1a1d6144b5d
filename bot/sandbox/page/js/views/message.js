// One message as it stands in a channel or thread.

import { el, hiddenWords } from "../dom.js";
import { makeBlocks } from "../blocks/blocks.js";
import { contentOf } from "../blocks/content.js";
import { mrkdwn, plainWords } from "../text/mrkdwn.js";
import { authorOf, avatar, head, timeOf } from "./author.js";
import { editor } from "./message_edit.js";
import { messageTools } from "./message_menu.js";
import { files, reactions, threadLink } from "./message_parts.js";

const LONG = 3000;

// Blocks of a message: presses go to the message, nothing typed is kept.
function surfaceOf(app, message) {
  const where = { channel: message.channel, ts: message.ts };
  return {
    state: app.state,
    valueOf: (_, element) => contentOf(element),
    register: () => undefined,
    touched: () => undefined,
    press: (block, element, value) =>
      app.post("press", { ...where, action_id: element.action_id, block_id: block.block_id, value }),
  };
}

function attachment(app, message, one) {
  const words = [one.pretext, one.title, one.text].filter(Boolean).map((text) => mrkdwn(app.state, text));
  return el(
    "div",
    { class: "attachment" },
    one.blocks ? makeBlocks(surfaceOf(app, message), one.blocks) : el("div", { class: "words" }, words),
  );
}

function longWords(app, message, words) {
  const { expanded } = app.state;
  if (message.text.length <= LONG || expanded.has(message.ts)) return words;
  const more = el(
    "button",
    {
      type: "button",
      class: "button",
      "data-focus": "more",
      onclick: () => {
        expanded.add(message.ts);
        app.redraw();
      },
    },
    "Show all of it",
  );
  words.classList.add("shortened");
  return [words, more];
}

function wordsOf(app, message) {
  if (message.subtype === "tombstone") return el("p", { class: "words muted" }, "This message was deleted.");
  if (message.bot_id && message.blocks?.length) return makeBlocks(surfaceOf(app, message), message.blocks);
  const edited = message.edited ? el("small", { class: "edited" }, "(edited)") : "";
  const words = el(
    "div",
    { class: `words${message.subtype === "me_message" ? " me" : ""}` },
    mrkdwn(app.state, message.text),
    edited,
  );
  return message.text ? longWords(app, message, words) : edited;
}

function above(app, message, inThread) {
  if (message.is_ephemeral) return el("p", { class: "aside" }, "Only visible to you");
  if (message.subtype !== "thread_broadcast" || !message.root) return "";
  const root = plainWords(app.state, message.root.text).slice(0, 80);
  return el(
    "p",
    { class: "aside" },
    inThread ? "also sent to the channel" : ["replied to a thread: ", el("bdi", {}, root || "…")],
  );
}

export const isEdited = (state, message, inThread) => state.editing === `${inThread} ${message.ts}`;

// `compact`: it follows a message of the same author, whose name need not stand again.
export function messageNode(app, message, { compact, inThread }) {
  const { state } = app;
  const name = authorOf(state, message);
  const editing = isEdited(state, message, inThread);
  const classes = ["message", compact && "compact", message.is_ephemeral && "ephemeral"].filter(Boolean);
  return el(
    "li",
    { class: classes.join(" "), "data-ts": message.ts, "data-user": message.user },
    compact ? timeOf(state, message.ts) : avatar(state, message, name),
    el(
      "div",
      { class: "body" },
      compact ? hiddenWords(name) : head(state, message, name),
      above(app, message, inThread),
      editing ? editor(app, message) : wordsOf(app, message),
      (message.attachments ?? []).map((one) => attachment(app, message, one)),
      files(message),
      reactions(app, message),
      inThread ? "" : threadLink(state, message),
    ),
    editing ? "" : messageTools(app, message, inThread),
  );
}

// A line of Slack's own: somebody joined, the channel was renamed.
export function systemNode(app, message) {
  return el(
    "li",
    { class: "message system", "data-ts": message.ts },
    timeOf(app.state, message.ts),
    el("div", { class: "body words" }, mrkdwn(app.state, message.text)),
  );
}
