import type { Call } from "../border.ts";
import { createPairState } from "./pair-state.ts";
import type { StatePlaces } from "./state-places.ts";
import type { StateList } from "./state-type.ts";

/** What the host does for an element that it reads, beside the module's own part. */
const ELEMENT_TICKS = 50;

/** A list whose elements have positions. */
export interface PositionedList extends StateList {
  length(reference: object): number;
  /** The element at a position that is less than the length. */
  at(reference: object, position: number): unknown;
}

/** Arrays and tuples. */
export function createListOf(places: StatePlaces, index: number): PositionedList {
  const { border } = places;
  const length = border.exported(border.operation(index, "length")!.name) as (reference: object) => number;
  const get = border.operation(index, "get")!;
  const call = border.exported(get.name) as Call;
  const { type, decode } = places.place(get.result);
  const at = decode
    ? (reference: object, position: number) => decode(call(reference, position))
    : (reference: object, position: number) => call(reference, position);
  return {
    type,
    length,
    at,
    read(reference) {
      const count = length(reference);
      border.charge?.(count * ELEMENT_TICKS);
      const items: unknown[] = [];
      for (let position = 0; position < count; position++) {
        const item = call(reference, position);
        items.push(decode ? decode(item) : item);
      }
      return { items };
    },
  };
}

/** Sets, whose values are what tells them apart. */
export function createValuesList(places: StatePlaces, index: number): StateList {
  const { type, read } = createCopy(places, index, "values");
  return {
    type,
    read(reference) {
      const items = read(reference);
      return { items, keys: items };
    },
  };
}

/** Maps, as pairs. */
export function createEntriesList(places: StatePlaces, index: number): StateList {
  const keys = createCopy(places, index, "keys");
  const values = createCopy(places, index, "values");
  return {
    type: createPairState(keys.type, values.type),
    read(reference) {
      const held = values.read(reference);
      const known = keys.read(reference);
      return { items: known.map((key, at) => [key, held[at]]), keys: known };
    },
  };
}

/** An operation that makes an array of what an object holds. */
function createCopy(
  places: StatePlaces,
  index: number,
  name: string,
): { type: StateList["type"]; read(reference: object): readonly unknown[] } {
  const { border } = places;
  const operation = border.operation(index, name)!;
  const call = border.exported(operation.name) as Call;
  const { type, read } = createListOf(places, operation.result![0]);
  return { type, read: (reference) => read(call(reference) as object)!.items };
}
