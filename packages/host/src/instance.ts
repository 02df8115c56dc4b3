import type { ModuleEntry, ModuleExport } from "@rune/schema";
import type { StateReader } from "./border/index.ts";

/** Whether an instance takes calls. */
export type InstanceState = "running" | "stopped";

/** What is called, read and assigned of a guest: what its module exports, or a controller that it has made. */
export interface InstanceExports {
  readonly state: InstanceState;
  /** The functions that it declares. */
  readonly exports: readonly ModuleExport[];
  /** Whether it declares a function of this name. */
  has(name: string): boolean;
  /**
   * Calls a function. The arguments are checked and converted by its declared parameters before anything runs. Gives the
   * result, or a promise of it where the instance `suspends`; such calls run one after another, in the order in which they were
   * made.
   *
   * A host function may call back while the guest runs, up to 32 calls deep. After a trap the instance can still be called
   * (its own state may be half changed); after a bad pointer or memory over its limit it is stopped.
   * @throws RuneError, or rejects with one.
   */
  call(name: string, args?: readonly unknown[]): unknown;
  /** Names of the variables that it exports. */
  readonly variables: readonly string[];
  /**
   * The value of an exported variable. An object is the same each time, brought up to date.
   * @throws RuneError
   */
  read(name: string): unknown;
  /**
   * Assigns an exported variable.
   * @throws RuneError, also where the module does not let it be assigned.
   */
  assign(name: string, value: unknown): void;
  /** Reads what it exports without converting it, within `inspect`; absent where the ABI has no references, or the guest was dropped. */
  readonly reader: StateReader | undefined;
  /**
   * Runs what reads the state of the module, or calls functions of it through `reader`: bounded as a call of an export of this name is.
   * @throws RuneError
   */
  inspect<T>(name: string, action: () => T): T;
}

/** A running guest. */
export interface Instance extends InstanceExports {
  /** What the manifest says about the module. */
  readonly entry: ModuleEntry;
  /** Name of the export that runs at this moment, the innermost of nested calls. */
  readonly running: string | undefined;
  /**
   * What the export belongs to that runs at this moment: the instance itself, or a controller of its. A job of the guest, such as what follows
   * an `await`, belongs to what has begun it.
   */
  readonly caller: InstanceExports | undefined;
  /** Calls a function of the module, as `call` does, for one of its controllers. */
  callFor(caller: InstanceExports, name: string, args?: readonly unknown[]): unknown;
  /** Whether calls give promises, because the module imports functions that suspend it. */
  readonly suspends: boolean;
  /**
   * Makes the controller that an export of this name makes. What is not held any more of it is gone.
   * @throws RuneError
   */
  controller(name: string): InstanceExports;
  /** Drops the guest. A call that is under way ends at its next host function; later calls fail. */
  stop(): void;
}
