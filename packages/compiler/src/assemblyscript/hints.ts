import type { ClassDeclaration, ExportStatement, Source } from "assemblyscript";
import { findNearest } from "@rune/schema";
import { findAssigned, findVariable } from "./find-variable.ts";
import { ASYNC, conversionHints, globalHints, memberHints } from "./javascript-names.ts";
import type { Project } from "./project.ts";
import { CommonFlags, NodeKind } from "./syntax-kinds.ts";

/** A message of AssemblyScript about an author's file. */
export interface Finding {
  phase: "parse" | "compile";
  message: string;
  source: Source;
  /** Text of the file as its author wrote it. */
  text: string;
  start: number;
  end: number;
}

const NO_CLOSURES =
  "a function inside a function cannot use its variables. Keep the value in a variable of the module, or pass it as an argument";
const NULL = "check for `null` first, or write `!` after the value where it cannot be";

/** What to do about messages that AssemblyScript leaves at naming the fact; the first that has an answer counts. */
const rules: readonly [
  pattern: RegExp,
  hint: string | ((finding: Finding, project: Project, ...groups: string[]) => string | undefined),
][] = [
  [/Closures/, NO_CLOSURES],
  [/Exceptions/, "there is no try/catch. Return `null` where something can fail; `rune.try_parse` does so"],
  [/Iterators|for.?of/i, "use a loop over an index: `for (let i = 0; i < list.length; i++)`."],
  [/Regular expressions/, () => globalHints.get("RegExp")],
  [/Type expected/, "write every parameter's type and the function's result type: `function change(by: i32): void`"],
  [/'null'|\| null' is not assignable/, hintForNull],
  [
    /union types/,
    "a type is one type, or one class, `string` or `rune.Json` with `| null`; `rune.Json` holds any data",
  ],
  [/<object>/, "object literals are data for guest functions only: write `rune.json({ … })`, or declare a class"],
  [/^Cannot find name '([^']+)'/, (_, __, name) => globalHints.get(name ?? "") ?? conversionHints.get(name ?? "")],
  [/^Expression does not compile to a value/, (finding) => conversionHints.get(excerptOf(finding))],
  [/^Property '([^']+)' does not exist on type '([^']+)'/, hintForMember],
  [/^Expected \d+ arguments, but got \d+/, hintForArguments],
  [/^Type '([iuf]\d+|bool)' is not assignable to type '~lib\/string\/String'/, hintForText],
  [/^Conversion from type '([iuf]\d+|bool)' to '([iuf]\d+|bool)' requires/, hintForConversion],
  [/./, hintForAsync],
];

/** What to do about a message; `undefined` where it says enough. */
export function findHint(project: Project, finding: Finding): string | undefined {
  for (const [pattern, hint] of rules) {
    const match = pattern.exec(finding.message);
    const answer = match && (typeof hint === "string" ? hint : hint(finding, project, ...match.slice(1)));
    if (answer) return answer;
  }
  return undefined;
}

function hintForNull(finding: Finding, { program }: Project): string {
  const excerpt = excerptOf(finding);
  const copy = `copy it into a local: \`const value = ${excerpt}; if (value) …\``;
  if (/^[\w$]+(?:\.[\w$]+)+$/.test(excerpt)) return `a field is not narrowed by a check; ${copy}`;
  const isName = /^[\w$]+$/.test(excerpt);
  const isModule = isName && findVariable(program, finding.source, excerpt, finding.start)?.isModule;
  return isModule ? `a module's variable is not narrowed by a check; ${copy}` : NULL;
}

function hintForMember(_: Finding, project: Project, name = "", type = ""): string | undefined {
  if (type === "~lib/rune/rune") return hintForNearest(name, guestFunctions(project), "rune.");
  if (type === "~lib/rune/json/Json") return hintForNearest(name, jsonMembers(project), "");
  if (type === "~lib/console/console") return "`console` has `log`, `debug`, `info`, `warn`, `error` and `assert`";
  return type.startsWith("~lib/") ? memberHints.get(name) : undefined;
}

