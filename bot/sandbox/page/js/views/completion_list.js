// The list of completions above a text field, operated from the field (a combobox).

import { el, newId } from "../dom.js";
import { completions } from "./completion.js";

export class CompletionList {
  #found = { word: "", choices: [] };
  #chosen = 0;

  constructor(state, area) {
    Object.assign(this, { state, area });
    this.node = el("ul", {
      class: "completion",
      role: "listbox",
      id: newId(),
      hidden: true,
      "aria-label": "Suggestions",
    });
    const attributes = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.node.id,
      "aria-expanded": "false",
    };
    for (const [name, value] of Object.entries(attributes)) area.setAttribute(name, value);
    area.addEventListener("input", () => this.update());
    area.addEventListener("blur", () => this.close());
  }

  get isOpen() {
    return this.#found.choices.length > 0;
  }

  update() {
    this.#found = completions(this.state, this.area.value.slice(0, this.area.selectionStart));
    this.#chosen = 0;
    this.#draw();
  }

  close() {
    this.#found = { word: "", choices: [] };
    this.#draw();
  }

  // Takes a key; true when the list used it.
  key(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#move(step);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Tab" || (event.key === "Enter" && !event.shiftKey && !this.#isComplete()))
      this.#take(this.#found.choices[this.#chosen]);
    else return false;
    return true;
  }

  // Whether the word is there already, so that Enter sends it.
  #isComplete() {
    const word = this.#found.word.toLowerCase();
    return this.#found.choices.some((choice) =>
      [choice.insert, `@${choice.label}`].some((whole) => whole.toLowerCase() === word),
    );
  }

  #move(step) {
    const { length } = this.#found.choices;
    this.#chosen = (this.#chosen + step + length) % length;
    this.#draw();
  }

  #take(choice) {
    const { area } = this;
    const start = area.selectionStart - this.#found.word.length;
    area.setRangeText(`${choice.insert} `, start, area.selectionStart, "end");
    this.close();
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #draw() {
    this.node.replaceChildren(...this.#found.choices.map((choice, at) => this.#option(choice, at)));
    this.node.hidden = !this.isOpen;
    this.area.setAttribute("aria-expanded", String(this.isOpen));
    if (this.isOpen) this.area.setAttribute("aria-activedescendant", `${this.node.id}-${this.#chosen}`);
    else this.area.removeAttribute("aria-activedescendant");
  }

  #option(choice, at) {
    const take = (event) => {
      event.preventDefault();
      this.#take(choice);
    };
    return el(
      "li",
      { role: "option", id: `${this.node.id}-${at}`, "aria-selected": String(at === this.#chosen), onmousedown: take },
      el("span", { class: "name" }, choice.label),
      el("small", {}, choice.hint),
    );
  }
}
