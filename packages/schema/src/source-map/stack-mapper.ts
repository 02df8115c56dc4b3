import { createFrame } from "../diagnostic.ts";
import { decodeMappings } from "./mappings.ts";
import type { CodePosition, Position } from "./position.ts";
import type { SourceMap } from "./source-map.ts";

/** A place on a stack that an author knows. */
export interface StackPlace extends Position {
  /** Name of the function, unless it has none or the module does not tell. */
  function?: string;
  /** The lines around it, with a marker, where the text is known. */
  frame?: string;
}

/** A stack with the author's places. */
export interface MappedStack {
  /** The stack with the author's files, lines and functions. What no author wrote is left out of the module's part. */
  text: string;
  /** The innermost place that an author wrote. */
  place?: StackPlace;
}

/** Makes a stack that engines write name the author's files. What it has made already stays as it is. */
export type StackMapper = (stack: string) => MappedStack;

/** How a stack is mapped. */
export interface StackMapperOptions {
  /**
   * Finds the name of the function around a place, for modules without names.
   * @default the engine's names are used
   */
  nameFunction?: (position: Position) => string | undefined;
}

/** V8's `at name (address:wasm-function[1]:0x2a)`, and `name@address:wasm-function[1]:0x2a` of Firefox. */
const wasmFrame =
  /^(\s*at )?(?:(.*?)(?: \(|@))?((?:wasm|https?|file|blob|data):[^\s]*?):wasm-function\[\d+\]:0x([0-9a-f]+)\)?$/;

/** What this makes of them. */
const mappedFrame = /^\s*at (?:(.+) \()?(.+):(\d+):(\d+)\)?$|^([^@]*)@(.+):(\d+):(\d+)$/;

/** Names that compilers give to functions without one. */
const nameless = new Set(["", "anonymous", "callback"]);

/** Prepares the mapping of the stacks of one module. */
export function createStackMapper(map: SourceMap, { nameFunction }: StackMapperOptions = {}): StackMapper {
  const positions = decodeMappings({ files: map.sources, mappings: map.mappings });
  const ignored = new Set((map.ignoreList ?? []).map((index) => map.sources[index]));
  const isAuthors = (file: string | undefined): boolean =>
    file !== undefined && file !== "" && !ignored.has(file) && map.sources.includes(file);
  const addFrame = (position: Position, name: string | undefined): StackPlace => {
    const frame = drawFrame(map.sourcesContent?.[map.sources.indexOf(position.file)], position);
    return { ...position, ...(name !== undefined && { function: name }), ...(frame !== undefined && { frame }) };
  };
  return (stack) => {
    let place: StackPlace | undefined;
    /** Offset in the outermost function that is not the author's at that place: the author's code may have been inlined into it. */
    let around: number | undefined;
    const lines = stack.split("\n").flatMap((line): string[] => {
      const match = wasmFrame.exec(line);
      if (!match || !isNamed(match[3] ?? "", map.file)) {
        const known = place ? undefined : readMapped(line);
        if (known && isAuthors(known.position.file)) place = addFrame(known.position, known.name);
        return [line];
      }
      const offset = Number.parseInt(match[4] ?? "", 16);
      const position = findPosition(positions, offset);
      if (!position || !isAuthors(position.file)) {
        around = offset;
        return [];
      }
      const given = nameFunction ? nameFunction(position) : withoutModule(match[2], map.file);
      const name = given === undefined || nameless.has(given) ? undefined : given;
      place ??= addFrame(position, name);
      return [writeFrame(position, name, match[1])];
    });
    if (!place && around !== undefined) {
      const near = positions.findLast(
        ({ offset, position }) => offset <= around! && isAuthors(position?.file),
      )?.position;
      if (near) place = addFrame(near, nameFunction?.(near));
    }
    return { text: lines.join("\n"), ...(place && { place }) };
  };
}

/** Of a place that is in the text: a map can say anything. */
function drawFrame(text: string | null | undefined, { line, column }: Position): string | undefined {
  const length = typeof text === "string" ? text.split("\n")[line - 1]?.length : undefined;
  if (typeof text !== "string" || length === undefined || column < 1 || column > length + 1) return undefined;
  const start = { line, column, offset: 0 };
  return createFrame(text, { start, end: { ...start, column: column + 1 } });
}

/** V8 tells a module's name, if it has one, before a hash: `wasm://wasm/name-0a1b2c3d`. Frames of modules with another name are not ours. */
function isNamed(address: string, module: string | undefined): boolean {
  const name = /^wasm:\/\/wasm\/(.+)-[0-9a-f]{8}$/.exec(address)?.[1];
  return name === undefined || module === undefined || name === module;
}

/** V8 writes the module's name before that of the function. */
function withoutModule(name: string | undefined, module: string | undefined): string | undefined {
  return module !== undefined && name?.startsWith(`${module}.`) ? name.slice(module.length + 1) : name;
}

function readMapped(line: string): { position: Position; name: string | undefined } | undefined {
  const match = mappedFrame.exec(line);
  if (!match) return undefined;
  const [, name = match[5], file = match[6], row = match[7], column = match[8]] = match;
  const position = { file: file ?? "", line: Number(row), column: Number(column) };
  return { position, name: name === "" ? undefined : name };
}

function writeFrame({ file, line, column }: Position, name: string | undefined, at: string | undefined): string {
  const place = `${file}:${line}:${column}`;
  if (at === undefined) return `${name ?? ""}@${place}`;
  return name === undefined ? `${at}${place}` : `${at}${name} (${place})`;
}

/** Where the code at an offset comes from. */
function findPosition(positions: readonly CodePosition[], offset: number): Position | undefined {
  let low = -1;
  let high = positions.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((positions[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return positions[low]?.position;
}
