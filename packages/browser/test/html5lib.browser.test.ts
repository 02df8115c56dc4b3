import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../../../fixtures/harness/launch-browser.ts";
import { createTestSite, type TestSite } from "./harness/test-site.ts";
import { parseInBrowser } from "./html5lib/dump-page.ts";
import { generateInputs } from "./html5lib/generate-inputs.ts";
import { mountCases } from "./html5lib/mount-cases.ts";
import { hasCases, readCases } from "./html5lib/read-cases.ts";
import { isDocument, needsQuirks } from "./html5lib/subset-rules.ts";

let site: TestSite;
beforeAll(async () => {
  site = await createTestSite();
});
afterAll(() => site.close());

const place = hasCases ? "" : " (skipped: there are no html5lib cases in ../shared/data)";

test.skipIf(!hasCases)(
  `the html5lib cases show what browsers make of them, or are refused by a rule${place}`,
  async () => {
    const cases = readCases();
    // Views show in a page in standards mode, and so are read, save documents that say otherwise.
    const quirky = cases.filter(needsQuirks);
    const trees = await parseHere(quirky.map(({ input }) => `<!doctype html>${input}`));
    const standard = quirky.map((each, i) => ({ ...each, expected: trees[i] ?? [] }));
    const { counts, failures } = await mountCases(site, [...cases.filter((each) => !needsQuirks(each)), ...standard]);
    console.info({ ...counts, "of these, without quirks": quirky.length });
    expect(failures).toEqual([]);
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(cases.length);
    expect({ cases: cases.length, passed: counts["passed"], quirky: quirky.length }).toEqual({
      cases: 1796,
      passed: 1238,
      quirky: 2,
    });
  },
  180_000,
);

test("generated pages show what this browser makes of them, or are refused by the same rules", async () => {
  const inputs = generateInputs(400, 2026);
  const trees = await parseHere(
    inputs.map((input) => (isDocument({ input, context: undefined }) ? input : `<!doctype html><body>${input}`)),
  );
  const cases = inputs.map((input, i) => ({
    place: `page ${i}`,
    input,
    context: undefined,
    expected: trees[i] ?? [],
  }));
  const { counts, failures } = await mountCases(site, cases);
  console.info(counts);
  expect(failures.toSorted((a, b) => a.length - b.length).slice(0, 3)).toEqual([]);
}, 180_000);

/** Parses in a page of its own: that of the app has a policy against it. */
async function parseHere(inputs: readonly string[]): ReturnType<typeof parseInBrowser> {
  const browser = await launchBrowser();
  try {
    return await parseInBrowser(await browser.newPage(), inputs);
  } finally {
    await browser.close();
  }
}
