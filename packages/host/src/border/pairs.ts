import type { ObjectCodec, Pair } from "./border-codec.ts";

/**
 * Which objects of JavaScript and of the module belong together. An object of the module is one object of JavaScript; that may be several objects of
 * the module, one for each type that it was given as and that does not accept the others.
 */
export class Pairs {
  #byReference = new WeakMap<object, Pair>();
  #byValue = new WeakMap<object, Pair>();
  /** Counts crossings: at each, every pair is looked at once. */
  #crossing = 1;
  /** Pairs that the call which has ended last has met. */
  ended: readonly Pair[] = [];
  /** Pairs that the call which is being prepared has met. */
  #met: Pair[] = [];

  /** The pair of an object of the module. */
  ofReference(reference: object): Pair | undefined {
    return this.#byReference.get(reference);
  }

  /** The first pair of an object of JavaScript. */
  ofValue(value: object): Pair | undefined {
    return this.#byValue.get(value);
  }

  /** Notes that two objects belong together. */
  link(value: object, reference: object, codec: ObjectCodec, snapshot: unknown): Pair {
    const crossing = this.#crossing;
    const next = this.#byValue.get(value);
    const pair: Pair = {
      value,
      reference,
      codec,
      snapshot,
      made: false,
      pushed: crossing,
      pulled: crossing,
      next,
    };
    this.#byValue.set(value, pair);
    this.#byReference.set(reference, pair);
    return pair;
  }

  /** Notes which object of JavaScript a reference of the module stands for, but not the other way round. */
  refer(value: object, reference: object, codec: ObjectCodec): void {
    const crossing = this.#crossing;
    const pair = { value, reference, codec, snapshot: undefined, made: true, pushed: crossing, pulled: crossing };
    this.#byReference.set(reference, { ...pair, next: undefined });
  }

  /** Notes that a call is given an object, so that what the module does to it is brought back. */
  meet(pair: Pair): void {
    this.#met.push(pair);
  }

  /** Brings what JavaScript has done to an object to the module, once a crossing. */
  push(pair: Pair): void {
    if (pair.pushed === this.#crossing) return;
    pair.pushed = this.#crossing;
    this.#met.push(pair);
    pair.codec.push(pair);
  }

  /** Brings what JavaScript has done to a value, if it belongs to objects of the module. */
  pushValue(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    for (let pair = this.#byValue.get(value); pair; pair = pair.next) this.push(pair);
  }

  /** Brings what JavaScript has done to what it has of an object of the module. */
  pushReference(reference: object): void {
    const pair = this.#byReference.get(reference);
    if (pair?.snapshot !== undefined) this.push(pair);
  }

  /** Brings what the module has done to an object to JavaScript, once a crossing. */
  pull(pair: Pair): void {
    if (pair.pulled === this.#crossing) return;
    pair.pulled = this.#crossing;
    pair.codec.pull(pair);
  }

  /** Starts to prepare a call; gives what the call around it has met. */
  enter(): Pair[] {
    this.#crossing++;
    const outer = this.#met;
    this.#met = [];
    return outer;
  }

  /** The call is prepared: gives what it has met. */
  prepared(outer: Pair[]): Pair[] {
    const met = this.#met;
    this.#met = outer;
    return met;
  }

  /** The call has ended: brings back what it has done to what it was given. */
  leave(met: readonly Pair[]): void {
    this.#crossing++;
    this.ended = met;
    for (const pair of met) this.pull(pair);
  }
}
