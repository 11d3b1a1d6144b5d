// Which channels hold something that the person has not had on the screen yet; kept for this tab only.

const KEY = "sandbox-read";

export function createUnread() {
  const seen = new Map(Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? "{}")));

  return {
    isUnread: (person, channel) => channel.last_ts > (seen.get(`${person} ${channel.id}`) ?? ""),
    mark(person, channel) {
      if (!channel.last_ts || seen.get(`${person} ${channel.id}`) === channel.last_ts) return;
      seen.set(`${person} ${channel.id}`, channel.last_ts);
      sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(seen)));
    },
  };
}
