import * as fc from "fast-check";

/** A type that crosses the border: its text, values of it, and how a function copies one with the type named. */
export interface RandomType {
  /** What stands for the type where it is used; parts have names of their own, which `declare` writes. */
  text: string;
  values: fc.Arbitrary<unknown>;
  /** Body of the function that copies `value`; `copy` writes a call for a part. */
  body: (copy: (part: RandomType, value: string) => string) => string;
  parts: readonly RandomType[];
}

const text: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd700, max: 0xe000 })), { maxLength: 6 })
  .map((units) => String.fromCharCode(...units));
const number: fc.Arbitrary<number> = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(-0, 0, NaN, Infinity, -Infinity, 2 ** 31, -(2 ** 31), 2 ** 30, 2 ** 53, 0.1),
);

function plain(name: string, values: fc.Arbitrary<unknown>): RandomType {
  return { text: name, values, body: () => "return value;", parts: [] };
}

const primitives: readonly RandomType[] = [
  plain("number", number),
  plain("string", text),
  plain("boolean", fc.boolean()),
  plain("bigint", fc.oneof(fc.bigInt(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n }))),
  plain("null", fc.constant(null)),
  plain("undefined", fc.constant(undefined)),
  plain("number | string", fc.oneof(number, text)),
  plain("string | null", fc.option(text)),
  plain("number | undefined", fc.option(number, { nil: undefined })),
  plain("boolean | bigint | null", fc.oneof(fc.boolean(), fc.bigInt(), fc.constant(null))),
  plain(`"on" | "off" | 3`, fc.constantFrom("on", "off", 3)),
];
const keys: readonly RandomType[] = [plain("string", text), plain("number", number)];

const date: RandomType = {
  text: "Date",
  values: fc.date({ noInvalidDate: false }),
  body: () => "return new Date(value.getTime());",
  parts: [],
};

/** The name of a part's type; `declareTypes` declares it. */
const nameOf = (names: Map<RandomType, string>, type: RandomType): string => names.get(type) ?? type.text;

/** Types that are made of others need their names, which are known when all are. */
interface Shape {
  parts: readonly RandomType[];
  write: (part: (type: RandomType) => string) => string;
  values: fc.Arbitrary<unknown>;
  body: RandomType["body"];
}

const shapes = new WeakMap<RandomType, Shape["write"]>();

function composed({ parts, write, values, body }: Shape): RandomType {
  const type: RandomType = { text: "", values, body, parts };
  shapes.set(type, write);
  return type;
}

function arrayOf(element: RandomType): RandomType {
  return composed({
    parts: [element],
    write: (part) => `${part(element)}[]`,
    values: fc.array(element.values, { maxLength: 5 }),
    body: (copy) => `return value.map((each) => ${copy(element, "each")});`,
  });
}

function tupleOf(parts: readonly RandomType[]): RandomType {
  return composed({
    parts,
    write: (part) => `[${parts.map(part).join(", ")}]`,
    values: fc.tuple(...parts.map(({ values }) => values)),
    body: (copy) => `return [${parts.map((part, i) => copy(part, `value[${i}]`)).join(", ")}];`,
  });
}

function objectOf(parts: readonly RandomType[], last: RandomType): RandomType {
  const fields = parts.map((part, i) => [`f${i}`, part] as const);
  const required = fc.record(Object.fromEntries(fields.map(([name, { values }]) => [name, values])), {
    noNullPrototype: true,
  });
  const given = definedOf(last);
  return composed({
    parts: [...parts, last],
    write: (part) =>
      `{ ${fields.map(([name, each], i) => `${i % 2 === 0 ? "readonly " : ""}${name}: ${part(each)}`).join("; ")}; last?: ${part(last)} }`,
    values: given
      ? fc.oneof(
          required,
          fc.tuple(required, given).map(([object, value]) => ({ ...object, last: value })),
        )
      : required,
    body: (copy) =>
      `const made: Made = { ${fields.map(([name, each]) => `${name}: ${copy(each, `value.${name}`)}`).join(", ")} };\n` +
      `  if (value.last !== undefined) made.last = ${copy(last, "value.last")};\n  return made;`,
  });
}

