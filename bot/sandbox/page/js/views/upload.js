// A file to go with a message: chosen, named beside the text, read when it is sent.

import { el } from "../dom.js";
import { icon } from "../icons.js";

const MOST = 2_000_000;

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

export class Upload {
  #file = null;

  constructor(tell) {
    this.input = el("input", {
      type: "file",
      class: "hidden-words",
      tabindex: -1,
      "aria-label": "File to attach",
      onchange: () => this.#take(tell),
    });
    this.button = el(
      "button",
      {
        type: "button",
        class: "quiet icon-button",
        "aria-label": "Attach a file",
        title: "Attach a file",
        onclick: () => this.input.click(),
      },
      icon("attach"),
    );
    this.node = el("div", { class: "attached", hidden: true });
  }

  // {name, content_base64}, or null without a file.
  async content() {
    return this.#file && { name: this.#file.name, content_base64: await base64(this.#file) };
  }

  clear() {
    this.#file = null;
    this.input.value = "";
    this.#draw();
  }

  #take(tell) {
    const [file] = this.input.files;
    if (file && file.size > MOST) tell("Files of at most 2 MB can be attached here.");
    else if (file) this.#file = file;
    this.#draw();
  }

  #draw() {
    const remove = () =>
      el(
        "button",
        { type: "button", class: "quiet", "aria-label": "Remove the file", onclick: () => this.clear() },
        icon("close"),
      );
    this.node.replaceChildren(
      ...(this.#file ? [icon("file"), el("span", { class: "name" }, this.#file.name), remove()] : []),
    );
    this.node.hidden = !this.#file;
  }
}
