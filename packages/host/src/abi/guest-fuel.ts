import type { Charge } from "../fuel/charge.ts";
import { FuelMeter } from "../fuel/fuel-meter.ts";
import type { FuelCounter } from "../fuel/fuel-meter.ts";
import type { GuestOptions, StackFrame } from "./abi.ts";
import { FUEL_EXPORT } from "./fuel-names.ts";
import { outOfFuel } from "./messages.ts";
import { readExhausted } from "./read-exhausted.ts";

/** Ticks for what the host does while a module starts, when its counter cannot be reached yet. */
const START_TICKS = 200_000_000;

/** Bounds what a guest does, if its module counts that. */
export class GuestFuel {
  /** Takes ticks off those of the guest; absent where its module does not count them. */
  readonly charge: Charge | undefined;
  /** Number of the function that stops a guest without fuel. */
  readonly #exhausted: number | undefined;
  readonly #options: Pick<GuestOptions, "entry" | "fuel" | "fail">;
  #early = START_TICKS;
  #meter: FuelMeter | undefined;

  constructor(module: WebAssembly.Module, options: Pick<GuestOptions, "entry" | "fuel" | "fail">) {
    this.#options = options;
    this.#exhausted = readExhausted(module);
    const isMetered = WebAssembly.Module.exports(module).some(
      ({ name, kind }) => name === FUEL_EXPORT && kind === "global",
    );
    if (isMetered) this.charge = (ticks) => this.#take(ticks);
  }

  /** Gives what the module exports, once it is there. */
  attach(exports: Readonly<Record<string, unknown>>): void {
    const counter = exports[FUEL_EXPORT];
    if (counter instanceof WebAssembly.Global) this.#meter = new FuelMeter(counter as FuelCounter, this.#options.fuel);
  }

  /** Whether the guest was stopped for want of fuel; `frames` are its functions on the stack of what it threw, if it did. */
  isSpent(frames: readonly StackFrame[] = []): boolean {
    // A module that is only starting has no meter yet; the function that stops it is known.
    if (this.#meter) return this.#meter.isExhausted;
    return this.#exhausted !== undefined && frames[0]?.number === this.#exhausted;
  }

  /** Whether a function is the author's, and none of those that pay. */
  isOwn({ number, name }: StackFrame): boolean {
    return number !== this.#exhausted && !name?.startsWith("pay for ");
  }

  /** To be called after the guest has run. */
  leave(): void {
    this.#meter?.leave();
  }

  #take(ticks: number): void {
    const { entry, fail } = this.#options;
    if (!this.#meter) {
      this.#early -= ticks;
      if (this.#early < 0) throw fail(outOfFuel(entry.file, "(start)", {}, undefined));
    } else if (!this.#meter.take(ticks)) {
      // As its own code would have trapped. Who has called it is told why.
      throw new WebAssembly.RuntimeError("out of fuel");
    }
  }
}
