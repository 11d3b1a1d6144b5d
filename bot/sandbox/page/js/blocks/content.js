// What stands in an input, in the short form the control API takes ("Values" in docs/sandbox-api.md).

const one = (option) => option?.value ?? null;
const many = (options) => (options ?? []).map((option) => option.value);
const plain = (value) => value ?? null;
const list = (value) => value ?? [];

// type -> [name in the state, name of the initial value, how to shorten it]
const NAMES = {
  plain_text_input: ["value", "initial_value", plain],
  number_input: ["value", "initial_value", plain],
  email_text_input: ["value", "initial_value", plain],
  url_text_input: ["value", "initial_value", plain],
  datepicker: ["selected_date", "initial_date", plain],
  timepicker: ["selected_time", "initial_time", plain],
  datetimepicker: ["selected_date_time", "initial_date_time", plain],
  users_select: ["selected_user", "initial_user", plain],
  channels_select: ["selected_channel", "initial_channel", plain],
  conversations_select: ["selected_conversation", "initial_conversation", plain],
  multi_users_select: ["selected_users", "initial_users", list],
  multi_channels_select: ["selected_channels", "initial_channels", list],
  multi_conversations_select: ["selected_conversations", "initial_conversations", list],
  static_select: ["selected_option", "initial_option", one],
  radio_buttons: ["selected_option", "initial_option", one],
  multi_static_select: ["selected_options", "initial_options", many],
  checkboxes: ["selected_options", "initial_options", many],
};

export const keepsValue = (element) => element.type in NAMES;

// `entry`: the element's entry in a view's state, or undefined where there is none (messages).
export function contentOf(element, entry) {
  const [name, initial, shorten] = NAMES[element.type];
  return shorten(entry ? entry[name] : element[initial]);
}

export const same = (one_, other) => JSON.stringify(one_ || null) === JSON.stringify(other || null);