/** Values of a type but `undefined`; none if there is nothing else, where a filter would look for it without end. */
function definedOf({ text: name, values }: RandomType): fc.Arbitrary<unknown> | undefined {
  return name === "undefined" ? undefined : values.filter((value) => value !== undefined);
}

function mapOf(key: RandomType, value: RandomType): RandomType {
  return composed({
    parts: [value],
    write: (part) => `Map<${key.text}, ${part(value)}>`,
    values: fc.array(fc.tuple(key.values, value.values), { maxLength: 4 }).map((entries) => new Map(entries)),
    body: (copy) =>
      `const made: Made = new Map();\n  for (const [key, each] of value) made.set(key, ${copy(value, "each")});\n  return made;`,
  });
}

function setOf(element: RandomType): RandomType {
  return composed({
    parts: [],
    write: () => `Set<${element.text}>`,
    values: fc.array(element.values, { maxLength: 4 }).map((items) => new Set(items)),
    body: () => "const made: Made = new Set();\n  for (const each of value) made.add(each);\n  return made;",
  });
}

function recordOf(value: RandomType): RandomType {
  const given = definedOf(value);
  const key = fc.constantFrom("a", "b", "ä", "10", "2", "", "key with blanks");
  return composed({
    parts: [value],
    write: (part) => `Record<string, ${part(value)}>`,
    values: given ? fc.dictionary(key, given, { noNullPrototype: true }) : fc.constant({}),
    body: (copy) =>
      `const made: Made = {};\n  for (const key of Object.keys(value)) made[key] = ${copy(value, "value[key]!")};\n  return made;`,
  });
}

function variantsOf(parts: readonly RandomType[]): RandomType {
  return composed({
    parts,
    write: (part) => parts.map((each, i) => `{ kind: "k${i}"; value${i}: ${part(each)} }`).join(" | "),
    values: fc.oneof(
      ...parts.map((part, i) =>
        fc.record({ kind: fc.constant(`k${i}`), [`value${i}`]: part.values }, { noNullPrototype: true }),
      ),
    ),
    body: (copy) =>
      `switch (value.kind) {\n${parts
        .map((part, i) => `    case "k${i}": return { kind: "k${i}", value${i}: ${copy(part, `value.value${i}`)} };`)
        .join("\n")}\n  }`,
  });
}

function nullable(inner: RandomType): RandomType {
  return composed({
    parts: [inner],
    write: (part) => `${part(inner)} | null`,
    values: fc.option(inner.values),
    body: (copy) => `return value === null ? null : ${copy(inner, "value")};`,
  });
}

/** Types with up to three levels of others inside. */
export function randomBorderType(depth: number = 3): fc.Arbitrary<RandomType> {
  const simple = fc.constantFrom(...primitives, date);
  if (depth === 0) return simple;
  const inner = randomBorderType(depth - 1);
  const some = fc.array(inner, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    simple,
    inner.map(arrayOf),
    some.map(tupleOf),
    fc.tuple(some, inner).map(([fields, last]) => objectOf(fields, last)),
    fc.tuple(fc.constantFrom(...keys), inner).map(([key, value]) => mapOf(key, value)),
    fc.constantFrom(...primitives).map(setOf),
    inner.map(recordOf),
    some.map(variantsOf),
    inner.map(nullable),
  );
}

/** A module whose function `copy<n>` copies a value of the type n, and `same<n>` gives it back as it is. */
export function writeCopies(types: readonly RandomType[]): string {
  const names = new Map<RandomType, string>();
  const declarations: string[] = [];
  const declare = (type: RandomType): string => {
    const known = names.get(type);
    if (known) return known;
    for (const part of type.parts) declare(part);
    const name = `T${names.size}`;
    names.set(type, name);
    const shape = shapes.get(type)?.((part) => nameOf(names, part)) ?? type.text;
    const body = type.body((part, value) => `${declare(part)}_copy(${value})`).replaceAll("Made", name);
    declarations.push(`type ${name} = ${shape};\nfunction ${name}_copy(value: ${name}): ${name} {\n  ${body}\n}`);
    return name;
  };
  const roots = types.map((type, i) => {
    const name = declare(type);
    return (
      `export function copy${i}(value: ${name}): ${name} { return ${name}_copy(value); }\n` +
      `export function same${i}(value: ${name}): ${name} { return value; }`
    );
  });
  return [...declarations, ...roots].join("\n");
}
