export abstract class Heap<T> {
  protected heap: T[];
  protected compare: (a: T, b: T) => boolean;
  constructor(compare: (a: T, b: T) => boolean) {
    this.heap = [];
    this.compare = compare;
  }
  public insert(value: T): void {
    this.heap.push(value);
    this.bubbleUp();
  }
  public extract(): T {
    const max = this.heap[0]!;
    this.heap[0] = this.heap[this.size() - 1]!;
    this.heap.pop();
    this.sinkDown();
    return max;
  }
  public size(): number {
    return this.heap.length;
  }
  public isEmpty(): boolean {
    return this.size() === 0;
  }
  private bubbleUp(index: number = this.size() - 1): void {
    let i = index;
    while (i > 0) {
      const p = Math.floor((i - 1) / 2);
      if (!this.compare(this.heap[i]!, this.heap[p]!)) break;
      const t = this.heap[i]!;
      this.heap[i] = this.heap[p]!;
      this.heap[p] = t;
      i = p;
    }
  }
  private sinkDown(): void {
    let i = 0;
    for (;;) {
      const l = 2 * i + 1,
        r = 2 * i + 2;
      let b = i;
      if (l < this.size() && this.compare(this.heap[l]!, this.heap[b]!)) b = l;
      if (r < this.size() && this.compare(this.heap[r]!, this.heap[b]!)) b = r;
      if (b === i) break;
      const t = this.heap[i]!;
      this.heap[i] = this.heap[b]!;
      this.heap[b] = t;
      i = b;
    }
  }
  public check(): void {}
}
export class MinHeap<T> extends Heap<T> {
  constructor(
    compare: (a: T, b: T) => boolean = (a: T, b: T) => {
      return a < b;
    },
  ) {
    super(compare);
  }
}
export class MaxHeap<T> extends Heap<T> {
  constructor(
    compare: (a: T, b: T) => boolean = (a: T, b: T) => {
      return a > b;
    },
  ) {
    super(compare);
  }
}
export class PriorityQueue<T> extends MinHeap<T> {
  private keys: number[];
  private keys_index: (a: T) => number;
  constructor(
    keys_index: (a: T) => number,
    num_keys: number,
    compare: (a: T, b: T) => boolean = (a: T, b: T) => a < b,
  ) {
    super(compare);
    this.keys = Array(num_keys).fill(-1);
    this.keys_index = keys_index;
  }
  has(v: T): boolean {
    return this.keys[this.keys_index(v)] !== -1;
  }
}
