export class Shelf<T> {
  #items: T[] = [];
  put(item: T): this {
    this.#items.push(item);
    return this;
  }
  get items(): T[] {
    return this.#items;
  }
  toString(): string {
    return this.#items.map((item) => (typeof item === "object" ? JSON.stringify(item) : String(item))).join();
  }
}
export function text<T>(value: T): string | undefined {
  return JSON.stringify(value);
}
export function wrapped<T>(value: T): string {
  return JSON.stringify({ value, list: [value] });
}
