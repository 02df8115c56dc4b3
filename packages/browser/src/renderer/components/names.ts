import type { ComponentProp, Expression, View } from "@rune/schema";
import type { BindingScope, InnerTemplate, ViewComponent } from "../bindings/binding-scope.ts";
import type { Computed, Evaluate } from "../expression.ts";
import { compileExpression } from "../expression.ts";
import type { Reads } from "../reads.ts";
import { addReads, createReads } from "../reads.ts";
import type { RenderContext } from "../render-context.ts";
import { Awaited } from "../awaited.ts";
import type { Row } from "../row.ts";
import { plain } from "../value-type.ts";
import type { ComponentController, ControllerTypes } from "./controller.ts";
import { controllerMissing } from "./messages.ts";
import type { Occurrence } from "./occurrence.ts";
import { findOccurrence } from "./occurrence.ts";

/** Something that a component is given. */
export interface Prop {
  readonly name: string;
  readonly computed: Computed;
  /** What it depends on where the component is used. */
  readonly reads: Reads;
}

/** Longest text that is put together for a component. */
const LONGEST = 1_000_000;

/** Prepares what a use gives a component. */
export function compileProps(props: readonly ComponentProp[], scope: BindingScope): Prop[] {
  return props.map(({ name, value }) => {
    const reads = createReads();
    const computed = compileExpression(value, { ...scope, reads });
    addReads(scope.reads, reads);
    return { name, computed: isPath(value) ? computed : { ...computed, evaluate: limit(computed.evaluate) }, reads };
  });
}

/** What a use gives a component now. */
export function readProps(props: readonly Prop[], row: Row | undefined): unknown[] {
  return props.map(({ computed }) => {
    try {
      return computed.evaluate(row);
    } catch (error) {
      // The rest of the component shows, and what reads this waits.
      if (error instanceof Awaited) return error;
      throw error;
    }
  });
}

/** Whether an expression puts nothing together. */
function isPath(value: Expression): boolean {
  return !Array.isArray(value) || ["data", "item", "get", "at"].includes(value[0]);
}

/** Components in themselves could double a text time and again, until nothing can hold it. */
function limit(evaluate: Evaluate): Evaluate {
  return (row) => {
    const value = evaluate(row);
    if (typeof value === "string" && value.length > LONGEST) throw new RangeError("a text gets too long");
    return value;
  };
}

/** What the names of a component's view stand for. */
export interface ComponentNames {
  readonly view: View;
  readonly props: readonly Prop[];
  readonly slots: ReadonlyMap<string, InnerTemplate>;
  /** What the component's controller exports, if it has one. */
  readonly types: ControllerTypes | undefined;
  readonly context: RenderContext;
}

/** What the view of a component sees where it is used like this: variables of its controller before what it is given, as that initialises them. */
export function createComponentNames({
  view: { name: view, initial },
  props,
  slots,
  types,
  context,
}: ComponentNames): ViewComponent {
  const controllerOf = (row: Row | undefined, depth: number): ComponentController | undefined =>
    findOccurrence(row, depth)?.controller;
  /** What only the controller of a component could say is nothing where there is none. */
  function missing(row: Row | undefined, depth: number): undefined {
    if (context.controllers?.has(view) && !controllerOf(row, depth))
      throw new Awaited((action) => void act(row, depth, action));
  }

  /** Does something with the controller of a component, now or when it is there. Returns whether there is or will be one. */
  function act(row: Row | undefined, depth: number, action: (controller: ComponentController) => void): boolean {
    const { controller, waiting } = findOccurrence(row, depth) as Occurrence;
    if (controller) action(controller);
    else waiting.push(action);
    return context.controllers?.has(view) ?? false;
  }
  return {
    slot: (name) => slots.get(name),
    refsOf: (row, depth) => (findOccurrence(row, depth) as Occurrence).refs,
    compileName(name, { rows, reads }) {
      const depth = rows.length;
      reads.hasRow = reads.isFree = true;
      const variable = types?.variable(name);
      if (variable) {
        reads.names.add(types?.changeName(name) as string);
        return { evaluate: (row) => controllerOf(row, depth)?.data.get(name), type: variable };
      }
      const at = props.findIndex((prop) => prop.name === name);
      const prop = props[at];
      if (!prop) {
        const value = initial?.[name];
        const evaluate = (row: Row | undefined): unknown => {
          if (value !== undefined) return value;
          missing(row, depth);
          return controllerOf(row, depth)?.data.get(name);
        };
        return { evaluate, type: plain };
      }
      // A change reaches the component by the names that the use reads, or it comes with all of the row that this is.
      for (const each of prop.reads.names) reads.names.add(each);
      reads.hasIndex ||= prop.reads.hasIndex;
      reads.isVolatile ||= prop.reads.isVolatile;
      const evaluate = (row: Row | undefined): unknown => {
        const value = findOccurrence(row, depth)?.item[at];
        if (value instanceof Awaited) throw value;
        return value;
      };
      return { evaluate, type: prop.computed.type };
    },
    call(name, values, row, depth) {
      missing(row, depth);
      return controllerOf(row, depth)?.call(name, values);
    },
    resultType: (name) => types?.function(name),
    handle(name, values, row, depth) {
      if (!act(row, depth, (controller) => controller.handle(name, values))) context.report(controllerMissing(name));
    },
    assign(name, value, row, depth) {
      // What a component was given is its parent's.
      if (types && !types.variable(name)) return false;
      return act(row, depth, (controller) => controller.enter(name, value));
    },
  };
}
