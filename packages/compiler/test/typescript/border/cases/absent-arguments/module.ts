export function first(items: readonly string[]): string | undefined {
  return items?.length > 0 ? items[0] : undefined;
}

export function sum(values: number[]): number {
  return (values || []).reduce((total, value) => total + value, 0);
}

export const shout = (text: string): string => {
  if (!text) return "";
  return text.toUpperCase();
};

export function select<T>(items: T[], accept: (item: T) => boolean): T[] {
  if (items == null) return [];
  return accept ? items.filter(accept) : [...items];
}

export function describe(options: { name: string }): string {
  const { name } = options ?? { name: "nobody" };
  return name;
}

export function keys(record: Record<string, number>): string[] {
  if (record === null || record === undefined) return ["none"];
  return Object.keys(record);
}

/** Asks nobody: what is wrong is an error. */
export function measure(text: string): number {
  return text.length;
}

export class Names {
  #all: string[] = [];

  addAll(names: string[]): this {
    for (const name of names ?? []) this.#all.push(name);
    return this;
  }

  get count(): number {
    return this.#all.length;
  }
}
