import type { BorderCall, BorderPlace } from "@rune/schema";
import type { Border, Call } from "../border.ts";
import type { Decoder } from "../slots.ts";
import { primitiveState } from "./state-type.ts";
import type { GuestState, HostState, StateType } from "./state-type.ts";
import { createGuestState } from "./guest-state.ts";
import { isStructured } from "./view-state.ts";

/** Where values are read: of which type they are, and what makes them of what the module holds. */
export interface StatePlace {
  readonly type: StateType;
  /** Absent where the module holds values as they are. */
  readonly decode: Decoder | undefined;
}

const primitives: ReadonlySet<string> = new Set([
  "undefined",
  "null",
  "boolean",
  "number",
  "string",
  "bigint",
  "symbol",
]);

/** The types and places of one module as its state is read. */
export class StatePlaces {
  readonly border: Border;
  /** Of values that are read as JavaScript has them. */
  readonly host: HostState = { kind: "host", push: (value) => this.#push(value) };
  #types: (StateType | undefined)[] = [];

  constructor(border: Border) {
    this.border = border;
  }

  /** The type with an index. */
  type(index: number): StateType {
    return (this.#types[index] ??= this.#create(index));
  }

  #create(index: number): StateType {
    const { type, views = [], host } = this.border.type(index);
    if (primitives.has(type)) return primitiveState;
    if (host || type === "any" || type === "opaque") return this.host;
    // Of what never leaves the module nothing is ever read.
    if (views.length === 0) return primitiveState;
    return views.some((view) => isStructured(this.border, view)) ? createGuestState(this, index, views) : this.host;
  }

  /** A place that holds values. */
  place(place: BorderPlace | undefined): StatePlace {
    if (!place) return { type: primitiveState, decode: () => undefined };
    const type = this.type(place[0]);
    if (type.kind === "guest") return { type, decode: this.#decoder(place, type) };
    const decode = this.border.decoder(place);
    if (type.kind === "host") return { type, decode: this.#fresh(decode) };
    return { type, decode: place[1] === "number" || place[1] === "value" || place[1] === "null" ? undefined : decode };
  }

  /** What an operation without arguments gives, read of an object. */
  reader({ name, result }: BorderCall): { type: StateType; read: (reference: object) => unknown } {
    // What each reading costs is little, and the module pays for its own part of it.
    const call = this.border.exported(name) as Call;
    const { type, decode } = this.place(result);
    return { type, read: decode ? (reference) => decode(call(reference)) : call };
  }

  #push(value: object): void {
    const { pairs } = this.border;
    const outer = pairs.enter();
    try {
      pairs.pushValue(value);
    } finally {
      pairs.leave(pairs.prepared(outer));
      this.border.onRun?.();
    }
  }

  /** Objects that JavaScript has already are brought up to date, too. */
  #fresh(decode: Decoder): Decoder {
    const { pairs } = this.border;
    return (held) => {
      pairs.leave([]);
      return decode(held);
    };
  }

  /** References stay what they are, but for those of numbers. */
  #decoder([index, slot]: BorderPlace, type: GuestState): Decoder | undefined {
    if (slot === "undefined") return (held) => held ?? undefined;
    if (slot !== "any") return undefined;
    const { border } = this;
    const { any } = border.description;
    const yes = border.constant(any.true);
    const no = border.constant(any.false);
    const nothing = border.constant(any.null);
    const { test } = border.type(index);
    const classify = test === undefined ? undefined : (border.exported(test) as (reference: object) => number);
    return (held) => {
      if (held === null) return undefined;
      if (typeof held !== "object") return held;
      if (held === yes) return true;
      if (held === no) return false;
      if (held === nothing) return null;
      return classify?.(held) === -2 ? type.toHost(held) : held;
    };
  }
}
