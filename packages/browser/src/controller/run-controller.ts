import type { InstanceExports } from "@rune/host";
import type { JsonObject, Mutation } from "@rune/schema";
import { findNearest } from "@rune/schema";
import type { AppContext } from "../app-context.ts";
import type { Controller } from "../page/controller.ts";
import type { MutationTarget } from "../page/mutation-target.ts";
import { followState } from "./follow-state.ts";
import { LEAVE_GUARD } from "./leave-guard.ts";
import type { ControllerModule } from "./load-module.ts";
import { eventOutside, handlerUnknown } from "./messages.ts";
import { applyMutation } from "./mutations/apply-mutation.ts";

/** Failures of functions that views call which are remembered; there is no end to what a module can say. */
const MOST_TOLD = 99;

/** What a controller has around it. */
export interface ControllerPlace {
  readonly module: ControllerModule;
  /** Names in the data that initialise its variables. */
  readonly assigns?: readonly string[] | undefined;
  /** Takes its events; only those of components have somebody to tell. */
  emitted?(name: string, detail: unknown): void;
}

/**
 * Lets a controller work on what shows.
 *
 * A TURN is a call of the controller: `start`, a handler, a timer, a frame, or what it does by itself after an `await`. Mutations
 * wait until it has returned; then what the controller's variables hold becomes the page's data, the mutations are carried out in order,
 * the page is rendered once, and the focus goes where it was asked to. So nothing calls into a guest that is still running,
 * and a handler sees no half-rendered page.
 */
export function runController(
  part: InstanceExports,
  { module, assigns = [], emitted }: ControllerPlace,
  app: AppContext,
  target: MutationTarget,
): Controller {
  const frames = app.providers.frames ?? app.window;
  const { instance } = module;
  const { file } = instance.entry;
  const known = part.exports.map(({ name }) => name);
  const told = new Set<string>();
  /** What a view asks before `start` has run may fail for want of what that makes: it is asked again then, and heard. */
  let isStarted = false;
  let hasFailed = false;
  let frame: number | undefined;
  const report = (error: unknown, name: string | undefined): void =>
    app.report(error, { module: file, function: name, view: target.view.name });
  const state = followState(part, target, report);
  app.hot?.made(part, instance);
  for (const name of assigns) {
    try {
      part.assign(name, target.data.get(name));
    } catch (error) {
      report(error, name);
    }
  }

  target.connect(state);
  state.follow();
  const end = module.join({
    part,
    view: target.view.name,
    get isShown() {
      return target.isShown;
    },
    turn,
    follow() {
      state.follow();
      if (target.changed.size > 0 || target.told.length > 0 || target.isVolatile) target.isDirty = true;
    },
    apply(mutation, origin) {
      // Who has left the page changes no nodes; the data is there when the page comes back.
      if (!target.isShown && !isDataOnly(mutation)) return;
      try {
        applyMutation(mutation, target);
      } catch (error) {
        report(error, origin);
      }
    },
    emitted: emitted ?? ((name) => report(eventOutside(name), instance.running)),
    settle: () => target.settle(),
  });
  const { flush } = module;

  /** Returns whether the call went well; later, where the module suspends. */
  function turn(name: string, values: readonly unknown[]): boolean | Promise<boolean> {
    const fail = (error: unknown): boolean => {
      report(error, name);
      return false;
    };
    let isWell = true;
    try {
      if (!part.has(name)) throw handlerUnknown(name, file, findNearest(name, known), known);
      const result = part.call(name, values);
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

  /** What the answer waits for are turns of their own. */
  async function ask(name: string, values: readonly unknown[]): Promise<unknown> {
    const asked = part.exports.find((each) => each.name === name);
    let answer: unknown;
    try {
      answer = part.call(name, values.slice(0, asked?.parameters.length));
    } finally {
      flush();
    }
    try {
      return await answer;
    } finally {
      if (instance.suspends) flush();
    }
  }

  function enter(action?: () => void): void {
    if (!action) {
      if (target.isDirty) flush();
      return;
    }
    target.isDirty = true;
    try {
      state.inspect(action);
    } catch (error) {
      report(error, undefined);
    }
  }

  const starter = part.exports.find(({ name }) => name === "start");
  const takesParams = starter !== undefined && starter.parameters.length > 0;

  async function start(params: JsonObject, isSwap?: boolean): Promise<void> {
    isStarted = true;
    if (hasFailed) target.isStale = true;
    if (starter && !isSwap) await turn("start", takesParams ? [params] : []);
    // What the module's top-level code asked for waits, too.
    else flush(true);
    if (frame === undefined && target.isShown && part.has("tick")) tick();
  }

  function tick(): void {
    frame = frames.requestAnimationFrame(async () => {
      // One report of a broken tick is enough.
      if ((await turn("tick", [])) && frame !== undefined) tick();
    });
  }

  function stop(isSwap?: boolean): void {
    isStarted = false;
    if (frame !== undefined) frames.cancelAnimationFrame(frame);
    frame = undefined;
    if (part.has("stop") && !isSwap) void turn("stop", []);
  }

  function evaluate(name: string, values: unknown[]): unknown {
    try {
      const called = part.reader?.function(name);
      if (called) return part.inspect(name, () => called.call(values));
      const result = part.call(name, values);
      // Where each long integer is a bigint, not only what an author has called one.
      return typeof result === "bigint" && Number.isSafeInteger(Number(result)) ? Number(result) : result;
    } catch (error) {
      if (!isStarted && (error as { code?: unknown }).code === "guest_threw") {
        hasFailed = true;
        return undefined;
      }
      // Views ask again at each render, and for each row: what stays the same is told once.
      if (told.size > MOST_TOLD) told.clear();
      if (told.size < told.add((error as Error).message).size) report(error, name);
      return undefined;
    }
  }

  const leaver = part.exports.find(({ name }) => name === LEAVE_GUARD);
  const unguard =
    leaver &&
    app.leaving?.guard({
      target,
      ask: (destination) => evaluate(LEAVE_GUARD, [destination].slice(0, leaver.parameters.length)),
    });

  function close(): void {
    unguard?.();
    end();
  }

  return { part, module, takesParams, turn, ask, enter, evaluate, start, stop, close, state };
}

function isDataOnly(mutation: Mutation): boolean {
  return mutation.type === "Batch" ? mutation.mutations.every(isDataOnly) : mutation.type === "UpdateData";
}
