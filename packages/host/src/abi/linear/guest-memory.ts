import type { ModuleEntry } from "@rune/schema";
import type { Charge } from "../../fuel/charge.ts";
import { memoryLimitExceeded, memoryUnreachable, pointerInvalid, textInvalid } from "./messages.ts";

const PAGE = 65_536;
/** Pages of a module whose manifest names no limit: 64 MiB. */
const DEFAULT_PAGES = 1024;
/** Most pages of a module that is not trusted, whatever its manifest says: 256 MiB. */
const MOST_PAGES = 4096;

/** Pages of memory that the manifest lets a module have. */
export function pageLimit({ limits }: ModuleEntry): number {
  return limits.memory_pages ?? DEFAULT_PAGES;
}

/** Pages of memory that a module may have which is not trusted. */
export function untrustedPageLimit(entry: ModuleEntry): number {
  return Math.min(pageLimit(entry), MOST_PAGES);
}

/**
 * The linear memory of one guest. Every access checks pointer and length against the memory as it is at that moment: it may
 * have grown since, which detaches earlier views. `where` names the import or export for the error.
 */
export class GuestMemory {
  readonly #decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  readonly #file: string;
  readonly #limit: number;
  readonly #fail: (error: Error) => Error;
  readonly #charge: Charge | undefined;
  #memory: WebAssembly.Memory | undefined;
  #bytes = new Uint8Array();

  /** `fail` marks the instance as broken; `charge` takes what the host's reading and writing costs, a tick a byte. */
  constructor(entry: ModuleEntry, fail: (error: Error) => Error, charge?: Charge) {
    this.#file = entry.file;
    this.#limit = pageLimit(entry);
    this.#fail = fail;
    this.#charge = charge;
  }

  /** Gives the memory that the module exports, once it is there. */
  attach(memory: WebAssembly.Memory | undefined): void {
    this.#memory = memory;
    this.checkLimit();
  }

  /** Throws, and breaks the instance, when the memory is larger than it may be. */
  checkLimit(): void {
    const pages = (this.#memory?.buffer.byteLength ?? 0) / PAGE;
    if (pages > this.#limit) throw this.#fail(memoryLimitExceeded(this.#file, pages, this.#limit));
  }

  /** A view of a stretch of memory, valid until the guest runs again. Pointer and length are wasm's `i32`. */
  view(where: string, pointer: unknown, length: unknown): Uint8Array {
    const bytes = this.#current(where);
    // An `i32` arrives signed; what is no `i32` becomes NaN and is refused with the rest.
    const start = typeof pointer === "number" ? pointer >>> 0 : Number.NaN;
    const size = typeof length === "number" ? length >>> 0 : Number.NaN;
    if (!(start + size <= bytes.length)) throw this.#fail(pointerInvalid(where, start, size, bytes.length));
    // Before anything is done with it: a guest that has used up its fuel, and caught that, gets no more done.
    this.#charge?.(size);
    return bytes.subarray(start, start + size);
  }

  /** A copy of a stretch of memory. */
  copy(where: string, pointer: unknown, length: unknown): Uint8Array {
    return this.view(where, pointer, length).slice();
  }

  /** The text whose UTF-8 lies at a stretch of memory. */
  text(where: string, pointer: unknown, length: unknown): string {
    const bytes = this.view(where, pointer, length);
    try {
      return this.#decoder.decode(bytes);
    } catch {
      throw textInvalid(where, bytes.byteOffset, bytes.length);
    }
  }

  /** Writes bytes into memory. */
  write(where: string, pointer: unknown, bytes: Uint8Array): void {
    this.view(where, pointer, bytes.length).set(bytes);
  }

  #current(where: string): Uint8Array {
    if (!this.#memory) throw memoryUnreachable(where);
    const { buffer } = this.#memory;
    if (this.#bytes.buffer !== buffer) {
      this.checkLimit();
      this.#bytes = new Uint8Array(buffer);
    }
    return this.#bytes;
  }
}
