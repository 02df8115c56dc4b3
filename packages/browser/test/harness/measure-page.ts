import type { CDPSession } from "playwright-core";

/** What is there in a page. */
export interface PageMeasure {
  /** Event types by what they are listened to at. */
  listeners: Record<string, string[]>;
  /** Modules that run. */
  instances: number;
  counters: { nodes: number; jsEventListeners: number };
  heap: number;
}

/** Measures a page after its garbage has been collected. */
export async function measurePage(session: CDPSession): Promise<PageMeasure> {
  // The end of a module's long turn is a task of its own, which holds the module until it runs.
  await session.send("Runtime.evaluate", {
    expression: "new Promise((resolve) => setTimeout(resolve))",
    awaitPromise: true,
  });
  // What was just used may be held by the engine's caches of the last calls.
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const listeners: Record<string, string[]> = {};
  for (const expression of ["window", "document", "document.body", "window.navigation", "history"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    const found = await session.send("DOMDebugger.getEventListeners", { objectId: result.objectId ?? "" });
    listeners[expression] = found.listeners.map(({ type }) => type);
  }
  const prototype = await session.send("Runtime.evaluate", { expression: "WebAssembly.Instance.prototype" });
  const { objects } = await session.send("Runtime.queryObjects", {
    prototypeObjectId: prototype.result.objectId ?? "",
  });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: objects.objectId ?? "",
    functionDeclaration: "function () { return this.length; }",
    returnByValue: true,
  });
  await session.send("Runtime.releaseObject", { objectId: objects.objectId ?? "" });
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { listeners, instances: result.value as number, counters: { nodes, jsEventListeners }, heap: usedSize };
}
