import type { ExportedFunction } from "./analyze-exports.ts";
import type { BorderType } from "./border-types.ts";

/** Path of the generated entry; no author's file can have it. */
export const ENTRY_FILE = "~rune/entry.ts";

/**
 * Generates the module that exports the author's functions with the types of the linear ABI: numbers as they are, texts and
 * JSON as UTF-8 by pointer and length. A result's bytes stay until the next call.
 */
export function generateEntry(file: string, functions: readonly ExportedFunction[]): string {
  const takesText = functions.some(({ parameters }) => parameters.some(isText));
  const givesText = functions.some(({ result }) => result !== undefined && isText(result));
  const lines = [`import * as author from ${JSON.stringify(`../${file.replace(/\.ts$/, "")}`)};`];
  if (functions.length > 0) lines.push('import { enter_turn, leave_turn } from "rune/turn";');
  if (takesText) {
    lines.push(
      "export function rune_alloc(length: i32): usize { return heap.alloc(<usize>length); }",
      "export function rune_free(pointer: usize, length: i32): void { heap.free(pointer); }",
    );
  }
  if (givesText) {
    lines.push(
      "let held: ArrayBuffer | null = null;",
      "function give(text: string): i64 {",
      "  const bytes = String.UTF8.encode(text, false, String.UTF8.ErrorMode.REPLACE);",
      "  held = bytes;",
      "  return <i64>changetype<usize>(bytes) | (<i64>bytes.byteLength << 32);",
      "}",
    );
  }
  functions.forEach((each, i) => lines.push(...generateWrapper(each, i)));
  return `${lines.join("\n")}\n`;
}

function generateWrapper({ entry, parameters, result }: ExportedFunction, i: number): string[] {
  const signature = parameters.map((type, p) =>
    isText(type) ? `p${p}: usize, l${p}: i32` : `p${p}: ${wireType(type)}`,
  );
  const args = parameters.map((type, p) => {
    if (!isText(type)) return type.value === "bool" ? `p${p} != 0` : `<${type.native}>p${p}`;
    const text = `String.UTF8.decodeUnsafe(p${p}, <usize>l${p})`;
    return type.value === "json" ? `rune.parse(${text})` : text;
  });
  const call = `author.${entry.name}(${args.join(", ")})`;
  const type = result ? (isText(result) ? "i64" : wireType(result)) : "void";
  const passed = parameters.map((each, p) => (isText(each) ? `p${p}, l${p}` : `p${p}`)).join(", ");
  // The outer function handles no managed value, so it has no frame on the shadow stack that it resets.
  return [
    `function run${i}(${signature.join(", ")}): ${type} { ${result ? `return ${generateResult(result, call)}` : call}; }`,
    `function call${i}(${signature.join(", ")}): ${type} {`,
    "  const outer = enter_turn();",
    `  ${result ? "const result = " : ""}run${i}(${passed});`,
    "  leave_turn(outer);",
    ...(result ? ["  return result;"] : []),
    "}",
    `export { call${i} as ${entry.name} };`,
  ];
}

function generateResult(result: BorderType, call: string): string {
  if (result.value === "string") return `give(${call})`;
  if (result.value === "json") return `give(${result.converts ? `rune.json(${call})` : call}.to_string())`;
  return result.value === "bool" ? `${call} ? 1 : 0` : `<${wireType(result)}>${call}`;
}

function isText({ value }: BorderType): boolean {
  return value === "string" || value === "json";
}

function wireType({ value }: BorderType): string {
  return value === "bool" ? "i32" : value;
}
