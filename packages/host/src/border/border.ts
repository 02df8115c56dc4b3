import type { BorderCall, BorderPlace, BorderTypeBase, BorderTypeDescription, ModuleInterface } from "@rune/schema";
import type { StackMapper } from "@rune/schema/source-map";
import type { Charge } from "../fuel/charge.ts";
import type { BorderCodec } from "./border-codec.ts";
import { ClassTable } from "./class-table.ts";
import type { LibraryCodecs } from "./library/index.ts";
import { createCodec } from "./codecs.ts";
import { Pairs } from "./pairs.ts";
import type { Decoder, Encoder } from "./slots.ts";
import { createDecoder, createEncoder } from "./slots.ts";

/** What the host does for one value that crosses: it converts it, keeps it and what belongs to it. */
const CROSSING_TICKS = 200;

/** A function of the module. */
export type Call = (...values: unknown[]) => unknown;

/** A value that the module exports as a constant. */
interface ExportedGlobal {
  readonly value: unknown;
}

/** What is known of one instance of a module: its exports, how types cross, and which objects of both sides belong together. */
export class Border {
  readonly description: ModuleInterface;
  /** Makes stacks name the author's files. */
  readonly mapStack: StackMapper | undefined;
  readonly pairs: Pairs = new Pairs();
  readonly classes: ClassTable = new ClassTable(this);
  /** Hears of every time that the module has run. */
  onRun: (() => void) | undefined;
  /** Hears who wants to know of an object that has changed. */
  onChanged: ((owner: object) => void) | undefined;
  /** Takes what the host does with each value off what the module may do, where that is bounded. */
  charge: Charge | undefined;
  /** How objects of JavaScript's library cross; absent where the interface has none. */
  library: LibraryCodecs | undefined;
  #exports: Record<string, unknown> = {};
  #codecs: BorderCodec[] = [];

  constructor(description: ModuleInterface, mapStack?: StackMapper) {
    this.description = description;
    this.mapStack = mapStack;
  }

  /** Takes the exports of the instance; before that nothing can cross. */
  open(exports: Record<string, unknown>): void {
    this.#exports = exports;
  }

  /** A function that the module exports. */
  call(name: string): Call {
    const callee = this.#exports[name] as Call;
    const { charge } = this;
    if (!charge || typeof callee !== "function") return callee;
    return (...values) => {
      charge(CROSSING_TICKS);
      return callee(...values);
    };
  }

  /** The value of a constant that the module exports. */
  constant(name: string | undefined): unknown {
    return name === undefined ? undefined : (this.#exports[name] as ExportedGlobal).value;
  }

  /** The tag, or other export, with a name. */
  exported(name: string): unknown {
    return this.#exports[name];
  }

  type(index: number): BorderTypeDescription & BorderTypeBase {
    return this.description.types[index]!;
  }

  /** How values of a type cross. Codecs of types that refer to each other find each other when they are first used. */
  codec(index: number): BorderCodec {
    return (this.#codecs[index] ??= createCodec(this, index));
  }

  encoder(place: BorderPlace): Encoder {
    return createEncoder(this, this.codec(place[0]), place[1]);
  }

  decoder(place: BorderPlace | undefined): Decoder {
    return place ? createDecoder(this, this.codec(place[0]), place[1]) : () => undefined;
  }

  /** Reads an array of the module that JavaScript has no object for. */
  listReader(index: number): (reference: unknown) => unknown[] {
    const length = this.raw(index, "length");
    const get = this.raw(index, "get");
    const decode = this.decoder(this.operation(index, "get")!.result);
    return (reference) => Array.from({ length: length(reference) as number }, (_, at) => decode(get(reference, at)));
  }

  /** An operation on objects of a type, if there is one. */
  operation(index: number, name: string): BorderCall | undefined {
    return this.type(index).operations?.[name];
  }

  /** An operation that must be there, as the function that the module exports. */
  raw(index: number, name: string): Call {
    const operation = this.operation(index, name);
    if (!operation) throw new Error(`type ${index} of the module has no operation ${name}`);
    return this.call(operation.name);
  }
}
