// Times in a person's zone: of messages, of days, and Slack's <!date^…> forms.

const LOCALE = "en-GB";
const formats = new Map();

function format(milliseconds, zone, options) {
  const key = `${zone} ${JSON.stringify(options)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }));
  return formats.get(key).format(milliseconds);
}

export const millisecondsOf = (ts) => Number(ts) * 1000;

export const clockTime = (at, zone) => format(at, zone, { hour: "2-digit", minute: "2-digit" });

export const fullTime = (at, zone) => format(at, zone, { dateStyle: "full", timeStyle: "short" });

export const shortDay = (at, zone) =>
  format(at, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });

// As a date and time field takes it: 2026-12-01T10:00.
export function fieldTime(at, zone) {
  const [day, month, year] = dayOf(at, zone).split("/");
  return `${year}-${month}-${day}T${clockTime(at, zone)}`;
}

const dayOf = (at, zone) => format(at, zone, { year: "numeric", month: "2-digit", day: "2-digit" });

const DAY = 86_400_000;

// "Today", "Yesterday", "Tomorrow", or "".
function nearDay(at, zone, now) {
  const near = [
    ["Today", 0],
    ["Yesterday", -DAY],
    ["Tomorrow", DAY],
  ];
  return near.find(([, offset]) => dayOf(at, zone) === dayOf(now + offset, zone))?.[0] ?? "";
}

export function dayName(at, zone, now) {
  return (
    nearDay(at, zone, now) || format(at, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" })
  );
}

const FORMS = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date_slash: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { day: "numeric", month: "long", year: "numeric" },
  date_short: { day: "numeric", month: "short", year: "numeric" },
  date_long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
  time_secs: { hour: "2-digit", minute: "2-digit", second: "2-digit" },
};

function ago(at, now) {
  const units = [
    ["day", DAY],
    ["hour", 3_600_000],
    ["minute", 60_000],
  ];
  const [unit, size] = units.find(([, length]) => Math.abs(now - at) >= length) ?? ["second", 1000];
  return new Intl.RelativeTimeFormat(LOCALE).format(Math.round((at - now) / size), unit);
}

function filled(name, at, zone, now) {
  if (name === "ago") return ago(at, now);
  const pretty = name.replace("_pretty", "");
  const near = pretty === name ? "" : nearDay(at, zone, now).toLowerCase();
  return near || (FORMS[pretty] ? format(at, zone, FORMS[pretty]) : `{${name}}`);
}

// Slack's date forms (docs.slack.dev/messaging/formatting-message-text): "{date_pretty} at {time}".
export function slackDate(seconds, form, zone, now) {
  return form.replace(/\{(\w+)\}/g, (_, name) => filled(name, seconds * 1000, zone, now));
}
