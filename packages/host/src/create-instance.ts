import { isRuneError, type CapabilityName, type ModuleEntry, type ModuleExport } from "@rune/schema";
import type { Abi, Guest, GuestExports } from "./abi/abi.ts";
import { abis } from "./abi/index.ts";
import { checkModule } from "./check-module.ts";
import type { FuelOptions } from "./fuel/fuel-meter.ts";
import { readFrames, toGuestError } from "./guest-error.ts";
import type { HostFunctions } from "./host-value.ts";
import { GuestPart, type GuestRunner } from "./guest-part.ts";
import type { Instance, InstanceExports, InstanceState } from "./instance.ts";
import {
  abiUnknown,
  callTooDeep,
  exportUnknown,
  instanceStopped,
  moduleNotCompiled,
  moduleNotInstantiated,
} from "./messages.ts";

/** What a guest is made of. */
export interface CreateInstanceOptions {
  /** The compiled module, of verified bytes. */
  module: WebAssembly.Module;
  /** What the manifest says about it. */
  entry: ModuleEntry;
  /** What the app was given; must cover `entry.capabilities`. */
  grants: ReadonlySet<CapabilityName>;
  /** Implementations of the host functions that the module may import. */
  functions: HostFunctions;
  /** How much the guest may do in a turn, where its module counts that. */
  fuel?: FuelOptions;
  /** The compiled `unitsModule`, on engines that compile nothing while they run. @default it is compiled when it is needed */
  units?: WebAssembly.Module;
  /** Hears of rejections that nobody in the guest handled. @default they become unhandled rejections of the platform */
  report?: (error: Error) => void;
  /** Called when the guest has run by itself: what follows an `await`. */
  onJob?: () => void;
}

/** Host functions that call back into their guest, at most this deep. */
const MAX_DEPTH = 32;

/**
 * Checks a module against its manifest entry and the grants, and starts it.
 * @throws RuneError (as a rejection) with a code `module_…` or `guest_…`.
 */
export async function createInstance(options: CreateInstanceOptions): Promise<Instance> {
  const { entry } = options;
  const abi = await loadAbi(entry);
  checkModule({ ...options, abi });
  const session = new Session(options);
  try {
    session.guest = await abi.createGuest({
      ...options,
      readFrames,
      checkRunning: () => session.checkRunning(),
      jobs: {
        caller: () => session.caller,
        run: (job, caller) => session.runJob(job, caller as InstanceExports | undefined),
      },
      fail: (error) => session.fail(error),
    });
    session.guest.checkLimits("(start)");
    // The module may have caught what stopped it.
    session.checkRunning();
  } catch (error) {
    const isGuests = isRuneError(error) || error instanceof WebAssembly.RuntimeError;
    throw isGuests ? toGuestError(error, entry.file, "(start)") : moduleNotInstantiated(entry.file, error);
  }
  return session;
}

/** How a module is compiled. */
export interface CompileModuleOptions {
  /**
   * Whether the module is trusted as the page itself is. Otherwise it must have fuel, so that it cannot run for ever, and one with linear
   * memory a bound for that; one of compiled TypeScript may not use the host's regular expressions, and what it says of its interface is checked.
   * @default false
   */
  trusted?: boolean;
}

/**
 * Compiles the verified bytes of a module as its ABI needs it.
 * @throws RuneError (as a rejection) with a code `module_…`.
 */
export async function compileModule(
  bytes: Uint8Array,
  entry: ModuleEntry,
  { trusted = false }: CompileModuleOptions = {},
): Promise<WebAssembly.Module> {
  const abi = await loadAbi(entry);
  try {
    return await abi.compile(bytes, entry, { trusted });
  } catch (error) {
    throw isRuneError(error) ? error : moduleNotCompiled(entry.file, error);
  }
}

async function loadAbi({ abi, file }: ModuleEntry): Promise<Abi> {
  if (!Object.hasOwn(abis, abi)) throw abiUnknown(file, abi);
  return abis[abi]();
}

class Session extends GuestPart implements Instance, GuestRunner {
  readonly entry: ModuleEntry;
  guest: Guest | undefined;
  protected readonly runner: GuestRunner = this;
  readonly #report: ((error: Error) => void) | undefined;
  readonly #onJob: (() => void) | undefined;
  #stopped = false;
  #suspends = false;
  /** Why the instance is broken, if it was not simply stopped. */
  #failure: Error | undefined;
  readonly #running: { name: string; caller: InstanceExports | undefined }[] = [];
  /** The last of the calls that wait for each other, where the module suspends. */
  #last: Promise<unknown> = Promise.resolve();
  /** Ends the wait for a suspended call. */
  #abandon: (() => void) | undefined;

