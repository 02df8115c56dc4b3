import { findNearest, type Diagnostic } from "@rune/schema";
import { DEFAULT_SLOT, nameComponentView, type ComponentFacts, type ComponentUse } from "../html/index.ts";
import type { EmittedEvents } from "../engines/index.ts";
import { componentMessages } from "./component-messages.ts";
import { placeDiagnostic, type SourceText } from "./source-text.ts";

/** A page or component, as far as components have to do with it. */
export interface UsingView {
  /** Name of the view. */
  name: string;
  source: SourceText;
  uses: readonly ComponentUse[];
  /** Absent for a page. */
  component?: ComponentFacts | undefined;
  /** What its controller emits. */
  emits: EmittedEvents;
}

type Views = ReadonlyMap<string, UsingView>;

/** Checks every use of a component against the component, and every component against its uses. */
export function checkComponents(list: readonly UsingView[]): Diagnostic[] {
  const views: Views = new Map(list.map((view) => [view.name, view]));
  const given = collectGiven(list);
  return [
    ...list.flatMap((view) => view.uses.flatMap((use) => checkUse(views, view, use, given.get(use.view)))),
    ...list.flatMap((view) => {
      const own = list.flatMap(({ uses }) => uses.filter((use) => use.view === view.name));
      return checkReads(view, given.get(view.name), own);
    }),
    ...checkEndless(views),
  ];
}

/** The names that the uses of each component give it. */
function collectGiven(list: readonly UsingView[]): ReadonlyMap<string, ReadonlySet<string>> {
  const given = new Map<string, Set<string>>();
  for (const { view, props } of list.flatMap(({ uses }) => uses)) {
    const names = given.get(view) ?? new Set();
    given.set(view, names);
    for (const { name } of props) names.add(name);
  }
  return given;
}

/** What a component can be given. */
function knownNames({ reads, variables }: ComponentFacts): string[] {
  return [...new Set([...reads.map(({ name }) => name), ...variables])];
}

function checkUse(
  views: Views,
  { source }: UsingView,
  use: ComponentUse,
  given: ReadonlySet<string> | undefined,
): Diagnostic[] {
  const used = views.get(use.view);
  const component = used?.component;
  if (!component) {
    const known = listNames(views, source);
    return [
      placeDiagnostic(
        componentMessages.app_component_unknown(use.name, known, findNearest(use.name, known)),
        source,
        use.range,
      ),
    ];
  }
  const names = knownNames(component);
  const slots = component.slots.map(({ name }) => name);
  return [
    ...use.props
      .filter(({ name }) => !component.isOpen && !names.includes(name))
      .map(({ name, range }) => {
        const message = component.constants.includes(name)
          ? componentMessages.app_component_prop_constant(name, use.name)
          : componentMessages.app_component_prop_unknown(name, use.name, names, findNearest(name, names));
        return placeDiagnostic(message, source, range);
      }),
    ...use.attributes
      .filter(({ name }) => names.includes(name) && !use.props.some((each) => each.name === name))
      .map(({ name, range }) => {
        const isNeeded = component.reads.some((each) => each.name === name) && !given?.has(name);
        return placeDiagnostic(componentMessages.app_component_prop_attribute(name, use.name, isNeeded), source, range);
      }),
    ...use.events
      .filter(({ name }) => used.emits.complete && !used.emits.names.includes(name))
      .map(({ name, range }) => {
        const known = used.emits.names;
        const message = componentMessages.app_component_event_unknown(name, use.name, known, findNearest(name, known));
        return placeDiagnostic(message, source, range);
      }),
    ...use.slots
      .filter(({ name }) => !slots.includes(name))
      .map(({ name, range }) => {
        const named = name === DEFAULT_SLOT ? undefined : name;
        const known = slots.filter((slot) => slot !== DEFAULT_SLOT);
        const message = componentMessages.app_component_slot_unknown(named, use.name, known, findNearest(name, known));
        return placeDiagnostic(message, source, range);
      }),
  ];
}

/** The names that a view of a file can use: the app's components, and those of the file. */
function listNames(views: Views, { file }: SourceText): string[] {
  const root = nameComponentView("");
  return [...views.values()].flatMap(({ name, source, component }) => {
    const rest = name.startsWith(root) ? name.slice(root.length) : "";
    if (!component) return [];
    if (source.file === file && rest.includes("/")) return [rest.slice(rest.lastIndexOf("/") + 1)];
    return rest.includes("/") ? [] : [rest];
  });
}

/** A name that no use gives is most likely a mistake; of a component that nobody uses nothing is known. One that its only use misspells, or a use gives in an attribute, is told there. */
function checkReads(
  { source, component }: UsingView,
  given: ReadonlySet<string> | undefined,
  uses: readonly ComponentUse[],
): Diagnostic[] {
  if (!given || !component) return [];
  const misspelt = uses.length === 1 ? [...given].filter((name) => !component.constants.includes(name)) : [];
  const names = knownNames(component);
  const meant = new Set(misspelt.map((name) => (names.includes(name) ? undefined : findNearest(name, names))));
  const known = [...given, ...component.variables];
  const attributes = new Set(uses.flatMap((use) => use.attributes.map(({ name }) => name)));
  return component.reads
    .filter(({ name }) => !given.has(name) && !meant.has(name) && !attributes.has(name))
    .map(({ name, range }) =>
      placeDiagnostic(
        componentMessages.app_component_name_unknown(name, known, findNearest(name, known)),
        source,
        range,
      ),
    );
}

/** Finds components that always hold themselves: showing one would never end. */
function checkEndless(views: Views): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const done = new Set<UsingView>();
  const visit = (view: UsingView, path: readonly UsingView[]): void => {
    if (done.has(view)) return;
    for (const use of view.uses.filter(({ isAlways }) => isAlways)) {
      const target = views.get(use.view);
      if (!target) continue;
      const here = [...path, view];
      const start = here.indexOf(target);
      if (start < 0) visit(target, here);
      else {
        const chain = [...here.slice(start), target].map(({ name }) => name.slice(name.lastIndexOf("/") + 1));
        diagnostics.push(placeDiagnostic(componentMessages.app_component_endless(chain), view.source, use.range));
      }
    }
    done.add(view);
  };
  for (const view of views.values()) visit(view, []);
  return diagnostics;
}
