import { isRuneError } from "@rune/schema";
import type { StackMapper } from "@rune/schema/source-map";
import type { FuelMeter } from "../../fuel/fuel-meter.ts";
import { mapErrorStack } from "../../map-error-stack.ts";
import type { Guest, StackFrame } from "../abi.ts";
import { guestFailed, outOfFuel } from "./messages.ts";

/** What is known about a guest whose failures are told. */
export interface GuestFailureOptions {
  file: string;
  /** Makes stacks name the author's files, where the module says how. */
  mapStack: StackMapper | undefined;
  /** Number of the function that stops a guest without fuel. */
  exhausted: number | undefined;
  /** The guest's functions on the stack of an error. */
  readFrames(error: unknown): StackFrame[];
  /** Marks the instance as broken. */
  fail(error: Error): Error;
}

/** What a guest does about its failures. */
export type GuestFailures = Required<Pick<Guest, "explain" | "checkLimits" | "leave">> & {
  /** Bounds what the guest does, once it has started and if it counts that. */
  meter: FuelMeter | undefined;
};

/** Tells what came out of a guest, with the author's place. */
export function createGuestFailures(options: GuestFailureOptions): GuestFailures {
  const { file, exhausted, mapStack, readFrames, fail } = options;
  const failures: GuestFailures = {
    meter: undefined,
    /** Makes an error of ours of what was thrown; what has a code already has been told. */
    explain(error, name) {
      const frames = readFrames(error);
      const own = frames.filter((each) => each.number !== exhausted && !each.name?.startsWith("pay for "));
      const source = mapErrorStack(error, mapStack);
      const place = {
        source,
        function: source ? source.function : own[0]?.name,
        offsets: own.map(({ offset }) => offset),
      };
      // A module that is only starting has no meter yet; the function that stops it is known.
      const { meter } = failures;
      if (meter ? meter.isExhausted : exhausted !== undefined && frames[0]?.number === exhausted) {
        return fail(outOfFuel(file, name, place, error));
      }
      return isRuneError(error) ? error : guestFailed(file, name, place, error);
    },
    /** Engines have no limit for objects; what is allocated is counted in the module. A guest can have run out without having trapped last. */
    checkLimits(name) {
      if (failures.meter?.isExhausted) throw failures.explain(undefined, name);
    },
    leave: () => failures.meter?.leave(),
  };
  return failures;
}
