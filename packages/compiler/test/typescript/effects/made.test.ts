import { expect, test } from "vitest";
import { findImpure } from "./find-impure.ts";

const state = `
  interface Item { n: number; tags: string[]; kids: Item[] }
  export let items: Item[] = [{ n: 1, tags: ["a"], kids: [] }];
  export const byName = new Map<string, Item>([["a", items[0]!]]);
  export const dict: Record<string, Item[]> = { a: items };
  const memo = new Map<string, Item[]>();
  const make = (): Item => ({ n: 0, tags: [], kids: [] });
  export function fill(item: Item): void { items.push(item); item.kids.push(make()); item.tags.push("b"); byName.set("b", item); }
  class Box {
    items: Item[];
    constructor(given: Item[]) { this.items = given; }
    shallow(): Box { return new Box(this.items); }
    half(): Box { return new Box([...this.items]); }
    deep(): Box { return new Box(this.items.map((i) => ({ ...i, tags: [...i.tags], kids: [] }))); }
    add(item: Item): this { this.items.push(item); return this; }
    mark(): void { this.items[0]!.n++; }
    get first(): Item { return this.items[0]!; }
  }
  export const box = new Box(items);
  class Filled extends Box { constructor() { super(items); } }
  class Extra extends Box { extra = items; }
  class Default { constructor(public list: Item[] = items) {} }
  class Lazy { #box: Box | undefined; get box(): Box { return (this.#box ??= new Box(items)); } }
  class Late extends Box { take(): void { this.items = items; } }
  function* gen(): Generator<Item> { yield items[0]!; }
  const first = (list: Item[]): Item => list[0]!;
  const second = (_: Item[], list: Item[]): Item[] => list;
  const wrap = (item: Item): { item: Item } => ({ item });
  const either = (yes: boolean, list: Item[]): Item[] => (yes ? items : list);
  function swap(a: { list: Item[] }, b: { list: Item[] }): void { a.list = b.list; }
  function store(map: Map<string, Item>, item: Item): void { map.set("x", item); }
  function put(into: Box): void { into.items = items; }
  function each(list: Item[], act: (item: Item) => void): void { for (const item of list) act(item); }
  function again(n: number, list: Item[]): Item[] { return n > 0 ? again(n - 1, list) : list; }
  function build(n: number): Item { return n > 0 ? { n, tags: [], kids: [build(n - 1)] } : items[0]!; }
  function plant(n: number): Item { return n > 0 ? { n, tags: [], kids: [plant(n - 1)] } : make(); }
  function taken(list = items): Item[] { return list; }
  function kept(key: string): Item[] { let list = memo.get(key); if (!list) memo.set(key, (list = [])); return list; }
  function keep(): void { memo.set("a", items); }
  export const keeper = keep;
  function later(): () => Item[] { const list = items; return () => list; }
  function grouped(list: Item[]): Map<number, Item[]> { const groups = new Map<number, Item[]>(); for (const item of list) { const group = groups.get(item.n); if (group) group.push(item); else groups.set(item.n, [item]); } return groups; }
  interface Row { name: string; n: number }
  export let rows: Row[] = [{ name: "a", n: 1 }];
  export function more(): void { rows.push({ name: "b", n: 2 }); rows[0]!.n++; }
  class Counts {
    static n = 0;
    static list: number[] = [];
    static bump(): number { return ++Counts.n; }
    static bumpThis(): number { return ++this.n; }
    static add(n: number): void { this.list.push(n); }
  }
  function counter(): number { return (counter.hits += 1); }
  counter.hits = 0;
  function addRow(groups: Record<string, Row[]>, row: Row): void { (groups[row.n] ??= []).push(row); }
  function addTo(groups: Record<string, Item[]>, item: Item): void { (groups[item.n] ??= []).push(item); }
`;

