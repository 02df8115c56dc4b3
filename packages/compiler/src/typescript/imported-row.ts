import { describeReference, hostFunctions, javascriptFunctions } from "@rune/schema";
import type { JavascriptFunction } from "@rune/schema";

/** A function outside of the module that an intrinsic stands for. */
export interface ImportedRow {
  /** Its name in `rune:host` or `rune:js`. */
  name: string;
  isHost: boolean;
  row: JavascriptFunction;
}

const known = new Map<string, ImportedRow | undefined>();

/** The import that `$js_…` or `$host_…` calls; `undefined` for other intrinsics. */
export function importedRow(intrinsic: string): ImportedRow | undefined {
  if (!known.has(intrinsic)) known.set(intrinsic, findRow(intrinsic));
  return known.get(intrinsic);
}

function findRow(intrinsic: string): ImportedRow | undefined {
  const [, module, name = ""] = /^\$(js|host)_(.+)$/.exec(intrinsic) ?? [];
  if (module === "js") {
    const row = Object.hasOwn(javascriptFunctions, name) ? javascriptFunctions[name] : undefined;
    return row && { name, isHost: false, row };
  }
  const row = module === "host" && Object.hasOwn(hostFunctions, name) ? hostFunctions[name] : undefined;
  return row && { name, isHost: true, row: describeReference(row) };
}
