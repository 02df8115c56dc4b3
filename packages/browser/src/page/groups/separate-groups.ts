import type { Binding, Expression, Template, View, ViewNode } from "@rune/schema";

/**
 * Radio buttons of one name, and `<details>` of one name, are a group wherever in the page they are: choosing or opening one changes the others. So that
 * those of an app are none of the page's, and none of another app's, their names begin with something that no other has.
 */
export function separateGroups(view: View, prefix: string): View {
  return prefix === "" ? view : { ...view, templates: view.templates.map((each) => separate(each, prefix)) };
}

function separate({ nodes, bindings }: Template, prefix: string): Template {
  const named = new Set<string>();
  const typed = new Set(bindings.filter((each) => isOf(each, "type")).map(({ at }) => at.join()));

  function visit(node: ViewNode, path: readonly number[]): ViewNode {
    if (!Array.isArray(node)) return node;
    const [tag, attributes, ...children] = node;
    const kind = tag.toLowerCase();
    const inside = children.map((each, i) => visit(each, [...path, i]));
    const entries = Object.entries(attributes);
    // What a field is may be changed later, and its name with it.
    if (kind === "input" || kind === "details") named.add(path.join());
    const isRadio = entries.some(([name, value]) => /^type$/i.test(name) && isRadioType(value));
    if (kind !== "details" && !(kind === "input" && (isRadio || typed.has(path.join()))))
      return [tag, attributes, ...inside];
    const renamed = entries.map(([name, value]) => [name, /^name$/i.test(name) && value ? prefix + value : value]);
    return [tag, Object.fromEntries(renamed) as Record<string, string>, ...inside];
  }

  return {
    nodes: nodes.map((node, i) => visit(node, [i])),
    bindings: bindings.map((binding) => {
      if (!isOf(binding, "name") || !named.has(binding.at.join())) return binding;
      const { value } = binding;
      const renamed: Expression = ["if", value, ["text", prefix, value], value];
      return { ...binding, value: renamed };
    }),
  };
}

function isOf(binding: Binding, name: string): binding is Extract<Binding, { type: "attribute" }> {
  return binding.type === "attribute" && binding.name.toLowerCase() === name;
}

export function isRadioType(type: string | undefined): boolean {
  return type?.toLowerCase() === "radio";
}
