// What a person can do with a message: reply, edit, delete, use a shortcut of the app.

import { confirmed } from "../blocks/confirm.js";
import { menuButton } from "../blocks/menu.js";
import { el } from "../dom.js";
import { icon } from "../icons.js";
import { hrefTo } from "../route.js";
import { personOf } from "../state.js";

const DELETE = {
  title: { text: "Delete this message?" },
  text: { type: "plain_text", text: "It goes away for everybody. This cannot be undone." },
  confirm: { text: "Delete" },
  deny: { text: "Keep" },
  style: "danger",
};

async function remove(app, message) {
  if (await confirmed(app.state, DELETE)) await app.post("delete", { channel: message.channel, ts: message.ts });
}

function entriesOf(app, message, inThread) {
  const { state } = app;
  const where = { channel: message.channel, ts: message.ts };
  const own = message.user === state.me;
  const mayDelete = own || ["admin", "owner"].includes(personOf(state, state.me)?.kind);
  const shortcuts = state.app.shortcuts.filter((shortcut) => shortcut.type === "message");
  return [
    own && { label: "Edit", act: () => app.edit(message, inThread) },
    ...shortcuts.map((one) => ({
      label: one.name,
      hint: state.app.name,
      act: () => app.post("shortcut", { ...where, callback_id: one.callback_id }),
    })),
    mayDelete && { label: "Delete", danger: true, act: () => remove(app, message) },
  ].filter(Boolean);
}

const isPlain = (message) =>
  !message.is_ephemeral &&
  (!message.subtype || ["file_share", "me_message", "thread_broadcast", "bot_message"].includes(message.subtype));

export function messageTools(app, message, inThread) {
  if (!isPlain(message)) return "";
  const { state } = app;
  const place = state.place.name === "channel" ? message.channel : state.place.name;
  const reply = el(
    "a",
    {
      class: "quiet icon-button",
      href: hrefTo(state, { place, thread: message.thread_ts || message.ts }),
      "aria-label": "Reply in thread",
      title: "Reply in thread",
      "data-focus": "reply",
    },
    icon("reply"),
  );
  const menu = menuButton("More about this message", () => entriesOf(app, message, inThread), { "data-focus": "menu" });
  return el("div", { class: "tools" }, inThread ? "" : reply, entriesOf(app, message, inThread).length ? menu : "");
}
