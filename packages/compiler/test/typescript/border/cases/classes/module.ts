export class Animal {
  static count = 0;
  static create(n: string): Animal {
    return new Animal(n);
  }
  readonly kind: string = "animal";
  constructor(public name: string) {
    Animal.count++;
  }
  speak(): string {
    return this.name + " makes a sound";
  }
  toString(): string {
    return "Animal(" + this.name + ")";
  }
  get upper(): string {
    return this.name.toUpperCase();
  }
  set upper(v: string) {
    this.name = v.toLowerCase();
  }
  equals(o: Animal): boolean {
    return this === o || this.name === o.name;
  }
}
export class Dog extends Animal {
  override readonly kind = "dog";
  #tricks: string[] = [];
  learn(t: string): this {
    this.#tricks.push(t);
    return this;
  }
  get tricks(): readonly string[] {
    return this.#tricks;
  }
  override speak(): string {
    return super.speak() + " woof";
  }
}
export function adopt(a: Animal): string {
  return a.speak();
}
export function makeDog(): Animal {
  return new Dog("rex");
}
export function isDog(a: Animal): a is Dog {
  return a instanceof Dog;
}
class Hidden {
  constructor(public v: number) {}
  plus(o: Hidden): Hidden {
    return new Hidden(this.v + o.v);
  }
}
export function hidden(v: number): Hidden {
  return new Hidden(v);
}
export interface Shape {
  area(): number;
  name: string;
}
class Sq implements Shape {
  name = "sq";
  constructor(private s: number) {}
  area(): number {
    return this.s ** 2;
  }
}
export function shape(s: number): Shape {
  return new Sq(s);
}
export function total(ss: Shape[]): number {
  return ss.reduce((a, s) => a + s.area(), 0);
}
export class Money {
  private constructor(readonly cents: number) {}
  static of(n: number): Money {
    return new Money(Math.round(n * 100));
  }
  add(o: Money): Money {
    return new Money(this.cents + o.cents);
  }
  toJSON() {
    return { cents: this.cents };
  }
  valueOf(): number {
    return this.cents;
  }
}
export class Temp {
  static readonly ZERO = new Temp(0);
  constructor(public c: number) {}
  static get freezing(): number {
    return 32;
  }
}
export class Singleton {
  private static inst: Singleton | null = null;
  static get(): Singleton {
    return (Singleton.inst ??= new Singleton());
  }
  n = 0;
}
export class Matrix {
  constructor(public rows: number[][]) {}
  at(i: number, j: number): number {
    return this.rows[i]![j]!;
  }
  transpose(): Matrix {
    return new Matrix(this.rows[0]!.map((_, j) => this.rows.map((r) => r[j]!)));
  }
}
export class Opt {
  a?: number;
  b: string | null = null;
  c: { x: number } = { x: 1 };
}
