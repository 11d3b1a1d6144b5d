// Keeps a list of nodes in step with a list of things: what did not change keeps its node, so that scroll position,
// focus and what is being typed stay as they are.

const signatures = new WeakMap();

function focusIn(node) {
  return node.contains(document.activeElement) ? document.activeElement.dataset.focus : undefined;
}

function refocus(node, key) {
  const twin = [...node.querySelectorAll("[data-focus]")].find((one) => one.dataset.focus === key);
  twin?.focus({ preventScroll: true });
}

function made(item, old) {
  const node = item.make();
  node.dataset.key = item.key;
  signatures.set(node, item.signature);
  if (old) {
    const focused = focusIn(old);
    old.replaceWith(node);
    if (focused) refocus(node, focused);
  }
  return node;
}

// items: [{key, signature, make}] in their order. Gives the nodes.
export function keep(parent, items) {
  const before = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => {
    const old = before.get(item.key);
    before.delete(item.key);
    return old && signatures.get(old) === item.signature ? old : made(item, old);
  });
  for (const node of before.values()) node.remove();
  nodes.forEach((node, at) => {
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
  });
  return nodes;
}
