import type { CompiledTemplate } from "../block.ts";
import type { BindingScope } from "../bindings/binding-scope.ts";
import type { Reads } from "../reads.ts";
import type { ControllerTypes } from "./controller.ts";
import type { ComponentNames, Prop } from "./names.ts";
import { createComponentNames } from "./names.ts";

/** A component's view, prepared for uses that give it the same kinds of values from the same names. */
export interface Variant {
  readonly props: readonly Prop[];
  readonly types: ControllerTypes | undefined;
  readonly template: CompiledTemplate;
}

/**
 * Prepares a component's view for a use. Uses that give the same share it, so that a tree is prepared once and not for each level. One
 * that gives slots has a view of its own, because these are in it.
 */
export function prepareView({ compileView }: BindingScope, names: ComponentNames): CompiledTemplate {
  const { view, props, slots, types, context } = names;
  const known = context.variants.get(view.name) ?? [];
  const found = slots.size === 0 && known.find((each) => each.types === types && isAlike(each.props, props));
  if (found) return found.template;
  const template = compileView(view, createComponentNames(names));
  if (slots.size === 0) context.variants.set(view.name, [...known, { props, types, template }]);
  return template;
}

function isAlike(some: readonly Prop[], others: readonly Prop[]): boolean {
  return (
    some.length === others.length &&
    some.every((prop, i) => {
      const other = others[i] as Prop;
      return prop.name === other.name && prop.computed.type === other.computed.type && hasSame(prop.reads, other.reads);
    })
  );
}

function hasSame(some: Reads, others: Reads): boolean {
  return (
    some.isVolatile === others.isVolatile &&
    some.hasIndex === others.hasIndex &&
    some.names.size === others.names.size &&
    [...some.names].every((name) => others.names.has(name))
  );
}
