import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What an app's identity falls back to. */
export interface ProjectFacts {
  /** Absolute path of the file that says so, if it is there. */
  file: string;
  id: string;
  version: string;
}

/** Takes an app's identity from the project's package.json, or from its folder's name where there is none. */
export function readProject(root: string): ProjectFacts {
  const file = join(root, "package.json");
  const { name, version } = readPackageJson(file);
  const id = (typeof name === "string" ? name : basename(root))
    .replace(/^@[^/]*\//, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 128);
  return { file, id: id || "app", version: typeof version === "string" ? version : "0.0.0" };
}

function readPackageJson(file: string): { name?: unknown; version?: unknown } {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
