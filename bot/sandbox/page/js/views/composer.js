// Where one writes: Enter sends, Shift+Enter begins a new line. What is typed stays with its person and place.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { CompletionList } from "./completion_list.js";
import { sendTyped } from "./typed.js";
import { Upload } from "./upload.js";

export class Composer {
  #where = { channel: "" };
  #draft = "";

  // `inThread` offers to send a reply to the channel too.
  constructor(app, { inThread }) {
    this.app = app;
    this.area = el("textarea", { rows: 1, dir: "auto", autocomplete: "off" });
    this.suggestions = new CompletionList(app.state, this.area);
    this.upload = new Upload(app.tell);
    this.broadcast = el("input", { type: "checkbox" });
    this.why = el("p", { class: "closed", hidden: true });
    this.form = this.#form(inThread);
    this.node = el("div", { class: "composer" }, this.form, this.why);
    this.area.addEventListener("keydown", (event) => this.#key(event));
    this.area.addEventListener("input", () => app.state.drafts.set(this.#draft, this.area.value));
  }

  // `label` names the field; `why` is the reason one cannot write here, or "".
  show(where, label, why) {
    const draft = `${this.app.state.me} ${where.channel} ${where.thread_ts ?? ""}`;
    this.#where = where;
    this.area.setAttribute("aria-label", label);
    this.area.placeholder = label;
    this.form.hidden = Boolean(why);
    this.why.hidden = !why;
    this.why.textContent = why;
    if (draft !== this.#draft) this.#change(draft);
  }

  #form(inThread) {
    const also = inThread ? el("label", { class: "also" }, this.broadcast, " Also send to the channel") : "";
    const send = el(
      "button",
      { type: "submit", class: "primary icon-button send", "aria-label": "Send", title: "Send" },
      icon("send"),
    );
    const form = el(
      "form",
      {},
      this.suggestions.node,
      this.upload.node,
      this.area,
      el(
        "div",
        { class: "composer-row" },
        this.upload.button,
        this.upload.input,
        also,
        el("span", { class: "spring" }),
        send,
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    return form;
  }

  #change(draft) {
    this.#draft = draft;
    this.area.value = this.app.state.drafts.get(draft) ?? "";
    this.broadcast.checked = false;
    this.upload.clear();
    this.suggestions.close();
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.suggestions.key(event)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#send();
    }
  }

  // The field is empty at once; what was refused comes back, unless something else stands there by then.
  async #send() {
    const text = this.area.value.trim();
    const file = await this.upload.content();
    if (!text && !file) return;
    const draft = this.#draft;
    const where = { ...this.#where, broadcast: this.broadcast.checked || undefined };
    this.#put(draft, "");
    this.upload.clear();
    const outcome = await sendTyped(this.app, where, text, file);
    if (!outcome.ok && !this.app.state.drafts.get(draft)) this.#put(draft, text);
    if (!outcome.ok) return;
    this.broadcast.checked = false;
    this.app.settle();
  }

  #put(draft, text) {
    this.app.state.drafts.set(draft, text);
    if (draft === this.#draft) this.area.value = text;
    this.suggestions.close();
  }
}
