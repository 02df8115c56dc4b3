import type { BorderType, IrExport } from "../../ir/index.ts";
import type { Border } from "./border.ts";
import type { Crossing } from "./crossing.ts";

/** Types of what a host can come to by reading exported variables, and what exported functions give. */
export function findShownTypes(border: Border, exports: readonly IrExport[]): ReadonlySet<Crossing> {
  const shown = new Set<Crossing>();
  const show = (type: BorderType): void => {
    const crossing = border.crossings.get(type);
    if (!crossing || shown.has(crossing)) return;
    shown.add(crossing);
    for (const view of crossing.views.values()) show(view);
    for (const part of partsOf(type)) show(part);
  };
  for (const each of exports) show(shownBy(each));
  return shown;
}

function shownBy({ type }: IrExport): BorderType {
  return type.type === "function" ? type.result : type;
}

/** Types of what can be read of a value of a type; members of unions are among the views. */
function partsOf(type: BorderType): readonly BorderType[] {
  switch (type.type) {
    case "array":
      return [type.element];
    case "tuple":
      return type.rest ? [...type.elements, type.rest] : type.elements;
    case "object":
      return type.fields.map((field) => field.type);
    case "dictionary":
      return [type.value];
    case "instance":
      return type.members.map((member) => member.type);
    case "library":
      return type.arguments;
    case "controller":
      return type.exports.map(shownBy);
    default:
      return [];
  }
}
