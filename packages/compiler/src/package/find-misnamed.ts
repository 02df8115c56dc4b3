import { compareText, type Diagnostic } from "@rune/schema";
import type { AppSource } from "./app-source.ts";
import { messages } from "./messages.ts";
import { diagnose } from "./source-text.ts";

/** Finds files whose names are nearly those of a page, a layout or a component, such as `controller.tsx`, which nothing reads. */
export function findMisnamed({ directory, files }: AppSource): Diagnostic[] {
  return [...files.keys()].toSorted(compareText).flatMap((path) => {
    const name = findName(path, files);
    return name === undefined || files.has(name)
      ? []
      : diagnose(messages.app_file_misnamed(path, name), `${directory}/${path}`);
  });
}

/** Path that a file would have, if it were what it seems to be. */
function findName(path: string, files: AppSource["files"]): string | undefined {
  const [, folder = "", base = "", ending = ""] = /^(.*?)([^/.]+)\.(\w+)$/.exec(path) ?? [];
  const type = /^[cm]?[jt]sx?$/i.test(ending) ? "ts" : ending.toLowerCase().replace(/^x?html?$/, "html");
  if (/^components\/$/.test(folder))
    return type === "ts" && files.has(`${folder}${base}.html`) ? `${folder}${base}.ts` : undefined;
  const name = `${base.toLowerCase()}.${type}`;
  if (/^pages\/.+\/$/.test(folder) && name === "index.html") return folder + name;
  if (!/^(?:pages\/.+\/)?$/.test(folder)) return undefined;
  const isPart = /^(?:controller\.ts|data\.json)$/.test(name) && files.has(`${folder}index.html`);
  return isPart || (/^layout\.(?:ts|json)$/.test(name) && files.has(`${folder}layout.html`))
    ? folder + name
    : undefined;
}
