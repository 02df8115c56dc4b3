/** Errors of pages that a verified package shows; they load with the verifier. */
import { describeRefusal, RuneError } from "@rune/schema";
import type { Binding, MarkupRefusal, Template, View } from "@rune/schema";
import { describe } from "../messages.ts";
import { describeElement, describeTag, describeValue } from "./describe-binding.ts";
import type { MarkupScope } from "../renderer/bindings/binding-scope.ts";
import { Awaited } from "../renderer/awaited.ts";

export function styleSheetRefused(file: string, refusal: string): RuneError {
  return new RuneError("style_sheet_refused", `The style sheet ${file} was refused: ${refusal}.`, { data: { file } });
}

export function outletMissing(app: string): RuneError {
  return new RuneError("outlet_missing", `A layout of ${app} has no outlet for what is inside of it.`);
}

export function attributeRefused(
  refusal: MarkupRefusal,
  element: Element,
  { tag, view: { name } }: MarkupScope,
): RuneError {
  const place = describeTag(tag, element.getAttribute("id"), element.getAttribute("class"));
  return new RuneError(
    "attribute_refused",
    `Data may not do this at \`${place}\` in the view \`${name}\`: ${describeRefusal(refusal)}. The attribute was removed.`,
    { data: { refusal, view: name, element: place } },
  );
}

export function controllerMissing(handler: string): RuneError {
  return new RuneError(
    "controller_missing",
    `An event asks for \`${handler}\`, but the page has no controller. Write its controller.ts.`,
    { data: { function: handler } },
  );
}

/** What has only to wait is no failure. */
export function bindingFailed(view: View, template: number, binding: number, cause: unknown): unknown {
  if (cause instanceof Awaited) return cause;
  const { nodes, bindings } = view.templates[template] as Template;
  const failed = bindings[binding] as Binding;
  const [element, value] = [describeElement(nodes, failed.at), describeValue(failed)];
  const name = "name" in failed && failed.name ? ` (\`${failed.name}\`)` : "";
  const place = `${element && ` at \`${element}\``}${value && `, \`${value}\`,`}`;
  return new RuneError(
    "binding_failed",
    `A binding of type \`${failed.type}\`${name} in the view \`${view.name}\`${place} failed: ${describe(cause)}. The page goes on.`,
    { cause, data: { view: view.name, template, binding, element, value } },
  );
}

export function appFailed(cause: unknown): RuneError {
  return new RuneError("app_failed", `Something unexpected failed: ${describe(cause)}. The app goes on.`, { cause });
}
