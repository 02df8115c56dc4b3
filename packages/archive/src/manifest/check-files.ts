import type { Manifest } from "@rune/schema";
import { describeActiveName } from "../active-content.ts";
import { fileActive, fileReserved, pathCollision, pathInvalid } from "../messages.ts";
import { describePathProblem, findPathCollision } from "../package-path.ts";
import { MANIFEST_FILE, SIGNATURE_FILE } from "../package-source.ts";

/** Checks that every listed path names one file, the same on every system. */
export function checkFiles(manifest: Manifest): void {
  const paths = Object.keys(manifest.files);
  for (const path of paths) {
    const problem = describePathProblem(path);
    if (problem !== undefined) throw pathInvalid(path, problem);
    const active = describeActiveName(path);
    if (active !== undefined) throw fileActive(path, active);
  }
  const collision = findPathCollision([MANIFEST_FILE, SIGNATURE_FILE, ...paths]);
  if (!collision) return;
  const [first, second] = collision;
  if (second === MANIFEST_FILE || second === SIGNATURE_FILE) throw fileReserved(second);
  throw pathCollision(first, second);
}
