import { didYouMean, error, list, warning } from "../message.ts";
import type { Message } from "../message.ts";
import type { Scope } from "../names/scope.ts";
import type { ControllerInterface, ViewKind } from "../options.ts";

function countOf(count: number, noun: string): string {
  return `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `view_expression_missing` */
export function expressionMissing(): Message {
  return error("view_expression_missing", "an expression is missing", "write one, such as `user.name`");
}

/** `view_expression_syntax` */
export function expressionSyntax(problem: string, expected?: string): Message {
  const text = `invalid expression: ${problem}${expected === undefined ? "" : `, expected ${expected}`}`;
  return error("view_expression_syntax", text);
}

/** `view_expression_unsupported` */
export function unsupportedSyntax(what: string, instead: string): Message {
  return error("view_expression_unsupported", `an expression cannot contain ${what}`, instead);
}

/** `view_mixed_operators` */
export function mixedOperators(): Message {
  const hint = "add parentheses to say which goes first";
  return error("view_mixed_operators", "`??` cannot be mixed with `&&` or `||`", hint);
}

/** `view_invalid_literal` */
export function invalidLiteral(problem: string): Message {
  return error("view_invalid_literal", `invalid expression: ${problem}`);
}

/** `view_expression_too_deep` */
export function expressionTooDeep(limit: number): Message {
  const hint = "compute the value in the controller";
  return error("view_expression_too_deep", `the expression nests deeper than ${limit} levels`, hint);
}

/** `view_unsafe_property` */
export function unsafeProperty(name: string): Message {
  const text = `\`${name}\` cannot be read: it leads out of the data`;
  return error("view_unsafe_property", text, "use another name for the property");
}

/** `view_method_call` */
export function methodCall(callee: string): Message {
  const text = `\`${callee}\` cannot be called: a view calls only functions that its controller exports, by their name`;
  return error("view_method_call", text, "export a function from the controller that gives the value, and call that");
}

/** `view_method_call` */
export function methodCallInHandler(callee: string): Message {
  const hint = "handlers are functions of the controller: export one that does this, and call it here";
  return { ...methodCall(callee), hint };
}

/** Where a name stands that nobody knows. */
interface NamePlace {
  controller: Pick<ControllerInterface, "file" | "variables"> | undefined;
  /** The innermost row around it. */
  row: Pick<Scope, "item" | "isKey"> | undefined;
  suggestion: string | undefined;
}

/** `view_unknown_name` */
export function unknownName(
  name: string,
  known: readonly string[],
  { controller, row, suggestion }: NamePlace,
): Message {
  const text = `unknown name \`${name}\`; the page has ${list(known, "no data")}`;
  const elsewhere = name.startsWith("$")
    ? "only `$index` and `$event` begin with `$`"
    : controller?.variables
      ? `export it from ${controller.file}: \`export let ${name} = …\``
      : controller
        ? "add it to the page's `data.json`, or set it with `rune.update_data` in the controller"
        : `add ${known.length === 0 ? "`data.json` beside the page" : "it to the page's `data.json`"}, or a \`controller.ts\` that exports it`;
  const ofRow = row && !name.startsWith("$") ? `\`${row.item}.${name}\`` : undefined;
  // What identifies a row is of the row.
  const otherwise = row?.isKey ? `write ${ofRow}` : `of the row it is ${ofRow}; for the page, ${elsewhere}`;
  return error("view_unknown_name", text, didYouMean(suggestion, ofRow === undefined ? elsewhere : otherwise));
}

/** `view_unknown_name` */
export function suspectName(name: string, suggestion: string): Message {
  const text = `nothing here is sure to set \`${name}\``;
  return warning("view_unknown_name", text, didYouMean(suggestion, ""));
}

/** `view_unknown_property` */
export function unknownProperty(name: string, known: readonly string[], suggestion?: string): Message {
  const text = `\`data.json\` has no \`${name}\` here; it has ${list(known, "nothing")}`;
  return error("view_unknown_property", text, didYouMean(suggestion, "add it to the page's `data.json`"));
}

/** `view_global_name` */
export function globalName(name: string): Message {
  const hint = "compute the value in the controller and put it into the data";
  return error("view_global_name", `\`${name}\` is not available: expressions see no globals`, hint);
}

/** `view_event_outside_handler` */
export function eventOutsideHandler(): Message {
  return error("view_event_outside_handler", "`$event` exists only in handlers", "use it in a `data-on…` attribute");
}

/** `view_unknown_event_path` */
export function unknownEventPath(path: string, known: readonly string[], suggestion?: string): Message {
  const [, size] = /^target\.((?:scroll|client)(?:Left|Top|Width|Height))$/.exec(path) ?? [];
  const measured = size && `$event.detail.${size}`;
  const hint = measured
    ? `\`data-onscroll\` and \`data-onresize\` have it as \`${measured}\``
    : didYouMean(suggestion, `there are ${list(known, "none")}`);
  return error("view_unknown_event_path", `\`$event\` has no \`${path}\``, hint);
}

