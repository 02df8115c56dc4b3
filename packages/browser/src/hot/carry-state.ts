import type { InstanceExports } from "@rune/host";
import type { FirstValues } from "./first-values.ts";

/** State that another build of a controller has not taken over. */
export interface DroppedState {
  /** Name of the controller's view, or path of a file that controllers share. */
  readonly owner: string;
  /** Name of the variable. */
  readonly name: string;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/**
 * Gives the variables of a controller what they held in the build before, as far as their types take it, and unless the author has given them another first
 * value, which is to be seen. `changed` are names of which that is known. Returns what is not taken over.
 */
export function carryState(
  owner: string,
  before: InstanceExports,
  after: InstanceExports,
  firstValues: FirstValues,
  changed: readonly string[] = [],
): DroppedState[] {
  const dropped: DroppedState[] = [];
  const fresh = [...changed, ...firstValues.listChanges(before, after)];
  for (const name of before.variables) {
    const reason = carryVariable(name, before, after, fresh);
    if (reason !== undefined) dropped.push({ owner, name, reason });
  }
  return dropped;
}

function carryVariable(
  name: string,
  before: InstanceExports,
  after: InstanceExports,
  fresh: readonly string[],
): string | undefined {
  let value: unknown;
  try {
    value = before.read(name);
  } catch (error) {
    return `it cannot be read: ${describe(error)}`;
  }
  if (!after.variables.includes(name)) return "it is not exported any more";
  if (fresh.includes(name)) return "its first value has changed";
  try {
    after.assign(name, value);
  } catch (error) {
    const { code } = error as { code?: unknown };
    // A constant is what the code says.
    if (code === "guest_variable_constant" && Object(value) !== value) return undefined;
    return `it does not fit: ${describe(error)}`;
  }
  return undefined;
}

/** What the guest's or the host's error says, without the sentence around it. */
function describe(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
