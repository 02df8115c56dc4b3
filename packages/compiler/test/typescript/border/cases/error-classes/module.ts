/** Errors as results, errors of several classes, and classes that extend them. */
export class BatchError extends AggregateError {
  override name = "BatchError";
  constructor(
    errors: unknown[],
    readonly attempts: number,
  ) {
    super(errors, `${errors.length} of ${attempts} failed`);
  }
}

export interface Comparable<T> {
  compareTo(other: T): number;
}

/** A constraint that names what it constrains. */
export function largest<T extends Comparable<T>>(first: T, ...others: T[]): T {
  return others.reduce((best, each) => (each.compareTo(best) > 0 ? each : best), first);
}

export class Version implements Comparable<Version> {
  constructor(readonly major: number) {}
  compareTo(other: Version): number {
    return this.major - other.major;
  }
}

export const typeError = (text: string): TypeError => new TypeError(text);

export const together = (...errors: unknown[]): AggregateError => new AggregateError(errors, "together");

export function batch(attempts: number): never {
  throw new BatchError([new RangeError("first"), "second"], attempts);
}

/** What becomes of an empty object is known only later. */
class Store<T extends { id: number }> implements Shelf<T> {
  readonly #rows = new Map<number, T>();
  save(row: T): void {
    this.#rows.set(row.id, Object.assign({}, this.#rows.get(row.id), row));
  }
  all(): readonly T[] {
    return [...this.#rows.values()];
  }
}
export interface Shelf<T> {
  save(row: T): void;
  all(): readonly T[];
}
export interface User {
  id: number;
  name: string;
}
export function shelf(): Shelf<User> {
  const made = new Store<User>();
  made.save({ id: 1, name: "Ada" });
  return made;
}
