import { OWN_TIMER } from "@rune/host";
import type { InstanceExports } from "@rune/host";
import type { StartedTimer } from "./load-instance.ts";

/** Whose the timers of a module are. */
export class ModuleTimers {
  readonly #started = new Map<string, StartedTimer>();
  readonly #numbers = new WeakMap<InstanceExports, number>();
  readonly #gone = new WeakSet<InstanceExports>();
  #last = 0;

  /** Controllers that there are many of each have names of their own for their timers. */
  separate(caller: InstanceExports): void {
    this.#numbers.set(caller, ++this.#last);
  }

  /** What a timer of a controller is called among all. Those of the guest itself are told apart by it. */
  nameOf(id: string, caller: InstanceExports | undefined): string {
    const number = caller && !id.startsWith(OWN_TIMER) ? this.#numbers.get(caller) : undefined;
    return number === undefined ? id : `${number} ${id}`;
  }

  /** Notes a timer that is to start. Returns whether it may: a controller that has been dropped begins nothing that lasts. */
  add(timer: StartedTimer): boolean {
    if (timer.caller && this.#gone.has(timer.caller) && this.#lasts(timer)) return false;
    this.#started.set(timer.name, timer);
    return true;
  }

  /** A timer that is over. */
  take(name: string): StartedTimer | undefined {
    const timer = this.#started.get(name);
    if (timer && !timer.repeats) this.#started.delete(name);
    return timer;
  }

  /** Whether the guest itself knows what to do about a timer. */
  isOwn({ id }: StartedTimer): boolean {
    return id.startsWith(OWN_TIMER);
  }

  /** Forgets the timers of a controller and gives their names. What the guest itself waits for once ends by itself. */
  drop(caller: InstanceExports): string[] {
    this.#gone.add(caller);
    const all = [...this.#started.values()].filter((each) => each.caller === caller);
    const dropped = all.filter((each) => this.#lasts(each)).map(({ name }) => name);
    for (const name of dropped) this.#started.delete(name);
    return dropped;
  }

  #lasts(timer: StartedTimer): boolean {
    return timer.repeats || !this.isOwn(timer);
  }
}
