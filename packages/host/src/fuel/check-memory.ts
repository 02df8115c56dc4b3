import type { ModuleOutline } from "@rune/schema/fuel";
import { codeRefused, memoryUnbounded } from "./messages.ts";

/**
 * Checks that a module says how far its memory may grow, and that this is not too far: the engine holds it to that. Without `pages` it may have
 * neither memory nor tables.
 *
 * @throws CodeProblem `module_memory_unbounded` or `module_code_refused`
 */
export function checkMemory({ memory, tables }: ModuleOutline, pages: number | undefined): void {
  if (pages === undefined) {
    if (memory || tables.length > 0) throw codeRefused("compiled TypeScript has neither memory nor tables");
    return;
  }
  if (memory && !(memory.maximum! <= pages)) throw memoryUnbounded(memory.maximum, pages);
}
