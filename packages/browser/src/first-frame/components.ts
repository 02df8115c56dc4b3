import type { ComponentBinding, SlotBinding, View } from "@rune/schema";
import type { Row } from "../renderer/row.ts";
import { plain } from "../renderer/value-type.ts";
import type { ComponentScope } from "../renderer/expression.ts";
import type { BegunController } from "./begin-controllers.ts";
import { UNKNOWN } from "./evaluator.ts";
import type { FramePart, FrameScope } from "./frame.ts";
import { FrameTooLong } from "./frame.ts";

/** One component of a frame: the outermost row of its view. */
interface FrameOccurrence extends Row {
  /** What it is given, by name. */
  item: ReadonlyMap<string, unknown>;
  readonly use: { readonly scope: FrameScope; readonly binding: ComponentBinding };
  /** What its controller begins with, where it has one of which that is known. */
  readonly begun: BegunController | undefined;
}

/** Deepest nesting: of what nests deeper, no first frame shows the end. */
const MAX_DEPTH = 100;

const scopes = new WeakMap<FramePart, Map<string, ComponentScope>>();

/** Where the view of a component stands. */
export function enterComponent(binding: ComponentBinding, scope: FrameScope): FrameScope {
  const { part, row } = scope;
  const around = scope.component ? findOccurrence(row, scope.depth) : undefined;
  const index = around ? around.index + 1 : 0;
  if (index > MAX_DEPTH) throw new FrameTooLong();
  const view = part.source.view(binding.view);
  const item = new Map(
    (binding.props ?? []).map(({ name, value }) => [name, part.evaluator.evaluate(value, scope)] as const),
  );
  const begun = [...item.values()].includes(UNKNOWN) ? undefined : part.source.begin(binding.view, item);
  const occurrence: FrameOccurrence = { parent: row, item, index, use: { scope, binding }, begun };
  return { part, view, component: scopeOf(part, view), row: occurrence, depth: 0 };
}

/** What a slot shows: a template, and where that stands. */
export function findSlot({ name, fallback }: SlotBinding, scope: FrameScope): [number, FrameScope] | undefined {
  const occurrence = scope.component && findOccurrence(scope.row, scope.depth);
  const given = occurrence?.use.binding.slots?.find((slot) => slot.name === name);
  if (given && occurrence) return [given.template, occurrence.use.scope];
  return fallback === undefined ? undefined : [fallback, scope];
}

/** The names of a component's view. What it is given comes before what its controller begins with, as it initialises that. */
function scopeOf(part: FramePart, { name: view, initial = {} }: View): ComponentScope {
  const known = scopes.get(part) ?? new Map<string, ComponentScope>();
  scopes.set(part, known);
  const found = known.get(view);
  if (found) return found;
  const { evaluator, source } = part;
  const hasController = source.manifest.views.find(({ name }) => name === view)?.factory !== undefined;
  const made: ComponentScope = {
    compileName: (name, { rows }) => ({
      type: plain,
      evaluate(row) {
        const { begun, item } = findOccurrence(row, rows.length) as FrameOccurrence;
        if (begun?.values.has(name)) return begun.values.get(name);
        if (item.has(name)) return orMiss(item.get(name), evaluator.miss);
        if (Object.hasOwn(initial, name)) return initial[name];
        return hasController ? evaluator.miss() : undefined;
      },
    }),
    call(name, values, row, depth) {
      const begun = findOccurrence(row, depth)?.begun;
      try {
        return begun ? begun.call(name, values) : evaluator.miss();
      } catch {
        return evaluator.miss();
      }
    },
    resultType: () => undefined,
    handle: () => {},
    assign: () => false,
  };
  known.set(view, made);
  return made;
}

function orMiss(value: unknown, miss: () => undefined): unknown {
  return value === UNKNOWN ? miss() : value;
}

function findOccurrence(row: Row | undefined, depth: number): FrameOccurrence | undefined {
  let found = row;
  for (let i = depth; i > 0; i--) found = found?.parent;
  return found as FrameOccurrence | undefined;
}
