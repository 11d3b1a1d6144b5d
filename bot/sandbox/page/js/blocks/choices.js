// Inputs that offer a choice: menus, radio buttons, boxes to tick. Each maker gives {node, control, read}.

import { el, newId } from "../dom.js";
import { icon } from "../icons.js";
import { plainText, textObject } from "../text/mrkdwn.js";

// A menu of [value, text] pairs or [label, pairs] groups, with an empty entry to begin with and to go back to.
export function menuField(element, entries, value) {
  const entry = ([own, text]) => el("option", { value: own, selected: own === value }, text);
  const grouped = ([label, inside]) =>
    Array.isArray(inside) ? el("optgroup", { label }, inside.map(entry)) : entry([label, inside]);
  const empty = el("option", { value: "" }, element.placeholder?.text ?? "Choose…");
  const control = el("select", {}, empty, entries.map(grouped));
  control.value = value ?? "";
  return { node: control, control, read: () => control.value || null };
}

const pairs = (options) => options.map((option) => [option.value, plainText(option.text)]);

const entriesOf = (element) =>
  element.option_groups
    ? element.option_groups.map((group) => [plainText(group.label), pairs(group.options)])
    : pairs(element.options);

export const selectField = ({ element, value }) => menuField(element, entriesOf(element), value);

function boxes(type, { state, element, isOn }) {
  const name = newId();
  const box = (option) => {
    const input = el("input", { type, name, value: option.value, checked: isOn(option.value) });
    const more = option.description ? el("span", { class: "more" }, textObject(state, option.description)) : "";
    return el(
      "label",
      { class: "choice" },
      input,
      el("span", { class: "choice-words" }, textObject(state, option.text), more),
    );
  };
  return element.options.map(box);
}

const ticked = (node) => [...node.querySelectorAll("input:checked")].map((input) => input.value);

export function radioField({ state, element, value }) {
  const node = el(
    "div",
    { class: "choices", role: "radiogroup" },
    boxes("radio", { state, element, isOn: (own) => own === value }),
  );
  return { node, control: node, group: true, read: () => ticked(node)[0] ?? null };
}

export function checkboxField({ state, element, value }) {
  const node = el(
    "div",
    { class: "choices", role: "group" },
    boxes("checkbox", { state, element, isOn: (own) => value.includes(own) }),
  );
  return { node, control: node, group: true, read: () => ticked(node) };
}

// Several of [value, text]: what is chosen stands as a row of names, a menu below adds to it.
export function severalField(element, entries, value) {
  const names = new Map(entries);
  const chosen = [...value];
  const list = el("ul", { class: "chosen" });
  const adding = menuField(element, [], null);
  const node = el("div", { class: "several" }, list, adding.node);
  const change = () => {
    draw();
    node.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const remove = (own) => () => {
    chosen.splice(chosen.indexOf(own), 1);
    change();
    adding.control.focus();
  };
  function draw() {
    const open = entries.filter(([own]) => !chosen.includes(own));
    const fresh = menuField(element, open, null).control;
    adding.control.replaceChildren(...fresh.children);
    adding.control.value = "";
    list.replaceChildren(...chosen.map((own) => chip(names.get(own) ?? own, remove(own))));
  }
  adding.control.addEventListener("change", (event) => {
    event.stopPropagation();
    if (adding.control.value) chosen.push(adding.control.value);
    change();
  });
  draw();
  return { node, control: adding.control, read: () => [...chosen] };
}

function chip(name, remove) {
  const button = el(
    "button",
    { type: "button", class: "quiet", "aria-label": `Remove ${name}`, onclick: remove },
    icon("close"),
  );
  return el("li", { class: "chip" }, el("bdi", {}, name), button);
}

export const multiSelectField = ({ element, value }) =>
  severalField(
    element,
    entriesOf(element).flatMap(([own, text]) => (Array.isArray(text) ? text : [[own, text]])),
    value,
  );
