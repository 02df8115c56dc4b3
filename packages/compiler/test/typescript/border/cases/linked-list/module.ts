export class Node<T> {
  constructor(
    public data: T,
    public next?: Node<T>,
  ) {}
}
export class LinkedList<T> {
  head?: Node<T> = undefined;
  private len = 0;
  push(v: T): boolean {
    const n = new Node<T>(v);
    if (!this.head) this.head = n;
    else {
      let c = this.head;
      while (c.next) c = c.next;
      c.next = n;
    }
    this.len++;
    return true;
  }
  get(i: number): T | null {
    if (i < 0 || i >= this.len) return null;
    let c = this.head;
    for (let k = 0; k < i; k++) c = c?.next;
    return c?.data ?? null;
  }
  toArray(): T[] {
    const r: T[] = [];
    let c = this.head;
    while (c) {
      r.push(c.data);
      c = c.next;
    }
    return r;
  }
  get length(): number {
    return this.len;
  }
  reverse(): LinkedList<T> {
    const l = new LinkedList<T>();
    for (const x of this.toArray().reverse()) l.push(x);
    return l;
  }
  map<U>(f: (v: T) => U): LinkedList<U> {
    const l = new LinkedList<U>();
    for (const x of this.toArray()) l.push(f(x));
    return l;
  }
}
