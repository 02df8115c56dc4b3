import type { JsonObject, Mutation } from "@rune/schema";
import { findNearest } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Controller } from "../page/controller.ts";
import type { MutationTarget } from "../page/mutation-target.ts";
import { followState } from "./follow-state.ts";
import { loadInstance } from "./load-instance.ts";
import { handlerUnknown } from "./messages.ts";
import { applyMutation } from "./mutations/apply-mutation.ts";

interface QueuedMutation {
  mutation: Mutation;
  /** The export that asked for it. */
  origin: string | undefined;
}

/**
 * Starts the controller of a page.
 *
 * A TURN is a call of the controller: `start`, a handler, a timer, a frame, or what it does by itself after an `await`. Mutations
 * wait until it has returned; then what the controller's variables hold becomes the page's data, the mutations are carried out in order,
 * the page is rendered once, and the focus goes where it was asked to. So nothing calls into a guest that is still running,
 * and a handler sees no half-rendered page.
 *
 * `assigns` are the names in the page's data that initialise variables of the controller.
 *
 * @throws RuneError (as a rejection) with a code `module_…`, `guest_…` or `package_…`
 */
export async function createController(
  file: string,
  app: AppContext,
  target: MutationTarget,
  assigns: readonly string[] = [],
): Promise<Controller> {
  const { window } = app;
  const queue: QueuedMutation[] = [];
  const { instance, close } = await loadInstance(file, app, {
    dispatch: (mutation, origin) => queue.push({ mutation, origin }),
    turn,
    onJob: flushSoon,
  });
  const known = instance.entry.exports.map(({ name }) => name);
  let frame: number | undefined;
  let isFlushing = false;
  const report = (error: unknown, name: string | undefined): void =>
    app.report(error, { module: file, function: name });
  const state = followState(instance, target, report);
  for (const name of assigns) {
    try {
      instance.assign(name, target.data.get(name));
    } catch (error) {
      report(error, name);
    }
  }

  target.connect(state);
  state.follow();

  /** Returns whether the call went well; later, where the module suspends. */
  function turn(name: string, values: readonly unknown[]): boolean | Promise<boolean> {
    const fail = (error: unknown): boolean => {
      report(error, name);
      return false;
    };
    let isWell = true;
    try {
      if (!instance.has(name)) throw handlerUnknown(name, file, findNearest(name, known), known);
      const result = instance.call(name, values);
      if (instance.suspends)
        return Promise.resolve(result)
          .then(() => true, fail)
          .finally(flush);
      if (result instanceof Promise) result.catch(fail);
    } catch (error) {
      isWell = fail(error);
    }
    flush();
    return isWell;
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
    state.follow();
    // What was changed in place is looked for by the bindings that may show it.
    if (instance.reader) target.isDirty = true;
    for (let next = queue.shift(); next; next = queue.shift()) {
      const { mutation, origin } = next;
      // Who has left the page changes no nodes; the data is there when the page comes back.
      if (!target.isShown && !isDataOnly(mutation)) continue;
      try {
        applyMutation(mutation, target);
      } catch (error) {
        report(error, origin);
      }
    }
    target.settle();
  }

  async function start(params: JsonObject): Promise<void> {
    const exported = instance.entry.exports.find(({ name }) => name === "start");
    if (exported) await turn("start", exported.parameters.length > 0 ? [params] : []);
    // What the module's top-level code asked for waits, too.
    else flush();
    if (frame === undefined && target.isShown && instance.has("tick")) tick();
  }

  function tick(): void {
    frame = window.requestAnimationFrame(async () => {
      // One report of a broken tick is enough.
      if ((await turn("tick", [])) && frame !== undefined) tick();
    });
  }

  function stop(): void {
    if (frame !== undefined) window.cancelAnimationFrame(frame);
    frame = undefined;
    if (instance.has("stop")) void turn("stop", []);
  }

  function evaluate(name: string, values: unknown[]): unknown {
    try {
      const called = instance.reader?.function(name);
      const result = called ? instance.inspect(name, () => called.call(values)) : instance.call(name, values);
      return typeof result === "bigint" && Number.isSafeInteger(Number(result)) ? Number(result) : result;
    } catch (error) {
      report(error, name);
      return undefined;
    }
  }

  return { turn, evaluate, start, stop, close };
}

function isDataOnly(mutation: Mutation): boolean {
  return mutation.type === "Batch" ? mutation.mutations.every(isDataOnly) : mutation.type === "UpdateData";
}
