import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { repoPath } from "../../fixtures/harness/repo.ts";

/** Every code of every `messages.ts`, and of those that have a part of one, such as `component-messages.ts`. */
function listCodes(): string[] {
  const files = ["packages", "plugins", "presets"].flatMap((group) =>
    readdirSync(repoPath(group), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          /^(?:[a-z-]+-)?messages\.ts$/.test(entry.name) &&
          /[\\/]src([\\/]|$)/.test(entry.parentPath),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const codes = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/"([a-z]+(?:_[a-z0-9]+)+)"/g)]);
  return [...new Set(codes.map(([, code]) => code ?? ""))].sort();
}

/** Every code that the reference has a section for. */
function listSections(): string[] {
  const folder = repoPath("docs/reference/errors");
  return readdirSync(folder)
    .flatMap((file) => [...readFileSync(join(folder, file), "utf8").matchAll(/^### `([a-z0-9_]+)`$/gm)])
    .map(([, code]) => code ?? "")
    .sort();
}

it("every error code has one section in the reference, and no section describes a code that is gone", () => {
  expect(listSections()).toEqual(listCodes());
});
