/** `Boolean`: what it does when called, and the methods of booleans. */
export class Boolean {
  static ["@@call"](value?: unknown): boolean {
    return !!value;
  }

  toString(this: boolean): string {
    return this ? "true" : "false";
  }

  valueOf(this: boolean): boolean {
    return this;
  }
}
