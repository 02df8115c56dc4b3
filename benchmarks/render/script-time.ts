/** An event of the browser's trace; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Of the clock. */
  readonly ts: number;
  readonly dur?: number;
  /** Of the thread's own CPU time. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/** What has to be traced. */
export const CATEGORIES = ["devtools.timeline", "v8", "v8.execute"];

/** What runs scripts, also after promises: the browser's `ScriptDuration` leaves that out, and with it nearly all that some frameworks do. */
const SCRIPTS = new Set(["EvaluateScript", "FunctionCall", "RunMicrotasks", "v8.callFunction", "v8.compile", "v8.run"]);
/** What a script may have the browser do at once that it would do later. */
const RENDERING = new Set(["Layout", "UpdateLayoutTree"]);

/** Milliseconds of CPU that a page's own scripts took: those that measure it have no address. */
export function sumScriptTime(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const complete = traceEvents.filter(({ ph }) => ph === "X");
  const ours = complete.filter(({ name, args }) => name === "FunctionCall" && !args.data?.url);
  const scripts = pickOutermost(complete, SCRIPTS).filter((script) => !ours.some((each) => isWithin(each, script)));
  const rendering = pickOutermost(complete, RENDERING).filter((each) =>
    scripts.some((script) => isWithin(each, script)),
  );
  return (sumCpu(scripts) - sumCpu(rendering)) / 1000;
}

/** Events of some names which are in no other one of these. */
function pickOutermost(events: readonly TraceEvent[], names: ReadonlySet<string>): TraceEvent[] {
  const last = new Map<string, TraceEvent>();
  return events
    .filter(({ name }) => names.has(name))
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter((event) => {
      const thread = `${event.pid} ${event.tid}`;
      const around = last.get(thread);
      if (around && isWithin(event, around)) return false;
      last.set(thread, event);
      return true;
    });
}

function isWithin(event: TraceEvent, around: TraceEvent): boolean {
  const { ts, dur = 0 } = around;
  return event.pid === around.pid && event.tid === around.tid && event.ts >= ts && event.ts < ts + dur;
}

function sumCpu(events: readonly TraceEvent[]): number {
  return events.reduce((sum, { tdur = 0 }) => sum + tdur, 0);
}
