/** Numbers for things, from 0 on, in the order in which they are first met. */
export class Numbering<T> {
  #numbers = new Map<T, number>();

  of(thing: T): number {
    let number = this.#numbers.get(thing);
    if (number === undefined) this.#numbers.set(thing, (number = this.#numbers.size));
    return number;
  }

  get count(): number {
    return this.#numbers.size;
  }
}
