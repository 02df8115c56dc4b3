/**
 * What is known of an intrinsic besides its code. To add one: declare it in `library/intrinsics.d.ts`, give it a row here, and a generator in
 * `generate/expressions/intrinsics`; one that moves values has an effect in `infer`, too. An import needs only its declaration and its
 * row in `@rune/schema`, unless it is noteworthy here.
 */
export interface IntrinsicFacts {
  /** What it gives, whatever it is given. */
  gives?: "number" | "string" | "boolean" | "nothing";
  /** Which of its arguments it changes. */
  changes?: number;
  /** Where an object that it gives comes from: it is the first argument, or was there before. Otherwise it is new. */
  from?: "argument" | "before";
  /** Arguments that the function gets which it calls: the first of them, and which of that function's parameters it becomes. */
  passes?: { argument: number; parameter: number };
  /** It does something outside of the values that it is given. */
  acts?: true;
}

const NUMBER: IntrinsicFacts = { gives: "number" };
const STRING: IntrinsicFacts = { gives: "string" };
const BOOLEAN: IntrinsicFacts = { gives: "boolean" };
const NOTHING: IntrinsicFacts = { gives: "nothing" };
const ARGUMENT: IntrinsicFacts = { from: "argument" };
const UNREMARKABLE: IntrinsicFacts = {};
/** Calls its second argument with a value, a name, a label and the arguments after. */
const VISITS: IntrinsicFacts = { gives: "nothing", passes: { argument: 2, parameter: 3 } };
const ACTS: IntrinsicFacts = { acts: true };

const changes = (index: number): IntrinsicFacts => ({ gives: "nothing", changes: index });

/** Every intrinsic that is no import, by its name, and the imports that are not as imports of their kind mostly are. */
export const intrinsics: Readonly<Record<string, IntrinsicFacts>> = {
  // Numbers.
  $sqrt: NUMBER,
  $floor: NUMBER,
  $ceil: NUMBER,
  $trunc: NUMBER,
  $nearest: NUMBER,
  $abs: NUMBER,
  $min2: NUMBER,
  $max2: NUMBER,
  $copysign: NUMBER,
  $clz32: NUMBER,
  $imul: NUMBER,
  $fround: NUMBER,
  $highWord: NUMBER,
  $lowWord: NUMBER,
  $fromWords: NUMBER,
  $floatBits: NUMBER,
  $fromFloatBits: NUMBER,
  $within: BOOLEAN,

  // Strings.
  $stringLength: NUMBER,
  $charCodeAt: NUMBER,
  $codePointAt: NUMBER,
  $stringCompare: NUMBER,
  $stringEquals: BOOLEAN,
  $substring: STRING,
  $concat: STRING,
  $fromCharCode: STRING,
  $fromCodePoint: STRING,
  $stringFromUnits: STRING,
  $stringIntoUnits: changes(1),

  // Kinds of values.
  $isUndefined: BOOLEAN,
  $isNull: BOOLEAN,
  $isBoolean: BOOLEAN,
  $isNumber: BOOLEAN,
  $isString: BOOLEAN,
  $isBigint: BOOLEAN,
  $isSymbol: BOOLEAN,
  $isHost: BOOLEAN,
  $isFunction: BOOLEAN,
  $isArray: BOOLEAN,
  $isObject: BOOLEAN,
  $isInstance: BOOLEAN,
  $asNumber: ARGUMENT,
  $asString: ARGUMENT,
  $asBoolean: ARGUMENT,
  $asBigint: ARGUMENT,
  $asArray: ARGUMENT,
  $asFunction: ARGUMENT,
  $asObject: ARGUMENT,
  $asDefined: ARGUMENT,
  $asInstance: ARGUMENT,
  $asBase: ARGUMENT,
  $exceptInstance: ARGUMENT,
  $nothing: UNREMARKABLE,
  $same: BOOLEAN,
  $sameObject: BOOLEAN,

  // Arrays.
  $arrayNew: UNREMARKABLE,
  $arrayGet: { from: "before" },
  $arraySet: changes(0),
  $arrayPush: changes(0),
  $arraySetLength: changes(0),
  $arrayCopy: changes(0),
  $arrayFill: changes(0),

  // Numbers that are packed by type.
  $typedNew: UNREMARKABLE,
  $typedLength: NUMBER,
  $typedGet: NUMBER,
  $typedSet: changes(1),
  $typedCopy: changes(1),
  $typedFill: changes(1),
  $typedWord: NUMBER,
  $typedSetWord: changes(1),

  // Properties by name.
  $propertyCount: NUMBER,
  $propertyName: STRING,
  $propertyValue: { from: "before" },
  $getProperty: { from: "before" },
  $setProperty: changes(0),
  $hasOwn: BOOLEAN,
  $deleteProperty: { gives: "boolean", changes: 0 },
  $hasAccessors: BOOLEAN,
  $hasSymbolKeys: BOOLEAN,
  $changed: NOTHING,
  $hasMore: BOOLEAN,
  $more: { from: "before" },
  $setMore: { gives: "nothing", changes: 0 },
  $eachProperty: VISITS,
  $eachSymbol: VISITS,
  $plainLike: UNREMARKABLE,
  $className: STRING,
  $functionName: STRING,
  $functionLength: NUMBER,

  // For the analysis.
  $mention: NOTHING,
  $readHost: NOTHING,
  $restricts: UNREMARKABLE,
  $never: BOOLEAN,
  $reachesItself: BOOLEAN,

  // The host, and control.
  $toHost: UNREMARKABLE,
  $fromHost: { from: "before" },
  $unreachable: NOTHING,
  $queueMicrotask: { gives: "nothing", acts: true },
  $host_log: { gives: "nothing", acts: true },

  // What the host is only asked for.
  $host_get_time_ms: UNREMARKABLE,
  $host_get_random: UNREMARKABLE,
  $host_uuid_v4: UNREMARKABLE,
  $host_get_local_state: UNREMARKABLE,
  $host_assets_fetch: UNREMARKABLE,

  // What JavaScript does besides giving an answer.
  $js_microtask_queue: ACTS,
  $js_promise_then: ACTS,
  $js_promise_reject: ACTS,
  $js_promise_handled: ACTS,
  $js_index_add: { changes: 0 },
  $js_index_set: { changes: 0 },
  $js_index_remove: { changes: 0 },
  $js_index_clear: { changes: 0 },
  $js_weak_set: { changes: 0 },
  $js_weak_delete: { changes: 0 },
};

/** What is known of an intrinsic: of the host's functions that they act unless they are known to be harmless. */
export function intrinsicFacts(name: string): IntrinsicFacts {
  return intrinsics[name] ?? (name.startsWith("$host_") ? ACTS : UNREMARKABLE);
}
