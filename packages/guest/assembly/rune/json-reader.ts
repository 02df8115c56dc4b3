import { Json } from "./json";

const MAX_DEPTH: i32 = 128;

/** Reads one JSON text (RFC 8259). Every reading method returns `null`, or -1, where the text is not JSON. */
export class Reader {
  place: i32 = 0;

  constructor(private text: string) {}

  read(): Json | null {
    this.skip_space();
    const value = this.read_value(0);
    if (value === null) return null;
    this.skip_space();
    return this.place == this.text.length ? value : null;
  }

  /** The code unit here; -1 at the end. */
  private peek(): i32 {
    return this.place < this.text.length ? this.text.charCodeAt(this.place) : -1;
  }

  private skip_space(): void {
    while (true) {
      const code = this.peek();
      if (code != 0x20 && code != 0x0a && code != 0x0d && code != 0x09) return;
      this.place++;
    }
  }

  private read_value(depth: i32): Json | null {
    if (depth > MAX_DEPTH) return null;
    const code = this.peek();
    if (code == 0x7b) return this.read_object(depth);
    if (code == 0x5b) return this.read_array(depth);
    if (code == 0x22) {
      const text = this.read_string();
      return text === null ? null : Json.string(text);
    }
    if (code == 0x74) return this.read_word("true");
    if (code == 0x66) return this.read_word("false");
    if (code == 0x6e) return this.read_word("null");
    return this.read_number();
  }

  private read_word(word: string): Json | null {
    if (!this.text.startsWith(word, this.place)) return null;
    this.place += word.length;
    return Json.scalar(word);
  }

  private skip_digits(): bool {
    const start = this.place;
    for (let code = this.peek(); code >= 0x30 && code <= 0x39; code = this.peek()) this.place++;
    return this.place > start;
  }

  private read_number(): Json | null {
    const start = this.place;
    if (this.peek() == 0x2d) this.place++;
    if (this.peek() == 0x30) this.place++;
    else if (!this.skip_digits()) return null;
    if (this.peek() == 0x2e) {
      this.place++;
      if (!this.skip_digits()) return null;
    }
    if ((this.peek() | 0x20) == 0x65) {
      this.place++;
      const sign = this.peek();
      if (sign == 0x2b || sign == 0x2d) this.place++;
      if (!this.skip_digits()) return null;
    }
    return Json.scalar(this.text.substring(start, this.place));
  }

  private read_string(): string | null {
    let from = ++this.place;
    let out = "";
    while (true) {
      const code = this.peek();
      if (code < 0x20) return null;
      if (code == 0x22) {
        out = out + this.text.substring(from, this.place++);
        return out;
      }
      if (code == 0x5c) {
        out = out + this.text.substring(from, this.place++);
        const unit = this.read_escape();
        if (unit < 0) return null;
        out = out + String.fromCharCode(unit);
        from = this.place;
      } else {
        this.place++;
      }
    }
  }

  private read_escape(): i32 {
    const code = this.peek();
    this.place++;
    switch (code) {
      case 0x22:
      case 0x2f:
      case 0x5c:
        return code;
      case 0x62:
        return 0x08;
      case 0x66:
        return 0x0c;
      case 0x6e:
        return 0x0a;
      case 0x72:
        return 0x0d;
      case 0x74:
        return 0x09;
      case 0x75:
        return this.read_hex();
      default:
        return -1;
    }
  }

  private read_hex(): i32 {
    let unit = 0;
    for (let i = 0; i < 4; i++) {
      const code = this.peek() | 0x20;
      if (code >= 0x30 && code <= 0x39) unit = (unit << 4) | (code - 0x30);
      else if (code >= 0x61 && code <= 0x66) unit = (unit << 4) | (code - 0x57);
      else return -1;
      this.place++;
    }
    return unit;
  }

  private read_array(depth: i32): Json | null {
    const list = Json.array();
    this.place++;
    this.skip_space();
    if (this.peek() == 0x5d) {
      this.place++;
      return list;
    }
    while (true) {
      this.skip_space();
      const item = this.read_value(depth + 1);
      if (item === null) return null;
      list.append(item);
      this.skip_space();
      const code = this.peek();
      if (code != 0x2c && code != 0x5d) return null;
      this.place++;
      if (code == 0x5d) return list;
    }
  }

  private read_object(depth: i32): Json | null {
    const record = Json.object();
    this.place++;
    this.skip_space();
    if (this.peek() == 0x7d) {
      this.place++;
      return record;
    }
    while (true) {
      this.skip_space();
      if (this.peek() != 0x22) return null;
      const key = this.read_string();
      if (key === null) return null;
      this.skip_space();
      if (this.peek() != 0x3a) return null;
      this.place++;
      this.skip_space();
      const item = this.read_value(depth + 1);
      if (item === null) return null;
      record.define(key, item);
      this.skip_space();
      const code = this.peek();
      if (code != 0x2c && code != 0x7d) return null;
      this.place++;
      if (code == 0x7d) return record;
    }
  }
}
