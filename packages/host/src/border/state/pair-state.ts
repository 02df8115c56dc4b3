import type { GuestState, StateMember, StateType } from "./state-type.ts";
import { primitiveState } from "./state-type.ts";

type PairOf = readonly [key: unknown, value: unknown];

/** Pairs of a key and a value: arrays of JavaScript's, with what the module holds in them. */
export function createPairState(key: StateType, value: StateType): GuestState {
  const members: Readonly<Record<string, StateMember>> = {
    0: { type: key, isComputed: false, read: (pair) => (pair as PairOf)[0] },
    1: { type: value, isComputed: false, read: (pair) => (pair as PairOf)[1] },
    length: { type: primitiveState, isComputed: false, read: () => 2 },
  };
  return {
    kind: "guest",
    member: (name) => (Object.hasOwn(members, name) ? members[name] : undefined),
    entry: undefined,
    list: undefined,
    // They are made anew each time, and never change.
    watch: () => undefined,
    toHost(pair) {
      const [first, second] = pair as PairOf;
      return [toHost(key, first), toHost(value, second)];
    },
  };
}

/** A value of a type as JavaScript has it. */
export function toHost(type: StateType, value: unknown): unknown {
  return type.kind === "guest" && typeof value === "object" && value !== null ? type.toHost(value) : value;
}
