// The messages of a channel or thread: grouped by day and author, following the newest one unless one has scrolled up.

import { el } from "../dom.js";
import { keep } from "../keyed.js";
import { nowOf, zoneOf } from "../state.js";
import { dayName, millisecondsOf } from "../text/dates.js";
import { isEdited, messageNode, systemNode } from "./message.js";

const TOGETHER = 300;
const NEAR = 60;
const SYSTEM = new Set([
  "channel_join",
  "channel_leave",
  "channel_name",
  "channel_archive",
  "channel_unarchive",
  "group_join",
  "group_leave",
  "group_name",
  "group_archive",
  "group_unarchive",
  "channel_topic",
  "channel_purpose",
  "channel_convert_to_private",
]);

function follows(message, before) {
  return (
    before &&
    !message.bot_id &&
    before.user === message.user &&
    !before.is_ephemeral &&
    !message.is_ephemeral &&
    !message.username &&
    !SYSTEM.has(before.subtype) &&
    ["", undefined, "file_share"].includes(message.subtype) &&
    before.subtype !== "tombstone" &&
    Number(message.ts) - Number(before.ts) < TOGETHER
  );
}

function dayItem(day) {
  return { key: `day ${day}`, signature: day, make: () => el("li", { class: "day" }, el("span", {}, day)) };
}

export class MessageList {
  #place = "";
  #stuck = true;

  constructor(app, node, { inThread }) {
    Object.assign(this, { app, node, inThread });
    this.list = el("ol", { class: "messages" });
    node.append(this.list);
    node.addEventListener(
      "scroll",
      () => {
        this.#stuck = node.scrollHeight - node.scrollTop - node.clientHeight < NEAR;
      },
      { passive: true },
    );
    const sizes = new ResizeObserver(() => this.#follow());
    sizes.observe(node);
    sizes.observe(this.list);
  }

  // `place` names what is shown: another one starts at its newest message.
  show(messages, place) {
    if (place !== this.#place) this.#stuck = true;
    this.#place = place;
    keep(this.list, this.#items(messages));
    this.#follow();
  }

  #items(messages) {
    const zone = zoneOf(this.app.state);
    const now = nowOf(this.app.state);
    return messages.flatMap((message, at) => {
      const [day, before] = [message, messages[at - 1]].map((one) => one && dayName(millisecondsOf(one.ts), zone, now));
      const item = this.#item(message, day === before ? messages[at - 1] : undefined);
      return day === before ? [item] : [dayItem(day), item];
    });
  }

  #item(message, before) {
    const { app, inThread } = this;
    const { state } = app;
    const compact = Boolean(follows(message, before));
    const signature = JSON.stringify([message, compact, state.expanded.has(message.ts), state.me, state.revision]);
    return {
      key: `${this.#place} ${message.ts}`,
      // What is being edited stays as it is, whatever happens to the message.
      signature: isEdited(state, message, inThread) ? "edited" : signature,
      make: () =>
        SYSTEM.has(message.subtype) ? systemNode(app, message) : messageNode(app, message, { compact, inThread }),
    };
  }

  // While somebody edits a message, it must not move away from them.
  #follow() {
    if (this.#stuck && !this.list.querySelector(".editor")) this.node.scrollTop = this.node.scrollHeight;
  }
}
