import type { Instance, InstanceExports } from "@rune/host";
import type { Mutation } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { findReceiver } from "../providers/deliver-json.ts";
import { loadInstance } from "./load-instance.ts";
import { mutationLimit, turnsEndless } from "./messages.ts";
import { LEAVE_GUARD } from "./leave-guard.ts";
import { ModuleTimers } from "./module-timers.ts";

/** A controller of a module: what is called when the module has run. */
export interface ModuleMember {
  readonly part: InstanceExports;
  /** Name of the view that it belongs to. */
  readonly view: string;
  readonly isShown: boolean;
  /** Calls a function of it because something happened. */
  turn(name: string, values: readonly unknown[]): unknown;
  /** Notes what became of its variables. Called in a run of the module; does not throw. */
  follow(): void;
  /** Carries out what was asked for. `origin` is the function that asked. */
  apply(mutation: Mutation, origin: string | undefined): void;
  /** Takes an event that it has emitted. */
  emitted(name: string, detail: unknown): void;
  /** Brings what has changed to the page. */
  settle(): void;
}

/** A module that runs, for all controllers that are in it. */
export interface ControllerModule {
  readonly instance: Instance;
  /** Adds a controller; what it returns takes it away again. The module ends with its last one. */
  join(member: ModuleMember): () => void;
  /** Keeps the module although it may have no controller; what it returns lets go of it. */
  hold(): () => void;
  /** Makes a controller of which there are many. */
  make(factory: string): InstanceExports;
  /** Ends a turn of any of the controllers: what they share may have changed. `isIdle`: nothing has run, but a controller has come. */
  flush(isIdle?: boolean): void;
}

/** Something that waits for the turn to end. */
interface Queued {
  /** The node that it is about, if it is about one. */
  node?: string;
  /** Who asked; nobody is known where the module has run by itself. */
  caller: InstanceExports | undefined;
  carryOut(member: ModuleMember): void;
}

/** Turns that follow from each other before it is taken for a mistake. */
const MAX_ROUNDS = 100;

/** Milliseconds in which what a turn has asked for is carried out, if that is more than a few things: each could take as long as laying out the page. */
const PATIENCE = 1000;
const FEW = 10;

const loaded = new WeakMap<AppContext, Map<string, Promise<ControllerModule>>>();

/**
 * The module of an app's file. One that makes controllers exists once; one that is a controller, once for each page that has it.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export function loadModule(file: string, app: AppContext, isShared: boolean): Promise<ControllerModule> {
  if (!isShared) return startModule(file, app, () => {});
  const modules = loaded.get(app) ?? new Map<string, Promise<ControllerModule>>();
  loaded.set(app, modules);
  const known = modules.get(file);
  if (known) return known;
  const forget = (): boolean => modules.get(file) === module && modules.delete(file);
  const module = startModule(file, app, forget);
  modules.set(file, module);
  // A failed load may have been the network's fault: the next visit tries again.
  module.catch(forget);
  return module;
}

/** Modules that controllers share, by file, before and after another build came. */
export interface ModuleChange {
  readonly before: ReadonlyMap<string, Promise<ControllerModule>>;
  /** Those of this build, as far as they have been asked for. */
  readonly after: ReadonlyMap<string, Promise<ControllerModule>>;
  undo(): void;
}

/** Has modules loaded anew that are others in another build of the app; what runs of them goes on until its last controller goes. */
export function forgetModules(app: AppContext, files: ReadonlySet<string>): ModuleChange {
  const before = loaded.get(app) ?? new Map<string, Promise<ControllerModule>>();
  const after = new Map([...before].filter(([file]) => !files.has(file)));
  loaded.set(app, after);
  return { before, after, undo: () => void loaded.set(app, before) };
}

