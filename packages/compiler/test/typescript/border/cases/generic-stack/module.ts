export class Stack<T> {
  private items: T[] = [];
  constructor(private limit: number = Number.MAX_VALUE) {}
  push(v: T): void {
    if (this.length() + 1 > this.limit) throw new Error("Stack Overflow");
    this.items.push(v);
  }
  pop(): T {
    if (this.length() !== 0) return this.items.pop() as T;
    throw new Error("Stack Underflow");
  }
  length(): number {
    return this.items.length;
  }
  isEmpty(): boolean {
    return this.items.length === 0;
  }
  top(): T | null {
    return this.length() !== 0 ? this.items[this.length() - 1] : null;
  }
}

export function least<T>(items: T[]): T {
  let best = items[0] as T;
  for (const item of items) if (item < best) best = item;
  return best;
}
