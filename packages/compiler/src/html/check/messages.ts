import { didYouMean, error, list, warning } from "../message.ts";
import type { Message } from "../message.ts";
import type {
  ImpossibleComparison,
  MissingProperty,
  WrongArgument,
  WrongList,
  WrongOption,
  WrongProp,
} from "./finding.ts";
import { suggestName } from "../names/suggest.ts";

/** `view_unknown_property` */
export function missingProperty({ name, owner, known, isMethod }: MissingProperty): Message {
  if (isMethod) {
    const text = `\`${name}\` is a method of \`${owner}\`; a view reads properties, and calls only what its controller exports`;
    return error(
      "view_unknown_property",
      text,
      "export a function from the controller that calls it, or a variable with its result",
    );
  }
  const pair = /^\[(.+), (.+)\]$/.exec(owner);
  if (pair && known.includes("1")) {
    const hint = `a row of a Map is a pair of key and value: write \`…[1].${name}\``;
    return error("view_unknown_property", `\`${owner}\` has no \`${name}\``, hint);
  }
  const text = `\`${owner}\` has no \`${name}\`; it has ${list(known, "no properties")}`;
  return error(
    "view_unknown_property",
    text,
    didYouMean(suggestName(name, known), `add \`${name}\` to the type, or read something else`),
  );
}

/** `view_argument_type` */
export function wrongArgument({ signature, parameter, given, mayBe, reason, isEvent }: WrongArgument): Message {
  const what = parameter
    ? `\`${parameter.name}\` of \`${signature}\` is \`${parameter.type}\``
    : `\`${signature}\` does not take this`;
  if (mayBe === "absent") {
    const hint =
      "show the element only where the value is there, with `data-if`, or let the function take nothing, too";
    return warning("view_argument_type", `${what}, here it may get nothing: the value is \`${given}\``, hint);
  }
  if (mayBe === "other") {
    const hint = "let the function take any value of that type, and check it there";
    return warning("view_argument_type", `${what}, here it may get another value: it is \`${given}\``, hint);
  }
  if (isEvent) {
    const text = `${what}, and \`$event\` is the record of the whole event`;
    return error("view_argument_type", text, adviseOnEvent(parameter?.type));
  }
  const text = `${what}, here it gets \`${given}\`${reason === undefined ? "" : `: ${reason}`}`;
  return error("view_argument_type", text, "pass a value of that type, or change the parameter");
}

/** What of an event is of a type. */
function adviseOnEvent(type: string | undefined): string {
  if (type === "string") return "pass a part of it, such as `$event.target.value` or `$event.key`";
  if (type === "boolean") return "pass a part of it, such as `$event.target.checked` or `$event.shiftKey`";
  if (type === "number")
    return "pass a part of it, such as `$event.clientX`; `$event.target.value` is a text, of which `data-model` on a number field makes a number";
  return "pass a part of it, such as `$event.target.value`, or `$event.detail` of a component's event";
}

/** `view_prop_type` */
export function wrongProp({ name, expected, given, mayBe }: WrongProp): Message {
  const what = `\`${name}\` of the component is \`${expected}\``;
  if (mayBe === undefined) {
    const hint = "give it a value of that type, or change the variable in the component's controller";
    return error("view_prop_type", `${what}, here it is given \`${given}\``, hint);
  }
  const hint = "let the component's controller take every value, or use it only where the value fits, with `data-if`";
  return warning("view_prop_type", `${what}, here it may be given another value: it is \`${given}\``, hint);
}

/** `view_impossible_comparison` */
export function impossibleComparison({ left, right, text, texts }: ImpossibleComparison): Message {
  const message = `this comparison has always the same result: \`${left}\` is never \`${right}\`, for \`==\` does not convert`;
  const near = text === undefined ? undefined : suggestName(text, texts);
  const otherwise = "compare with a value that can be there, or convert it in the controller";
  return error("view_impossible_comparison", message, didYouMean(near && JSON.stringify(near), otherwise));
}

/** `view_not_a_list` */
export function notAList({ given, isRecord }: Pick<WrongList, "given" | "isRecord">): Message {
  const text = `rows are made of arrays, Maps, Sets and numbers, and this is \`${given}\``;
  const hint = isRecord
    ? "export a function that gives `Object.entries(…)` of it and name its rows: `entry in entries()`, then `entry[0]` and `entry[1]`"
    : "name the list that holds the rows, or make one in the controller";
  return error("view_not_a_list", text, hint);
}

/** `view_key_object` */
export function keyIsObject(given: string): Message {
  const text = `the key is an object, \`${given}\`: rows are told apart by which object it is, as without a key`;
  return warning("view_key_object", text, "use a property that identifies the row, such as `item.id`");
}

/** `view_operand_type` */
export function wrongOperand(given: string): Message {
  const text = `an operator gets a value that it has no use for: \`${given}\``;
  return warning("view_operand_type", text, "compute the value in the controller, from values of one type");
}

/** `view_model_type` */
export function wrongModel(given: string, entered: string): Message {
  const text = `the field gives ${entered}, and the place of \`data-model\` takes \`${given}\``;
  return error("view_model_type", text, "use a field of another type, or change the type of the variable");
}

/** `view_model_option` */
export function wrongOption({ text, given, texts }: WrongOption): Message {
  const near = suggestName(text, texts);
  return warning(
    "view_model_option",
    `${JSON.stringify(text)} can be chosen, and the place of \`data-model\` takes \`${given}\``,
    didYouMean(near && JSON.stringify(near), "change the value, or the type of the variable"),
  );
}
