export type Token =
  | { type: "num"; value: number }
  | { type: "op"; value: "+" | "-" | "*" | "/" }
  | { type: "paren"; value: "(" | ")" };
export class ParseError extends SyntaxError {
  constructor(
    message: string,
    readonly pos: number,
  ) {
    super(message);
    this.name = "ParseError";
  }
}
export function tokenize(s: string): Token[] {
  const r: Token[] = [];
  for (let i = 0; i < s.length;) {
    const c = s[i]!;
    if (c === " ") {
      i++;
      continue;
    }
    if (c >= "0" && c <= "9") {
      let j = i;
      while (j < s.length && /[0-9.]/.test(s[j]!)) j++;
      r.push({ type: "num", value: Number(s.slice(i, j)) });
      i = j;
    } else if ("+-*/".includes(c)) {
      r.push({ type: "op", value: c as "+" });
      i++;
    } else if (c === "(" || c === ")") {
      r.push({ type: "paren", value: c });
      i++;
    } else throw new ParseError("unexpected " + c, i);
  }
  return r;
}
export type Expr =
  | { kind: "num"; value: number }
  | { kind: "bin"; op: string; left: Expr; right: Expr }
  | { kind: "neg"; expr: Expr };
export class Parser {
  private i = 0;
  constructor(private readonly ts: Token[]) {}
  parse(): Expr {
    const e = this.sum();
    if (this.i < this.ts.length) throw new ParseError("trailing", this.i);
    return e;
  }
  private sum(): Expr {
    let l = this.prod();
    for (let t = this.ts[this.i]; t?.type === "op" && (t.value === "+" || t.value === "-"); t = this.ts[this.i]) {
      this.i++;
      l = { kind: "bin", op: t.value, left: l, right: this.prod() };
    }
    return l;
  }
  private prod(): Expr {
    let l = this.atom();
    for (let t = this.ts[this.i]; t?.type === "op" && (t.value === "*" || t.value === "/"); t = this.ts[this.i]) {
      this.i++;
      l = { kind: "bin", op: t.value, left: l, right: this.atom() };
    }
    return l;
  }
  private atom(): Expr {
    const t = this.ts[this.i++];
    if (!t) throw new ParseError("end", this.i);
    if (t.type === "num") return { kind: "num", value: t.value };
    if (t.type === "op" && t.value === "-") return { kind: "neg", expr: this.atom() };
    if (t.type === "paren" && t.value === "(") {
      const e = this.sum();
      this.i++;
      return e;
    }
    throw new ParseError("bad " + t.value, this.i);
  }
}
export function evaluate(e: Expr): number {
  switch (e.kind) {
    case "num":
      return e.value;
    case "neg":
      return -evaluate(e.expr);
    case "bin": {
      const l = evaluate(e.left),
        r = evaluate(e.right);
      switch (e.op) {
        case "+":
          return l + r;
        case "-":
          return l - r;
        case "*":
          return l * r;
        case "/":
          if (r === 0) throw new RangeError("div");
          return l / r;
        default:
          throw new Error("op");
      }
    }
  }
}
export const calc = (s: string): number => evaluate(new Parser(tokenize(s)).parse());
