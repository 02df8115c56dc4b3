export class ValidationError extends Error {
  constructor(
    message: string,
    public field: string,
  ) {
    super(message);
    this.name = "ValidationError";
  }
}
export class NotFound extends ValidationError {
  code = 404;
}
export function check(n: number): number {
  if (n < 0) throw new ValidationError("negative", "n");
  if (n === 0) throw new NotFound("zero", "z");
  if (n === 1) throw "text";
  if (n === 2) throw { code: 5 };
  if (n === 3) throw new TypeError("bad", { cause: "why" });
  if (n === 4) return [1][9]!.toFixed().length;
  if (n === 5) throw null;
  return n;
}
export function catchIt(f: () => number): string {
  try {
    return String(f());
  } catch (e) {
    return e instanceof Error ? e.name + ":" + e.message : "other " + String(e);
  }
}
export function rethrow(f: () => void): void {
  try {
    f();
  } catch (e) {
    throw e;
  }
}
export function wrap(f: () => void): void {
  try {
    f();
  } catch (e) {
    throw new Error("wrapped", { cause: e });
  }
}
export function isV(e: unknown): boolean {
  return e instanceof ValidationError;
}
