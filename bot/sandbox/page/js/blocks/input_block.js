// An `input` block: label, field, hint and the place where an error stands.

import { el, newId } from "../dom.js";
import { plainText } from "../text/mrkdwn.js";
import { keepsValue } from "./content.js";
import { makeField, unknownElement } from "./fields.js";

function labelOf(block, field, id) {
  const words = [
    el("span", { dir: "auto" }, plainText(block.label)),
    block.optional ? el("span", { class: "optional" }, " (optional)") : "",
  ];
  return field.group
    ? el("p", { class: "label", id }, words)
    : el("label", { class: "label", id, htmlFor: field.control.id }, words);
}

function describe(control, block, ids) {
  control.setAttribute("aria-describedby", [block.hint ? ids.hint : "", ids.error].filter(Boolean).join(" "));
  if (!block.optional) control.setAttribute("aria-required", "true");
}

// With dispatch_action the app hears of what was entered at once: a choice when made, a text when it is left.
function dispatch(surface, block, field) {
  if (!block.dispatch_action) return;
  field.node.addEventListener("change", () => surface.press(block, block.element, field.read()));
}

// Gives the node; the field gets `showError(sentence)`, which keeps what was typed.
export function inputBlock(surface, block) {
  const { element } = block;
  if (!keepsValue(element)) return unknownElement(element);
  const ids = { label: newId(), hint: newId(), error: newId() };
  const field = makeField({ state: surface.state, block, element, value: surface.valueOf(block, element) });
  field.control.id = newId();
  if (field.group) field.control.setAttribute("aria-labelledby", ids.label);
  describe(field.control, block, ids);
  const error = el("p", { class: "error", id: ids.error, hidden: true });
  const hint = block.hint ? el("p", { class: "hint", id: ids.hint, dir: "auto" }, plainText(block.hint)) : "";
  field.showError = (sentence) => {
    error.textContent = sentence;
    error.hidden = !sentence;
    field.control.setAttribute("aria-invalid", String(Boolean(sentence)));
  };
  field.node.addEventListener("input", () => surface.touched(block, element));
  field.node.addEventListener("change", () => surface.touched(block, element));
  dispatch(surface, block, field);
  surface.register(block, element, field);
  return el("div", { class: "input-block" }, labelOf(block, field, ids.label), field.node, error, hint);
}
