// The right column: a thread with its own composer.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { hrefTo, placeKey } from "../route.js";
import { channelOf, titleOf, whyNotWrite } from "../state.js";
import { Composer } from "./composer.js";
import { MessageList } from "./message_list.js";

export class Thread {
  constructor(app, node) {
    Object.assign(this, { app, node });
    this.about = el("p", { class: "about", dir: "auto" });
    const head = el(
      "header",
      { class: "pane-head" },
      el("h2", {}, "Thread"),
      this.about,
      el("span", { class: "spring" }),
      this.#close(),
    );
    this.scroll = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Thread" });
    this.list = new MessageList(app, this.scroll, { inThread: true });
    this.composer = new Composer(app, { inThread: true });
    node.append(head, this.scroll, this.composer.node);
  }

  show() {
    const { state } = this.app;
    const channel = channelOf(state, state.place.channel);
    this.node.hidden = !(state.thread && channel);
    if (this.node.hidden) return;
    this.about.textContent = channel.kind === "im" ? titleOf(state, channel) : `#${titleOf(state, channel)}`;
    this.list.show(state.replies, `${state.me} ${state.thread}`);
    const why = whyNotWrite(state, channel, state.replies[0]?.is_locked);
    this.composer.show({ channel: channel.id, thread_ts: state.thread }, "Reply", why);
  }

  #close() {
    const close = () => {
      location.hash = hrefTo(this.app.state, { place: placeKey(this.app.state.place) });
    };
    return el(
      "button",
      {
        type: "button",
        class: "quiet icon-button",
        "aria-label": "Close the thread",
        title: "Close the thread",
        onclick: close,
      },
      icon("close"),
    );
  }
}
