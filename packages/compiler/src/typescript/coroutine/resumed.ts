import type { Statement } from "../ir/index.ts";
import type { Builder } from "./build.ts";
import { reachesEnd } from "../ir/index.ts";
import type { Coroutine, CoroutineKind } from "./coroutine.ts";
import { enterLabel } from "./jumps.ts";
import { Segments } from "./segments.ts";
import { lowerBody } from "./try-catch.ts";

/**
 * The body of a function that is called again to go on where it has stopped: the statements can be entered anew at each stop. Variables that
 * are needed afterwards are kept by the function's closure.
 */
export function lowerResumed(
  build: Builder,
  statements: readonly Statement[],
  kind: (coroutine: Coroutine) => CoroutineKind,
): Statement[] {
  const coroutine = createCoroutine(build, kind);
  const body = lowerWhole(coroutine, statements);
  const { function: resumed } = build;
  build.position = resumed.position;
  if (coroutine.stops === 0) return body;
  const given = new Set([coroutine.at, coroutine.state, ...resumed.parameters.map(({ variable }) => variable)]);
  resumed.kept.push(coroutine.state, ...coroutine.segments.kept(resumed).filter((each) => !given.has(each)));
  return [build.declare(coroutine.at, build.read(coroutine.state)), ...body];
}

/** A body without stops, whose returns become what the kind makes of them. */
export function rewriteBody(
  build: Builder,
  statements: readonly Statement[],
  kind: (coroutine: Coroutine) => CoroutineKind,
): Statement[] {
  return lowerWhole(createCoroutine(build, kind), statements);
}

function lowerWhole(coroutine: Coroutine, statements: readonly Statement[]): Statement[] {
  const { build, end, kind, segments } = coroutine;
  enterLabel(coroutine, end.label);
  const body = lowerBody(coroutine, statements);
  build.position = build.function.position;
  if (reachesEnd(statements)) body.push(...kind.finish(undefined));
  if (!end.used) return body;
  const last = segments.add(kind.finish(build.read(end.result)));
  return [build.statement({ type: "block", label: end.label, body }), ...last];
}

function createCoroutine(build: Builder, kind: (coroutine: Coroutine) => CoroutineKind): Coroutine {
  const coroutine: Omit<Coroutine, "kind"> = {
    build,
    state: build.temporary("state"),
    at: build.temporary("at"),
    stops: 0,
    segments: new Segments(),
    protections: [],
    depths: new Map(),
    guards: 0,
    end: { label: { name: "end" }, used: false, result: build.temporary("result") },
    bare: new WeakSet(),
  };
  return Object.assign(coroutine, { kind: kind(coroutine as Coroutine) });
}
