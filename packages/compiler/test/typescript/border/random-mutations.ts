// Programs that change nested state in every way that the language has.
import * as fc from "fast-check";

/** Names of all properties in the state of the programs. */
export const propertyNames: readonly string[] =
  "id title done owner tags note name age items level extra held last kind side radius value 0 1 size length".split(
    " ",
  );

/** Keys of the dictionaries in the state of the programs. */
export const keys: readonly string[] = ["a", "b", "7", "03"];

const state = `
interface Owner { name: string; age: number }
interface Item { id: number; title: string; done: boolean; owner: Owner | null; tags: string[]; note?: string }
type Figure = { kind: "square"; side: number } | { kind: "circle"; radius: number };
class Board {
  items: Item[] = [];
  title = "board";
  level: number;
  #secret = 0;
  constructor(level: number) { this.level = level; }
  get secret(): number { return this.#secret; }
  bump(): void { this.#secret++; }
  rename(title: string): this { this.title = title; return this; }
}
class SubBoard extends Board {
  extra = 1;
  constructor() { super(2); this.extra = 5; }
  override rename(title: string): this { super.rename(title + "!"); this.extra++; return this; }
}
class Bag<T> {
  held: T[] = [];
  last: T | undefined;
  put(value: T): void { this.held.push(value); this.last = value; }
}
let next = 0;
function make(title = "new"): Item {
  const id = next++;
  return { id, title, done: id % 2 === 0, owner: id % 3 === 0 ? null : { name: "o" + id, age: id }, tags: ["x", "y"] };
}
export let items: Item[] = [make("a"), make("b"), make("c"), make("d")];
export const byName = new Map<string, Item>([["a", items[0]!], ["b", items[1]!]]);
export const byNumber = new Map<number, number[]>([[1, [1]], [2, [2, 3]]]);
export const chosen = new Set<Item>([items[0]!]);
export const words = new Set<string>(["a"]);
export const counts: Record<string, number> = { a: 1 };
export const nested: Record<string, Record<string, Owner>> = { a: { b: { name: "n", age: 1 } } };
export const board = new Board(1);
export const boards: Board[] = [new Board(3), new SubBoard()];
export const pair: [number, Item] = [1, items[1]!];
export const matrix: number[][] = [[1, 2], [3, 4], []];
export const flags: boolean[] = [true, false];
export const figures: Figure[] = [{ kind: "square", side: 1 }, { kind: "circle", radius: 2 }];
export const numbers = new Bag<number>();
export const bag = new Bag<Item>();
export const counter = { value: 1, get twice() { return this.value * 2; }, set twice(to: number) { this.value = to / 2; } };
export let maybe: Owner | undefined = { name: "m", age: 0 };
board.items.push(make(), make());
bag.put(items[2]!);
numbers.put(1);
function any(value: unknown): any { return value; }
function look(n: number): Item { return items[n % (items.length || 1)] ?? make(); }
function at(n: number): Item { return items[n % (items.length || 1)] ?? (items[0] ??= make()); }
function* renaming(all: Item[]): Generator<number> { for (const item of all) { yield item.id; item.title += "g"; } }
`;

