import { OWN_TIMER } from "@rune/host";
import type { Instance, InstanceExports } from "@rune/host";
import type { Mutation } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import { loadInstance } from "./load-instance.ts";

/** A controller of a module: what is called when the module has run. */
export interface ModuleMember {
  readonly part: InstanceExports;
  /** Name of the view that it belongs to. */
  readonly view: string;
  readonly isShown: boolean;
  /** Calls a function of it because something happened. */
  turn(name: string, values: readonly unknown[]): unknown;
  /** Notes what became of its variables. */
  follow(): void;
  /** Carries out what was asked for. `origin` is the function that asked. */
  apply(mutation: Mutation, origin: string | undefined): void;
  /** Brings what has changed to the page. */
  settle(): void;
}

/** A module that runs, for all controllers that are in it. */
export interface ControllerModule {
  readonly instance: Instance;
  /** Adds a controller; what it returns takes it away again. The module ends with its last one. */
  join(member: ModuleMember): () => void;
  /** Ends a turn of any of the controllers: what they share may have changed. */
  flush(): void;
}

interface QueuedMutation {
  mutation: Mutation;
  origin: string | undefined;
  /** Who asked; nobody is known where the module has run by itself. */
  caller: InstanceExports | undefined;
}

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
  const forget = (): boolean => modules.delete(file);
  const module = startModule(file, app, forget);
  modules.set(file, module);
  // A failed load may have been the network's fault: the next visit tries again.
  module.catch(forget);
  return module;
}

async function startModule(file: string, app: AppContext, forget: () => unknown): Promise<ControllerModule> {
  const members = new Set<ModuleMember>();
  const queue: QueuedMutation[] = [];
  const timers = new Map<string, InstanceExports | undefined>();
  let isFlushing = false;
  const { instance, close } = await loadInstance(file, app, {
    dispatch: (mutation, origin, caller) => queue.push({ mutation, origin, caller }),
    startTimer(id, caller) {
      if (!id.startsWith(OWN_TIMER)) timers.set(id, caller);
    },
    turn,
    onJob: flushSoon,
  });

  /** Where nobody is known whom it is for, it is for all that have such a function. */
  function turn(name: string, values: readonly unknown[]): void {
    const id = name === "on_timer" ? String(values[0]) : "";
    if (instance.entry.controllers && id.startsWith(OWN_TIMER)) return runTimer(id);
    const caller = timers.get(id);
    const all = [...members].filter(({ part }) => (caller ? part === caller : part.has(name)));
    // Of one that has no such function it is said.
    const asked = all.length > 0 || members.size > 1 ? all : members;
    for (const member of asked) member.turn(name, values);
  }

  /** A timer of the guest's own, which knows itself what to do. */
  function runTimer(id: string): void {
    const report = (error: unknown): void => app.report(error, { module: file, function: "on_timer" });
    try {
      instance.call("on_timer", [id]);
    } catch (error) {
      report(error);
    }
    flush();
  }

  /** What runs after an `await` is often several jobs in a row. */
  function flushSoon(): void {
    if (isFlushing) return;
    isFlushing = true;
    queueMicrotask(() => {
      isFlushing = false;
      flush();
    });
  }

  function flush(): void {
    for (const member of members) member.follow();
    for (let next = queue.shift(); next; next = queue.shift()) {
      find(next)?.apply(next.mutation, next.origin);
    }
    for (const member of members) member.settle();
  }

  /** The controller that a mutation is of; that of what is dropped is dropped, too. */
  function find({ mutation, caller }: QueuedMutation): ModuleMember | undefined {
    const all = [...members];
    if (caller && caller !== instance) return all.find(({ part }) => part === caller);
    const named = "node_id" in mutation ? all.find(({ view }) => view === mutation.node_id) : undefined;
    return named ?? all.find(({ isShown }) => isShown) ?? all[0];
  }

  return {
    instance,
    join(member) {
      members.add(member);
      return () => {
        if (!members.delete(member) || members.size > 0) return;
        forget();
        close();
      };
    },
    flush,
  };
}
