import type { Instruction } from "../../../wasm/index.ts";
import { block, call, createLabel, drop, i32, ifElse, op } from "../../../wasm/index.ts";
import type { AbstractObject, ClassObject, MoreFunction, NamedMember } from "../../infer/index.ts";
import {
  getterName,
  getterSite,
  isNumberName,
  namedMembers,
  namesMethods,
  objectsOf,
  setterSite,
  siteOf,
  staticNames,
} from "../../infer/index.ts";
import type { Expression } from "../../ir/index.ts";
import { classNameOf } from "../class-name.ts";
import type { Value } from "../coerce.ts";
import { undefinedAs } from "../coerce.ts";
import type { FunctionGenerator } from "../function-generator.ts";
import type { Representation } from "../representation.ts";
import { ANY_REPRESENTATION, BOOLEAN_REPRESENTATION, reference, valueType } from "../representation.ts";
import type { FieldsObject } from "../object-functions.ts";
import { callFunctionValue } from "./call-value.ts";
import { callInstance, targetsOf } from "./direct-call.ts";
import { fail, textValue } from "./failures.ts";
import { readPropertyCase } from "./property.ts";
import { isRestricted, requireWritable } from "./restricted-write.ts";
import { readStaticField, writeStaticField } from "./static-field.ts";

/** A property of which the name is not known. */
export interface NamedAccess {
  expression: Expression;
  target: AbstractObject;
  object(): Value;
  /** The key as text. */
  key(): Value;
  /** The key is a number. */
  isNumber: boolean;
}

/** Reads a property of which the name is not known. */
export function readNamed(f: FunctionGenerator, access: NamedAccess, wanted: Representation): Instruction {
  const { expression, target, isNumber } = access;
  const members = target.type === "shape" ? [] : namedMembers(target);
  const wantedMembers = members.filter(
    ({ isMethod, reads, name }) =>
      (reads || (isMethod && namesMethods(expression))) && (!isNumber || isNumberName(name)),
  );
  return choose(f, access, valueType(wanted), [
    ...wantedMembers.map(({ name, reads }): Choice => ({
      name,
      code: ({ object }) => {
        if (!reads) return [readPropertyCase(f, expression, target, name, wanted).code(object())];
        const getter = targetsOf(f, getterSite(expression, name)).find(({ on }) => on === target);
        if (!getter) return [drop(object().code), undefinedAs(wanted)];
        return [f.convert(callInstance(f, getter.instance, { receiver: object(), arguments: [] }), wanted)];
      },
    })),
    ...(target.type === "class" ? staticNames(target) : []).map((name): Choice => ({
      name,
      code: ({ object }) => [readStaticField(f, object(), target as ClassObject, name, wanted)],
    })),
    { code: (kept) => [readOwn(f, kept, wanted)] },
  ]);
}

/** Reads a property of an object's own. */
function readOwn(f: FunctionGenerator, access: NamedAccess, wanted: Representation): Instruction {
  const { object, target, isNumber } = access;
  const { layouts } = f.program;
  const canHave = (owner: FieldsObject): boolean =>
    !isNumber || layouts.fields(owner).some(({ name }) => isNumberName(getterName(name) ?? name));
  if ((target.type === "instance" || target.type === "shape") && canHave(target)) {
    const held = reference(layouts.struct(target));
    const read = (kept: NamedAccess): Instruction => {
      const code = f.program.dynamic.get(target, f.convert(kept.object(), held), kept.key().code);
      return f.convert({ code, representation: ANY_REPRESENTATION, kinds: -1 }, wanted);
    };
    const more = moreOf(f, access, "getMore");
    if (!more) return read(access);
    const body = keep(f, access, (kept) => {
      const own = f.program.dynamic.has(target, f.convert(kept.object(), held), kept.key().code);
      return [ifElse(own, [read(kept)], [f.convert(more(kept), wanted)], valueType(wanted))];
    });
    return block(createLabel("read"), valueType(wanted), body);
  }
  return block(createLabel("absent"), valueType(wanted), [drop(object().code), undefinedAs(wanted)]);
}

/** Writes a property of which the name is not known: through an accessor of that name, if there is one, else to the object itself. */
export function writeNamed(f: FunctionGenerator, access: NamedAccess, value: () => Value): Instruction[] {
  const { target } = access;
  const accessors = namedMembers(target).filter(({ isMethod }) => !isMethod);
  const written = choose(f, access, undefined, [
    ...accessors.map((member): Choice => ({
      name: member.name,
      code: (kept) => (member.writes ? callSetter(f, kept, member, value) : failReadOnly(f, kept, member)),
    })),
    ...(target.type === "class" ? staticNames(target) : []).map((name): Choice => ({
      name,
      code: ({ object }) => writeStaticField(f, object(), target as ClassObject, name, value()),
    })),
    { code: (kept) => writeOwn(f, kept, value) },
  ]);
  return [written];
}

