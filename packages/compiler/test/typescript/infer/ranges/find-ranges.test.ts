// Values wander at random through a random graph of places, operations and loops: wherever one gets, the place's range holds it.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findRanges } from "../../../../src/typescript/infer/ranges/find-ranges.ts";
import type { Relation } from "../../../../src/typescript/infer/ranges/loop-step.ts";
import type { Range } from "../../../../src/typescript/infer/ranges/range.ts";
import { COUNTED } from "../../../../src/typescript/infer/ranges/range.ts";
import { Solver } from "../../../../src/typescript/infer/solver.ts";
import type { FlowNode } from "../../../../src/typescript/infer/values/flow-node.ts";
import { createNode } from "../../../../src/typescript/infer/values/flow-node.ts";
import { NUMBER } from "../../../../src/typescript/infer/values/kinds.ts";
import { CALCULATIONS } from "./calculations.ts";
import { EDGES, holds } from "./random-range.ts";

const PLACES = 8;
const VISITS = 400;

const place = fc.nat(PLACES - 1);
const constant = fc.oneof(fc.constantFrom(...EDGES, -0, 0.5, -1.5, Number.NaN), fc.integer({ min: -3, max: 70 }));

const holdsRelation: Readonly<Record<Relation, (a: number, b: number) => boolean>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** One way by which numbers get to a place: `move` gives what would come, of the numbers that are in all places, or nothing. */
interface Way {
  to: number;
  /** For who reads of a failure. */
  text: string;
  note(solver: Solver, nodes: readonly FlowNode[]): void;
  move(pick: (from: number) => number | undefined): number | undefined;
}

const ways: fc.Arbitrary<Way> = fc.oneof(
  fc.record({ to: place, value: constant }).map(({ to, value }): Way => ({
    to,
    text: `${to} = ${Object.is(value, -0) ? "-0" : value}`,
    note: (solver, nodes) => solver.addKinds(nodes[to]!, NUMBER, { type: "constant", value }),
    move: () => value,
  })),
  fc.record({ to: place, from: place }).map(({ to, from }): Way => ({
    to,
    text: `${to} = place ${from}`,
    note: (solver, nodes) => solver.connect(nodes[from]!, nodes[to]!),
    move: (pick) => pick(from),
  })),
  fc
    .record({ to: place, a: place, b: place, name: fc.constantFrom(...Object.keys(CALCULATIONS)) })
    .map(({ to, a, b, name }): Way => ({
      to,
      text: `${to} = place ${a} ${name} place ${b}`,
      note: (solver, nodes) =>
        solver.addKinds(nodes[to]!, NUMBER, {
          type: "operation",
          name,
          // Operators and functions of one operand are given one.
          operands: [nodes[a]!, nodes[b]!].slice(0, CALCULATIONS[name]!.length),
        }),
      move: (pick) => {
        const [left, right] = [pick(a), pick(b)];
        return left === undefined || right === undefined ? undefined : CALCULATIONS[name]!(left, right);
      },
    })),
  fc
    .record({
      variable: place,
      step: fc.constantFrom(1, 2, 0.5),
      bound: place,
      relation: fc.constantFrom(...relations()),
    })
    .map(({ variable, step, bound, relation }): Way => {
      const moved = relation.startsWith("<") ? step : -step;
      return {
        to: variable,
        text: `${variable} moves by ${moved} while ${relation} place ${bound}`,
        note: (solver, nodes) => {
          const stepNode = createNode();
          solver.addKinds(stepNode, NUMBER, { type: "constant", value: moved });
          const operands = [nodes[variable]!, stepNode, nodes[bound]!] as const;
          solver.addKinds(nodes[variable]!, NUMBER, { type: "step", relation, operands });
        },
        move: (pick) => {
          const [value, limit] = [pick(variable), pick(bound)];
          if (value === undefined || limit === undefined || !holdsRelation[relation](value, limit)) return undefined;
          return value + moved;
        },
      };
    }),
);

function relations(): Relation[] {
  return ["<", "<=", ">", ">="];
}

test("no number leaves the ranges", () => {
  fc.assert(
    fc.property(
      fc.array(ways, { minLength: 3, maxLength: 14 }),
      fc.array(fc.nat(), { minLength: VISITS, maxLength: VISITS }),
      (all, choices) => {
        const nodes = Array.from({ length: PLACES }, createNode);
        const solver = new Solver(() => {});
        for (const way of all) way.note(solver, nodes);
        solver.solve();
        const ranges = findRanges(solver.numberNodes);
        const reached = nodes.map((): number[] => []);
        const outside: { value: number; range: Range | undefined; to: number }[] = [];
        for (const [index, choice] of choices.entries()) {
          const way = all[choice % all.length]!;
          const value = way.move((from) => reached[from]!.at(-1 - ((choice + index) % 5)) ?? reached[from]!.at(-1));
          if (value === undefined || Math.abs(value) === COUNTED) continue;
          reached[way.to]!.push(value);
          const range = ranges.get(nodes[way.to]!);
          if (!range || !holds(range, value)) outside.push({ value, range, to: way.to });
        }
        expect(outside).toEqual([]);
      },
    ),
    { numRuns: 1000 },
  );
});
