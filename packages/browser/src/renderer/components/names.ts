import type { ComponentProp } from "@rune/schema";
import type { BindingScope, InnerTemplate, ViewComponent } from "../bindings/binding-scope.ts";
import type { Computed } from "../expression.ts";
import { compileExpression } from "../expression.ts";
import type { Reads } from "../reads.ts";
import { addReads, createReads } from "../reads.ts";
import { primitive } from "../value-type.ts";
import { controllerMissing } from "./messages.ts";
import { findOccurrence } from "./occurrence.ts";

/** Something that a component is given. */
export interface Prop {
  readonly name: string;
  readonly computed: Computed;
  /** What it depends on where the component is used. */
  readonly reads: Reads;
}

/** Prepares what a use gives a component. */
export function compileProps(props: readonly ComponentProp[], scope: BindingScope): Prop[] {
  return props.map(({ name, value }) => {
    const reads = createReads();
    const computed = compileExpression(value, { ...scope, reads });
    addReads(scope.reads, reads);
    return { name, computed, reads };
  });
}

/** What the view of a component sees where it is used like this. */
export function createComponentNames(
  props: readonly Prop[],
  slots: ReadonlyMap<string, InnerTemplate>,
  report: (error: unknown) => void,
): ViewComponent {
  return {
    slot: (name) => slots.get(name),
    compileName(name, { rows, reads }) {
      const at = props.findIndex((prop) => prop.name === name);
      const prop = props[at];
      if (!prop) return { evaluate: () => undefined, type: primitive };
      // A change reaches the component by the names that the use reads, or it comes with all of the row that this is.
      for (const each of prop.reads.names) reads.names.add(each);
      reads.hasRow = true;
      reads.hasIndex ||= prop.reads.hasIndex;
      reads.isVolatile ||= prop.reads.isVolatile;
      const depth = rows.length;
      return { evaluate: (row) => findOccurrence(row, depth)?.item[at], type: prop.computed.type };
    },
    handle: (name) => report(controllerMissing(name)),
  };
}
