import type { Instance } from "@rune/host";
import type { MutationTarget } from "../page/mutation-target.ts";

/**
 * Keeps the page's data the same as the variables that a controller exports. Objects are those that the controller's instance hands out, the
 * same each time and brought up to date by reading them; so it is enough to render again.
 *
 * What it returns is called at the end of each turn. It does not throw: `fail` takes what a variable's reading throws.
 */
export function followState(
  instance: Instance,
  { variables, target }: { variables: readonly string[]; target: MutationTarget },
  fail: (error: unknown, name: string) => void,
): () => void {
  const { data, touched } = target;
  const { abi, exports } = instance.entry;
  // What functions give that the view calls may depend on variables that nobody exports.
  const isComputed = abi === "gc" && exports.some(({ pure }) => pure);
  return () => {
    if (instance.state === "stopped") return;
    if (isComputed) target.isDirty = true;
    for (const name of variables) {
      try {
        const value = instance.read(name);
        const isObject = typeof value === "object" && value !== null;
        const isSame = Object.is(value, data.get(name)) && data.has(name);
        // An object that is still the same may hold something else.
        if (isObject || !isSame) target.isDirty = true;
        if (isSame) continue;
        data.set(name, value);
        touched.add(name);
      } catch (error) {
        fail(error, name);
      }
    }
  };
}
