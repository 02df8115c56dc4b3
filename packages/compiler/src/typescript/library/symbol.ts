import { TypeError } from "./error.ts";
import { describeValue, toString } from "./text.ts";

/** `Symbol`: what it does when called, the well-known symbols, and the methods of symbols. */
export class Symbol {
  constructor() {
    throw new TypeError("Symbol is not a constructor");
  }

  static ["@@call"](description?: unknown): symbol {
    return $js_symbol_new($isUndefined(description) ? undefined : toString(description));
  }

  static for(key: unknown): symbol {
    return $js_symbol_for(toString(key));
  }

  static keyFor(symbol: unknown): string | undefined {
    if ($isSymbol(symbol)) return $js_symbol_keyFor(symbol);
    else throw new TypeError(`${describeValue(symbol)} is not a symbol`);
  }

  static get asyncDispose(): symbol {
    return $js_symbol_wellKnown("asyncDispose");
  }

  static get asyncIterator(): symbol {
    return $js_symbol_wellKnown("asyncIterator");
  }

  static get dispose(): symbol {
    return $js_symbol_wellKnown("dispose");
  }

  static get hasInstance(): symbol {
    return $js_symbol_wellKnown("hasInstance");
  }

  static get isConcatSpreadable(): symbol {
    return $js_symbol_wellKnown("isConcatSpreadable");
  }

  static get iterator(): symbol {
    return $js_symbol_wellKnown("iterator");
  }

  static get match(): symbol {
    return $js_symbol_wellKnown("match");
  }

  static get matchAll(): symbol {
    return $js_symbol_wellKnown("matchAll");
  }

  static get replace(): symbol {
    return $js_symbol_wellKnown("replace");
  }

  static get search(): symbol {
    return $js_symbol_wellKnown("search");
  }

  static get species(): symbol {
    return $js_symbol_wellKnown("species");
  }

  static get split(): symbol {
    return $js_symbol_wellKnown("split");
  }

  static get toPrimitive(): symbol {
    return $js_symbol_wellKnown("toPrimitive");
  }

  static get toStringTag(): symbol {
    return $js_symbol_wellKnown("toStringTag");
  }

  static get unscopables(): symbol {
    return $js_symbol_wellKnown("unscopables");
  }

  get description(): string | undefined {
    return $js_symbol_description(this as unknown as symbol);
  }

  toString(this: symbol): string {
    return $js_symbol_toString(this);
  }

  valueOf(this: symbol): symbol {
    return this;
  }
}
