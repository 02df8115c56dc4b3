/** The mappings of source maps (version 3): base64 VLQ, the sign in the lowest bit, five bits a digit, and a bit that says whether more follow. */
import type { CodePosition } from "./position.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Mappings of one generated line. */
export interface SourceMappings {
  /** In order of first use. */
  files: string[];
  mappings: string;
}

/** Encodes positions as mappings of line 0. */
export function encodeMappings(positions: readonly CodePosition[]): SourceMappings {
  const files = new Map<string, number>();
  const segments: string[] = [];
  let [offset, file, line, column] = [0, 0, 0, 0];
  for (const { offset: nextOffset, position } of positions) {
    let segment = encodeNumber(nextOffset - offset);
    offset = nextOffset;
    if (position) {
      const nextFile = files.get(position.file) ?? files.size;
      files.set(position.file, nextFile);
      segment += encodeNumber(nextFile - file);
      segment += encodeNumber(position.line - 1 - line);
      segment += encodeNumber(position.column - 1 - column);
      [file, line, column] = [nextFile, position.line - 1, position.column - 1];
    }
    segments.push(segment);
  }
  return { files: [...files.keys()], mappings: segments.join(",") };
}

/** Decodes the mappings of a single generated line. */
export function decodeMappings({ files, mappings }: SourceMappings): CodePosition[] {
  if (mappings === "") return [];
  let [offset, file, line, column] = [0, 0, 0, 0];
  return mappings.split(",").map((segment) => {
    const [offsetStep = 0, fileStep, lineStep = 0, columnStep = 0] = decodeNumbers(segment);
    offset += offsetStep;
    if (fileStep === undefined) return { offset, position: undefined };
    file += fileStep;
    line += lineStep;
    column += columnStep;
    return { offset, position: { file: files[file] ?? "", line: line + 1, column: column + 1 } };
  });
}

function encodeNumber(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let text = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += digits[rest > 0 ? digit | 32 : digit];
  } while (rest > 0);
  return text;
}

function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = digits.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >>> 1) : value >>> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
