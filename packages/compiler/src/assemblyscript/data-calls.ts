// Which calls turn values into JSON is known only when AssemblyScript has resolved their receivers: `list.push([1])` is one if
// `list` holds a `rune.Json`, and none if it is an `i32[][]`. So the resolver is watched while it infers type arguments.
import type { CallExpression, Type } from "assemblyscript";
import type { NodeRange } from "./diagnostics.ts";
import type { Project } from "./project.ts";
import { rewriteLiteralArgument } from "./rewrite-data-literals.ts";

/** A value that an author's file passes as data. */
export interface DataCall {
  type: Type;
  /** Where the value stands. */
  range: NodeRange;
}

const JSON_FILE = "~lib/rune/json";
const builders: ReadonlySet<string> = new Set([`${JSON_FILE}/Json#set`, `${JSON_FILE}/Json#push`]);
const conversions: ReadonlySet<string> = new Set([...builders, `${JSON_FILE}/json`]);

/**
 * From now on, literals in the author's calls of `set` and `push` of a `rune.Json` become builder calls, and the list that is
 * given back gathers the values that become data.
 */
export function watchDataCalls({ program, files }: Project): DataCall[] {
  const calls: DataCall[] = [];
  const { resolver } = program;
  const infer = resolver.maybeInferCall.bind(resolver);
  resolver.maybeInferCall = (node, prototype, flow, reportMode) => {
    const name = prototype.internalName;
    if (!conversions.has(name) || !files.has(node.range.source.normalizedPath)) {
      return infer(node, prototype, flow, reportMode);
    }
    const range = valueRange(node);
    if (builders.has(name)) rewriteLiteralArgument(node);
    const instance = infer(node, prototype, flow, reportMode);
    const type = instance?.typeArguments?.[0];
    if (type) calls.push({ type, range });
    return instance;
  };
  return calls;
}

function valueRange({ args, range }: CallExpression): NodeRange {
  return args.at(-1)?.range ?? range;
}
