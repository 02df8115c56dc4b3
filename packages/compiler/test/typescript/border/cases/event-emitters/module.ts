type Events = { data: [string, number]; end: [] };
export class TypedEmitter {
  private hs: { [K in keyof Events]?: ((...a: Events[K]) => void)[] } = {};
  on<K extends keyof Events>(e: K, h: (...a: Events[K]) => void): this {
    ((this.hs[e] ??= []) as ((...a: Events[K]) => void)[]).push(h);
    return this;
  }
  emit<K extends keyof Events>(e: K, ...a: Events[K]): boolean {
    const l = this.hs[e];
    l?.forEach((h) => (h as (...x: Events[K]) => void)(...a));
    return !!l?.length;
  }
}
export class Subject<T> {
  private s = new Set<(v: T) => void>();
  subscribe(f: (v: T) => void): { unsubscribe(): void } {
    this.s.add(f);
    return {
      unsubscribe: () => {
        this.s.delete(f);
      },
    };
  }
  next(v: T): void {
    for (const f of [...this.s]) f(v);
  }
  map<U>(g: (v: T) => U): Subject<U> {
    const r = new Subject<U>();
    this.subscribe((v) => r.next(g(v)));
    return r;
  }
}
