import type { BorderType } from "../../ir/index.ts";
import { isEnumerable } from "../properties/property-keys.ts";
import type { ShapeObject } from "../values/abstract-object.ts";
import type { Border } from "./border.ts";
import { get } from "./hold.ts";
import { anyField, hasField } from "./view-of.ts";

/** Shows JavaScript the properties too that an object gets after it was made, such as by `Object.assign({}, …)`, in a view that is its own. */
export function showLaterFields(
  border: Border,
  object: ShapeObject,
  view: Extract<BorderType, { type: "object" }>,
): void {
  border.analysis.onField(object, (name) => {
    if (!isEnumerable(name) || hasField(view, name)) return;
    view.fields.push(anyField(name, border.anything));
    const crossing = border.crossing(view);
    if (crossing.held) get(border, crossing, name, border.anything);
  });
}
