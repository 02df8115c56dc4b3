import { isAbsolute, relative } from "node:path";

/** Whether a path is in a folder, which may have a name that begins with two dots. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !/^\.\.($|[\\/])/.test(way) && !isAbsolute(way);
}
