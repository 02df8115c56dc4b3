/** Errors of pages that a verified package shows; they load with the verifier. */
import { describeRefusal, RuneError } from "@rune/schema";
import type { MarkupRefusal, View } from "@rune/schema";
import { describe } from "../messages.ts";
import { Awaited } from "../renderer/awaited.ts";

export function styleSheetRefused(file: string, refusal: string): RuneError {
  return new RuneError("style_sheet_refused", `The style sheet ${file} was refused: ${refusal}.`, { data: { file } });
}

export function outletMissing(app: string): RuneError {
  return new RuneError("outlet_missing", `A layout of ${app} has no outlet for what is inside of it.`);
}

export function attributeRefused(refusal: MarkupRefusal): RuneError {
  return new RuneError(
    "attribute_refused",
    `Data may not do this: ${describeRefusal(refusal)}. The attribute was removed.`,
    {
      data: { refusal },
    },
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
  const { type } = view.templates[template]?.bindings[binding] ?? {};
  return new RuneError(
    "binding_failed",
    `A binding of type \`${type}\` in the view \`${view.name}\` failed: ${describe(cause)}. The page goes on.`,
    { cause, data: { view: view.name, template, binding } },
  );
}

export function appFailed(cause: unknown): RuneError {
  return new RuneError("app_failed", `Something unexpected failed: ${describe(cause)}. The app goes on.`, { cause });
}
