import type { BorderMemberDescription, BorderTypeDescription } from "@rune/schema";
import type { Border } from "./border.ts";
import { createMethod } from "./calls.ts";
import { errorClasses } from "./error-classes.ts";
import { InstanceCodec, instanceOf } from "./instance-codec.ts";
import { propertyKey } from "./property-key.ts";
import { newMissing, notConstructible, receiverInvalid } from "./messages.ts";
import { parametersOf } from "./function-codec.ts";
import { markOrigin } from "./origin.ts";

type Constructor = (abstract new (...values: never[]) => object) & { prototype: object };
type ClassType = Extract<BorderTypeDescription, { type: "class" }>;
type InstanceType = Extract<BorderTypeDescription, { type: "instance" }>;

/** The classes of a module as classes of JavaScript, each made when first asked for. */
export class ClassTable {
  #border: Border;
  #classes: Constructor[] = [];

  constructor(border: Border) {
    this.#border = border;
  }

  /** The class with an index. */
  get(index: number): Constructor {
    return (this.#classes[index] ??= this.#define(index));
  }

  /** The built-in class that instances of a class are made with. */
  native(index: number): Constructor {
    const name = this.#border.description.classes[index]?.native ?? "";
    return Object.hasOwn(errorClasses, name) ? errorClasses[name]! : Object;
  }

  #define(index: number): Constructor {
    const border = this.#border;
    const { name, base, origin } = border.description.classes[index]!;
    const parent = base === undefined ? this.native(index) : this.get(base);
    const typeIndex = this.#find(index, "class");
    const type = typeIndex === undefined ? undefined : (border.type(typeIndex) as ClassType);
    const create = type?.construct && this.#createConstructor(typeIndex!, name, type);
    const constructor = function (...values: unknown[]): object {
      if (new.target === undefined) throw newMissing(name);
      if (!create) throw notConstructible(name);
      return create(values, new.target as unknown as Constructor);
    } as unknown as Constructor;
    const length = type?.construct?.findIndex(({ optional, rest }) => optional || rest) ?? 0;
    Object.defineProperties(constructor, {
      name: { value: name, configurable: true },
      length: { value: length < 0 ? (type?.construct?.length ?? 0) : length, configurable: true },
      prototype: { value: Object.create(parent.prototype as object), writable: false },
    });
    if (parent !== Object) Object.setPrototypeOf(constructor, parent);
    Object.defineProperty(constructor.prototype, "constructor", hidden(constructor));
    if (origin !== undefined) markOrigin(constructor, origin);
    const instances = this.#find(index, "instance");
    if (instances !== undefined) this.#defineMembers(constructor.prototype, name, instances);
    if (type) this.#defineStatics(constructor, name, typeIndex!, type);
    return constructor;
  }

  #find(index: number, kind: "class" | "instance"): number | undefined {
    const found = this.#border.description.types.findIndex((type) => type.type === kind && type.class === index);
    return found < 0 ? undefined : found;
  }

  #createConstructor(
    typeIndex: number,
    name: string,
    type: ClassType,
  ): (values: unknown[], target: Constructor) => object {
    const border = this.#border;
    const raw = createMethod(
      border,
      border.operation(typeIndex, "new")!,
      `new ${name}`,
      type.construct!,
      (held) => held,
    );
    const codec = border.codec(type.instance) as InstanceCodec;
    return (values, target) => codec.viewAs(raw(undefined, values) as object, target.prototype);
  }

  #defineMembers(prototype: object, name: string, typeIndex: number): void {
    const type = this.#border.type(typeIndex) as InstanceType;
    for (const member of type.members) {
      const key = propertyKey(member.name) as string;
      if (member.kind === "method") {
        const method = {
          [key](this: unknown, ...values: unknown[]): unknown {
            const pair = instanceOf(this);
            if (!pair) throw receiverInvalid(`${name}.${member.name}`);
            return (pair.codec as InstanceCodec).method(member.name)(pair.reference, values);
          },
        }[key]!;
        Object.defineProperty(prototype, key, hidden(method));
      } else if (member.kind !== "field") {
        Object.defineProperty(prototype, key, accessor(name, member));
      }
    }
  }

  #defineStatics(constructor: object, name: string, typeIndex: number, type: ClassType): void {
    const border = this.#border;
    for (const member of type.statics) {
      const key = propertyKey(member.name) as string;
      const call = border.operation(typeIndex, `call ${member.name}`);
      if (member.kind === "method" && call) {
        const invoke = createMethod(border, call, `${name}.${member.name}`, parametersOf(border, member.type));
        const method = { [key]: (...values: unknown[]): unknown => invoke(undefined, values) }[key]!;
        Object.defineProperty(constructor, key, hidden(method));
        continue;
      }
      const get = border.operation(typeIndex, `get ${member.name}`);
      const set = border.operation(typeIndex, `set ${member.name}`);
      const read = get && createMethod(border, get, `${name}.${member.name}`, []);
      const write = set && createMethod(border, set, `${name}.${member.name}`, [{ name: "value", type: member.type }]);
      Object.defineProperty(constructor, key, {
        configurable: true,
        enumerable: member.kind === "field",
        ...(read ? { get: () => read(undefined, []) } : {}),
        ...(write ? { set: (value: unknown) => void write(undefined, [value]) } : {}),
      });
    }
  }
}

function hidden(value: unknown): PropertyDescriptor {
  return { value, configurable: true, enumerable: false, writable: true };
}

function accessor(name: string, { name: property, kind }: BorderMemberDescription): PropertyDescriptor {
  const pairOf = (receiver: unknown): NonNullable<ReturnType<typeof instanceOf>> => {
    const pair = instanceOf(receiver);
    if (!pair) throw receiverInvalid(`${name}.${property}`);
    return pair;
  };
  return {
    configurable: true,
    enumerable: false,
    ...(kind === "set"
      ? {}
      : {
          get(this: unknown) {
            const pair = pairOf(this);
            return (pair.codec as InstanceCodec).getter(property)(pair.reference, []);
          },
        }),
    ...(kind === "get"
      ? {}
      : {
          set(this: unknown, value: unknown) {
            const pair = pairOf(this);
            (pair.codec as InstanceCodec).setter(property)(pair.reference, [value]);
          },
        }),
  };
}