const impure = [
  // Copies of lists hold what the lists hold.
  ..."map((i) => i)|filter((i) => i.n > 0)|slice()|concat([])|flat()|flatMap((i) => i)|flatMap((i) => [i])|toSorted((a, b) => a.n - b.n)|toReversed()|toSpliced(0, 0)|with(0, items[0]!)|slice().sort(() => 1)|slice().reverse()"
    .split("|")
    .map((call) => `items.${call}[0]!.n++`),
  ..."at(0)!|find((i) => i.n > 0)!|findLast((i) => i.n > 0)!|reduce((_, i) => i)|reduceRight((_, i) => i)|slice().pop()!|slice().shift()!|slice().splice(0, 1)[0]!|values().next().value!|entries().next().value![1]"
    .split("|")
    .map((call) => `items.${call}.n++`),
  ..."[...items]|Array.from(items)|Array.of(...items)|[make(), ...items]|[...new Set(items)]|[...byName.values()]|Array.from(byName.values())|[...gen()]|Array.from(gen())|[first(items)]|new Array(...items)|([] as Item[]).concat(items)|Object.values({ a: items[0]! })|second([], [...items])|again(2, [...items])|[...items.values()]|[items[0]!, make()].map((i) => i)|items.flatMap((i) => i.kids)|[[...items]].flat()|Array.from(items, (i) => i)|Array.from({ length: 1 }, () => items[0]!)|new Array<Item>(1).fill(items[0]!)|[1].map(() => items[0]!)|[...Map.groupBy(items, (i) => i.n).values()][0]!|Object.groupBy(items, (i) => String(i.n))['1']!|[...grouped(items).values()][0]!|structuredClone(items).concat(items)|structuredClone(items).map((_, at) => items[at]!)|items.map((i) => i.kids[0]!)|items.map((i) => ({ ...i }).kids[0]!)|items.reduce<Item[]>((all, i) => { all.push(i); return all; }, [])|items.reduce<Item[]>((all, i) => [...all, i], [])|JSON.parse('[]', () => items)"
    .split("|")
    .map((list) => `const list: Item[] = ${list}; list[0]!.n++`),
  // So do objects and maps.
  ..."items|dict['a']!|{ ...dict }['a']!|Object.values(dict)[0]!|Object.entries(dict)[0]![1]|Object.fromEntries([['a', items]])['a']!|Object.assign({}, dict)['a']!|[items][0]!|[items, []].at(0)!|new Map([['a', items]]).get('a')!|[...new Map([['a', items]]).values()][0]!|new Map(Object.entries(dict)).get('a')!|structuredClone(items)[0]!.kids.concat([]) && items|either(false, [])|taken()|kept('a')|later()()|[later()][0]!()|again(2, items)|second([], items)|{ get list() { return items; } }.list|(() => items)()|new Filled().items|new Extra([]).extra|new Default().list|new Lazy().box.items|box.shallow().items|Array.from({ length: 1 }, () => items)[0]!|new Array<Item[]>(1).fill(items)[0]!|[1].map(() => items)[0]!|(items.length > 1 ? structuredClone(items) : items)|(structuredClone(items) && items)|[structuredClone(items), items][1]!|({ a: structuredClone(items), b: items }).b|Object.assign(new Box([]), { items }).items"
    .split("|")
    .map((list) => `const list: Item[] = (${list}); list.push(make())`),
  // What is put into something new.
  "const mine: Item[] = []; items.forEach((i) => mine.push(i)); mine[0]!.n++",
  "const mine: Item[] = []; items.forEach((i) => { mine[0] = i; }); mine[0]!.n++",
  "const mine: Item[] = []; each(items, (i) => { mine.push(i); }); mine[0]!.n++",
  "const mine: Item[] = []; for (const i of items) mine.push(i); for (const i of mine) i.n++",
  "const mine: Item[] = []; mine.push(...items); mine.forEach((i) => { i.n++; })",
  "const mine = new Set<Item>(); items.forEach(mine.add, mine); for (const i of mine) i.n++",
  "const mine = new Map<string, Item>(); store(mine, items[0]!); mine.get('x')!.n++",
  "const mine = { list: [] as Item[] }; swap(mine, { list: items }); mine.list.push(make())",
  "const mine: { list: Item[] } = { list: [] }; [1].forEach(() => { mine.list = items; }); mine.list.push(make())",
  "let mine: Item[] = []; [1].forEach(() => { mine = items; }); mine.push(make())",
  "let mine: Item[] = []; const take = (): void => { mine = items; }; take(); mine.push(make())",
  "const mine = structuredClone(items); mine[0] = items[0]!; mine[0]!.n++",
  "const mine = structuredClone(items); mine.push(...items); mine.at(-1)!.n++",
  "const mine = structuredClone(items); mine[0]!.kids = items; mine[0]!.kids.push(make())",
  "const mine = structuredClone(items); mine.forEach((i) => { i.kids = items; }); mine[0]!.kids.push(make())",
  "const mine = structuredClone(items); mine.splice(0, 1, ...items); mine[0]!.n++",
  "const mine = structuredClone(items); mine.fill(items[0]!); mine[0]!.n++",
  "const mine = structuredClone(items).concat(items); mine[0]!.n++",
  "const mine = make(); mine.kids = items; mine.kids.push(make())",
  "const mine = make(); mine.kids.push(items[0]!); mine.kids[0]!.n++",
  "const mine = wrap(items[0]!); mine.item.n++",
  "const mine = build(2); mine.kids[0]!.n++",
  "const mine = new Box([]); mine.items = items; mine.add(make())",
  "const mine = new Box([]); mine.items.push(items[0]!); mine.mark()",
  "const mine = new Box([]); put(mine); mine.add(make())",
  "const mine = new Late([]); mine.take(); mine.add(make())",
  "const mine = box.deep(); mine.items = items; mine.add(make())",
  "const mine = box.deep(); mine.items.push(...items); mine.mark()",
  "const mine = box.deep(); mine.items[0] = items[0]!; mine.mark()",
  "const mine = box.deep(); mine.add(items[0]!).mark()",
  "const mine = box.deep(); put(mine); mine.add(make())",
  "box.shallow().add(make())",
  "box.shallow().mark()",
  "box.half().mark()",
  "box.half().first.n++",
  "new Box(items).add(make())",
  "new Box([...items]).mark()",
  "new Box([...items]).first.n++",
  "new Filled().add(make())",
  "new Lazy().box.add(make())",
  "const { items: list } = box.shallow(); list.push(make())",
  "const { list = items } = {} as { list?: Item[] }; list.push(make())",
  "const [item] = items; item!.n++",
  "for (const [, list] of Object.entries(dict)) list.push(make())",
  "for (const [, item] of byName) item.n++",
  "for (const item of gen()) item.n++",
  "try { throw items; } catch (error) { (error as Item[]).push(make()); }",
  "items.reduce((all, i) => { (all[i.n] ??= []).push(i); return all; }, dict)",
  "items.reduce<Record<string, Item[]>>((all, i) => { (all[i.n] ??= []).push(i); return all; }, { ...dict })",
  "items.reduce<Record<string, Item[]>>((all, i) => { (all[i.n] ??= items).push(i); return all; }, {})",
  "items.reduce<Record<string, Item[]>>((all, i) => { all[i.n] = [i]; return all; }, {})['1']![0]!.n++",
  "addTo(dict, make())",
  "const mine = items.map((i) => ({ ...i, tags: [...i.tags] })); mine[0]!.kids.push(make())",
  "const mine = items.map((i) => ({ ...i, kids: i.kids })); mine[0]!.kids.push(make())",
  "const mine = items.map((i) => ({ kids: [] as Item[], ...(i as Partial<Item>) })); mine[0]!.kids.push(make())",
  "const mine = items.map((i) => ({ ...i, ...{ n: 1 } })); mine[0]!.kids.push(make())",
  "const mine = items.map(({ kids }) => ({ kids })); mine[0]!.kids.push(make())",
  "const mine = { copy: structuredClone({ a: 1, b: items }), b: items }; mine.b.push(make())",
  "const mine = { items }; const copy = structuredClone(mine); mine.items.push(make()); copy.items.pop()",
  "const mine = [structuredClone(items), [items[0]!]]; mine[1]![0]!.n++",
  "rows.reduce<Record<string, Row[]>>((all, i) => { (all[i.n] ??= rows).push(i); return all; }, {})",
  "const all: Record<string, Row[]> = {}; for (const i of rows) addRow(all, i); all['1']![0]!.n++",
  "const all: Record<string, Row[]> = { a: rows }; for (const i of rows) addRow(all, i)",
  "addTo({ ...dict }, make())",
  "grouped(items).get(1)![0]!.n++",
  // Classes and functions have something of their own.
  "Counts.n++",
  "Counts.bump()",
  "Counts.bumpThis()",
  "Counts.list.push(1)",
  "Counts.add(1)",
  "counter()",
];

