// Any page becomes any other, and one that is the same already is not touched.
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdoptResult, SentNode } from "./harness/adopt-entry.ts";
import { createTestSite, type TestPageHandle, type TestSite } from "./harness/test-site.ts";

let site: TestSite;
let handle: TestPageHandle;
beforeAll(async () => {
  site = await createTestSite("adopt-entry.ts");
  handle = await site.open({ pages: { home: { nodes: [] } } }, { isMounted: false });
}, 60_000);
afterAll(() => site.close());

const text = fc.constantFrom("a", "b", "ab", " ");
const attributes = fc.dictionary(fc.constantFrom("id", "class", "title"), fc.constantFrom("", "x", "y"), {
  maxKeys: 2,
});
const { nodes }: { nodes: fc.Arbitrary<SentNode[]> } = fc.letrec<{ nodes: SentNode[]; node: SentNode }>((tie) => ({
  nodes: fc.array(tie("node"), { maxLength: 5 }),
  node: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    text,
    fc.constant(null),
    fc.tuple(fc.constantFrom("p", "b", "ul"), attributes, tie("nodes")),
  ),
}));

function adoptAll(pairs: readonly [wanted: SentNode[], there: SentNode[]][]): Promise<AdoptResult[]> {
  return handle.page.evaluate((sent) => adopting.adoptAll(sent), JSON.stringify(pairs));
}

test("whatever a page shows, it becomes what the app shows", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(nodes, nodes), { minLength: 50, maxLength: 50 }), async (pairs) => {
      const results = await adoptAll(pairs);
      for (const { shown, wanted } of results) expect(shown).toBe(wanted);
    }),
    { numRuns: 8 },
  );
});

test("what shows it already keeps every element, and is changed only where texts were one", async () => {
  const areOne = (all: readonly SentNode[]): boolean =>
    all.some(
      (node, i) =>
        (typeof node === "string" && typeof all[i + 1] === "string") ||
        (Array.isArray(node) && areOne(node[2] as SentNode[])),
    );
  const count = (all: readonly SentNode[]): number =>
    all.reduce((sum, node) => sum + (Array.isArray(node) ? 1 + count(node[2] as SentNode[]) : 0), 0);
  await fc.assert(
    fc.asyncProperty(fc.array(nodes, { minLength: 50, maxLength: 50 }), async (pages) => {
      const results = await adoptAll(pages.map((page) => [page, page]));
      results.forEach(({ shown, wanted, kept, isTouched }, i) => {
        const page = pages[i] as SentNode[];
        expect(shown).toBe(wanted);
        expect(kept).toBe(count(page));
        expect(isTouched).toBe(areOne(page));
      });
    }),
    { numRuns: 8 },
  );
});
