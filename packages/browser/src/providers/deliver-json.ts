import type { ModuleEntry } from "@rune/schema";
import type { ProviderContext } from "./provider.ts";

/** Whether a module, or a controller of it, has an export of this name. */
export function findReceiver(
  { exports, controllers = [] }: ModuleEntry,
  name: string,
): ModuleEntry["exports"][number] | undefined {
  return [exports, ...controllers.map((each) => each.exports)].flat().find((each) => each.name === name);
}

/** Calls an export with JSON from outside: with `text` where it takes a text, else with what the JSON says. */
export function deliverJson(
  name: string,
  json: string,
  { entry, turn, report }: ProviderContext,
  text: string = json,
): void {
  const receiver = findReceiver(entry, name);
  if (!receiver) return;
  try {
    const values = receiver.parameters
      .slice(0, 1)
      .map(({ type }) => (type === "string" ? text : (JSON.parse(json) as unknown)));
    turn(name, values);
  } catch (error) {
    report(error);
  }
}
