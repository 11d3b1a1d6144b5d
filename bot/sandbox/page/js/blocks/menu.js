// A button that opens a small menu: arrow keys, Escape and a click elsewhere work as people expect.

import { el, newId } from "../dom.js";
import { icon } from "../icons.js";

const EDGE = 8;

function place(list, button) {
  const at = button.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const below = at.bottom + height + EDGE < innerHeight;
  list.style.left = `${Math.max(EDGE, Math.min(at.right - width, innerWidth - width - EDGE))}px`;
  list.style.top = `${below ? at.bottom + 4 : Math.max(EDGE, at.top - height - 4)}px`;
}

function move(list, step) {
  const entries = [...list.children];
  const at = entries.indexOf(document.activeElement);
  entries[(at + step + entries.length) % entries.length].focus();
}

function onKey(event, list) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") event.stopPropagation();
  if (event.key === "Tab") list.hidePopover();
  if (!step) return;
  event.preventDefault();
  move(list, step);
}

function entry({ label, hint, danger, act }, list, button) {
  const choose = () => {
    list.hidePopover();
    button.focus();
    act();
  };
  const words = [el("span", {}, label), hint ? el("small", {}, hint) : ""];
  return el(
    "button",
    { type: "button", role: "menuitem", tabindex: -1, class: danger ? "danger" : "", onclick: choose },
    words,
  );
}

function open(button, entries) {
  const list = el("div", { class: "menu", role: "menu", popover: "auto", id: newId() });
  list.append(...entries().map((one) => entry(one, list, button)));
  list.addEventListener("keydown", (event) => onKey(event, list));
  list.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") list.remove();
  });
  button.after(list);
  list.showPopover();
  place(list, button);
  list.firstElementChild?.focus();
}

// `entries()` gives [{label, hint?, danger?, act}] when the menu opens.
export function menuButton(label, entries, attributes = {}) {
  const button = el(
    "button",
    {
      type: "button",
      class: "quiet icon-button",
      "aria-label": label,
      title: label,
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      ...attributes,
      onclick: () => open(button, entries),
    },
    icon("more"),
  );
  return button;
}
