/** A path as it is seen from the project's root, above which it may lead, of one that is relative to a file's folder. */
export function joinFrom(file: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...file.split("/").slice(0, -1), ...path.split("/")]) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