  constructor({ entry, report, onJob }: CreateInstanceOptions) {
    super(entry.exports);
    this.entry = entry;
    this.#report = report;
    this.#onJob = onJob;
  }

  get file(): string {
    return this.entry.file;
  }

  override get state(): InstanceState {
    return this.#stopped ? "stopped" : "running";
  }

  get running(): string | undefined {
    return this.#running.at(-1)?.name;
  }

  get caller(): InstanceExports | undefined {
    return this.#running.at(-1)?.caller;
  }

  get suspends(): boolean {
    return this.guest?.suspends ?? this.#suspends;
  }

  controller(name: string): InstanceExports {
    if (!this.guest) throw this.stopped(name);
    const described = this.entry.controllers?.find((each) => each.name === name);
    if (!described) throw exportUnknown(this.file, name);
    const part = new ControllerPart(described.exports, this);
    part.made = this.run(name, () => this.guest?.make?.(name), part) as GuestExports | undefined;
    if (!part.made) throw exportUnknown(this.file, name);
    return part;
  }

  stop(): void {
    this.#suspends = this.suspends;
    this.#stopped = true;
    this.guest = undefined;
    this.#abandon?.();
  }

  stopped(name: string): Error {
    return instanceStopped(this.file, name, this.#failure);
  }

  checkRunning(): void {
    if (this.#stopped) throw this.#failure ?? instanceStopped(this.entry.file, this.running ?? "(start)");
  }

  fail(error: Error): Error {
    this.#failure ??= error;
    this.stop();
    return error;
  }

  /** A job of a stopped guest is dropped. What fails in one has nobody who called it. */
  runJob(job: () => void, caller: InstanceExports | undefined): void {
    if (this.#stopped) return;
    try {
      this.run("(await)", job, caller);
    } catch (error) {
      if (!this.#report) throw error;
      this.#report(error as Error);
    } finally {
      this.#onJob?.();
    }
  }

  run(name: string, call: () => unknown, caller?: InstanceExports): unknown {
    if (this.#running.length >= MAX_DEPTH) throw callTooDeep(this.entry.file, name, MAX_DEPTH);
    this.#running.push({ name, caller });
    try {
      const result = call();
      this.#checkAfter(name);
      if (!(result instanceof Promise)) return result;
      return result.catch((error: unknown) => {
        throw this.#explain(error, name);
      });
    } catch (error) {
      throw this.#explain(error, name);
    } finally {
      this.#running.pop();
      this.guest?.leave();
    }
  }

  async enqueue(name: string, prepare: () => () => unknown): Promise<unknown> {
    const call = prepare();
    const turn = this.#last.then(() => this.#runSuspending(name, call));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #runSuspending(name: string, call: () => unknown): Promise<unknown> {
    if (this.#stopped) throw this.stopped(name);
    this.#running.push({ name, caller: this });
    try {
      const result = await new Promise((resolve, reject) => {
        // What the guest waits for may never come; nobody shall wait for a dropped guest.
        this.#abandon = () => reject(this.#failure ?? this.stopped(name));
        Promise.resolve(call()).then(resolve, reject);
      });
      this.#checkAfter(name);
      return result;
    } catch (error) {
      throw this.#explain(error, name);
    } finally {
      this.#abandon = undefined;
      this.#running.pop();
      this.guest?.leave();
    }
  }

  #checkAfter(name: string): void {
    this.guest?.checkLimits(name);
    if (this.#failure) throw this.#failure;
  }

  /** A guest can catch what a host function throws; what broke the instance is told nevertheless. */
  #explain(error: unknown, name: string): Error {
    const explained = this.guest ? this.guest.explain(error, name) : error;
    return toGuestError(this.#failure ?? explained, this.entry.file, name);
  }
}

/** A controller that a guest has made. */
class ControllerPart extends GuestPart {
  made: GuestExports | undefined;
  protected readonly runner: Session;

  constructor(exports: readonly ModuleExport[], session: Session) {
    super(exports);
    this.runner = session;
  }

  get guest(): GuestExports | undefined {
    return this.runner.guest && this.made;
  }
}
