// The middle column: a channel, a direct message, or the app's Home, each with its headline.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { hrefTo } from "../route.js";
import { channelOf, titleOf, whyNotWrite } from "../state.js";
import { Composer } from "./composer.js";
import { Home } from "./home.js";
import { MessageList } from "./message_list.js";

const MORE = 300;

export class Conversation {
  constructor(app, node) {
    Object.assign(this, { app, node });
    this.head = el("header", { class: "pane-head" });
    this.scroll = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Messages" });
    this.list = new MessageList(app, this.scroll, { inThread: false });
    this.empty = el("p", { class: "empty", hidden: true });
    this.earlier = el(
      "button",
      { type: "button", class: "button earlier", hidden: true, onclick: () => this.#showEarlier() },
      "Earlier messages",
    );
    this.scroll.prepend(this.earlier, this.empty);
    this.composer = new Composer(app, { inThread: false });
    this.notices = el("div", { class: "notices", role: "status" });
    this.home = new Home(app);
    node.append(this.head, this.scroll, this.home.node, this.notices, this.composer.node);
  }

  show() {
    const { state } = this.app;
    const atHome = state.place.name === "home";
    const channel = channelOf(state, state.place.channel);
    this.#showHead(channel);
    this.scroll.hidden = atHome || !channel;
    this.composer.node.hidden = atHome || !channel;
    this.home.node.hidden = !atHome;
    if (atHome) this.home.show();
    else if (channel) this.#showChannel(channel);
  }

  #showChannel(channel) {
    const { state } = this.app;
    this.list.show(state.messages, `${state.me} ${channel.id}`);
    this.earlier.hidden = state.messages.length < state.limit;
    this.empty.hidden = state.messages.length > 0;
    const hint = channel.bot_is_member ? " Type a message, or / for a command." : "";
    this.empty.textContent = `Nothing has been written here yet.${hint}`;
    const name = ["im", "mpim"].includes(channel.kind) ? titleOf(state, channel) : `#${channel.name}`;
    this.composer.show({ channel: channel.id }, `Message ${name}`, whyNotWrite(state, channel, false));
  }

  async #showEarlier() {
    const { state, load } = this.app;
    const fromBottom = this.scroll.scrollHeight - this.scroll.scrollTop;
    state.limit += MORE;
    await load("messages");
    this.scroll.scrollTop = this.scroll.scrollHeight - fromBottom;
  }

  #showHead(channel) {
    const { state } = this.app;
    const content = state.place.name === "channel" ? channelHead(state, channel) : appHead(state);
    const signature = JSON.stringify([state.revision, state.place, state.me, channel?.members, channel?.topic]);
    if (this.head.dataset.mark === signature) return;
    this.head.dataset.mark = signature;
    const back = el(
      "button",
      {
        type: "button",
        class: "quiet icon-button to-list",
        "aria-label": "Channels",
        onclick: () => this.app.view("list"),
      },
      icon("back"),
    );
    this.head.replaceChildren(back, ...content);
  }
}

function title(...words) {
  return el("h1", { id: "conversation-title", dir: "auto" }, words);
}

function channelHead(state, channel) {
  if (!channel) return [title("Not here")];
  const direct = ["im", "mpim"].includes(channel.kind);
  const sign = direct
    ? ""
    : el("span", { class: "sign", "aria-hidden": "true" }, channel.is_private ? icon("lock") : "#");
  const people = channel.members.filter((id) => id !== state.bot).length;
  const present = channel.bot_is_member
    ? `${state.app.name} is here`
    : `${state.app.name} is not here: /invite @${state.people.get(state.bot)?.name ?? state.app.name}`;
  const about = [channel.topic, `${people} people`, present].filter(Boolean).join(" · ");
  return [title(sign, titleOf(state, channel)), direct ? "" : el("p", { class: "about", title: about }, about)];
}

function appHead(state) {
  const tab = (place, label) =>
    el(
      "a",
      {
        href: hrefTo(state, { place }),
        "aria-current": state.place.name === place ? "page" : undefined,
        "data-focus": `tab ${place}`,
      },
      label,
    );
  return [
    title(state.app.name),
    el("nav", { class: "tabs", "aria-label": state.app.name }, tab("home", "Home"), tab("messages", "Messages")),
  ];
}
