import {
  DEEPEST_OUTLET,
  isBlockBinding,
  LANGUAGE_TAG,
  type BlockBinding,
  type Template,
  type View,
} from "@rune/schema";
import { viewFileUnlisted, viewInvalid } from "../messages.ts";
import { checkBinding } from "./check-binding.ts";
import { checkExpression } from "./check-expression.ts";
import { checkNodes } from "./check-nodes.ts";
import type { Place, ViewContext } from "./view-context.ts";

/**
 * Checks what a schema cannot: markup rules, places that exist, names that are safe, rows that are in reach, and that the
 * templates form a tree. Each template is used once, so a view renders no more than it says (templates that share
 * templates double with every level).
 */
export function checkView(context: ViewContext, view: View): void {
  view.styles?.forEach((style, i) => {
    if (!Object.hasOwn(context.files, style)) throw viewFileUnlisted(context.file, `/styles/${i}`, style);
  });
  if (view.head?.lang !== undefined && !LANGUAGE_TAG.test(view.head.lang)) {
    throw viewInvalid(context.file, "/head/lang", "it is no language tag");
  }
  const fail = (problem: string): never => {
    throw viewInvalid(context.file, "/head/bindings", problem);
  };
  for (const { value } of view.head?.bindings ?? []) checkExpression(value, { rows: 0, event: false }, fail);
  if (view.templates.length === 0) throw viewInvalid(context.file, "/templates", "it has no template");
  const open: TemplateUse[] = [{ index: 0, rows: 0 }];
  const used = new Set<number>([0]);
  for (let use = open.pop(); use; use = open.pop()) {
    for (const inner of checkTemplate(context, view, use)) {
      const path = `/templates/${use.index}`;
      if (!view.templates[inner.index]) throw viewInvalid(context.file, path, `there is no template ${inner.index}`);
      if (used.has(inner.index)) throw viewInvalid(context.file, path, `template ${inner.index} is used twice`);
      used.add(inner.index);
      open.push(inner);
    }
  }
  view.templates.forEach((_, i) => {
    if (!used.has(i)) throw viewInvalid(context.file, `/templates/${i}`, "the template is never used");
  });
}

/** A template and how many rows surround it. */
interface TemplateUse {
  index: number;
  rows: number;
}

function checkTemplate(context: ViewContext, view: View, { index, rows }: TemplateUse): TemplateUse[] {
  const template = view.templates[index] as Template;
  const path = `/templates/${index}`;
  checkNodes(context, template.nodes, () => `${path}/nodes`);
  const blocks = new Set<string>();
  return template.bindings.flatMap((binding, i) => {
    const place = (): string => `${path}/bindings/${i}`;
    checkBinding(context, template, binding, rows, place);
    if (binding.type === "outlet") checkOutlet(context, index, template, i, place);
    if (!isBlockBinding(binding)) return [];
    const at = binding.at.join();
    if (blocks.has(at)) throw viewInvalid(context.file, place(), "another block has the same place");
    blocks.add(at);
    return listUses(binding, rows);
  });
}

function checkOutlet(context: ViewContext, index: number, { bindings }: Template, i: number, place: Place): void {
  const isOnly = index === 0 && bindings.findIndex(({ type }) => type === "outlet") === i;
  if (!isOnly) throw viewInvalid(context.file, place(), "a view has one outlet, in its first template");
  if ((bindings[i]?.at.length ?? 0) > DEEPEST_OUTLET)
    throw viewInvalid(context.file, place(), `its outlet is more than ${DEEPEST_OUTLET} elements deep`);
}

function listUses(binding: BlockBinding, rows: number): TemplateUse[] {
  const use = (index: number | undefined): TemplateUse[] => (index === undefined ? [] : [{ index, rows }]);
  switch (binding.type) {
    case "if":
      return binding.branches.flatMap(({ template }) => use(template));
    case "component":
      return (binding.slots ?? []).flatMap(({ template }) => use(template));
    case "slot":
      return use(binding.fallback);
    case "for":
      return [{ index: binding.template, rows: rows + 1 }, ...use(binding.empty)];
  }
}