/** Statements that change something, most of the time. N is a small number, K a key. */
const changes: readonly string[] = [
  "at(N).title = 'tN';",
  "at(N).done = !at(N).done;",
  "at(N).id++;",
  "at(N).id -= N;",
  "at(N).owner ??= { name: 'late', age: N };",
  "at(N).owner &&= null;",
  "at(N).title ||= 'empty';",
  "at(N).title = '';",
  "at(N).note = 'N';",
  "delete at(N).note;",
  "at(N).note = undefined;",
  "{ const item = at(N); item.tags.push('p'); item.tags[0] = 'q'; }",
  "at(N).tags.length = 0;",
  "at(N).tags = ['fresh'];",
  "{ const owner = at(N).owner; if (owner) owner.age++; }",
  "{ const wide: { title: string } = at(N); wide.title = 'wide'; }",
  "any(at(N)).title = 'any';",
  "any(items)[Math.min(N, items.length)] = make();",
  "{ const key: keyof Item = (['id', 'title'] as const)[N % 2]!; any(at(0))[key] = N % 2 ? 'byKey' : 77; }",
  "Object.assign(at(N), { title: 'assigned', id: N });",
  "Object.assign(at(N), { ...at(0), title: 'both' });",
  "Reflect.set(at(N), 'title', 'reflected');",
  "Reflect.deleteProperty(at(N), 'note');",
  "[at(0).title, at(1).id] = ['first', N];",
  "({ title: at(N).title, id: at(0).id } = { title: 'taken', id: N });",
  "[items[0], items[1]] = [at(1), at(0)];",
  "for (at(0).id of [N, N + 1]);",
  "for (const item of items) item.done = !item.done;",
  "items.forEach((item, i) => { item.id = i; });",
  "for (const _ of renaming(items));",
  "items.push(make());",
  "items.push(...board.items);",
  "items.unshift(make(), make());",
  "items.pop();",
  "items.shift();",
  "items.splice(N, 1);",
  "items.splice(N, 0, make());",
  "items.sort((a, b) => b.id - a.id);",
  "items.reverse();",
  "items.copyWithin(0, 1, 2);",
  "items.fill(make('filled'), N, N + 1);",
  "items.length = Math.min(items.length, N);",
  "items[items.length] = make('end');",
  "items = items.filter((item) => item.id !== N);",
  "items = items.map((item) => ({ ...item, id: item.id + 1 }));",
  "byName.set('K', at(N));",
  "byName.set('K', make()).get('K')!.title = 'inMap';",
  "byName.delete('K');",
  "byName.clear();",
  "byNumber.set(N, [N]);",
  "byNumber.get(1)?.push(N);",
  "byNumber.delete(N);",
  "for (const [key, list] of byNumber) list.push(key);",
  "chosen.add(at(N));",
  "chosen.delete(at(N));",
  "chosen.clear();",
  "words.add('K');",
  "words.delete('K');",
  "counts['K'] = N;",
  "counts['K'] = (counts['K'] ?? 0) + 1;",
  "delete counts['K'];",
  "Object.assign(counts, { 'K': N }, { b: 2 });",
  "nested['K'] = { a: { name: 'K', age: N } };",
  "(nested['a'] ??= {})['K'] = { name: 'in', age: N };",
  "{ const inner = nested['a']?.['b']; if (inner) inner.age += 1; }",
  "delete nested['K'];",
  "board.bump();",
  "board.title = 'tN';",
  "board.rename('rN');",
  "boards[N % 2]!.rename('nN');",
  "boards[N % 2]!.level += 1;",
  "board.items = [make()];",
  "board.items.push(make());",
  "boards.push(N % 2 ? new SubBoard() : new Board(N));",
  "{ const last = boards[boards.length - 1]; if (last instanceof SubBoard) last.extra *= 2; }",
  "pair[0] = N;",
  "pair[1] = at(N);",
  "pair[1].title = 'paired';",
  "matrix[N % 3]![N] = N;",
  "matrix[0]!.push(N);",
  "matrix.push([N]);",
  "matrix[1] = [];",
  "flags[N] = true;",
  "flags.fill(N % 2 === 0);",
  "{ const figure = figures[N % figures.length]!; if (figure.kind === 'square') figure.side++; else figure.radius--; }",
  "figures.push(N % 2 ? { kind: 'square', side: N } : { kind: 'circle', radius: N });",
  "numbers.put(N);",
  "bag.put(at(N));",
  "bag.last = undefined;",
  "{ const { held } = bag; held[0] = make('heldN'); }",
  "counter.value = N;",
  "counter.twice = N;",
  "counter.twice += 2;",
  "if (maybe) maybe.age++; else maybe = { name: 'again', age: N };",
  "maybe = undefined;",
];

/** Statements that change nothing. */
const readings: readonly string[] = [
  "JSON.stringify(items) + JSON.stringify(counts);",
  "items.map((item) => item.title).join() + items.filter((item) => item.done).length;",
  "[...items].sort((a, b) => a.id - b.id).reverse().push(make());",
  "[make(), ...items].toSorted((a, b) => a.id - b.id).with(0, make());",
  "({ ...look(N), title: 'copy' }).id++;",
  "Object.keys(counts).length + Object.entries(nested).length;",
  "[...byName.keys()].length + byName.size + [...chosen].length;",
  "byName.get('K'); words.has('K'); byNumber.get(N);",
  "board.secret + board.items.length + counter.twice;",
  "new SubBoard().rename('other');",
  "structuredClone(look(N)).title = 'clone';",
];

/** A program, and which of its functions change nothing. */
export interface MutatingProgram {
  source: string;
  functions: { name: string; reads: boolean }[];
}

/** Programs with some functions, each of one to three statements. */
export const randomMutations: fc.Arbitrary<MutatingProgram> = fc
  .array(
    fc.array(fc.record({ at: fc.nat(), n: fc.nat({ max: 4 }), key: fc.constantFrom(...keys) }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 24, maxLength: 24 },
  )
  .map((bodies) => {
    const functions = bodies.map((_, index) => ({ name: `f${index}`, reads: index % 4 === 0 }));
    const texts = bodies.map((picks, index) => {
      const { name, reads } = functions[index]!;
      const among = reads ? readings : changes;
      const body = picks.map(({ at, n, key }) =>
        among[at % among.length]!.replaceAll(/\bN\b|(?<=[a-z])N(?=')/g, String(n)).replaceAll(/\bK\b/g, key),
      );
      return `export function ${name}(): void { ${body.join(" ")} }`;
    });
    return { source: `${state}\n${texts.join("\n")}\n`, functions };
  });
