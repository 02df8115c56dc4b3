import type { ReadFile } from "@rune/host";
import type { Provided, ProviderContext } from "../provider.ts";
import { fileNotChosen, fileTooLarge, fileUnreadable } from "./messages.ts";

/** Largest file that an app reads, in bytes. */
const MAX_SIZE = 64 * 1024 * 1024;

/** Reads the files that the fields of the app hold, for one module. */
export function provide({ app }: ProviderContext): Provided {
  const read = app.providers.files ?? createFileReader(app.element);
  return { functions: { file_bytes: read } };
}

/** Reads files in the fields inside of an element, one after the other: so many as a module asks for would not fit into memory together. */
function createFileReader(element: Element): ReadFile {
  let last: Promise<unknown> = Promise.resolve();
  return async (name, size, lastModified) => {
    const file = findFile(element, name, size, lastModified);
    if (!file) throw fileNotChosen(name);
    if (file.size > MAX_SIZE) throw fileTooLarge(name, file.size, MAX_SIZE);
    const bytes = last.then(() => file.arrayBuffer());
    last = bytes.catch(() => {});
    try {
      return new Uint8Array(await bytes);
    } catch (error) {
      throw fileUnreadable(name, error);
    }
  };
}

function findFile(element: Element, name: string, size: number, lastModified: number): File | undefined {
  for (const { files } of element.querySelectorAll<HTMLInputElement>("input[type=file]")) {
    for (const file of files ?? []) {
      const isSame = file.name === name && file.size === size;
      if (isSame && (lastModified < 0 || file.lastModified === lastModified)) return file;
    }
  }
  return undefined;
}
