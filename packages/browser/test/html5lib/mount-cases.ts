import { compileView } from "@rune/compiler/html";
import type { CompileViewResult } from "@rune/compiler/html";
import { expect } from "vitest";
import type { TestPage } from "../harness/test-app.ts";
import type { TestSite } from "../harness/test-site.ts";
import { dumpPages } from "./dump-page.ts";
import { expectView } from "./expect-view.ts";
import type { Html5libCase } from "./read-cases.ts";
import { listShown, subsetRules } from "./subset-rules.ts";
import { printTree } from "./tree.ts";

/** What became of cases. */
export interface CaseReport {
  /** How many passed, and how many each rule refused. */
  counts: Record<string, number>;
  /** What went wrong, a text a case. */
  failures: string[];
}

/** Compiles cases, mounts those that no rule refuses, and compares what the document shows with what they expect. */
export async function mountCases(site: TestSite, cases: readonly Html5libCase[]): Promise<CaseReport> {
  const report: CaseReport = { counts: { passed: 0 }, failures: [] };
  const accepted: [Html5libCase, CompileViewResult][] = [];
  for (const each of cases) {
    const result = compile(each);
    const codes = result.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
    const shown = listShown(each);
    const rules = subsetRules.filter((rule) => rule.applies(each, shown));
    const rule = rules.find((one) => one.codes.some((code) => codes.includes(code)));
    if (rule) report.counts[rule.name] = (report.counts[rule.name] ?? 0) + 1;
    else if (rules.length > 0) fail(report, each, `is not refused: ${rules[0]?.name}`);
    else if (codes.length > 0) fail(report, each, `is refused: ${codes.join(" ")}`);
    else accepted.push([each, result]);
  }
  await mountAccepted(site, accepted, report);
  return report;
}

function fail({ failures }: CaseReport, { place, input }: Html5libCase, problem: string): void {
  failures.push(`${place} ${JSON.stringify(input)} ${problem}`);
}

function compile({ input, context }: Html5libCase): CompileViewResult {
  const place = { file: "app/pages/home/index.html", name: "home", source: input };
  if (context === undefined) return compileView(place, { names: "open" });
  return compileView({ ...place, kind: "component", within: context.replace(" ", ":") }, { names: "open" });
}

async function mountAccepted(
  site: TestSite,
  accepted: readonly [Html5libCase, CompileViewResult][],
  report: CaseReport,
): Promise<void> {
  const patterns = accepted.map((_each, i) => (i === 0 ? "/" : `/${i}`));
  const pages = accepted.map(([, { view }], i): [string, TestPage] => [
    `p${i}`,
    {
      pattern: patterns[i] ?? "/",
      nodes: view?.templates[0]?.nodes ?? [],
      ...(view?.head && { head: view.head }),
      isStatic: true,
    },
  ]);
  const app = await site.open(
    { pages: Object.fromEntries(pages) },
    // Metadata of any name is for those that have the whole page.
    { prepare: () => document.querySelector("#app")?.setAttribute("data-rune-page", "") },
  );
  const dumped = await dumpPages(app.page, patterns);
  expect(await app.page.evaluate(() => testbed.reports.map(({ code, message }) => `${code} ${message}`))).toEqual([]);
  accepted.forEach(([each, { styles }], i) => {
    // The page around the app has a title and a language of its own.
    const { nodes, title = "Host", lang = "de", ...expected } = expectView(each);
    const found = dumped[i];
    expect(styles.map((style) => style.type === "inline" && style.css)).toEqual(expected.styles);
    expect({ title: found?.title, lang: found?.lang, meta: found?.meta }).toEqual({ title, lang, meta: expected.meta });
    const [want, got] = [printTree(nodes), printTree(found?.nodes ?? [])];
    if (want === got) report.counts["passed"] = (report.counts["passed"] ?? 0) + 1;
    else fail(report, each, `is to be\n${want}and is\n${got}`);
  });
}
