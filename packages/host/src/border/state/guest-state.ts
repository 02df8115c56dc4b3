import { toHost } from "./pair-state.ts";
import type { StatePlaces } from "./state-places.ts";
import { primitiveState } from "./state-type.ts";
import type {
  GuestState,
  HostState,
  StateEntry,
  StateItems,
  StateList,
  StateMember,
  StateType,
  WatchObject,
} from "./state-type.ts";
import type { ViewState } from "./view-state.ts";
import { createViewState } from "./view-state.ts";

/** How objects are read that leave the module as a type: each as the one of its views that it turns out to be. */
export function createGuestState(places: StatePlaces, index: number, views: readonly number[]): GuestState {
  const { border } = places;
  const { test } = border.type(index);
  const members = new Map<string, StateMember | undefined>();
  // Types refer to each other: what a type has is looked at when it is first asked for.
  let state: ViewState | undefined;
  const open = (): ViewState => {
    if (state) return state;
    const [first, ...others] = views.map((view) => createViewState(places, view));
    const classify = border.exported(test ?? "") as (reference: object) => number;
    return (state = test === undefined ? first! : createEither([first!, ...others], classify, places.host));
  };
  return {
    kind: "guest",
    member(name) {
      if (!members.has(name)) members.set(name, open().member(name));
      return members.get(name);
    },
    get entry() {
      return open().entry;
    },
    get list() {
      return open().list;
    },
    get watch() {
      return open().watch;
    },
    toHost(value) {
      if (typeof value !== "object" || value === null) return value;
      border.pairs.leave([]);
      return border.codec(index).toHost(value);
    },
  };
}

/** Objects of several types, told apart by the module. */
function createEither(
  views: readonly ViewState[],
  classify: (reference: object) => number,
  host: HostState,
): ViewState {
  return {
    member(name) {
      const members = views.map((view) => view.member(name));
      if (!members.some((member) => member)) return undefined;
      const { type, reads } = unify(members, host);
      return {
        type,
        isComputed: members.some((member) => member?.isComputed),
        read: (reference) => reads[classify(reference)]?.(reference),
        write(reference, value) {
          const write = members[classify(reference)]?.write;
          if (!write) throw new TypeError(`\`${name}\` cannot be assigned`);
          write(reference, value);
        },
      };
    },
    get entry(): StateEntry | undefined {
      const entries = views.map(({ entry }) => entry);
      // Of what has names only, all is read as JavaScript has it.
      if (entries.includes(undefined)) return undefined;
      const { type, reads } = unify(entries, host);
      return { type, read: (reference, key) => reads[classify(reference)]?.(reference, key) };
    },
    get watch(): WatchObject | undefined {
      const watches = views.map(({ watch }) => watch);
      return watches.includes(undefined)
        ? undefined
        : (reference, owner) => watches[classify(reference)]?.(reference, owner);
    },
    get list(): StateList | undefined {
      const lists = views.map(({ list }) => list);
      if (!lists.some((list) => list)) return undefined;
      const type = commonType(lists, host);
      return {
        type,
        read(reference) {
          const list = lists[classify(reference)];
          const found = list?.read(reference);
          return list && found && type.kind === "host" ? itemsToHost(found, list.type) : found;
        },
      };
    },
  };
}

interface Typed {
  readonly type: StateType;
}

/** Of which one type values of several types are, where there is one. */
function commonType(all: readonly (Typed | undefined)[], host: HostState): StateType {
  const types = new Set(all.flatMap((each) => (each && each.type.kind !== "primitive" ? [each.type] : [])));
  const [only = primitiveState] = types;
  return types.size > 1 ? host : only;
}

/** Readers of one type: values of types that have little in common are read as JavaScript has them. */
function unify<Read extends (...values: never[]) => unknown>(
  all: readonly ((Typed & { read: Read }) | undefined)[],
  host: HostState,
): { type: StateType; reads: (Read | undefined)[] } {
  const type = commonType(all, host);
  const reads = all.map((each) => {
    if (!each || type.kind !== "host" || each.type.kind !== "guest") return each?.read;
    return ((...values) => toHost(each.type, each.read(...values))) as Read;
  });
  return { type, reads };
}

function itemsToHost({ items, keys }: StateItems, type: StateType): StateItems {
  const values = items.map((item) => toHost(type, item));
  return { items: values, ...(keys && { keys }) };
}
