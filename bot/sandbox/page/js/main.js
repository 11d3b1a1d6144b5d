// Starts the page: makes its parts, shows where the address points, and follows what changes.

import { createAct } from "./act.js";
import { read } from "./api.js";
import { createGo } from "./go.js";
import { follow } from "./live.js";
import { createLoader } from "./load.js";
import { hrefTo, placeKey } from "./route.js";
import { channelOf, createState, personOf } from "./state.js";
import { createUnread } from "./unread.js";
import { Announcer } from "./views/announce.js";
import { Clock } from "./views/clock.js";
import { Conversation } from "./views/conversation.js";
import { Modal } from "./views/modal.js";
import { noticesHere, showNotices } from "./views/notices.js";
import { showPeople } from "./views/person_menu.js";
import { showSidebar } from "./views/sidebar.js";
import { Thread } from "./views/thread.js";

const byId = (id) => document.getElementById(id);

class Page {
  #reachable = true;
  #held = 0;

  constructor() {
    this.state = createState();
    this.unread = createUnread();
    this.tell = (text) => this.#tell(text);
    this.post = createAct(this.state, this.tell);
    this.load = createLoader(this.state, (part) => this.#show(part));
    this.go = createGo(this);
    this.conversation = new Conversation(this, byId("conversation"));
    this.thread = new Thread(this, byId("thread"));
    this.modal = new Modal(this, byId("form-dialog"), { shade: byId("shade"), behind: byId("workspace") });
    this.clock = new Clock(this, byId("clock"));
    this.announcer = new Announcer(this.state, byId("announcer"));
  }

  async start() {
    await this.restart();
    window.addEventListener("hashchange", () => this.go());
    byId("sidebar").addEventListener("click", (event) => event.target.closest("a") && this.view("main"));
    byId("person").addEventListener("change", (event) => this.#become(event.target.value));
    await follow(this);
  }

  // Reads everything anew, as it is now.
  async restart() {
    const { seq } = await read("state");
    this.state.since = seq;
    this.state.begun ||= seq;
    await this.load("state");
    await this.go();
    await this.load("state", "modal", "home", "notices");
  }

  edit(message, inThread) {
    this.state.editing = message ? `${inThread} ${message.ts}` : "";
    this.redraw();
  }

  redraw() {
    this.conversation.show();
    this.thread.show();
  }

  // While held, nothing is drawn.
  hold() {
    this.#held += 1;
  }

  release() {
    this.#held -= 1;
    if (!this.#held) ["state", "modal", "messages"].forEach((part) => this.#show(part));
  }

  // What went wrong before is of no interest any more once something worked.
  settle() {
    for (const notice of noticesHere(this.state)) this.state.dismissed.add(notice.seq);
    this.#showNotices();
  }

  // On narrow screens one column is shown: "list", "main" or "thread".
  view(name) {
    document.body.dataset.view = name;
  }

  reachable(yes) {
    this.#reachable = yes;
    this.#showLink();
  }

  #become(person) {
    location.hash = hrefTo(this.state, { person, place: placeKey(this.state.place), thread: this.state.thread });
  }

  #tell(text) {
    const { told, me, since } = this.state;
    told.push({ seq: since + told.length / 1000 + 0.001, person: me, text, channel: "" });
    this.#showNotices();
  }

  #show(part) {
    if (this.#held) return;
    if (part === "modal") this.modal.show();
    else if (part === "notices") this.#showNotices();
    else this.#showWorkspace(part);
  }

  #showWorkspace(part) {
    const { state } = this;
    if (!state.me) return;
    const channel = channelOf(state, state.place.channel);
    if (channel && ["messages", "channels"].includes(part)) this.unread.mark(state.me, channel);
    if (part === "state") this.#showTop();
    showSidebar(byId("sidebar"), state, this.unread);
    this.redraw();
    this.#showNotices();
    if (["messages", "replies"].includes(part)) this.announcer.announce();
  }

  #showTop() {
    showPeople(byId("person"), this.state);
    byId("team").textContent = this.state.team.name ?? "";
    document.title = `${personOf(this.state, this.state.me)?.real_name ?? "Sandbox"} · ${this.state.team.name}`;
    this.#showLink();
    this.clock.show();
  }

  #showLink() {
    const { app, connections } = this.state;
    const words = connections ? `${app.name} is connected` : `${app.name ?? "The app"} is not connected`;
    byId("link-state").textContent = this.#reachable ? words : "The sandbox does not answer; trying again";
    byId("link-state").classList.toggle("off", !this.#reachable || !connections);
  }

  #showNotices() {
    const dismiss = (notice) => {
      this.state.dismissed.add(notice.seq);
      this.#showNotices();
    };
    showNotices(this.conversation.notices, this.state, dismiss);
    showNotices(this.modal.notices, this.state, dismiss);
  }
}

new Page().start();
