// One input of Block Kit, whatever its type: {node, control, group?, read}.

import { el } from "../dom.js";
import { checkboxField, multiSelectField, radioField, selectField } from "./choices.js";
import { channelField, channelsField, userField, usersField } from "./people_fields.js";
import { dateField, dateTimeField, emailField, numberField, textField, timeField, urlField } from "./text_fields.js";

const MAKERS = {
  plain_text_input: textField,
  number_input: numberField,
  email_text_input: emailField,
  url_text_input: urlField,
  datepicker: dateField,
  timepicker: timeField,
  datetimepicker: dateTimeField,
  static_select: selectField,
  multi_static_select: multiSelectField,
  radio_buttons: radioField,
  checkboxes: checkboxField,
  users_select: userField,
  multi_users_select: usersField,
  conversations_select: channelField,
  channels_select: channelField,
  multi_conversations_select: channelsField,
  multi_channels_select: channelsField,
};

export function makeField({ state, block, element, value }) {
  const field = MAKERS[element.type]({ state, element, value });
  field.control.dataset.focus = `${block.block_id} ${element.action_id}`;
  for (const input of field.group ? field.control.querySelectorAll("input") : [])
    input.dataset.focus = `${block.block_id} ${element.action_id} ${input.value}`;
  if (element.focus_on_load) field.control.dataset.first = "true";
  field.node.dataset.action = element.action_id;
  return field;
}

export function unknownElement(element) {
  return el("span", { class: "unknown" }, `The sandbox does not show “${element.type}”.`);
}
