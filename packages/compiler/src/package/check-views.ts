import type { Diagnostic, JsonObject } from "@rune/schema";
import type { CheckedView, CheckViews } from "../engines/index.ts";
import type { ViewCheck } from "../html/index.ts";
import { checkedName, checkPrelude } from "../html/index.ts";
import { describeDataType } from "./data-type.ts";

/** A view beside what its names mean. */
export interface ScopedView {
  /** Project-relative path of its HTML. */
  file: string;
  check: ViewCheck;
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

/** Checks the types of views against what is around them. */
export async function checkViews(
  views: readonly ScopedView[],
  readFile: (path: string) => string | undefined,
  check: CheckViews,
): Promise<Diagnostic[]> {
  const wanted = views.filter(({ check: { text } }) => text !== "");
  const written = wanted.map((view, index) => ({ view, header: describeScope(view), file: nameFile(view, index) }));
  const found = await check({
    views: written.map(({ view, header, file }): CheckedView => ({ file, source: header + view.check.text })),
    readFile,
  });
  return written.flatMap(({ view, header }, i) => {
    const shift = header.length;
    return view.check.explain(
      (found[i] ?? []).map((each) => ({ ...each, start: each.start - shift, end: each.end - shift })),
    );
  });
}

/** Declares the names that a view takes from around it. What is declared nowhere can be anything. */
function describeScope({ file, check: { names }, controller, data = {} }: ScopedView): string {
  const exported = new Set(controller?.exports);
  const imported = [...names].filter((name) => exported.has(name));
  const others = [...names].filter((name) => !exported.has(name) && Object.hasOwn(data, name));
  const lines = others.map((name) => {
    return `declare const ${checkedName(name)}: ${describeDataType([data[name] ?? null])};\n`;
  });
  if (controller && imported.length > 0) {
    const specifiers = imported.map((name) => `${name} as ${checkedName(name)}`).join(", ");
    lines.push(`import { ${specifiers} } from ${JSON.stringify(locate(file, controller.file))};\n`);
  }
  return checkPrelude + lines.join("");
}

/** The view's text lies beside its HTML, under a name that no file of an author has. */
function nameFile({ file }: ScopedView, index: number): string {
  return `${file.slice(0, file.lastIndexOf("/") + 1)}(view ${index}).ts`;
}

/** A relative specifier of one project-relative path from another. */
function locate(from: string, to: string): string {
  const up = "../".repeat(from.split("/").length - 1);
  return (up || "./") + to;
}
