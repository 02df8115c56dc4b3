import type { Argument } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { CallArgument } from "./direct-call.ts";

/** The arguments of a call. */
export function argumentsOf(f: FunctionGenerator, args: readonly Argument[]): CallArgument[] {
  return args.map(({ value, spread }) => ({
    value: () => f.value(value),
    as: (wanted) => f.valueAs(value, wanted),
    spreads: spread ? value : undefined,
  }));
}
