import type { BorderTypeDescription } from "@rune/schema";
import type { Pair } from "./border-codec.ts";
import type { Method } from "./calls.ts";
import { createMethod } from "./calls.ts";
import { emptyArguments } from "./error-classes.ts";
import { addErrorProperties } from "./error-properties.ts";
import { parametersOf } from "./function-codec.ts";
import { Mismatch } from "./mismatch.ts";
import { PairCodec } from "./pair-codec.ts";
import { propertyKey } from "./property-key.ts";
import type { Stamps } from "./stamp.ts";
import { createStamps } from "./stamp.ts";

/** Instances of the classes of all modules. */
const instances: Stamps<Pair> = createStamps<Pair>();

type InstanceType = Extract<BorderTypeDescription, { type: "instance" }>;

/** Instances of the module's classes: JavaScript has an object of the same class that refers to the module's. */
export class InstanceCodec extends PairCodec {
  #methods = new Map<string, Method>();
  #fields: PropertyDescriptorMap | undefined;

  get name(): string {
    return `an instance of ${this.className}`;
  }

  get className(): string {
    return this.border.description.classes[this.description.class]!.name;
  }

  get description(): InstanceType {
    return this.border.type(this.type) as InstanceType;
  }

  accepts(value: unknown): boolean {
    return this.find(value) !== undefined;
  }

  make(value: object): object {
    throw new Mismatch(this.name, value);
  }

  view(reference: object): object {
    return this.viewAs(reference, this.border.classes.get(this.description.class).prototype);
  }

  /** An object of JavaScript for a reference, with a prototype: that of the class, or of one that extends it. */
  viewAs(reference: object, prototype: object): object {
    const { border } = this;
    const native = border.classes.native(this.description.class);
    const value: object =
      native === Object
        ? Object.create(prototype)
        : Reflect.construct(native, emptyArguments(native), constructorOf(prototype));
    const pair = border.pairs.show(value, reference, this, undefined);
    instances.put(value, pair);
    Object.defineProperties(value, (this.#fields ??= this.#createFields()));
    if (native !== Object) addErrorProperties(border, value as Error, reference);
    return value;
  }

  override push({ snapshot }: Pair): void {
    const kept = snapshot as Map<string, object> | undefined;
    kept?.forEach((value) => this.border.pairs.pushValue(value));
  }

  #createFields(): PropertyDescriptorMap {
    const fields: PropertyDescriptorMap = {};
    for (const member of this.description.members) {
      if (member.kind !== "field") continue;
      const { name } = member;
      const read = this.getter(name);
      const writable = this.border.operation(this.type, `set ${name}`) !== undefined;
      const write = writable ? this.setter(name) : undefined;
      fields[propertyKey(name) as string] = {
        configurable: true,
        enumerable: true,
        get(this: unknown) {
          const pair = instanceOf(this);
          return keep(pair, name, read(pair?.reference, []));
        },
        ...(write
          ? {
              set(this: unknown, value: unknown) {
                const pair = instanceOf(this);
                write(pair?.reference, [value]);
                keep(pair, name, value);
              },
            }
          : {}),
      };
    }
    return fields;
  }

  method(name: string): Method {
    return this.#method(`call ${name}`, name);
  }

  getter(name: string): Method {
    return this.#method(`get ${name}`, name);
  }

  setter(name: string): Method {
    return this.#method(`set ${name}`, name);
  }

  #method(operation: string, name: string): Method {
    let method = this.#methods.get(operation);
    if (!method) this.#methods.set(operation, (method = this.#create(operation, name)));
    return method;
  }

  #create(name: string, member: string): Method {
    const { border, type } = this;
    const { type: memberType } = this.description.members.find((each) => each.name === member)!;
    const described = `${this.className}.${member}`;
    const parameters = name.startsWith("set ")
      ? [{ name: "value", type: memberType }]
      : name.startsWith("call ")
        ? parametersOf(border, memberType)
        : [];
    return createMethod(border, border.operation(type, name)!, described, parameters);
  }
}

/** Notes what JavaScript has got of an instance, so that what it changes there shows in the instance's methods. */
function keep(pair: Pair | undefined, name: string, value: unknown): unknown {
  if (pair && typeof value === "object" && value !== null) {
    ((pair.snapshot ??= new Map<string, object>()) as Map<string, object>).set(name, value);
  }
  return value;
}

function constructorOf(prototype: object): new () => object {
  const target = function () {} as unknown as new () => object;
  Object.defineProperty(target, "prototype", { value: prototype });
  return target;
}

/** The pair of an instance. */
export function instanceOf(value: unknown): Pair | undefined {
  return typeof value === "object" && value !== null ? instances.get(value) : undefined;
}
