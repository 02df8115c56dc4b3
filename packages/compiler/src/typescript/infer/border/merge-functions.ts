import type { BorderFunction, BorderParameter, BorderType } from "../../ir/index.ts";
import { anyOf } from "./any-of.ts";

/**
 * One type for functions of several, such as the getter and the setter of a tuple: which of them a function is does not show when it leaves.
 * It takes what any of them takes, and gives what any of them gives.
 */
export function mergeFunctions(types: readonly BorderFunction[]): BorderFunction {
  const fields = new Map(types.flatMap((type) => type.fields.map((field) => [field.name, field])));
  return {
    type: "function",
    parameters: mergeParameters(types.map(({ parameters }) => parameters)),
    result: anyOf(types.map(({ result }) => result)),
    async: types.every(({ async }) => async),
    fields: [...fields.values()],
  };
}

function mergeParameters(lists: readonly BorderParameter[][]): BorderParameter[] {
  const rests = lists.map((list) => list.findIndex(({ rest }) => rest)).filter((index) => index >= 0);
  const end = rests.length > 0 ? Math.min(...rests) : Math.max(...lists.map(({ length }) => length));
  const merged = Array.from({ length: end }, (_, index) => mergeParameter(lists.map((list) => list[index])));
  if (rests.length === 0) return merged;
  // Where one takes all further arguments, all do from there on.
  const element = anyOf(lists.flatMap((list) => list.slice(end)).map(argumentType));
  const type: BorderType = { type: "array", element, readonly: false };
  return [...merged, { name: "values", type, optional: false, rest: true }];
}

function mergeParameter(given: readonly (BorderParameter | undefined)[]): BorderParameter {
  const present = given.filter((parameter) => parameter !== undefined);
  return {
    name: present[0]?.name ?? "value",
    type: anyOf(present.map(({ type }) => type)),
    optional: present.length < given.length || present.some(({ optional }) => optional),
    lenient: present.some(({ lenient }) => lenient),
    rest: false,
  };
}

/** The type of each argument that a parameter takes. */
function argumentType({ type, rest }: BorderParameter): BorderType {
  if (!rest) return type;
  if (type.type === "array") return type.element;
  return type.type === "tuple" ? anyOf([...type.elements, ...(type.rest ? [type.rest] : [])]) : type;
}
