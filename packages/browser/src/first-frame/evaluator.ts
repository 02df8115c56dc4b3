import type { Expression } from "@rune/schema";
import type { ComponentScope, Computed, ExpressionContext } from "../renderer/expression.ts";
import { compileExpression } from "../renderer/expression.ts";
import { createReads } from "../renderer/reads.ts";
import type { Row, RowScope } from "../renderer/row.ts";
import type { BegunController } from "./begin-controllers.ts";
import { plain } from "../renderer/value-type.ts";

/** Stands for a value that depends on what only a running controller could say. */
export const UNKNOWN: unique symbol = Symbol("unknown");

/** Where an expression of a frame stands. */
export interface FramePlace {
  /** What the names of its view are, where that is a component's. */
  readonly component: ComponentScope | undefined;
  readonly row: Row | undefined;
  /** How many rows of its view are around it. */
  readonly depth: number;
}

/** Computes expressions of one page without its controller. */
export interface Evaluator {
  /** The value, or `UNKNOWN`. */
  evaluate(expression: Expression, place: FramePlace): unknown;
  /** Notes that what is being computed is not known. */
  miss(): undefined;
}

/** What is known of the controller of a page: `undefined` where that has none. */
export interface FrameController {
  /** What it begins with, if anything is known of that. */
  readonly begun: BegunController | undefined;
}

/** What a page is made of. */
export interface FrameContent {
  readonly data: ReadonlyMap<string, unknown>;
  /** Absent where the page has none. */
  readonly controller?: FrameController | undefined;
  /** How often modules have asked for what only their host could give. */
  asked(): number;
}

/** The names of a page. Those that are not in its data are what its controller says, where it has one. */
export function createEvaluator({ data, controller, asked }: FrameContent): Evaluator {
  const begun = controller?.begun;
  let isMissing = false;
  const compiled = new Map<unknown, Map<Expression, Computed>>();
  const rows: RowScope[] = [];
  const miss = (): undefined => void (isMissing = true);
  const known = new Map([...data, ...(begun?.values ?? [])]);
  const context: ExpressionContext = {
    data: known,
    missing: (name) => (controller && !known.has(name) ? miss() : undefined),
    call(name, values) {
      try {
        return begun ? begun.call(name, values) : miss();
      } catch {
        return miss();
      }
    },
  };

  function compile(expression: Expression, { component, depth }: FramePlace): Computed {
    const computed = compiled.get(component) ?? new Map<Expression, Computed>();
    compiled.set(component, computed);
    const found = computed.get(expression);
    if (found) return found;
    while (rows.length < depth) rows.push({ type: plain, names: new Set() });
    const made = compileExpression(expression, {
      context,
      component,
      rows: rows.slice(0, depth),
      reads: createReads(),
    });
    // A literal says nothing of where it stands.
    if (typeof expression === "object") computed.set(expression, made);
    return made;
  }

  return {
    miss,
    evaluate(expression, place) {
      isMissing = false;
      const before = asked();
      try {
        const value = compile(expression, place).evaluate(place.row);
        // A getter may have gone on without what it asked for.
        return isMissing || asked() !== before ? UNKNOWN : value;
      } catch {
        // A getter of the controller's has failed. It does in the page again, which says so.
        return UNKNOWN;
      }
    },
  };
}
