import type { Binding } from "@rune/schema";
import type { CompiledBinding } from "../block.ts";
import { compileAttribute } from "./attribute.ts";
import type { BindingScope } from "./binding-scope.ts";
import { compileClass } from "./class.ts";
import { compileProperty } from "./property.ts";
import { compileRef } from "./ref.ts";
import { compileShow } from "./show.ts";
import { compileStyle } from "./style.ts";
import { compileText } from "./text.ts";

/** How each type of binding is prepared. */
export const bindings: {
  readonly [Type in Binding["type"]]: (
    binding: Extract<Binding, { type: Type }>,
    scope: BindingScope,
  ) => CompiledBinding;
} = {
  text: compileText,
  attribute: compileAttribute,
  property: compileProperty,
  class: compileClass,
  style: compileStyle,
  show: compileShow,
  ref: compileRef,
  // What shows in it is the stage's business.
  outlet: () => ({}),
  // The page has loaded what these need.
  event: (binding, scope) => scope.context.handlers!.compileEvent(binding, scope),
  link: (binding, scope) => scope.context.linking!.compileLink(binding, scope),
  if: (binding, scope) => scope.context.conditions!.compileIf(binding, scope),
  for: (binding, scope) => scope.context.lists!.compileFor(binding, scope),
  model: (binding, scope) => scope.context.fields!.compileModel(binding, scope),
  validity: (binding, scope) => scope.context.fields!.compileValidity(binding, scope),
  component: (binding, scope) => scope.context.components!.compileComponent(binding, scope),
  slot: (binding, scope) => scope.context.components!.compileSlot(binding, scope),
};
