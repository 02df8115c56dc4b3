import type { ObjectCodec, Pair } from "./border-codec.ts";
import type { Stamps } from "./stamp.ts";
import { createStamps } from "./stamp.ts";

/**
 * Which objects of JavaScript and of the module belong together. An object of the module is one object of JavaScript; that may be several objects of
 * the module, one for each type that it was given as and that does not accept the others.
 */
export class Pairs {
  #byReference = new WeakMap<object, Pair>();
  /** Objects of JavaScript that the border has not made: they may live much longer than the module. */
  #byValue = new WeakMap<object, Pair>();
  /** Objects of JavaScript that the border has made. */
  #shown: Stamps<Pair> = createStamps<Pair>();
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
    return this.#shown.get(value) ?? this.#byValue.get(value);
  }

  /** Notes which object the module has of one of JavaScript's. If it `stays` in the module, it need not be known again. */
  link(value: object, reference: object, codec: ObjectCodec, snapshot: unknown, stays: boolean = false): Pair {
    const pair = this.#create(value, reference, codec, snapshot, this.ofValue(value));
    if (!this.#shown.change(value, pair)) this.#byValue.set(value, pair);
    if (!stays) this.#byReference.set(reference, pair);
    return pair;
  }

  /** Notes for which object of the module one of JavaScript was made. */
  show(value: object, reference: object, codec: ObjectCodec, snapshot: unknown): Pair {
    const pair = this.#create(value, reference, codec, snapshot, undefined);
    this.#shown.put(value, pair);
    this.#byReference.set(reference, pair);
    return pair;
  }

  #create(value: object, reference: object, codec: ObjectCodec, snapshot: unknown, next: Pair | undefined): Pair {
    const crossing = this.#crossing;
    return { value, reference, codec, snapshot, made: false, pushed: crossing, pulled: crossing, next };
  }

  /** Notes which object of JavaScript a reference of the module stands for, but not the other way round. */
  refer(value: object, reference: object, codec: ObjectCodec): void {
    const pair = this.#create(value, reference, codec, undefined, undefined);
    pair.made = true;
    this.#byReference.set(reference, pair);
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
    for (let pair = this.ofValue(value); pair; pair = pair.next) this.push(pair);
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
