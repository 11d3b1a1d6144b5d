// The form that is open for the person: the top of a stack of at most three.
//
// It does not make the top bar inert, so that one can be somebody else at any time; each keeps their own form.

import { el } from "../dom.js";
import { icon } from "../icons.js";
import { plainText } from "../text/mrkdwn.js";
import { ViewBody } from "./view_body.js";

const FIRST = "input, textarea, select";

export class Modal {
  #shown = "";
  #places = new Map();

  constructor(app, dialog, { shade, behind }) {
    Object.assign(this, { app, dialog, shade, behind });
    this.head = el("header", { class: "form-head" });
    this.blocks = el("div", { class: "form-blocks" });
    this.notices = el("div", { class: "notices", role: "status" });
    this.scroll = el("div", { class: "form-scroll" }, this.blocks);
    this.foot = el("footer", { class: "form-foot" });
    this.form = el("form", { novalidate: true }, this.head, this.scroll, this.notices, this.foot);
    this.body = new ViewBody(app.state, this.blocks, {
      press: (fields) => app.post("press", { view: "modal", ...fields }),
      // A form that changed or closed meanwhile refuses it; what is handed in at the end counts anyway.
      fill: (values) => app.post("fill", { values }, { quiet: true }),
    });
    dialog.append(this.form);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    dialog.addEventListener("keydown", (event) => this.#key(event));
  }

  // Sends what was typed, before somebody else is chosen.
  flush() {
    return this.body.flush();
  }

  show() {
    const { modal, stack, errors } = this.app.state.modal;
    if (!modal) return this.#hide();
    this.#remember();
    this.#setOpen(true);
    this.#drawFrame(modal, stack);
    this.body.show(modal, modal.state.values);
    this.body.showErrors(errors);
    if (this.#shown !== modal.id) this.#arrive(modal.id);
    return undefined;
  }

  #setOpen(open) {
    this.behind.inert = open;
    this.shade.hidden = !open;
    if (open && !this.dialog.open) this.dialog.show();
    if (!open && this.dialog.open) this.dialog.close();
  }

  #hide() {
    if (!this.#shown) return;
    this.#shown = "";
    this.body.clear();
    this.#places.clear();
    this.#setOpen(false);
    if (this.returnTo?.isConnected && document.activeElement === document.body) this.returnTo.focus();
  }

  // Where one was in a form, to come back to when a form above it closes.
  #remember() {
    if (!this.#shown) this.returnTo = document.activeElement;
    const focus = document.activeElement?.dataset?.focus;
    if (this.#shown && this.blocks.contains(document.activeElement))
      this.#places.set(this.#shown, { focus, top: this.scroll.scrollTop });
  }

  #arrive(id) {
    this.#shown = id;
    const place = this.#places.get(id);
    const known =
      place && [...this.blocks.querySelectorAll("[data-focus]")].find((node) => node.dataset.focus === place.focus);
    const first = this.blocks.querySelector("[data-first]") ?? this.blocks.querySelector(FIRST);
    (known ?? first ?? this.foot.querySelector("button")).focus({ preventScroll: true });
    this.scroll.scrollTop = place?.top ?? 0;
  }

  #drawFrame(view, stack) {
    const below = stack.at(-2);
    const mark = JSON.stringify([view.id, view.title, view.submit, view.close, stack.length]);
    if (this.dialog.dataset.mark === mark) return;
    this.dialog.dataset.mark = mark;
    const close = () => this.#close(false);
    this.head.replaceChildren(
      below ? quiet("back", `Back to ${plainText(below.title)}`, close) : "",
      el("h2", { id: "form-title", dir: "auto" }, plainText(view.title)),
      quiet("close", stack.length > 1 ? "Close all" : "Close", () => this.#close(true)),
    );
    const submit = view.submit
      ? el("button", { type: "submit", class: "button primary" }, el("span", {}, plainText(view.submit)))
      : "";
    this.foot.replaceChildren(
      el(
        "button",
        { type: "button", class: "button", onclick: close },
        el("span", {}, view.close ? plainText(view.close) : "Close"),
      ),
      submit,
    );
  }

  #key(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.#close(false);
  }

  async #close(all) {
    await this.body.flush();
    await this.app.post("close", all ? { all } : {});
  }

  async #submit() {
    if (this.form.getAttribute("aria-busy") || !this.app.state.modal.modal?.submit) return;
    this.form.setAttribute("aria-busy", "true");
    const outcome = await this.app.post("submit", { values: this.body.values() });
    this.form.removeAttribute("aria-busy");
    if (outcome.ok) this.app.settle();
    if (["validation", "form_errors"].includes(outcome.error)) this.#showErrors(outcome.errors);
  }

  #showErrors(errors) {
    this.body.showErrors(errors);
    const wrong = this.blocks.querySelector("[aria-invalid=true]");
    (wrong?.matches("[role]") ? wrong.querySelector("input") : wrong)?.focus();
  }
}

function quiet(name, label, onclick) {
  return el(
    "button",
    { type: "button", class: "quiet icon-button", "aria-label": label, title: label, onclick },
    icon(name),
  );
}
