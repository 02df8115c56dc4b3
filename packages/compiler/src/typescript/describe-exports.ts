import type { Json, ModuleExport, ValueType } from "@rune/schema";
import type { ModuleVariable } from "../engines/compiled-module.ts";
import type { BorderFunction, BorderType, IrExport } from "./ir/index.ts";

/** What views and hosts are told of a module's exports, in the words of the manifest. */
export interface DescribedExports {
  functions: ModuleExport[];
  variables: ModuleVariable[];
}

/** Describes exports; what is more than a primitive is called plain data there. */
export function describeExports(exports: readonly IrExport[], initial: ReadonlyMap<string, Json>): DescribedExports {
  const functions: ModuleExport[] = [];
  const variables: ModuleVariable[] = [];
  for (const { name, type, variable } of exports) {
    if (type.type === "function") functions.push(describeFunction(name, type));
    else if (type.type !== "class") {
      const isWritable = (variable.kind === "let" || variable.kind === "var") && !variable.constant;
      const value = initial.get(name);
      variables.push({
        name,
        type: valueTypeOf(type),
        writable: isWritable,
        ...(value !== undefined && { initial: value }),
      });
    }
  }
  return { functions, variables };
}

function describeFunction(name: string, { parameters, result }: BorderFunction): ModuleExport {
  const described: ModuleExport = {
    name,
    parameters: parameters.map(({ name: parameter, type, optional, rest }) => ({
      name: parameter,
      type: valueTypeOf(rest && type.type === "array" ? type.element : optional ? withoutUndefined(type) : type),
      ...(optional && { optional: true as const }),
      ...(rest && { rest: true as const }),
    })),
  };
  if (result.type !== "undefined") described.result = valueTypeOf(result);
  return described;
}

/** What an optional parameter takes where it is given. */
function withoutUndefined(type: BorderType): BorderType {
  if (type.type !== "union") return type;
  const members = type.members.filter((member) => member.type !== "undefined");
  return members.length === 1 && members[0] ? members[0] : { type: "union", members };
}

const primitives: Readonly<Partial<Record<BorderType["type"], ValueType>>> = {
  boolean: "bool",
  number: "f64",
  string: "string",
};

function valueTypeOf(type: BorderType): ValueType {
  return primitives[type.type] ?? "json";
}
