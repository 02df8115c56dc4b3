import type { JsonObject } from "@rune/schema";
import { dataInvalid, dataNotJson, fileTooLarge } from "./messages.ts";
import type { OpenedPackage } from "./open-package.ts";
import { parseJson } from "./parse-json.ts";

/** Data that nests deeper is refused: code that walks it may recurse. */
const MAX_DEPTH = 512;

/**
 * Reads a page's initial data: a JSON object without the property name `__proto__`, which code that copies it would trip on.
 * @throws RuneError (as a rejection) with a code `data_…` or `package_…`.
 */
export async function readData(pkg: OpenedPackage, path: string): Promise<JsonObject> {
  const bytes = await pkg.read(path);
  if (bytes.length > pkg.limits.jsonBytes) throw fileTooLarge(path, bytes.length, pkg.limits.jsonBytes);
  const parsed = parseJson(bytes);
  if ("problem" in parsed) throw dataNotJson(path, parsed.problem);
  const { value } = parsed;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw dataInvalid(path, "it is no JSON object");
  }
  const problem = describeDataProblem(value);
  if (problem !== undefined) throw dataInvalid(path, problem);
  return value as JsonObject;
}

/** Walks level by level, without recursion. */
function describeDataProblem(root: object): string | undefined {
  let level: object[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return `it nests deeper than ${MAX_DEPTH} levels`;
    const next: object[] = [];
    for (const value of level) {
      if (Object.hasOwn(value, "__proto__")) return "it has a property `__proto__`";
      for (const item of Object.values(value)) {
        if (typeof item === "object" && item !== null) next.push(item);
      }
    }
    level = next;
  }
  return undefined;
}
