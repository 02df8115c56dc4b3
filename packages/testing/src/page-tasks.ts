import { drain } from "./drain.ts";

type PageWindow = Window & typeof globalThis;
type Task = () => void;

/** Tasks that pages have put off, until tests wait for them. */
const waiting = new WeakMap<PageWindow, Task[]>();

/** Has a window keep the tasks that its pages put off, such as the rest of long lists, for `settle`. */
export function keepTasks(window: PageWindow): void {
  if (waiting.has(window)) return;
  const tasks: Task[] = [];
  waiting.set(window, tasks);
  const scheduler = { postTask: async (task: Task) => void tasks.push(task) };
  Object.defineProperty(window, "scheduler", { configurable: true, value: scheduler });
}

/** Lets everything run that waits for nothing but its turn, and what pages have put off. */
export async function settle(window: PageWindow): Promise<void> {
  await drain();
  const tasks = waiting.get(window) ?? [];
  for (let task = tasks.shift(); task; task = tasks.shift()) {
    task();
    await drain();
  }
}
