// What the page knows of the workspace, and what follows from it.

export function createState() {
  return {
    me: "",
    place: { name: "channel", channel: "" },
    thread: "",
    limit: 300,
    team: {},
    app: { commands: [], shortcuts: [] },
    bot: "",
    connections: 0,
    clock: { at: 0, read: 0 },
    people: new Map(),
    channels: [],
    named: "",
    revision: 0,
    messages: [],
    replies: [],
    home: null,
    notices: [],
    told: [],
    dismissed: new Set(),
    since: 0,
    begun: 0,
    modal: { modal: null, stack: [], values: {}, errors: {} },
    drafts: new Map(),
    editing: "",
    expanded: new Set(),
  };
}

export function personOf(state, id) {
  return state.people.get(id);
}

export function nameOf(state, id) {
  const person = state.people.get(id);
  return person ? person.real_name || person.name : id || "Somebody";
}

export function channelOf(state, id) {
  return state.channels.find((channel) => channel.id === id);
}

export function zoneOf(state) {
  return personOf(state, state.me)?.tz || "UTC";
}

// The workspace's time in milliseconds: its clock may stand elsewhere than the computer's.
export function nowOf(state) {
  return state.clock.frozen ? state.clock.at : state.clock.at + (Date.now() - state.clock.read);
}

export function otherIn(state, channel) {
  return channel.members.find((member) => member !== state.me) ?? state.me;
}

export function titleOf(state, channel) {
  if (channel.kind === "im") return nameOf(state, otherIn(state, channel));
  if (channel.kind === "mpim")
    return channel.members
      .filter((id) => id !== state.me)
      .map((id) => nameOf(state, id))
      .join(", ");
  return channel.name;
}

export function isBotDirect(state, channel) {
  return channel.kind === "im" && channel.members.includes(state.bot);
}

// Why the person cannot write in a channel (or in its open thread), or "".
export function whyNotWrite(state, channel, locked) {
  const person = personOf(state, state.me);
  if (!person || person.deleted || person.left) return "This account is deactivated and cannot write.";
  if (channel.is_archived) return "This channel is archived.";
  if (channel.read_only && !["admin", "owner"].includes(person.kind)) return "Only admins can write in this channel.";
  return locked ? "This thread is locked." : "";
}
