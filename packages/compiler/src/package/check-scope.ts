import type { JsonObject } from "@rune/schema";
import type { ViewCheck } from "../html/index.ts";
import { VIEW_FUNCTION, checkedName, checkPrelude } from "../html/index.ts";
import type { CheckedText } from "./check-views.ts";
import { writeImport } from "./check-views.ts";
import { describeDataType } from "./data-type.ts";

/** What the names of a view mean. What is in neither can be anything. */
export interface ViewScope {
  controller?: ScopeController | undefined;
  /** What the view begins with; of names that a controller exports, the controller knows more. */
  data?: JsonObject | undefined;
}

/** Names of a view that a file of TypeScript exports. */
export interface ScopeController {
  /** Project-relative path. */
  file: string;
  exports: readonly string[];
}

/** A view of a file with what its names mean. */
export function scopeView(
  file: string,
  { view: name, text, names, uses, explain }: ViewCheck,
  scope: ViewScope = {},
): CheckedText[] {
  const known = new Set([...(scope.controller?.exports ?? []), ...Object.keys(scope.data ?? {})]);
  const open = [...names].filter((each) => !known.has(each));
  const header = checkPrelude + declareNames(file, [...names], scope) + VIEW_FUNCTION;
  return text === ""
    ? []
    : [{ name, file, header, text: `${text}}\n`, open, uses, controller: scope.controller, explain }];
}

/** A view of which nothing can be said, for what is around it is wrong or has no types: only what it gives others is known. */
export function leaveView(file: string, { view: name, uses, explain }: ViewCheck): CheckedText {
  return { name, file, header: "", text: "", uses, explain };
}

function declareNames(file: string, names: readonly string[], { controller, data = {} }: ViewScope): string {
  const exported = new Set(controller?.exports);
  const imported = names.filter((name) => exported.has(name));
  const others = names.filter((name) => !exported.has(name) && Object.hasOwn(data, name));
  const lines = others.map((name) => {
    return `declare const ${checkedName(name)}: ${describeDataType([data[name] ?? null])};\n`;
  });
  if (controller && imported.length > 0) {
    const specifiers = imported.map((name) => `${name} as ${checkedName(name)}`);
    lines.push(writeImport(specifiers, controller.file, file));
  }
  return lines.join("");
}
