import type { InstanceExports } from "@rune/host";

/** State that another build of a controller has not taken over. */
export interface DroppedState {
  /** Name of the controller's view. */
  readonly view: string;
  /** Name of the variable. */
  readonly name: string;
  /** Why, as the end of a sentence. */
  readonly reason: string;
}

/** Controllers of one view, of two builds. */
export interface Succession {
  readonly view: string;
  readonly before: InstanceExports;
  readonly after: InstanceExports;
  /** Variables that the author has given another first value, which is to be seen. */
  readonly changed: readonly string[];
}

/** Gives the variables of a controller what they held in the build before, as far as their types take it. Returns what is not taken over. */
export function carryState({ view, before, after, changed }: Succession): DroppedState[] {
  const dropped: DroppedState[] = [];
  for (const name of before.variables) {
    const reason = carryVariable(name, before, after, changed);
    if (reason !== undefined) dropped.push({ view, name, reason });
  }
  return dropped;
}

function carryVariable(
  name: string,
  before: InstanceExports,
  after: InstanceExports,
  changed: readonly string[],
): string | undefined {
  let value: unknown;
  try {
    value = before.read(name);
  } catch (error) {
    return `it cannot be read: ${describe(error)}`;
  }
  if (!after.variables.includes(name)) return "it is not exported any more";
  if (changed.includes(name)) return "its first value has changed";
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
