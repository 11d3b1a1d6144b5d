// The blocks of a view (a form or App Home) with what stands in their inputs.
//
// What a person types is sent to the sandbox a moment later, so that it survives a change of person, a pushed form and
// a reload. Until the sandbox shows it, what the sandbox says does not overwrite it.

import { contentOf, same } from "../blocks/content.js";
import { makeBlock } from "../blocks/blocks.js";
import { keep } from "../keyed.js";

const MOMENT = 300;

const keyOf = (block, element) => `${block.block_id} ${element.action_id}`;

function valuesOf(fields) {
  const values = {};
  for (const { block, element, read } of fields)
    values[block.block_id] = { ...values[block.block_id], [element.action_id]: read() };
  return values;
}

export class ViewBody {
  #fields = new Map();
  #unsent = new Set();
  #typed = new Set();
  #renewed = new Map();
  #view = "";
  #stored = {};
  #timer = 0;

  // `press(fields)` carries out a press; `fill(values)` sends what was typed, where the surface keeps it.
  constructor(state, node, { press, fill }) {
    Object.assign(this, { state, node, fill, carryOut: press });
  }

  valueOf(block, element) {
    const key = keyOf(block, element);
    return this.#typed.has(key) && this.#fields.has(key)
      ? this.#fields.get(key).read()
      : this.#storedIn(block, element);
  }

  register(block, element, field) {
    this.#fields.set(keyOf(block, element), { ...field, block, element });
  }

  touched(block, element) {
    this.#unsent.add(keyOf(block, element));
    this.#typed.add(keyOf(block, element));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), MOMENT);
  }

  async press(block, element, value) {
    this.#typed.add(keyOf(block, element));
    await this.flush();
    await this.carryOut({ action_id: element.action_id, block_id: block.block_id, value });
  }

  // Sends what was typed and not sent yet.
  async flush() {
    clearTimeout(this.#timer);
    const fields = [...this.#unsent].map((key) => this.#fields.get(key)).filter(Boolean);
    this.#unsent.clear();
    if (this.fill && fields.length) await this.fill(valuesOf(fields));
  }

  // What stands in the inputs, for handing the form in.
  values() {
    clearTimeout(this.#timer);
    this.#unsent.clear();
    return valuesOf([...this.#fields.values()].filter((field) => field.block.type === "input"));
  }

  show(view, stored) {
    if (view.id !== this.#view) this.#begin(view);
    this.#stored = stored;
    this.#forget(view);
    keep(
      this.node,
      view.blocks.map((block) => this.#itemOf(block)),
    );
  }

  showErrors(errors) {
    for (const field of this.#fields.values()) field.showError?.(errors[field.block.block_id] ?? "");
  }

  clear() {
    clearTimeout(this.#timer);
    this.#begin({ id: "" });
  }

  #storedIn(block, element) {
    return contentOf(element, this.#stored[block.block_id]?.[element.action_id]);
  }

  #begin(view) {
    this.#view = view.id;
    this.node.replaceChildren();
    for (const kept of [this.#fields, this.#unsent, this.#typed, this.#renewed]) kept.clear();
  }

  // Fields of blocks that are gone, and marks of what the sandbox now has as it was typed.
  #forget(view) {
    const there = new Set(view.blocks.map((block) => block.block_id));
    for (const [key, field] of this.#fields) {
      if (!there.has(field.block.block_id)) this.#fields.delete(key);
      else if (same(field.read(), this.#storedIn(field.block, field.element))) this.#typed.delete(key);
    }
  }

  #itemOf(block) {
    const id = block.block_id;
    if ([...this.#fields.values()].some((field) => field.block.block_id === id && this.#isOutdated(field))) {
      this.#renewed.set(id, (this.#renewed.get(id) ?? 0) + 1);
    }
    const signature = JSON.stringify([this.state.revision, block, this.#renewed.get(id)]);
    return { key: id, signature, make: () => makeBlock(this, block) };
  }

  // Whether the value was changed elsewhere and nobody is typing in the field here.
  #isOutdated(field) {
    const key = keyOf(field.block, field.element);
    const busy = this.#typed.has(key) || field.node.contains(document.activeElement);
    return !busy && !same(field.read(), this.#storedIn(field.block, field.element));
  }
}
