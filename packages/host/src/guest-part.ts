import type { ModuleExport } from "@rune/schema";
import type { GuestExports, GuestVariable } from "./abi/abi.ts";
import type { StateReader } from "./border/index.ts";
import type { InstanceExports, InstanceState } from "./instance.ts";
import { exportUnknown, variableConstant } from "./messages.ts";

/** What runs the guest that exports belong to. */
export interface GuestRunner {
  readonly state: InstanceState;
  readonly suspends: boolean;
  /** Name of the module in messages. */
  readonly file: string;
  run(name: string, call: () => unknown, caller: InstanceExports): unknown;
  /** Runs a call after those before it, where calls suspend. */
  enqueue(name: string, prepare: () => () => unknown): Promise<unknown>;
  /** Why nothing can be called any more. */
  stopped(name: string): Error;
}

/** Exports of a guest: those of its module, or of a controller. */
export abstract class GuestPart implements InstanceExports {
  readonly exports: readonly ModuleExport[];
  /** Absent before the module has started and after the instance was stopped. */
  abstract readonly guest: GuestExports | undefined;
  protected abstract readonly runner: GuestRunner;
  readonly #byName: ReadonlyMap<string, ModuleExport>;

  constructor(exports: readonly ModuleExport[]) {
    this.exports = exports;
    this.#byName = new Map(exports.map((each) => [each.name, each]));
  }

  get state(): InstanceState {
    return this.runner.state;
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  call(name: string, args: readonly unknown[] = []): unknown {
    return this.callFor(this, name, args);
  }

  callFor(caller: InstanceExports, name: string, args: readonly unknown[] = []): unknown {
    const { runner } = this;
    if (runner.suspends) return runner.enqueue(name, () => this.#prepare(name, args));
    return runner.run(name, this.#prepare(name, args), caller);
  }

  get variables(): readonly string[] {
    return [...(this.guest?.variables.keys() ?? [])];
  }

  read(name: string): unknown {
    const variable = this.#variable(name);
    return this.runner.run(name, () => variable.read(), this);
  }

  assign(name: string, value: unknown): void {
    const { write } = this.#variable(name);
    if (!write) throw variableConstant(this.runner.file, name);
    this.runner.run(name, () => write(value), this);
  }

  get reader(): StateReader | undefined {
    return this.guest?.reader;
  }

  inspect<T>(name: string, action: () => T): T {
    this.#running(name);
    return this.runner.run(name, action, this) as T;
  }

  #variable(name: string): GuestVariable {
    const variable = this.#running(name).variables.get(name);
    if (!variable) throw exportUnknown(this.runner.file, name);
    return variable;
  }

  #prepare(name: string, args: readonly unknown[]): () => unknown {
    const exported = this.#byName.get(name);
    if (!exported) throw exportUnknown(this.runner.file, name);
    return this.#running(name).prepare(exported, args);
  }

  #running(name: string): GuestExports {
    if (!this.guest) throw this.runner.stopped(name);
    return this.guest;
  }
}
