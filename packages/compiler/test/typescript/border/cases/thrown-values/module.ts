export function text(f: () => void): string {
  try {
    f();
    return "nothing";
  } catch (e) {
    return String(e);
  }
}

export function isNullish(f: () => void): boolean {
  try {
    f();
    return false;
  } catch (e) {
    return e == null;
  }
}

export function kind(f: () => void): string {
  try {
    f();
    return "nothing";
  } catch (e) {
    return `${typeof e} ${e instanceof Error} ${e instanceof TypeError}`;
  }
}

export function finished(f: () => void): string[] {
  const log: string[] = [];
  try {
    try {
      f();
    } finally {
      log.push("finally");
    }
  } catch (e) {
    log.push(String(e));
  }
  return log;
}

export function again(f: () => void): void {
  try {
    f();
  } catch (e) {
    throw e;
  }
}

export function wrapped(f: () => void): void {
  try {
    f();
  } catch (e) {
    throw new Error("wrapped", { cause: e });
  }
}

export function codeOf(f: () => void): string {
  try {
    f();
    return "nothing";
  } catch (e) {
    return e instanceof Error ? String((e as Error & { code?: unknown }).code) : "no error";
  }
}

export function causeOf(e: Error): unknown {
  return e.cause;
}

export function innermost(e: Error): string {
  return e.cause instanceof Error ? innermost(e.cause) : e.message;
}

export function prefix(f: () => void): void {
  try {
    f();
  } catch (e) {
    if (e instanceof Error) e.message = `while testing: ${e.message}`;
    throw e;
  }
}
