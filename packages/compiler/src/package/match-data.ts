import type { Diagnostic, JsonObject } from "@rune/schema";
import { findNearest } from "@rune/schema";
import type { CompiledModule, ModuleVariable } from "../engines/index.ts";
import { messages } from "./messages.ts";
import { diagnoseRange, type Message, type SourceText } from "./source-text.ts";

/** What a page begins with. */
export interface InitialData {
  data?: JsonObject | undefined;
  /** Names of the controller's variables that get their values from it. */
  assigns: string[];
  diagnostics: Diagnostic[];
}

/**
 * Brings a page's `data.json` together with its controller. Where the controller exports variables, the data initialises those of the same
 * name, and must name no others; what the variables are initialised with in the controller is data as well.
 */
export function matchData(
  data: JsonObject | undefined,
  module: Pick<CompiledModule, "variables"> | undefined,
  source: SourceText | undefined,
): InitialData {
  const variables = module?.variables;
  if (!variables) return { data, assigns: [], diagnostics: [] };
  const names = Object.keys(data ?? {});
  const diagnostics = names.flatMap((name) => {
    const problem = describeProblem(name, data?.[name], variables);
    return problem && source ? [diagnoseKey(problem, source, name)] : [];
  });
  const initial = variables.flatMap(({ name, initial: value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const all: JsonObject = { ...Object.fromEntries(initial), ...data };
  return { data: Object.keys(all).length > 0 ? all : data, assigns: names, diagnostics };
}

function describeProblem(name: string, value: unknown, variables: readonly ModuleVariable[]): Message | undefined {
  const variable = variables.find((each) => each.name === name);
  if (!variable) {
    const nearest = findNearest(
      name,
      variables.map((each) => each.name),
    );
    return messages.app_data_unmatched(name, nearest);
  }
  if (!variable.writable) return messages.app_data_constant(name);
  const wanted = primitives[variable.type];
  return wanted !== undefined && typeof value !== wanted ? messages.app_data_type(name, wanted) : undefined;
}

const primitives: Readonly<Partial<Record<ModuleVariable["type"], string>>> = {
  f64: "number",
  bool: "boolean",
  string: "string",
};

/** A diagnostic at the first place where the key is written. */
function diagnoseKey(message: Message, source: SourceText, name: string): Diagnostic {
  const key = JSON.stringify(name);
  const start = Math.max(0, source.text.indexOf(key));
  return diagnoseRange(message, source, start, start + key.length);
}
