export type State = "idle" | "loading" | "done" | "error";
export interface Machine {
  state: State;
  history: State[];
}
export const create = (): Machine => ({ state: "idle", history: [] });
export function send(m: Machine, e: string): Machine {
  const t: Record<State, Record<string, State>> = {
    idle: { fetch: "loading" },
    loading: { ok: "done", fail: "error" },
    done: {},
    error: { retry: "loading" },
  };
  const n = t[m.state][e];
  return n ? { state: n, history: [...m.history, m.state] } : m;
}
export interface Action {
  type: string;
  payload?: unknown;
}
export function createStore<S>(
  reducer: (s: S | undefined, a: Action) => S,
  init?: S,
): { getState(): S; dispatch(a: Action): Action; subscribe(f: () => void): () => void } {
  let s = reducer(init, { type: "@@init" });
  const ls: (() => void)[] = [];
  return {
    getState: () => s,
    dispatch(a) {
      s = reducer(s, a);
      ls.forEach((l) => l());
      return a;
    },
    subscribe(f) {
      ls.push(f);
      return () => {
        ls.splice(ls.indexOf(f), 1);
      };
    },
  };
}
export class Todo {
  private static next = 1;
  readonly id = Todo.next++;
  done = false;
  tags: string[] = [];
  constructor(public title: string) {}
  toggle(): void {
    this.done = !this.done;
  }
}
export class TodoList {
  items: Todo[] = [];
  add(t: string): Todo {
    const x = new Todo(t);
    this.items.push(x);
    return x;
  }
  get remaining(): number {
    return this.items.filter((i) => !i.done).length;
  }
  find(p: (t: Todo) => boolean): Todo | undefined {
    return this.items.find(p);
  }
  remove(t: Todo): boolean {
    const i = this.items.indexOf(t);
    if (i < 0) return false;
    this.items.splice(i, 1);
    return true;
  }
  sorted(): Todo[] {
    return [...this.items].sort((a, b) => a.title.localeCompare(b.title));
  }
  toJSON(): unknown {
    return this.items.map((i) => ({ id: i.id, title: i.title, done: i.done }));
  }
}
export class Account {
  #balance = 0;
  private log: { type: "in" | "out"; amount: number }[] = [];
  constructor(public readonly owner: string) {}
  deposit(n: number): this {
    if (n <= 0) throw new RangeError("Invalid amount: " + n);
    this.#balance += n;
    this.log.push({ type: "in", amount: n });
    return this;
  }
  withdraw(n: number): this {
    if (n > this.#balance) throw new InsufficientFunds(n, this.#balance);
    this.#balance -= n;
    this.log.push({ type: "out", amount: n });
    return this;
  }
  get balance(): number {
    return this.#balance;
  }
  get history() {
    return this.log;
  }
}
export class InsufficientFunds extends Error {
  override name = "InsufficientFunds";
  constructor(
    readonly needed: number,
    readonly available: number,
  ) {
    super(`Need ${needed}, have ${available}`);
  }
}
