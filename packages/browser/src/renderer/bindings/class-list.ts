import type { CompiledBinding } from "../block.ts";
import type { Evaluate } from "../expression.ts";
import type { RenderContext } from "../render-context.ts";
import { isSame } from "../is-same.ts";
import { hold, toText } from "../to-text.ts";

interface ClassListMemory {
  readonly fixed: ReadonlySet<string>;
  value: unknown;
  classes: readonly string[];
}

/** `data-bind-class`: classes beside the static ones, as a text, a list, or an object of conditions. */
export function compileClassList(evaluate: Evaluate, context: RenderContext): CompiledBinding {
  return {
    create: (node): ClassListMemory => ({ fixed: new Set((node as Element).classList), value: undefined, classes: [] }),
    update(node, memory, row) {
      const state = memory as ClassListMemory;
      const value = evaluate(row);
      if (isSame(value, state.value)) return state;
      const { classList } = node as Element;
      const classes = listClasses(value);
      hold(classes.join(), context);
      for (const name of state.classes) if (!classes.includes(name) && !state.fixed.has(name)) classList.remove(name);
      for (const name of classes) if (!state.classes.includes(name)) classList.add(name);
      state.value = value;
      state.classes = classes;
      return state;
    },
  };
}

/** The class names that a value stands for. */
export function listClasses(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listClasses);
  if (typeof value === "boolean") return [];
  const names =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([name, isOn]) => (isOn ? [name] : []))
      : [toText(value)];
  return names.join(" ").split(/\s+/).filter(Boolean);
}
