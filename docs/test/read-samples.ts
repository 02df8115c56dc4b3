import { readFileSync } from "node:fs";
import { repoPath } from "../../fixtures/harness/repo.ts";

/** A fenced block whose first line is a comment with the path of the file that it shows. */
const sample = /^```(\w+)\n(?:\/\/|<!--|\/\*) (\S+\.\w+)(?: -->| \*\/)?\n([^]*?)^```$/gm;

/** The files that a page of the documentation shows, by path. A later sample of a file replaces an earlier one. */
export function readSamples(page: string): Record<string, string> {
  const text = readFileSync(repoPath(page), "utf8");
  return Object.fromEntries([...text.matchAll(sample)].map(([, , path, content]) => [path ?? "", content ?? ""]));
}

/** The command lines that a page of the documentation shows. */
export function readCommands(page: string): string[] {
  const text = readFileSync(repoPath(page), "utf8");
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, lines = ""]) => lines.trim().split("\n"));
}
