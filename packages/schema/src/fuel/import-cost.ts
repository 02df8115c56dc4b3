import { JAVASCRIPT_MODULE } from "../import-modules.ts";
import { javascriptFunctions } from "../javascript-functions.ts";
import type { ReadImport } from "../wasm/read-module.ts";
import type { FunctionSignature } from "../wasm/read-types.ts";
import { FUEL_EXPORT, STRING_MODULE } from "./fuel-names.ts";

/**
 * How a call of an import is paid for.
 *
 * - `none`: `ticks` only, where the call stands
 * - `fuel`: it may only be called by what asks for fuel
 * - `texts`: `ticks`, and the length of each text among `texts` (numbers of parameters) and of the result
 * - `join`: the shorter of two texts, and a part of both: joining copies nothing, but someone will copy what was joined
 * - `equality`: a part of the length of two texts that are as long as each other
 * - `order`: a part of the shorter of two texts
 * - `search`: both texts, and a part of the product of their lengths
 */
export interface ImportCost {
  meter: "none" | "fuel" | "texts" | "join" | "equality" | "order" | "search";
  ticks: number;
  texts: readonly number[];
  /** Whether the result may be a text. */
  result: boolean;
}

const TEXT_TICKS = 64;
const NUMBER_TICKS = 16;
/** Big integers have as many digits as the host lets them have. */
const BIGINT_TICKS = 512;

const stringFunctions: Readonly<Record<string, Pick<ImportCost, "meter" | "ticks">>> = {
  cast: { meter: "none", ticks: 1 },
  test: { meter: "none", ticks: 1 },
  length: { meter: "none", ticks: 0 },
  charCodeAt: { meter: "none", ticks: 0 },
  codePointAt: { meter: "none", ticks: 0 },
  fromCharCode: { meter: "none", ticks: 16 },
  fromCodePoint: { meter: "none", ticks: 32 },
  substring: { meter: "none", ticks: 48 },
  concat: { meter: "join", ticks: TEXT_TICKS },
  equals: { meter: "equality", ticks: 1 },
  compare: { meter: "order", ticks: 1 },
};

/** Searches that can take the product of the lengths. */
const searches = new Set(["string_indexOf", "string_lastIndexOf"]);

/** Functions of JavaScript's own that take much longer than others of their kind: those that know languages, calendars and time zones. */
const slow: readonly (readonly [names: RegExp, ticks: number])[] = [
  // The host takes more for a format that it has to make.
  [/^date_toLocale/, 10_000],
  [/^intl_/, 4000],
  [/^(?:number|bigint)_toLocale/, 50_000],
  [/^string_toLocale/, 10_000],
  // In the language of the host; the host takes more for others.
  [/^string_localeCompare/, 512],
  [/^date_/, 512],
  // Both keep a stack.
  [/^(?:error_capture|promise_reject)$/, 10_000],
  // Whoever follows what the job does looks at what has become of it, each time.
  [/^(?:microtask_queue|promise_then)$/, 2000],
  [/^(?:error|promise|weak|weakReference|index_new|symbol)/, 256],
  [/^(?:number_remainder|number_to)/, 256],
  [/^math_/, 32],
];

/** Functions that take any value and look into it where it is a text. */
const readsAny = /^(?:index_|host_|weak_)/;

/** How calls of an imported function are paid for. */
export function importCost({ module, name }: ReadImport, signature: FunctionSignature): ImportCost {
  if (module === STRING_MODULE && Object.hasOwn(stringFunctions, name)) {
    return { ...stringFunctions[name]!, texts: [0, 1], result: false };
  }
  if (module === FUEL_EXPORT) return { meter: "fuel", ticks: 0, texts: [], result: false };
  const texts = textParameters(module, name, signature);
  const result = signature.results[0] === "extern" && (module !== JAVASCRIPT_MODULE || givesText(name));
  if (module === JAVASCRIPT_MODULE && searches.has(name)) return { meter: "search", ticks: TEXT_TICKS, texts, result };
  const isSlow = module === JAVASCRIPT_MODULE ? slow.find(([names]) => names.test(name)) : undefined;
  const usual = name.startsWith("bigint_") ? BIGINT_TICKS : isNumeric(signature) ? NUMBER_TICKS : TEXT_TICKS;
  const ticks = isSlow?.[1] ?? usual;
  return { meter: texts.length > 0 || result ? "texts" : "none", ticks, texts, result };
}

function isNumeric({ params, results }: FunctionSignature): boolean {
  return [...params, ...results].every((kind) => kind === "f64" || kind === "i32");
}

function givesText(name: string): boolean {
  const result = rowOf(name)?.result;
  return result === undefined || result === "string" || result === "string?";
}

/** Numbers of the parameters that may be texts. A row's callbacks are two parameters each. */
function textParameters(module: string, name: string, { params }: FunctionSignature): number[] {
  const row = module === JAVASCRIPT_MODULE ? rowOf(name) : undefined;
  const kinds = row?.parameters.flatMap((kind) => (kind === "callback" ? [kind, kind] : [kind]));
  const isText = (kind: string | undefined): boolean =>
    kind === undefined || kind === "string" || kind === "string?" || (kind === "host" && readsAny.test(name));
  return params.flatMap((kind, index) => (kind === "extern" && (!kinds || isText(kinds[index])) ? [index] : []));
}

function rowOf(name: string): (typeof javascriptFunctions)[string] | undefined {
  return Object.hasOwn(javascriptFunctions, name) ? javascriptFunctions[name] : undefined;
}