async function startModule(file: string, app: AppContext, forget: () => unknown): Promise<ControllerModule> {
  const members = new Map<InstanceExports, ModuleMember>();
  const ended = new WeakSet<ModuleMember>();
  const holders = new Set<object>();
  const queue: Queued[] = [];
  const timers = new ModuleTimers();
  const entry = app.manifest.modules.find((each) => each.file === file);
  if (entry && findReceiver(entry, LEAVE_GUARD)) {
    const { createLeaving } = await import("../router/leaving/index.ts");
    app.leaving ??= createLeaving(app);
  }
  let isScheduled = false;
  let isFlushing = false;
  let rounds = 0;
  let isStale = false;
  const { instance, clearTimer, close } = await loadInstance(file, app, {
    dispatch: (mutation, origin, caller) =>
      queue.push({
        ...("node_id" in mutation && { node: mutation.node_id }),
        caller,
        carryOut: (member) => member.apply(mutation, origin),
      }),
    emit: (name, detail, caller) => queue.push({ caller, carryOut: (member) => member.emitted(name, detail) }),
    nameTimer: (id, caller) => timers.nameOf(id, caller),
    startTimer: (timer) => timers.add(timer),
    turn,
    onJob: flushSoon,
  });

  /** Where nobody is known whom it is for, it is for all that have such a function. */
  function turn(name: string, values: readonly unknown[]): void {
    const timer = name === "on_timer" ? timers.take(String(values[0])) : undefined;
    if (timer && instance.entry.controllers && timers.isOwn(timer)) return runTimer(timer.id, timer.caller);
    const caller = timer?.caller;
    const all = [...members.values()].filter(({ part }) => (caller ? part === caller : part.has(name)));
    // Of one that has no such function it is said.
    const asked = all.length > 0 || members.size > 1 ? all : members.values();
    for (const member of asked) member.turn(name, timer ? [timer.id] : values);
  }

  /** A timer of the guest's own, which knows itself what to do. */
  function runTimer(id: string, caller: InstanceExports = instance): void {
    try {
      instance.callFor(caller, "on_timer", [id]);
    } catch (error) {
      app.report(error, { module: file, function: "on_timer", view: members.get(caller)?.view });
    }
    flush();
  }

  /** What runs after an `await` is often several jobs in a row. */
  function flushSoon(): void {
    if (isScheduled) return;
    isScheduled = true;
    queueMicrotask(() => {
      isScheduled = false;
      flush();
    });
  }

  /** What follows from a turn may be others, of parents that are told of an event, or of components that have come; all show together. */
  function flush(isIdle?: boolean): void {
    // A list whose objects are others each time brings new components whenever it is looked at: those that do nothing are followed once.
    if (!isIdle || !rounds) isStale = true;
    if (isFlushing) return;
    isFlushing = true;
    const begin = performance.now();
    let done = 0;
    try {
      for (; isStale || queue.length > 0; rounds++) {
        if (rounds === MAX_ROUNDS) return app.report(turnsEndless(file, queue.splice(0).length > 0));
        isStale = false;
        follow();
        for (const next of queue.splice(0)) {
          // What was stopped in the midst of its work is not heard any more; it may have asked for very much.
          const member = instance.state === "running" ? find(next) : undefined;
          if (member && ++done > FEW && performance.now() - begin > PATIENCE) {
            instance.stop();
            app.report(mutationLimit(file, done));
          } else if (member) next.carryOut(member);
        }
        if (!isStale) for (const member of members.values()) member.settle();
      }
    } finally {
      isFlushing = isStale = false;
      rounds = 0;
    }
  }

  function follow(): void {
    if (instance.state === "stopped") return;
    try {
      // One run for all of them, because each costs.
      instance.inspect("(view)", () => members.forEach((member) => member.follow()));
    } catch (error) {
      app.report(error, { module: file });
    }
  }

  /** The controller that something is from; what is from one that is dropped is dropped, too. */
  function find({ node, caller }: Queued): ModuleMember | undefined {
    if (caller && caller !== instance) return members.get(caller);
    const all = [...members.values()];
    const named = node === undefined ? undefined : all.find(({ view }) => view === node);
    return named ?? all.find(({ isShown }) => isShown) ?? all[0];
  }

  function closeUnused(): void {
    if (members.size > 0 || holders.size > 0) return;
    forget();
    close();
  }

  return {
    instance,
    join(member) {
      const { part } = member;
      const before = members.get(part);
      members.set(part, member);
      return () => {
        ended.add(member);
        // Another page may go on with it, or have been about to.
        if (members.get(part) !== member) return;
        if (before && !ended.has(before)) return void members.set(part, before);
        members.delete(part);
        for (const name of timers.drop(part)) clearTimer(name);
        closeUnused();
      };
    },
    hold() {
      const holder = {};
      holders.add(holder);
      return () => {
        if (holders.delete(holder)) closeUnused();
      };
    },
    make(factory) {
      const part = instance.controller(factory);
      timers.separate(part);
      return part;
    },
    flush,
  };
}
