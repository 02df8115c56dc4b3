import { expect, test } from "vitest";
import { compileSource } from "@rune/compiler/engines";

async function sizeOf(source: string): Promise<number> {
  const { module, diagnostics } = await compileSource({ file: "app/main.ts", source, readFile: () => undefined });
  expect(diagnostics).toEqual([]);
  return module!.bytes.length;
}

const maps = (count: number, key = (_index: number): string => "string"): Promise<number> =>
  sizeOf(
    Array.from(
      { length: count },
      (_, index) =>
        `const map${index} = new Map<${key(index)}, number>();
        export function set${index}(key: ${key(index)}, value: number): void { map${index}.set(key, value); }`,
    ).join("\n"),
  );

test("maps of one type share their code", async () => {
  const [one, ten] = [await maps(1), await maps(10)];
  expect((ten - one) / 9).toBeLessThan(one / 5);
});

test("maps with keys of other types have code of their own", async () => {
  const alike = await maps(2);
  expect(await maps(2, (index) => (index === 0 ? "number" : "string"))).toBeGreaterThan(alike * 1.3);
});

test("what equal objects refer to makes no difference if it is equal too", async () => {
  const source = (lists: number): string =>
    `class Node<T> { next: Node<T> | undefined; constructor(readonly value: T) {} }
    class List<T> {
      first: Node<T> | undefined;
      add(value: T): void { const node = new Node(value); node.next = this.first; this.first = node; }
      has(value: T): boolean { for (let at = this.first; at; at = at.next) if (at.value === value) return true; return false; }
    }
    ${Array.from({ length: lists }, (_, index) => `const list${index} = new List<string>(); export function use${index}(text: string): boolean { list${index}.add(text); return list${index}.has(text); }`).join("\n")}`;
  const [one, five] = [await sizeOf(source(1)), await sizeOf(source(5))];
  expect((five - one) / 4).toBeLessThan(one / 2);
});