/** `view_index_outside_list` */
export function indexOutsideList(): Message {
  const hint = "use it inside `data-for` or `data-each`";
  return error("view_index_outside_list", "`$index` exists only in rows", hint);
}

/** `view_function_not_called` */
export function functionNotCalled(name: string, file: string): Message {
  const text = `\`${name}\` is a function of ${file}`;
  return error("view_function_not_called", text, `call it, \`${name}()\`, or use it as a handler`);
}

/** Functions that TypeScript has everywhere, and views do not. */
const globalNames: ReadonlySet<string> = new Set(
  "BigInt Boolean Date Number String decodeURIComponent encodeURI encodeURIComponent isFinite isNaN parseFloat parseInt structuredClone".split(
    " ",
  ),
);

/** `view_unknown_function` */
export function unknownFunction(name: string, file: string, exported: readonly string[], suggestion?: string): Message {
  const text = `unknown function \`${name}\`; ${file} exports ${list(exported, "no functions")}`;
  const remedy = globalNames.has(name)
    ? `export a function from ${file} that calls it; parts of a \`data-link\` are encoded by themselves`
    : `export \`${name}\` from ${file}`;
  return error("view_unknown_function", text, didYouMean(suggestion, remedy));
}

/** Where a view would have its controller. */
export interface ControllerPlace {
  what: ViewKind;
  /** How it gets one. */
  advice: string;
}

/** `view_unknown_function` */
export function functionWithoutController(name: string, { what, advice }: ControllerPlace): Message {
  const text = `unknown function \`${name}\`; the ${what} has no controller`;
  return error("view_unknown_function", text, `${advice} and export \`${name}\` from it`);
}

/** `view_impure_call` */
export function impureCall(name: string, { file, effects }: ControllerInterface): Message {
  const text = `\`${name}\` of ${file} may change something, so an expression cannot call it`;
  const remedy = "call it from an event, and show what it has changed";
  const place = effects?.[name];
  if (!place) return error("view_impure_call", text, remedy);
  const { file: path, line, column, hidden } = place;
  if (hidden) {
    const what = hidden.text.length <= 40 ? `\`${hidden.text}\`` : "what is";
    const where = `${hidden.file}:${hidden.line}:${hidden.column}`;
    const reason = `${what} at ${where} is \`any\`, which hides what is called there`;
    return error("view_impure_call", text, `${reason}: give it a type, or ${remedy}`);
  }
  return error(
    "view_impure_call",
    text,
    `look at ${path}:${line}:${column}: make something new there instead, or ${remedy}`,
  );
}

/** `view_invalid_handler` */
export function invalidHandler(): Message {
  const hint = "write `save` or `save(item.id)`";
  return error("view_invalid_handler", "a handler is a function of the controller, or a call of one", hint);
}

/** `view_unknown_handler` */
export function unknownHandler(name: string, file: string, exported: readonly string[], suggestion?: string): Message {
  const text = `unknown handler \`${name}\`; ${file} exports ${list(exported, "no functions")}`;
  return error("view_unknown_handler", text, didYouMean(suggestion, `export \`${name}\` from ${file}`));
}

/** `view_lifecycle_handler` */
export function lifecycleHandler(name: string, when: string): Message {
  const text = `\`${name}\` is not only a handler: Rune calls the export of this name by itself, ${when}`;
  return warning(
    "view_lifecycle_handler",
    text,
    `give the handler another name; to have both, call it from \`${name}\``,
  );
}

/** `view_unknown_handler` */
export function handlerWithoutController(name: string, { what, advice }: ControllerPlace): Message {
  const text = `unknown handler \`${name}\`; the ${what} has no controller`;
  return error("view_unknown_handler", text, `${advice} and export \`${name}\` from it`);
}

/** How many arguments a function takes. */
export interface ParameterCounts {
  least: number;
  /** Infinity: no end. */
  most: number;
}

function describeCounts({ least, most }: ParameterCounts): string {
  if (least === most) return countOf(least, "argument");
  return most === Infinity ? `at least ${countOf(least, "argument")}` : `${least} to ${countOf(most, "argument")}`;
}

/** `view_argument_count` */
export function argumentCount(
  signature: string,
  expected: ParameterCounts,
  given: number,
  inHandler: boolean,
): Message {
  const text = `\`${signature}\` takes ${describeCounts(expected)}, here it gets ${given === 0 ? "none" : given}`;
  const hint = "pass one value for each parameter";
  return error("view_argument_count", text, inHandler && given === 0 ? `${hint}, ${EVENT_VALUES}` : hint);
}

const EVENT_VALUES =
  "such as `$event.target.value` of a field, or `$event.detail` of a component's event: handlers get what is written";

/** `view_argument_type` */
export function argumentType(signature: string, parameter: string, expected: string, given: string): Message {
  const text = `\`${parameter}\` of \`${signature}\` is ${expected}, here it gets ${given}`;
  return error("view_argument_type", text, "pass a value of that type, or change the parameter");
}
