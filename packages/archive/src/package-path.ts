import { encodeText } from "./text.ts";

/** Bytes of the longest path. */
const MAX_BYTES = 240;

/** Controls, formats (direction marks, zero-width characters), what is drawn as nothing, surrogate halves, line separators. */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Device names of Windows, with any extension. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/**
 * Why a path may not name a file of a package, or `undefined` when it may. The rules are those under which a path means the
 * same single file on every system and in every URL: relative, `/` between segments, 1 to 240 bytes, NFC, no empty, `.` or
 * `..` segment, none that begins with a dot, nothing that Windows cannot store, nothing invisible.
 */
export function describePathProblem(path: string): string | undefined {
  if (path === "") return "it is empty";
  if (unprintable.test(path)) return "it has a control, invisible or direction-changing character";
  if (encodeText(path).length > MAX_BYTES) return `it is longer than ${MAX_BYTES} bytes`;
  if (path.includes("\\")) return "it has a backslash";
  if (path.startsWith("/")) return "it is absolute";
  if (/[:<>"|?*]/.test(path)) return 'it has one of the characters `: < > " | ? *`';
  if (path.normalize("NFC") !== path) return "it is not in Unicode normal form C";
  for (const segment of path.split("/")) {
    const problem = describeSegmentProblem(segment);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function describeSegmentProblem(segment: string): string | undefined {
  if (segment === "") return "it has an empty segment";
  if (segment.startsWith(".")) return "a segment begins with a dot";
  if (/[. ]$/.test(segment) || segment.startsWith(" "))
    return "a segment begins or ends with a blank or ends with a dot";
  if (reserved.test(segment)) return `\`${segment}\` is a device name on Windows`;
  if (segment === "__proto__") return "`__proto__` is no file name";
  return undefined;
}

/**
 * The first two paths that some file system would take for one: equal without case and normalisation, folders that differ
 * so, or a file where another path needs a folder.
 */
export function findPathCollision(paths: Iterable<string>): [string, string] | undefined {
  const seen = new Map<string, { name: string; path: string }>();
  for (const path of paths) {
    const segments = path.split("/");
    for (let i = 1; i <= segments.length; i++) {
      const isFile = i === segments.length;
      const name = segments.slice(0, i).join("/");
      const known = seen.get(fold(name));
      // The same folder twice is the ordinary case; a file is never met twice.
      if (known && (isFile || known.name !== `${name}/`)) return [known.path, path];
      seen.set(fold(name), { name: isFile ? name : `${name}/`, path });
    }
  }
  return undefined;
}

/** Upper case first: it also merges letters whose lower forms differ, such as `ß` and `ss` or `ſ` and `s`. */
function fold(text: string): string {
  return text.normalize("NFD").toUpperCase().toLowerCase().normalize("NFC");
}
