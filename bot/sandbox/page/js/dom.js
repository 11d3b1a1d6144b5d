// Building elements. Content goes in as text nodes only, so nothing a person or an app wrote becomes markup.

const PROPERTIES = new Set(["value", "checked", "selected", "disabled", "hidden", "htmlFor", "multiple", "inert"]);

function set(node, name, value) {
  if (name.startsWith("on") && typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else if (value !== undefined && value !== null && value !== false)
    node.setAttribute(name, value === true ? "" : value);
}

const isContent = (child) => child !== undefined && child !== null && child !== false && child !== "";

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  node.append(...children.flat(Infinity).filter(isContent));
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  return node;
}

const counter = { last: 0 };

// An id for labels and descriptions to point at.
export function newId() {
  counter.last += 1;
  return `e${counter.last}`;
}

export function hiddenWords(text) {
  return el("span", { class: "hidden-words" }, text);
}