const pure = [
  "structuredClone(items).map((i) => { i.n = 0; return i; })",
  "structuredClone(items).forEach((i) => { i.n++; })",
  "structuredClone(items)[0]!.kids.push(make())",
  "structuredClone(box.items).filter((i) => { i.n++; return true; })",
  "structuredClone({ items }).items.forEach((i) => { i.n++; })",
  "const mine = structuredClone(items); for (const i of mine) i.n++",
  "const mine = structuredClone(items); mine.push(make()); mine[0]!.tags.push('x'); mine.sort((a, b) => a.n - b.n)",
  "const { kids } = structuredClone(items[0]!); kids.push(make())",
  "structuredClone(dict)['a']!.forEach((i) => { i.kids.push(make()); })",
  "const mine = structuredClone(items).find((i) => i.n > 1); if (mine) mine.n = 2",
  "box.deep().mark()",
  "const mine = box.deep(); mine.add(make()); mine.mark()",
  "box.deep().add(make()).mark()",
  "rows.reduce<Record<string, Row[]>>((all, i) => { (all[i.n] ??= []).push(i); return all; }, {})",
  "items.reduce((all, i) => all.set(i.n, [...(all.get(i.n) ?? []), i]), new Map<number, Item[]>())",
  "items.reduce((all, i) => { const list = all.get(i.n) ?? []; list.push(i); all.set(i.n, list); return all; }, new Map<number, Item[]>())",
  "const all: Record<string, Row[]> = {}; for (const i of rows) addRow(all, i)",
  "items.map((i) => ({ ...i })).forEach((i) => { i.n++; })",
  "const mine = items.map((i) => ({ ...i, tags: [...i.tags], kids: [] })); mine[0]!.n++; mine[0]!.tags.push('x')",
  "const mine = make(); mine.kids.push(make()); mine.kids[0]!.n++",
  "const mine = plant(3); mine.kids[0]!.n++",
  "const mine = wrap(make()); mine.item.n++",
  "const mine: Item[] = []; items.forEach((i) => mine.push({ ...i, kids: [] })); mine[0]!.n++",
  "const mine: Item[] = JSON.parse('[]') as Item[]; mine[0]!.n++; mine.forEach((i) => { i.n++; })",
  "new Box([]).add(make()).mark()",
  "const mine = grouped(items); mine.set(1, []); mine.get(1)!.push(make())",
];

test.each([
  ["impure", impure],
  ["pure", pure],
] as const)("functions change what they have made through and through, and nothing else: %s", (name, bodies) => {
  const functions = bodies.map((body, index) => `export function ${name}${index}(): void { ${body}; }`);
  const found = new Set(findImpure([state, ...functions].join("\n")));
  const isImpure = bodies.map((body, index) => [body, found.has(`${name}${index}`)]);
  expect(isImpure).toEqual(bodies.map((body) => [body, name === "impure"]));
});
