// The emoji that people and the app use here; others stay as :name:.

const EMOJI = {
  "+1": "👍",
  "-1": "👎",
  thumbsup: "👍",
  thumbsdown: "👎",
  eyes: "👀",
  white_check_mark: "✅",
  heavy_check_mark: "✔️",
  ballot_box_with_check: "☑️",
  x: "❌",
  warning: "⚠️",
  question: "❓",
  exclamation: "❗",
  tada: "🎉",
  wave: "👋",
  rocket: "🚀",
  hourglass: "⌛",
  hourglass_flowing_sand: "⏳",
  bell: "🔔",
  no_bell: "🔕",
  memo: "📝",
  pushpin: "📌",
  paperclip: "📎",
  calendar: "📅",
  clock1: "🕐",
  lock: "🔒",
  unlock: "🔓",
  key: "🔑",
  mag: "🔍",
  bulb: "💡",
  robot_face: "🤖",
  ship: "🚢",
  point_right: "👉",
  point_up: "☝️",
  point_down: "👇",
  raised_hands: "🙌",
  pray: "🙏",
  heart: "❤️",
  smile: "😄",
  slightly_smiling_face: "🙂",
  thinking_face: "🤔",
  disappointed: "😞",
  fire: "🔥",
  100: "💯",
  no_entry: "⛔",
  no_entry_sign: "🚫",
  red_circle: "🔴",
  large_green_circle: "🟢",
  large_yellow_circle: "🟡",
  white_circle: "⚪",
  speech_balloon: "💬",
  arrow_right: "➡️",
  link: "🔗",
  page_facing_up: "📄",
  bar_chart: "📊",
  hand: "✋",
  star: "⭐",
  bug: "🐛",
  construction: "🚧",
  palm_tree: "🌴",
};

// What stands for the few that the app itself uses, in letters that every font has.
const LETTERS = { eyes: "◉◉", white_check_mark: "✓", heavy_check_mark: "✓", x: "✗", warning: "⚠" };

function drawn(text) {
  const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  context.font = "20px sans-serif";
  context.fillText(text, 0, 24);
  return context.getImageData(0, 0, 30, 30).data.join();
}

const known = {};

// Whether this computer has pictures for emoji: without a font for them all look like a character that does not exist.
function hasPictures() {
  known.pictures ??= drawn(EMOJI.eyes) !== drawn("\u{10FFFE}") && drawn(EMOJI.eyes) !== drawn(EMOJI.ship);
  return known.pictures;
}

export function emojiOf(name) {
  const picture = EMOJI[name.replace(/::skin-tone-\d$/, "")];
  return (picture && hasPictures() ? picture : LETTERS[name]) ?? `:${name}:`;
}

export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => (name in EMOJI ? emojiOf(name) : whole));
}
