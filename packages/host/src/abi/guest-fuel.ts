import type { Charge } from "../fuel/charge.ts";
import { FuelMeter } from "../fuel/fuel-meter.ts";
import type { FuelCounter } from "../fuel/fuel-meter.ts";
import type { GuestOptions, StackFrame } from "./abi.ts";
import { FUEL_EXPORT } from "./fuel-names.ts";
import { readExhausted } from "./read-exhausted.ts";

/** Bounds what a guest does, if its module counts that. */
export class GuestFuel {
  /** Takes ticks off those of the guest; absent where its module does not count them. */
  readonly charge: Charge | undefined;
  readonly meter: FuelMeter;
  /** Number of the function that stops a guest without fuel. */
  readonly #exhausted: number | undefined;

  constructor(module: WebAssembly.Module, { fuel }: Pick<GuestOptions, "fuel">) {
    this.#exhausted = readExhausted(module);
    this.meter = new FuelMeter(fuel);
    const isMetered = WebAssembly.Module.exports(module).some(
      ({ name, kind }) => name === FUEL_EXPORT && kind === "global",
    );
    if (!isMetered) return;
    this.charge = (ticks) => {
      // As its own code would have trapped. Who has called it is told why.
      if (!this.meter.take(ticks)) throw new WebAssembly.RuntimeError("out of fuel");
    };
  }

  /** What its module imports to ask for more. */
  get imports(): Record<string, unknown> {
    return { refuel: (owed: number, left: number) => this.meter.refuel(owed, left) };
  }

  /** Gives what the module exports, once it is there. */
  attach(exports: Readonly<Record<string, unknown>>): void {
    const counter = exports[FUEL_EXPORT];
    if (counter instanceof WebAssembly.Global) this.meter.attach(counter as FuelCounter);
  }

  /** Whether a function is the author's, and none of those that pay. */
  isOwn({ number, name }: StackFrame): boolean {
    return number !== this.#exhausted && !name?.startsWith("pay for ");
  }
}
