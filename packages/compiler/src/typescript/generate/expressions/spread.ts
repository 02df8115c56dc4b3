import type { Instruction, Local } from "../../../wasm/index.ts";
import { block, br, createLabel, createLocal, localGet, loop } from "../../../wasm/index.ts";
import { kindsOf, objectsOf, siteOf } from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { ArrayLayout } from "../array-layouts.ts";
import { valueType } from "../representation.ts";
import { iterate } from "../statements/iterate.ts";
import { choose } from "../statements/iteration-variant.ts";

/** Adds what is iterated over to a list. */
export function appendSpread(
  f: FunctionGenerator,
  layout: ArrayLayout,
  list: Local,
  spreads: Expression,
): Instruction[] {
  const { arrays, layouts } = f.program;
  const node = f.node(spreads);
  const objects = node ? objectsOf(node) : [];
  const only = objects[0];
  if (
    node &&
    objects.length === 1 &&
    only?.type === "array" &&
    kindsOf(node) === 0 &&
    layouts.arrays.of(only) === layout
  ) {
    return [
      arrays.append(
        layout,
        localGet(list),
        f.valueAs(spreads, { type: "reference", struct: layout.struct, absent: "undefined" }),
      ),
    ];
  }
  const elements = f.program.analysis.place(f.generated.instance, siteOf(spreads, "element"));
  const held = f.representationOf(elements);
  const element = createLocal("element", valueType(held));
  const { setup, variants } = iterate(f, spreads, element, held);
  const end = createLabel("end");
  const top = createLabel("loop");
  return [
    ...setup,
    ...choose(variants, ({ begin }) => begin),
    block(end, undefined, [
      loop(top, undefined, [
        ...choose(variants, (variant) => variant.advance(end)),
        arrays.push(layout, localGet(list), f.convert(f.valueOf(localGet(element), elements), layout.element)),
        br(top),
      ]),
    ]),
  ];
}
