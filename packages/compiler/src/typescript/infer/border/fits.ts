import type { BorderType, IrClass } from "../../ir/index.ts";

/**
 * Whether what JavaScript got as one type may be given as another, so that it stays the same object of the program. Other values are
 * converted, so this need not know all that TypeScript would allow.
 */
export function fits(held: BorderType, wanted: BorderType, seen: readonly BorderType[] = []): boolean {
  if (held === wanted || seen.includes(held)) return true;
  const within = [...seen, held];
  if (wanted.type === "any") return held.type === "instance" || held.type === "object" || held.type === "class";
  if (wanted.type === "instance") return held.type === "instance" && extendsClass(held.class, wanted.class);
  if (wanted.type === "object") {
    const names = propertyNames(held);
    if (!names) return false;
    const required = wanted.fields.filter(({ optional }) => !optional);
    return required.length > 0
      ? required.every(({ name }) => names.has(name))
      : wanted.fields.some(({ name }) => names.has(name));
  }
  if (wanted.type === "array" || wanted.type === "tuple") {
    return held.type === wanted.type && elementsOf(held).every((each) => meets(each, elementsOf(wanted), within));
  }
  if (wanted.type === "library") {
    return (
      held.type === "library" &&
      held.name === wanted.name &&
      held.arguments.every((each, index) => {
        const other = wanted.arguments[index];
        return other !== undefined && meets(each, [other], within);
      })
    );
  }
  if (wanted.type === "dictionary") return held.type === "dictionary" && meets(held.value, [wanted.value], within);
  if (wanted.type === "iterable") {
    const suits = held.type === "iterable" && (held.steps || !wanted.steps);
    return suits && meets(held.element, [wanted.element], within);
  }
  return (
    wanted.type === "function" &&
    held.type === "function" &&
    held.parameters.length === wanted.parameters.length &&
    meets(held.result, [wanted.result], within) &&
    held.parameters.every(({ type }, index) => meets(type, [wanted.parameters[index]!.type], within))
  );
}

function meets(held: BorderType, wanted: readonly BorderType[], seen: readonly BorderType[]): boolean {
  const members = held.type === "union" ? held.members : [held];
  const all = wanted.flatMap((type) => (type.type === "union" ? type.members : [type]));
  return members.every((member) =>
    all.some((other) => (isSimple(member) ? other.type === member.type : fits(member, other, seen))),
  );
}

function isSimple({ type }: BorderType): boolean {
  return ["undefined", "null", "boolean", "number", "string", "bigint", "symbol", "any", "opaque"].includes(type);
}

function elementsOf(type: BorderType): BorderType[] {
  if (type.type === "array") return [type.element];
  return type.type === "tuple" ? [...type.elements, ...(type.rest ? [type.rest] : [])] : [];
}

function propertyNames(type: BorderType): Set<string> | undefined {
  if (type.type === "object") return new Set(type.fields.map(({ name }) => name));
  if (type.type === "instance") return new Set(type.members.map(({ name }) => name));
  return undefined;
}

function extendsClass(definition: IrClass, base: IrClass): boolean {
  let at: IrClass | undefined = definition;
  while (at && at !== base) at = baseOf(at);
  return at === base;
}

function baseOf({ base }: IrClass): IrClass | undefined {
  const holds = base?.op === "get" ? base.variable.holds : undefined;
  return holds?.type === "class" ? holds : undefined;
}
