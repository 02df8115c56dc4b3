export interface Vec {
  readonly x: number;
  readonly y: number;
}
export const vec = (x: number, y: number): Vec => ({ x, y });
export const add = (a: Vec, b: Vec): Vec => vec(a.x + b.x, a.y + b.y);
export class Vector implements Vec {
  static readonly ZERO = new Vector(0, 0);
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  add(o: Vec): Vector {
    return new Vector(this.x + o.x, this.y + o.y);
  }
  scale(k: number): Vector {
    return new Vector(this.x * k, this.y * k);
  }
  get length(): number {
    return Math.hypot(this.x, this.y);
  }
  equals(o: Vec): boolean {
    return this.x === o.x && this.y === o.y;
  }
  toString(): string {
    return "(" + this.x + ", " + this.y + ")";
  }
  static from(v: Vec): Vector {
    return new Vector(v.x, v.y);
  }
  *[Symbol.iterator](): Generator<number> {
    yield this.x;
    yield this.y;
  }
}
export class Matrix {
  private readonly d: number[][];
  constructor(d: number[][]) {
    this.d = d.map((r) => [...r]);
  }
  get rows(): number {
    return this.d.length;
  }
  mul(o: Matrix): Matrix {
    return new Matrix(this.d.map((r) => o.d[0]!.map((_, j) => r.reduce((s, v, k) => s + v * o.d[k]![j]!, 0))));
  }
  toArray(): number[][] {
    return this.d.map((r) => r.slice());
  }
  static identity(n: number): Matrix {
    return new Matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0))));
  }
}
export function bounds(ps: Vec[]): { min: Vec; max: Vec } | null {
  if (!ps.length) return null;
  return {
    min: vec(Math.min(...ps.map((p) => p.x)), Math.min(...ps.map((p) => p.y))),
    max: vec(Math.max(...ps.map((p) => p.x)), Math.max(...ps.map((p) => p.y))),
  };
}