function writeOwn(f: FunctionGenerator, access: NamedAccess, value: () => Value): Instruction[] {
  const { object, target, key } = access;
  if (target.type !== "instance" && target.type !== "shape") {
    const owner = target.type === "class" ? `class ${target.definition.name}` : "a function";
    return [drop(object().code), ...fail(f, "throwNotAdded", textValue(f, owner), key())];
  }
  const held = reference(f.program.layouts.struct(target));
  const write = (kept: NamedAccess): Instruction => {
    const given = f.convert(value(), ANY_REPRESENTATION);
    return f.program.dynamic.set(target, f.convert(kept.object(), held), kept.key().code, given);
  };
  const more = moreOf(f, access, "setMore");
  if (!isRestricted(f, target) && !more) return [write(access)];
  return keep(f, access, (kept) => {
    const check = isRestricted(f, target) ? requireWritable(f, kept.object(), target, kept.key(), hasOwn(f, kept)) : [];
    if (!more) return [...check, write(kept)];
    const given = f.convert(value(), ANY_REPRESENTATION);
    const written = f.program.dynamic.trySet(target, f.convert(kept.object(), held), kept.key().code, given);
    return [...check, ifElse(written, [], [drop(more(kept, value()).code)])];
  });
}

function failReadOnly(f: FunctionGenerator, { object, target }: NamedAccess, { name }: NamedMember): Instruction[] {
  const owner = target.type === "class" ? `class ${target.definition.name}` : `#<${classNameOf(target)}>`;
  return [drop(object().code), ...fail(f, "throwReadOnly", textValue(f, owner), textValue(f, name))];
}

function callSetter(
  f: FunctionGenerator,
  { expression, object, target }: NamedAccess,
  { name }: NamedMember,
  value: () => Value,
): Instruction[] {
  const site = setterSite(expression, name);
  const argument = { value, spreads: undefined };
  if (target.type !== "shape") {
    const setter = targetsOf(f, site).find(({ on }) => on === target);
    return setter ? [drop(callInstance(f, setter.instance, { receiver: object(), arguments: [argument] }).code)] : [];
  }
  const { layouts } = f.program;
  const place = layouts.field(target, `@@set ${name}`);
  if (!place) return [];
  const struct = layouts.struct(target);
  const operands = [f.convert(object(), reference(struct))];
  const callee = f.valueOf({ kind: "field", op: "struct.get", operands, type: struct, field: place.index }, place.node);
  const objects = objectsOf(place.node);
  const called = { site, callee, objects, receiver: object(), arguments: [argument], wanted: ANY_REPRESENTATION, name };
  return [drop(callFunctionValue(f, called))];
}

/** Whether an object has a property of which the name is not known, itself or through its class. */
export function hasNamed(f: FunctionGenerator, access: NamedAccess): Instruction {
  const { target } = access;
  const names = namedMembers(target).map(({ name }) => name);
  if (target.type === "class") names.push(...staticNames(target));
  return choose(f, access, "i32", [
    ...names.map((name): Choice => ({ name, code: ({ object }) => [drop(object().code), i32(1)] })),
    {
      code: (kept) => {
        if (target.type !== "instance" && target.type !== "shape") return [drop(kept.object().code), i32(0)];
        return [hasOwn(f, kept)];
      },
    },
  ]);
}

function hasOwn(f: FunctionGenerator, access: NamedAccess): Instruction {
  const target = access.target as FieldsObject;
  const has = ({ object, key }: NamedAccess): Instruction =>
    f.program.dynamic.has(target, f.convert(object(), reference(f.program.layouts.struct(target))), key().code);
  const more = moreOf(f, access, "hasMore");
  if (!more) return has(access);
  const body = keep(f, access, (kept) => [op("i32.or", has(kept), f.convert(more(kept), BOOLEAN_REPRESENTATION))]);
  return block(createLabel("has"), "i32", body);
}

/** Calls what does the same with properties that the object has no field for, if it can have some. */
function moreOf(
  f: FunctionGenerator,
  { expression, target }: NamedAccess,
  name: MoreFunction,
): ((access: NamedAccess, value?: Value) => Value) | undefined {
  const found = targetsOf(f, siteOf(expression, name)).find(({ on }) => on === target);
  return (
    found &&
    (({ object, key }, value) => {
      const args = [object(), key(), ...(value ? [value] : [])];
      return callInstance(f, found.instance, {
        arguments: args.map((each) => ({ value: () => each, spreads: undefined })),
      });
    })
  );
}

/** What is done if the key is a name, or for any other key. */
interface Choice {
  name?: string;
  code(access: NamedAccess): Instruction[];
}

/** Does what is to be done for the name that the key is; the last choice is for all others. */
function choose(
  f: FunctionGenerator,
  access: NamedAccess,
  type: Parameters<typeof block>[1],
  choices: readonly Choice[],
): Instruction {
  const last = choices.at(-1)!;
  if (choices.length === 1) {
    const [only, ...more] = last.code(access);
    return only && more.length === 0 ? only : block(createLabel("named"), type, [...(only ? [only] : []), ...more]);
  }
  const body = keep(f, access, (kept) =>
    choices
      .slice(0, -1)
      .reduceRight<Instruction[]>(
        (otherwise, { name = "", code }) => [
          ifElse(call(f.program.imports.string("equals"), kept.key().code, f.text(name)), code(kept), otherwise, type),
        ],
        last.code(kept),
      ),
  );
  return block(createLabel("named"), type, body);
}

/** Keeps the object and the key of an access, for code that needs them more than once. */
function keep(f: FunctionGenerator, access: NamedAccess, use: (kept: NamedAccess) => Instruction[]): Instruction[] {
  const object = access.object();
  const key = access.key();
  const owner = f.keep(object.code, object.representation);
  const name = f.keep(key.code, key.representation);
  const kept = {
    ...access,
    object: (): Value => ({ ...object, code: owner.again() }),
    key: (): Value => ({ ...key, code: name.again() }),
  };
  return [owner.set, name.set, ...use(kept)];
}
