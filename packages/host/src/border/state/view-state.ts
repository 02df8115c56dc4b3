import type { BorderTypeDescription } from "@rune/schema";
import type { Border, Call } from "../border.ts";
import type { Method } from "../calls.ts";
import { createMethod } from "../calls.ts";
import { createFieldFunction } from "../field-function.ts";
import type { Decoder } from "../slots.ts";
import { createEntriesList, createListOf, createValuesList } from "./list-state.ts";
import type { StatePlaces } from "./state-places.ts";
import { Watch } from "../watch.ts";
import { primitiveState } from "./state-type.ts";
import type { StateEntry, StateList, StateMember, WatchObject } from "./state-type.ts";

/** How objects are read that are known to be of one very type. */
export interface ViewState {
  member(name: string): StateMember | undefined;
  readonly entry: StateEntry | undefined;
  readonly list: StateList | undefined;
  readonly watch: WatchObject | undefined;
}

/** How what is in them is read. */
type Readers = Omit<ViewState, "watch">;

type TypeName = BorderTypeDescription["type"];
type Describers = {
  [Type in TypeName]?: (
    places: StatePlaces,
    index: number,
    type: Extract<BorderTypeDescription, { type: Type }>,
  ) => Readers;
};

/** Types that are read through the module; objects of all others are read as JavaScript has them. */
const views: Describers = {
  object: (places, index, { fields }) =>
    createNamed((name) => {
      const field = fields.find((each) => each.name === name);
      return field && readMember(places, index, name, field.getter ?? false);
    }),
  instance: (places, index, { members }) =>
    createNamed((name) => {
      const member = members.find((each) => each.name === name);
      if (!member || member.kind === "method" || member.kind === "set") return undefined;
      return readMember(places, index, name, member.kind !== "field");
    }),
  array: createArray,
  tuple: createArray,
  dictionary(places, index) {
    const get = places.border.operation(index, "get")!;
    const call = places.border.exported(get.name) as Call;
    const { type, decode } = places.place(get.result);
    const read = decode
      ? (reference: object, key: string) => decode(call(reference, key))
      : (reference: object, key: string) => call(reference, key);
    const write = createWrite(places.border, index, "set") ?? createWrite(places.border, index, "enter");
    return {
      entry: { type, read, ...(write && { write }) },
      list: undefined,
      member: (name) => ({
        type,
        isComputed: false,
        read: (reference) => read(reference, name),
        ...(write && { write: (reference: object, value: unknown) => write(reference, name, value) }),
      }),
    };
  },
  library(places, index, { name }) {
    const list = name === "Map" ? createEntriesList(places, index) : createValuesList(places, index);
    const size: StateMember = {
      type: primitiveState,
      isComputed: false,
      read: (reference) => list.read(reference)?.items.length,
    };
    return { entry: undefined, list, member: (member) => (member === "size" ? size : undefined) };
  },
};

/** Whether objects of a type are read through the module. */
export function isStructured(border: Border, index: number): boolean {
  const type = border.type(index);
  if (type.type === "library") return type.name === "Map" || type.name === "Set";
  // Errors have more than their class says.
  if (type.type === "instance") return border.description.classes[type.class]?.native === undefined;
  return Object.hasOwn(views, type.type);
}

/** How objects of a structured type are read. */
export function createViewState(places: StatePlaces, index: number): ViewState {
  if (!isStructured(places.border, index)) return createForeign(places, index);
  const type = places.border.type(index);
  const create = views[type.type] as (places: StatePlaces, index: number, type: BorderTypeDescription) => Readers;
  return { ...create(places, index, type), watch: createWatch(places.border, type.watch) };
}

/** Objects that are read as JavaScript has them, beside others of their type that are not. */
function createForeign({ border, host }: StatePlaces, index: number): ViewState {
  const open = (reference: object): unknown => {
    border.pairs.leave([]);
    return border.codec(index).toHost(reference);
  };
  const read = (reference: object, key: string): unknown => {
    const held = open(reference) as Record<string, unknown>;
    return Object.hasOwn(held, key) ? held[key] : undefined;
  };
  return {
    member: (name) => ({ type: host, isComputed: true, read: (reference) => read(reference, name) }),
    entry: { type: host, read },
    list: {
      type: host,
      read(reference) {
        const held = open(reference);
        return ArrayBuffer.isView(held) ? { items: [...(held as Uint8Array)] } : undefined;
      },
    },
    watch: undefined,
  };
}

function createWatch(border: Border, name: string | undefined): WatchObject | undefined {
  if (name === undefined) return undefined;
  const call = border.exported(name) as Call;
  return (reference, owner) => {
    const before = call(reference, owner ? new Watch(owner) : null);
    return before === null ? undefined : Watch.ownerOf(before);
  };
}

function createNamed(member: ViewState["member"]): Readers {
  return { member, entry: undefined, list: undefined };
}

function readMember(places: StatePlaces, index: number, name: string, isComputed: boolean): StateMember {
  const { border } = places;
  const operation = border.operation(index, `get ${name}`);
  if (!operation) return { type: primitiveState, isComputed, read: () => undefined };
  const assign = createWrite(border, index, `set ${name}`);
  const write = assign && { write: (reference: object, value: unknown) => assign(reference, value) };
  const method: Decoder | undefined = createFieldFunction(border, index, name);
  if (!method) return { ...places.reader(operation), isComputed, ...write };
  const call = border.exported(operation.name) as Call;
  return { type: places.host, isComputed, read: (reference) => method(call(reference)), ...write };
}

/** What calls an operation with an object, perhaps a key, and last a value of JavaScript's. */
function createWrite(
  border: Border,
  index: number,
  name: string,
): ((reference: object, ...given: unknown[]) => void) | undefined {
  const operation = border.operation(index, name);
  if (!operation) return undefined;
  let method: Method | undefined;
  return (reference, ...given) => {
    method ??= createMethod(border, operation, name.replace("set ", ""), []);
    method(reference, given);
  };
}

function createArray(places: StatePlaces, index: number): Readers {
  const list = createListOf(places, index);
  const set = createWrite(places.border, index, "set");
  const length: StateMember = { type: primitiveState, isComputed: false, read: list.length };
  const at = (reference: object, key: string): unknown => {
    const position = Number(key);
    return String(position >>> 0) === key && position < list.length(reference)
      ? list.at(reference, position)
      : undefined;
  };
  return {
    list,
    entry: {
      type: list.type,
      read: (reference, key) => (key === "length" ? list.length(reference) : at(reference, key)),
      ...(set && {
        write(reference: object, key: string, value: unknown) {
          const position = Number(key);
          if (String(position >>> 0) !== key || position >= list.length(reference)) throw new RangeError(key);
          set(reference, position, value);
        },
      }),
    },
    member: (name) =>
      name === "length" ? length : { type: list.type, isComputed: false, read: (reference) => at(reference, name) },
  };
}
