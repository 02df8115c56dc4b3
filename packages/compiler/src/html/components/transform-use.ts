import type { ComponentEvent } from "@rune/schema";
import { compileHandler } from "../expression/compile-expression.ts";
import {
  componentEventModifier,
  componentInVoid,
  directiveConflict,
  invalidComponentName,
  missingDirectiveName,
} from "../messages.ts";
import type { Scope } from "../names/scope.ts";
import { hasNoElements } from "../names/void-elements.ts";
import type { PageContext } from "../page-context.ts";
import type { ComponentBlock, PageNode } from "../page-tree.ts";
import type { MarkupAttribute, MarkupElement, MarkupNode } from "../parse/markup.ts";
import type { NamedPlace } from "./component-use.ts";
import { isComponentName, nameComponentView } from "./definition.ts";
import { define } from "./extract-definitions.ts";
import { isProp, readAttributes, readProps } from "./read-props.ts";
import { readSlots } from "./read-slots.ts";

/** How the nodes and elements of a component's surroundings are transformed. */
export interface Transforms {
  nodes: (page: PageContext, scope: Scope | undefined, nodes: readonly MarkupNode[]) => PageNode[];
  element: (
    page: PageContext,
    scope: Scope | undefined,
    element: MarkupElement,
    children: () => PageNode[],
  ) => PageNode[];
}

const EVENT = "data-on-";
const isTaken = (attribute: MarkupAttribute): boolean =>
  attribute.name === "data-use" || isProp(attribute) || attribute.name.startsWith(EVENT);

/**
 * `data-use="name"`: the element with the component inside. What is written inside the element is for the component's slots; of a `<template>`
 * the component stands alone.
 */
export function transformUse(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  use: MarkupAttribute,
  transforms: Transforms,
): PageNode[] {
  const name = use.value.trim();
  const isNamed = isComponentName(name);
  if (!isNamed) {
    page.reporter.report(invalidComponentName("data-use", name), name === "" ? use.nameSpan : use.valueSpan);
  }
  if (hasNoElements(element.tag)) page.reporter.report(componentInVoid(element.tag), use.nameSpan);
  const bound = element.attributes.find((attribute) => attribute.name === "data-bind");
  if (bound) {
    const hint = "the component fills the element; bind the text of an element in the component";
    page.reporter.report(directiveConflict("data-bind", "data-use", hint), bound.nameSpan);
  }
  const inner = page.definitions.get(name);
  const view = inner?.isTemplate ? inner.view : nameComponentView(name);
  const { props, places, check } = readProps(page, scope, element);
  check.view = view;
  const { events, places: eventPlaces } = readEvents(page, scope, element);
  const block: ComponentBlock = { type: "component", view, props, events, slots: [], use: undefined };
  const attributes = element.attributes.filter((attribute) => !isTaken(attribute) && attribute !== bound);
  const content = (): PageNode[] => {
    const slots = readSlots(page, scope, element.children, transforms.nodes);
    block.slots = slots.map(({ name: slot, children }) => ({ name: slot, children }));
    if (isNamed)
      noteUse(page, block, {
        name,
        attribute: use,
        props: places,
        attributes: readAttributes(page, { ...element, attributes }),
        events: eventPlaces,
        slots: slots.map(({ place }) => place),
      });
    return [block];
  };
  return transforms.element(page, scope, { ...element, attributes }, content);
}

const outside: ReadonlySet<string> = new Set([
  "data-component",
  "data-controller",
  "data-if",
  "data-else-if",
  "data-else",
  "data-for",
  "data-key",
]);

/**
 * `data-component="name"` on an element that is no template: a component that is defined where it is used. The element belongs to it, save for
 * what says whether and how often it is there.
 */
export function transformInPlace(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
  attribute: MarkupAttribute,
): PageNode[] {
  const { props, places, check } = readProps(page, scope, element);
  const attributes = element.attributes.filter((each) => !outside.has(each.name) && !isProp(each));
  const isRepeated = scope !== undefined || page.isRepeated;
  const content = [{ ...element, attributes }];
  const definition = define(page, element, attribute, { content, isTemplate: false, isRepeated });
  if (!definition) return [];
  const { name, view } = definition;
  check.view = view;
  const block: ComponentBlock = { type: "component", view, props, events: [], slots: [], use: undefined };
  noteUse(page, block, { name, attribute, props: places, attributes: [], events: [], slots: [] });
  return [block];
}

function readEvents(
  page: PageContext,
  scope: Scope | undefined,
  element: MarkupElement,
): { events: ComponentEvent[]; places: NamedPlace[] } {
  const places: NamedPlace[] = [];
  const events = element.attributes.flatMap((attribute): ComponentEvent[] => {
    if (!attribute.name.startsWith(EVENT)) return [];
    const [event = "", ...modifiers] = attribute.written.slice(EVENT.length).split(".");
    if (event === "") {
      page.reporter.report(missingDirectiveName(EVENT, `${EVENT}saved="handler"`), attribute.nameSpan);
    }
    if (modifiers.length > 0) page.reporter.report(componentEventModifier(`${EVENT}${event}`), attribute.nameSpan);
    const { start, end } = attribute.nameSpan;
    places.push({ name: event, range: page.source.createRange(start, end) });
    const handler = compileHandler(page, scope, attribute);
    return handler && event !== "" ? [{ event, handler: handler.name, arguments: handler.arguments }] : [];
  });
  return { events, places };
}

interface UsePlaces {
  name: string;
  attribute: MarkupAttribute;
  props: NamedPlace[];
  attributes: NamedPlace[];
  events: NamedPlace[];
  slots: NamedPlace[];
}

function noteUse(page: PageContext, block: ComponentBlock, { name, attribute, ...places }: UsePlaces): void {
  const { start, end } = attribute.valueSpan;
  const range = page.source.createRange(start, end);
  block.use = { view: block.view, name, range, ...places, isAlways: false };
  page.uses.push(block.use);
}
