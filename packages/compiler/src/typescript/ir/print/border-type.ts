import type { BorderFunction, BorderMember, BorderType } from "../border-type.ts";
import { printKey } from "./expression.ts";
import type { Printer } from "./printer.ts";

/** Prints a type as TypeScript writes it. A type inside itself is written as its name, or `…`. */
export function printBorderType(printer: Printer, type: BorderType, outer: readonly BorderType[] = []): string {
  if (outer.includes(type)) return "shape" in type && type.shape.name !== "" ? printer.shape(type.shape) : "…";
  const inside = [...outer, type];
  const print = (inner: BorderType): string => printBorderType(printer, inner, inside);
  const applied = (name: string, all: readonly BorderType[]): string =>
    all.length === 0 ? name : `${name}<${all.map(print).join(", ")}>`;
  switch (type.type) {
    case "array":
      return applied(type.readonly ? "ReadonlyArray" : "Array", [type.element]);
    case "tuple":
      return `[${[...type.elements.map(print), ...(type.rest ? [`...${print(type.rest)}`] : [])].join(", ")}]`;
    case "object": {
      const fields = type.fields.map(
        (field) =>
          `${field.readonly ? "readonly " : ""}${printKey(field.name)}${field.optional ? "?" : ""}: ${print(field.type)}`,
      );
      const name = printer.shape(type.shape);
      return `${name === "" ? "" : `${name} `}{ ${fields.join(", ")} }`;
    }
    case "dictionary":
      return applied("Record", [{ type: "string" }, type.value]);
    case "instance":
      return applied(printer.class(type.class), type.arguments);
    case "class":
      return [
        `class ${printer.class(type.class)} { ${type.construct ? `new ${printSignature(type.construct, print)}` : "abstract"}`,
        ...(type.instance.type === "instance" ? type.instance.members : []).map((member) => printMember(member, print)),
        ...type.statics.map((member) => `static ${printMember(member, print)}`),
      ]
        .join("; ")
        .concat(" }");
    case "library":
      return applied(type.name, type.arguments);
    case "iterable":
      return applied("Iterable", [type.element]);
    case "function":
      return `(${printSignature(type, print)})`;
    case "union":
      return type.members.map(print).join(" | ");
    default:
      return type.type;
  }
}

function printSignature(type: BorderFunction, print: (type: BorderType) => string): string {
  const parameters = type.parameters.map(
    ({ name, type: inner, optional, rest }) => `${rest ? "..." : ""}${name}${optional ? "?" : ""}: ${print(inner)}`,
  );
  return `(${parameters.join(", ")}) =>${type.async ? " async" : ""} ${print(type.result)}`;
}

function printMember(member: BorderMember, print: (type: BorderType) => string): string {
  return `${member.readonly ? "readonly " : ""}${member.kind} ${printKey(member.name)}${member.optional ? "?" : ""}: ${print(member.type)}`;
}
