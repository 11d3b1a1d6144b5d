// Inputs that are typed into: text, numbers, dates and times. Each maker gives {node, control, read}.

import { el } from "../dom.js";

const placeholderOf = (element) => element.placeholder?.text;
const typed = (control) => () => control.value || null;

// How many characters are left, once it gets close.
function counter(control, most) {
  const shown = el("p", { class: "counter", hidden: true });
  const count = () => {
    const left = most - control.value.length;
    shown.hidden = left > Math.max(20, most * 0.1);
    shown.textContent = left < 0 ? `${-left} too many` : `${left} left`;
    shown.classList.toggle("over", left < 0);
  };
  control.addEventListener("input", count);
  count();
  return shown;
}

export function textField({ element, value }) {
  const shared = { value: value ?? "", placeholder: placeholderOf(element), dir: "auto", autocomplete: "off" };
  const control = element.multiline ? el("textarea", { rows: 4, ...shared }) : el("input", { type: "text", ...shared });
  const node = el("div", { class: "field" }, control, element.max_length ? counter(control, element.max_length) : "");
  return { node, control, read: typed(control) };
}

function inputField(type, more = {}) {
  return ({ element, value }) => {
    const control = el("input", {
      type,
      value: value ?? "",
      placeholder: placeholderOf(element),
      autocomplete: "off",
      ...more,
    });
    return { node: control, control, read: typed(control) };
  };
}

// A text field rather than type=number, which throws away what is not a number instead of letting it be corrected.
export const numberField = inputField("text", { inputmode: "decimal", class: "short" });
export const dateField = inputField("date", { class: "short" });
export const timeField = inputField("time", { class: "short" });
export const emailField = inputField("text", { inputmode: "email" });
export const urlField = inputField("text", { inputmode: "url" });

const MINUTES = 16;

export function dateTimeField({ value }) {
  const local = value ? new Date(value * 1000).toISOString().slice(0, MINUTES) : "";
  const control = el("input", { type: "datetime-local", value: local, class: "short", title: "In UTC" });
  return { node: control, control, read: () => (control.value ? Date.parse(`${control.value}Z`) / 1000 : null) };
}
