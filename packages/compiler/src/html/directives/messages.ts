import { didYouMean, error, list, warning } from "../message.ts";
import type { Message } from "../message.ts";

/** `view_unknown_modifier` */
export function unknownModifier(
  modifier: string,
  suggestion: string | undefined,
  known: readonly string[],
  others: string = "key names such as `enter`",
): Message {
  const hint = didYouMean(suggestion, `there are ${list(known, "none")} and ${others}`);
  return error("view_unknown_modifier", `unknown modifier \`.${modifier}\``, hint);
}

/** `view_unknown_modifier` */
export function modifierNotTaken(directive: string): Message {
  return error("view_unknown_modifier", `\`${directive}\` takes no modifiers`, "only events and `data-model` do");
}

/** `view_unknown_modifier` */
export function modifierTime(modifier: string, most: number): Message {
  const text = `\`.${modifier}\` needs a time in milliseconds, from 1 to ${most}`;
  return error("view_unknown_modifier", text, `for example \`.${modifier}-200\``);
}

/** `view_modifier_conflict` */
export function modifierConflict(first: string, second: string, why: string): Message {
  return error(
    "view_modifier_conflict",
    `\`.${first}\` and \`.${second}\` exclude each other: ${why}`,
    "leave one out",
  );
}

/** `view_key_modifier` */
export function heldKeyModifier(modifier: string, event: string): Message {
  const text = `\`.${modifier}\` is a key that is held down, and \`${event}\` does not say which are`;
  return error("view_key_modifier", text, "use it with events of the keyboard, the mouse or a pointer");
}

/** `view_key_modifier` */
export function keyModifier(modifier: string, event: string): Message {
  const text = `\`.${modifier}\` is a key, and \`${event}\` is no keyboard event`;
  return error("view_key_modifier", text, "use `data-onkeydown` or `data-onkeyup`");
}

/** `view_model_element` */
export function modelElement(tag: string): Message {
  const text = `nothing can be entered in \`<${tag}>\``;
  return error(
    "view_model_element",
    text,
    "`data-model` belongs on `<input>`, `<textarea>`, `<select>` or an element with `contenteditable`",
  );
}

/** `view_model_element` */
export function modelType(type: string): Message {
  return error(
    "view_model_element",
    `nothing can be entered in \`<input type="${type}">\``,
    "use `data-bind-value` to show a value",
  );
}

/** `view_validity_element` */
export function validityElement(tag: string): Message {
  return error(
    "view_validity_element",
    `nothing can be entered in \`<${tag}>\` that could be wrong`,
    "`data-validity` belongs on `<input>`, `<textarea>` or `<select>`, and not on buttons",
  );
}

/** `view_model_place` */
export function modelPlace(): Message {
  const text = "`data-model` needs a place that can be assigned";
  return error("view_model_place", text, "write a name or a path, such as `user.name` or `answers[$index]`");
}

/** `view_model_place` */
export function modelGiven(name: string): Message {
  const text = `\`${name}\` is what the component is given: it belongs to who uses the component`;
  const hint = `name a property of an object that it is given, such as \`item.${name}\`, or keep it in a controller of the component, \`export let ${name}\`, which tells by \`rune.emit\``;
  return error("view_model_place", text, hint);
}

/** `view_model_place` */
export function modelRow(name: string): Message {
  const text = `\`${name}\` is a row's own name, and assigning it changes no list`;
  return error(
    "view_model_place",
    text,
    `name the place in the list, such as \`items[$index]\`, or a property, such as \`${name}.done\``,
  );
}

/** `view_model_place` */
export function modelConstant(name: string, file: string): Message {
  return error(
    "view_model_place",
    `\`${name}\` cannot be assigned: ${file} exports it as a constant`,
    `write \`export let ${name}\``,
  );
}

/** `view_form_reloads` */
export function formReloads(attribute: string): Message {
  const text = "the browser sends this form and loads the page anew, once the handler has run";
  return warning("view_form_reloads", text, `write \`${attribute}.prevent\``);
}
