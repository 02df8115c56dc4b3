/** Every error of this package, by its code; `docs/reference/errors/browser.md` has a section for each. */
import { RuneError, describeRefusal } from "@rune/schema";
import type { MarkupRefusal, View } from "@rune/schema";

/** ``did you mean `x`?``, or what there is. */
function suggest(nearest: string | undefined, known: readonly string[], what: string): string {
  if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
  return known.length > 0
    ? `${what}: ${known.map((name) => `\`${name}\``).join(", ")}.`
    : `There is no ${what.toLowerCase()}.`;
}

export function optionInvalid(path: string, expected: string): RuneError {
  return new RuneError("option_invalid", `The option \`${path}\` of mount() is wrong: ${expected}.`, {
    data: { path },
  });
}

export function packageUnreachable(url: string, cause: unknown): RuneError {
  return new RuneError(
    "package_unreachable",
    `${url} could not be loaded (${describe(cause)}). Check the address of the package and the connection.`,
    { cause, data: { url } },
  );
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

export function assetUnknown(path: string): RuneError {
  return new RuneError(
    "asset_unknown",
    `The package has no file \`${path}\` with an address. The attribute was removed.`,
    {
      data: { path },
    },
  );
}

export function bindingFailed(view: View, template: number, binding: number, cause: unknown): RuneError {
  const { type } = view.templates[template]?.bindings[binding] ?? {};
  return new RuneError(
    "binding_failed",
    `A binding of type \`${type}\` in the view \`${view.name}\` failed: ${describe(cause)}. The rest of the page goes on.`,
    { cause, data: { view: view.name, template, binding } },
  );
}

export function listInvalid(item: string, value: unknown): RuneError {
  const found = typeof value === "number" ? `the number ${value}` : `a value of type ${typeof value}`;
  return new RuneError(
    "list_invalid",
    `\`${item} in …\` cannot repeat over ${found}: it takes an array, a Map, a Set, or a number up to a million. No rows show.`,
    { data: { item } },
  );
}

export function listDuplicateKey(item: string): RuneError {
  return new RuneError(
    "list_duplicate_key",
    `Rows of \`${item} in …\` have the same data-key; the last one shows. Give each row a key of its own.`,
    { data: { item } },
  );
}

export function linkInvalid(path: string): RuneError {
  return new RuneError(
    "link_invalid",
    `data-link cannot go to \`${path}\`: it takes a path of this app, such as \`/settings\`.`,
    {
      data: { path },
    },
  );
}

export function handlerUnknown(
  handler: string,
  file: string | undefined,
  nearest: string | undefined,
  known: readonly string[],
): RuneError {
  const problem =
    file === undefined
      ? `The page has no controller that could export \`${handler}\`.`
      : `${file} exports no function \`${handler}\`; ${suggest(nearest, known, "Exported")}`;
  return new RuneError("handler_unknown", problem, { data: { function: handler, ...(file && { module: file }) } });
}

export function controllerFailed(file: string, action: string, cause: unknown): RuneError {
  return new RuneError("controller_failed", `${file}: ${action} failed: ${describe(cause)}.`, {
    cause,
    data: { module: file },
  });
}

export function mutationNodeUnknown(type: string, id: string, nearest: string | undefined): RuneError {
  const hint = nearest === undefined ? "Give the element that `id`." : `Did you mean \`${nearest}\`?`;
  return new RuneError(
    "mutation_node_unknown",
    `${type}: the page shows no node \`${id}\`. ${hint} Nothing was changed.`,
    {
      data: { type, id },
    },
  );
}

export function mutationRefused(type: string, id: string, problem: string): RuneError {
  return new RuneError("mutation_refused", `${type} of \`${id}\`: ${problem}. Nothing was changed.`, {
    data: { type, id },
  });
}

export function overlayInvalid(id: string, tag: string): RuneError {
  return new RuneError(
    "overlay_invalid",
    `\`${id}\` is a <${tag}>, and an overlay must be a <dialog>. Write <dialog id="${id}">…</dialog>. Nothing was changed.`,
    { data: { id, tag } },
  );
}

export function viewUnknown(name: string, nearest: string | undefined, known: readonly string[]): RuneError {
  return new RuneError("view_unknown", `No route shows a view \`${name}\`; ${suggest(nearest, known, "Views")}`, {
    data: { view: name },
  });
}

export function routeInvalid(path: string): RuneError {
  return new RuneError(
    "route_invalid",
    `\`${path}\` is no path of this app; a path starts with one \`/\`, such as \`/settings\`.`,
    {
      data: { path },
    },
  );
}

export function routeParameterMissing(pattern: string, name: string): RuneError {
  return new RuneError(
    "route_parameter_missing",
    `The route \`${pattern}\` needs the parameter \`${name}\`. Pass it: navigate(view, { ${name}: … }).`,
    { data: { pattern, name } },
  );
}

export function pageFailed(path: string, cause: unknown): RuneError {
  return new RuneError("page_failed", `The page ${path} could not be opened: ${describe(cause)}`, {
    cause,
    data: { path },
  });
}

export function storageFailed(action: string, cause: unknown): RuneError {
  return new RuneError(
    "storage_failed",
    `The browser could not ${action} the app's local state: ${describe(cause)}. It may be full, or denied for this page.`,
    { cause },
  );
}

export function mountFailed(cause: unknown): RuneError {
  return new RuneError("mount_failed", `The app could not be started: ${describe(cause)}.`, { cause });
}

/** What an unknown thrown value says. */
function describe(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
}
