import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What an app's identity falls back to. */
export interface ProjectFacts {
  id: string;
  version: string;
}

/** Takes an app's identity from the project's package.json, or from its folder's name where there is none. */
export function readProject(root: string): ProjectFacts {
  const { name, version } = readPackageJson(root);
  const id = (typeof name === "string" ? name : basename(root))
    .replace(/^@[^/]*\//, "")
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 128);
  return { id: id || "app", version: typeof version === "string" ? version : "0.0.0" };
}

function readPackageJson(root: string): { name?: unknown; version?: unknown } {
  try {
    const value: unknown = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
