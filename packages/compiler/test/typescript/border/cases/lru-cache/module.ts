export class LRUCache<K, V> {
  private m = new Map<K, V>();
  constructor(readonly capacity: number) {
    if (capacity <= 0) throw new RangeError("capacity");
  }
  get(k: K): V | undefined {
    const v = this.m.get(k);
    if (v === undefined) return undefined;
    this.m.delete(k);
    this.m.set(k, v);
    return v;
  }
  put(k: K, v: V): void {
    this.m.delete(k);
    this.m.set(k, v);
    if (this.m.size > this.capacity) this.m.delete(this.m.keys().next().value as K);
  }
  get size(): number {
    return this.m.size;
  }
  entries(): [K, V][] {
    return [...this.m];
  }
}
