// What can be completed while typing: commands, people, channels.

import { nameOf } from "../state.js";

const MOST = 8;

const OWN_COMMANDS = [
  { command: "/invite", usage_hint: "@somebody", description: "Bring the app or a person into this channel" },
  { command: "/remove", usage_hint: "@somebody", description: "Take the app or a person out of this channel" },
  { command: "/me", usage_hint: "what you do", description: "Say what you do" },
];

function commands(state, word) {
  const known = [...state.app.commands, ...OWN_COMMANDS].filter((one) => one.command.startsWith(word));
  return known.map((one) => ({
    insert: one.command,
    label: `${one.command} ${one.usage_hint ?? ""}`,
    hint: one.description,
  }));
}

function people(state, word) {
  const asked = word.slice(1).toLowerCase();
  const matches = (person) =>
    [person.name, ...person.real_name.split(" ")].some((name) => name.toLowerCase().startsWith(asked));
  const found = [...state.people.values()].filter((person) => !person.deleted && matches(person));
  return found.map((person) => ({
    insert: `@${person.name}`,
    label: nameOf(state, person.id),
    hint: `@${person.name}`,
  }));
}

function channels(state, word) {
  const found = state.channels.filter(
    (channel) => channel.name && channel.name.startsWith(word.slice(1).toLowerCase()),
  );
  return found.map((channel) => ({ insert: `#${channel.name}`, label: `#${channel.name}`, hint: "" }));
}

const KINDS = [
  [/^\/\S*$/, commands],
  [/(?:^|\s)(@[\p{L}\p{N}._-]*)$/u, people],
  [/(?:^|\s)(#[\p{L}\p{N}._-]*)$/u, channels],
];

// {word, choices: [{insert, label, hint}]} for the text before the caret; no choices where nothing fits.
export function completions(state, before) {
  for (const [pattern, find] of KINDS) {
    const match = pattern.exec(before);
    if (!match || before.startsWith("//")) continue;
    const word = match[1] ?? match[0];
    return { word, choices: find(state, word).slice(0, MOST) };
  }
  return { word: "", choices: [] };
}
