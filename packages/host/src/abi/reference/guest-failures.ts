import { isRuneError } from "@rune/schema";
import type { StackMapper } from "@rune/schema/source-map";
import { mapErrorStack } from "../../map-error-stack.ts";
import type { Guest, StackFrame } from "../abi.ts";
import type { GuestFuel } from "../guest-fuel.ts";
import { outOfFuel } from "../messages.ts";
import { guestFailed } from "./messages.ts";

/** What is known about a guest whose failures are told. */
export interface GuestFailureOptions {
  file: string;
  /** Makes stacks name the author's files, where the module says how. */
  mapStack: StackMapper | undefined;
  fuel: GuestFuel;
  /** The guest's functions on the stack of an error. */
  readFrames(error: unknown): StackFrame[];
  /** Marks the instance as broken. */
  fail(error: Error): Error;
}

/** What a guest does about its failures. */
export type GuestFailures = Pick<Guest, "checkLimits" | "leave"> & { explain(error: unknown, name: string): Error };

/** Tells what came out of a guest, with the author's place. */
export function createGuestFailures(options: GuestFailureOptions): GuestFailures {
  const { file, fuel, mapStack, readFrames, fail } = options;
  const failures: GuestFailures = {
    /** Makes an error of ours of what was thrown; what has a code already has been told. */
    explain(error, name) {
      const frames = readFrames(error);
      const own = frames.filter((each) => fuel.isOwn(each));
      const source = mapErrorStack(error, mapStack);
      const place = {
        source,
        function: source ? source.function : own[0]?.name,
        offsets: own.map(({ offset }) => offset),
      };
      if (fuel.meter.lack) return fail(outOfFuel(file, name, place, error, fuel.meter.lack));
      return isRuneError(error) ? error : guestFailed(file, name, place, error);
    },
    /** Engines have no limit for objects; what is allocated is counted in the module. A guest can have run out without having trapped last. */
    checkLimits(name) {
      if (fuel.meter.lack) throw failures.explain(undefined, name);
    },
    leave: () => fuel.meter.leave(),
  };
  return failures;
}
