// "You are": the choice of a person, grouped by kind.

import { el } from "../dom.js";

const GROUPS = [
  ["Members", (person) => person.kind === "member"],
  ["Admins and owners", (person) => ["admin", "owner"].includes(person.kind)],
  ["Guests", (person) => ["multi_guest", "single_guest"].includes(person.kind)],
  ["Other companies", (person) => person.kind === "external"],
  ["Other apps", (person) => person.kind === "bot"],
];

const isGone = (person) => person.deleted || person.left;

const ROLES = { admin: "admin", owner: "owner", single_guest: "one channel" };

const option = (person) =>
  el("option", { value: person.id }, person.real_name + (ROLES[person.kind] ? ` · ${ROLES[person.kind]}` : ""));

function group(label, people) {
  return people.length ? el("optgroup", { label }, people.map(option)) : "";
}

export function showPeople(select, state) {
  if (select.dataset.mark !== String(state.revision)) {
    const people = [...state.people.values()].filter((person) => !person.is_app_bot);
    const present = people.filter((person) => !isGone(person));
    const groups = GROUPS.map(([label, belongs]) => group(label, present.filter(belongs)));
    select.replaceChildren(...[...groups, group("Deactivated", people.filter(isGone))].filter(Boolean));
    select.dataset.mark = String(state.revision);
  }
  select.value = state.me;
}
