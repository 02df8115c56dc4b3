import { compileWasm, instantiate } from "../../fixtures/typescript/suite/instantiate.ts";
import { compileRelease } from "./compile-release.ts";

const CALLS = 10_000_000;

const source = `
interface Point { x: number; y: number }
const kept: Point[] = [{ x: 0, y: 0 }];
export function step(value: number): number {
  const point: Point = { x: value, y: value / 2 };
  const text = \`\${value % 10}\`;
  const list = [point, kept[0]].map(({ x }) => x + text.length);
  kept[0] = point;
  return list[0] + list[1];
}`;

/** What ten million calls that allocate leave behind, in megabytes: of objects, and of memory that the process holds. */
export async function measureMemory(): Promise<{ calls: number; heap: number; process: number }> {
  const compiled = await compileRelease(source);
  const { step } = instantiate(compileWasm(compiled.bytes), compiled.interface) as { step: (value: number) => number };
  for (let call = 0; call < CALLS / 10; call++) step(call);
  const before = read();
  for (let call = 0; call < CALLS; call++) step(call);
  const after = read();
  return { calls: CALLS, heap: after.heap - before.heap, process: after.process - before.process };
}

function read(): { heap: number; process: number } {
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / 1e6, process: rss / 1e6 };
}
