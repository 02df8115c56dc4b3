import { compareText, type Diagnostic } from "@rune/schema";
import { checkAssetCalls } from "./check-asset-calls.ts";
import { checkAssets } from "./check-assets.ts";
import { checkComponents } from "./check-components.ts";
import { checkComputedOnce } from "./check-computed-once.ts";
import { checkLayouts } from "./check-layouts.ts";
import { checkModules } from "./check-modules.ts";
import { checkNavigation } from "./check-navigation.ts";
import { checkRooted } from "./check-rooted.ts";
import { checkRoutes } from "./check-routes.ts";
import { checkStart } from "./check-start.ts";
import { collectCapabilities } from "./collect-capabilities.ts";
import { findEntry } from "./draft-manifest.ts";
import type { AppFacts } from "./gather-facts.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";
import { checkViewNames, listComponentViews, listUses } from "./view-file.ts";

type Check = (facts: AppFacts) => readonly Diagnostic[];

/** Of what is wrong at one place with one code, that which is found first is told first. */
const checks: readonly Check[] = [
  ({ discovered }) => discovered.diagnostics,
  ({ pages, layouts }) => checkLayouts(pages, layouts),
  ({ controllers }) => [...controllers.values()].flatMap(({ diagnostics }) => diagnostics),
  checkEachView,
  ({ styles }) => styles.flatMap(({ diagnostics }) => diagnostics),
  ({ source, all }) => all.flatMap((each) => checkAssets(source, each)),
  ({ all, controllers }) => checkComponents(all.flatMap((file) => listUses(file, controllers))),
  ({ pages, all }) => checkViewNames(pages, all),
  ({ all, discovered, controllers }) => checkComputedOnce(all, discovered.controllers, controllers),
  ({ linked, findFault }) => checkRoutes(linked, findFault),
  ({ source, controllers, readFile }) => checkAssetCalls(source, controllers, readFile),
  ({ pages, controllers, findFault, readFile }) =>
    checkNavigation(controllers, { pages: pages.map(({ page }) => page.name), findFault, readFile }),
  checkRootedLinks,
  ({ controllers, controlled, layouts, all }) =>
    checkModules(controllers, controlled, [...layouts.flatMap(({ view }) => view ?? []), ...listComponentViews(all)]),
  checkStarts,
  checkEntry,
  ({ options, modules }) => collectCapabilities(options.capabilities, modules).diagnostics,
];

/** Finds everything that is wrong with an app, in the order of its files and places. */
export function checkApp(facts: AppFacts): Diagnostic[] {
  return checks.flatMap((check) => check(facts)).sort(compareDiagnostics);
}

/** Of what two checks have found, the one that knows types says more about arguments, and the other more about data. */
function checkEachView({ controlled, components, typed }: AppFacts): Diagnostic[] {
  const untyped = [...controlled, ...components].flatMap(({ diagnostics }) => diagnostics);
  const isArgument = ({ code }: Diagnostic): boolean => code === "view_argument_type";
  const arePlaced = (list: readonly Diagnostic[]): ReadonlySet<string> => new Set(list.map(placeOf));
  const [known, given] = [arePlaced(typed), arePlaced(untyped)];
  return [
    ...untyped.filter((each) => !(isArgument(each) && known.has(placeOf(each)))),
    ...typed.filter((each) => isArgument(each) || !given.has(placeOf(each))),
  ];
}

function placeOf({ file, code, range }: Diagnostic): string {
  return JSON.stringify([file, code, range?.start.offset]);
}

function checkRootedLinks({ source, routed, parts, options }: AppFacts): Diagnostic[] {
  const pages = [
    ...routed.map(({ source: text, pattern, html }) => ({ source: text, pattern, rooted: html.rooted })),
    ...parts.map(({ source: text, html }) => ({ source: text, rooted: html.rooted })),
  ];
  return checkRooted(source, pages, options.routing);
}

function checkStarts({ routed, controllers, readFile }: AppFacts): Diagnostic[] {
  return routed.flatMap(({ page, pattern }) => {
    const controller = controllers.get(page.name);
    return controller ? checkStart(controller.source, pattern, readFile) : [];
  });
}

function checkEntry({ routed }: AppFacts): Diagnostic[] {
  const patterns = routed.map(({ pattern }) => pattern);
  if (patterns.length === 0 || findEntry(patterns) !== undefined) return [];
  return [diagnose(messages.app_no_entry(patterns))];
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.file ?? "", b.file ?? "") ||
    (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0) ||
    compareText(a.code, b.code)
  );
}
