// Inputs that offer people and channels of the workspace.

import { nameOf, titleOf } from "../state.js";
import { menuField, severalField } from "./choices.js";

const KINDS = { multi_guest: "guest", single_guest: "guest", external: "other company", bot: "app" };

function peopleEntries(state, chosen) {
  const offered = [...state.people.values()].filter(
    (person) => (!person.deleted && !person.left) || chosen.includes(person.id),
  );
  const entries = offered.map((person) => [
    person.id,
    nameOf(state, person.id) + (KINDS[person.kind] ? ` (${KINDS[person.kind]})` : ""),
  ]);
  return entries.sort(([, one], [, other]) => one.localeCompare(other));
}

const INCLUDED = { public: "public", private: "private", im: "im", mpim: "mpim" };

function channelEntries(state, element) {
  const { include = Object.keys(INCLUDED), exclude_external_shared_channels: own } = element.filter ?? {};
  const kinds = element.type.includes("channels_select") ? ["public"] : include;
  return state.channels
    .filter((channel) => kinds.includes(channel.kind) && !channel.is_archived && !(own && channel.is_ext_shared))
    .map((channel) => [channel.id, `${["im", "mpim"].includes(channel.kind) ? "" : "#"}${titleOf(state, channel)}`]);
}

const NOBODY = { placeholder: { text: "Choose a person…" } };
const NOTHING = { placeholder: { text: "Choose a channel…" } };

export const userField = ({ state, element, value }) =>
  menuField({ ...NOBODY, ...element }, peopleEntries(state, [value]), value);
export const usersField = ({ state, element, value }) =>
  severalField({ placeholder: { text: "Add a person…" }, ...element }, peopleEntries(state, value), value);
export const channelField = ({ state, element, value }) =>
  menuField({ ...NOTHING, ...element }, channelEntries(state, element), value);
export const channelsField = ({ state, element, value }) =>
  severalField({ placeholder: { text: "Add a channel…" }, ...element }, channelEntries(state, element), value);