/** A name that differs in case or underscores only is nearest. */
function hintForNearest(name: string, names: readonly string[], prefix: string): string | undefined {
  const plain = (text: string): string => text.replaceAll("_", "").toLowerCase();
  const nearest = names.find((each) => plain(each) === plain(name)) ?? findNearest(name, names);
  return nearest === undefined ? undefined : `did you mean \`${prefix}${nearest}\`?`;
}

/** Names of `rune.*`. */
function guestFunctions({ program }: Project): string[] {
  const index = program.sources.find(({ internalPath }) => internalPath === "~lib/rune/index");
  return (index?.statements ?? []).flatMap((statement) =>
    statement.kind === NodeKind.Export
      ? ((statement as ExportStatement).members ?? []).map(({ exportedName }) => exportedName.text)
      : [],
  );
}

/** Names of members of `rune.Json` that controllers may use. */
function jsonMembers({ program }: Project): string[] {
  const file = program.sources.find(({ internalPath }) => internalPath === "~lib/rune/json");
  const json = file?.statements.find(
    (statement): statement is ClassDeclaration =>
      statement.kind === NodeKind.ClassDeclaration && (statement as ClassDeclaration).name.text === "Json",
  );
  const hidden = CommonFlags.Private | CommonFlags.Static | CommonFlags.Constructor;
  const inner = new Set(["put", "append", "define", "toString"]);
  return (json?.members ?? [])
    .filter((member) => (member.flags & hidden) === 0 && !inner.has(member.name.text))
    .map((member) => member.name.text);
}

function hintForArguments(finding: Finding): string | undefined {
  const excerpt = excerptOf(finding);
  const [, method] = /^console\.(\w+)\(/.exec(excerpt) ?? [];
  if (method !== undefined) return `\`console.${method}\` takes one text: write a template literal, \`\${a} \${b}\``;
  return /^new Date\b/.test(excerpt) ? globalHints.get("Date") : undefined;
}

function hintForText({ text, start }: Finding): string {
  const isConsole = /\b(?:console\.\w+|rune\.log_\w+)\(\s*$/.test(text.slice(0, start));
  return isConsole
    ? "logs take one text: write `x.toString()` or a template literal"
    : "write `x.toString()` or a template literal";
}

function hintForConversion(finding: Finding, { program }: Project, from = "", to = ""): string {
  const { source, start } = finding;
  const assigned = findAssigned(source, start);
  const declaration = assigned === undefined ? undefined : findVariable(program, source, assigned, start)?.declaration;
  const { initializer, type } = declaration ?? {};
  const value = initializer ? textOf(initializer.range) : undefined;
  if (assigned !== undefined && !type && value !== undefined && /^-?[\d_]+$/.test(value)) {
    return `\`let ${assigned} = ${value}\` makes an i32; declare \`let ${assigned}: ${from} = ${value}\`, or write \`${to}(…)\` around what it is given`;
  }
  if (to === "bool") return "compare: `x != 0`";
  const loses = from.startsWith("f") && !to.startsWith("f") ? ", which cuts off the fraction" : "";
  return `write \`${to}(…)\` around the value${loses}, or give what takes it the type \`${from}\``;
}

/** `async` and `await` are names to the parser, so it complains about what stands beside them. */
function hintForAsync({ phase, text, start, end }: Finding): string | undefined {
  if (phase !== "parse") return undefined;
  const before = text.slice(0, start);
  const isAsync =
    /\b(?:async|await)\s*$/.test(before) || /^(?:export\s+)?(?:async|await)\b/.test(text.slice(start, end + 16));
  return isAsync ? ASYNC : undefined;
}

function excerptOf({ text, start, end }: Finding): string {
  return text.slice(start, end);
}

function textOf({ start, end, source }: { start: number; end: number; source: Source }): string {
  return source.text.slice(start, end);
}
