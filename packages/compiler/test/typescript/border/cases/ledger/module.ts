/** Decimal money and a double-entry ledger. */
export class Money implements Comparable<Money> {
  static readonly ZERO = new Money(0n, "EUR");
  private constructor(
    private readonly minor: bigint,
    public readonly currency: string,
  ) {}

  static parse(text: string): Money {
    const match = /^(?<sign>-)?(?<whole>\d{1,12})(?:\.(?<cents>\d{1,2}))?\s*(?<currency>[A-Z]{3})$/.exec(text.trim());
    if (!match?.groups) throw new SyntaxError(`Invalid amount: ${JSON.stringify(text)}`);
    const { sign, whole, cents = "", currency } = match.groups;
    const minor = BigInt(whole!) * 100n + BigInt(cents.padEnd(2, "0"));
    return new Money(sign ? -minor : minor, currency!);
  }

  static of(minor: bigint, currency = "EUR"): Money {
    return new Money(minor, currency);
  }

  add(other: Money): Money {
    if (other.currency !== this.currency) {
      throw new CurrencyError(this.currency, other.currency);
    }
    return new Money(this.minor + other.minor, this.currency);
  }

  negate(): Money {
    return new Money(-this.minor, this.currency);
  }

  allocate(...ratios: number[]): Money[] {
    const total = BigInt(ratios.reduce((a, b) => a + b, 0));
    if (total <= 0n) throw new RangeError("ratios must be positive");
    let rest = this.minor;
    const shares = ratios.map((ratio) => {
      const share = (this.minor * BigInt(ratio)) / total;
      rest -= share;
      return share;
    });
    for (let i = 0; rest !== 0n; i = (i + 1) % shares.length) {
      const step = rest > 0n ? 1n : -1n;
      shares[i]! += step;
      rest -= step;
    }
    return shares.map((share) => new Money(share, this.currency));
  }

  compareTo(other: Money): number {
    return this.minor < other.minor ? -1 : this.minor > other.minor ? 1 : 0;
  }

  get isZero(): boolean {
    return this.minor === 0n;
  }

  toString(): string {
    const negative = this.minor < 0n;
    const digits = (negative ? -this.minor : this.minor).toString().padStart(3, "0");
    const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    return `${negative ? "-" : ""}${whole}.${digits.slice(-2)} ${this.currency}`;
  }

  toJSON(): { amount: string; currency: string } {
    return { amount: this.minor.toString(), currency: this.currency };
  }
}

export interface Comparable<T> {
  compareTo(other: T): number;
}

export class CurrencyError extends TypeError {
  constructor(
    readonly expected: string,
    readonly actual: string,
  ) {
    super(`Expected ${expected}, got ${actual}`);
    this.name = new.target.name;
  }
}

type AccountType = "asset" | "liability" | "income" | "expense";

export interface Posting {
  account: string;
  amount: Money;
  note?: string;
}

export interface Transaction {
  readonly date: Date;
  readonly description: string;
  readonly postings: readonly Posting[];
}

const prefixes: Readonly<Record<string, AccountType>> = {
  Assets: "asset",
  Liabilities: "liability",
  Income: "income",
  Expenses: "expense",
} as const;

export function max<T extends Comparable<T>>(first: T, ...others: T[]): T {
  return others.reduce((best, each) => (each.compareTo(best) > 0 ? each : best), first);
}

export class Ledger {
  #transactions: Transaction[] = [];

  static parse(text: string): Ledger {
    const ledger = new Ledger();
    const blocks = text.split(/\r?\n\s*\r?\n/).filter((block) => block.trim() !== "");
    for (const [index, block] of blocks.entries()) {
      const [head = "", ...rest] = block.trim().split(/\r?\n/);
      const header = head.match(/^(\d{4})-(\d\d)-(\d\d)\s+(.*)$/);
      if (!header) throw new SyntaxError(`Block ${index + 1}: no date in "${head}"`);
      const [, year, month, day, description] = header;
      const postings = rest.map((line): Posting => {
        const [entry, note] = line.split(";").map((part) => part.trim());
        const at = entry!.search(/\s{2,}/);
        const posting: Posting = { account: entry!.slice(0, at), amount: Money.parse(entry!.slice(at)) };
        return note ? { ...posting, note } : posting;
      });
      ledger.post({ date: new Date(Date.UTC(+year!, +month! - 1, +day!)), description: description!, postings });
    }
    return ledger;
  }

  post(transaction: Transaction): this {
    const sums = new Map<string, Money>();
    for (const { amount } of transaction.postings) {
      const sum = sums.get(amount.currency);
      sums.set(amount.currency, sum?.add(amount) ?? amount);
    }
    const open = [...sums.values()].filter((sum) => !sum.isZero);
    if (open.length > 0) throw new Error(`Unbalanced "${transaction.description}": ${open.join(", ")}`);
    this.#transactions.push(transaction);
    return this;
  }

  balances(until: Date = new Date(8.64e15)): Record<string, string> {
    const result: Record<string, Money> = {};
    for (const { date, postings } of this.#transactions) {
      if (date > until) continue;
      for (const { account, amount } of postings) {
        result[account] = result[account]?.add(amount) ?? amount;
      }
    }
    return Object.fromEntries(
      Object.entries(result)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([account, money]) => [account, money.toString()]),
    );
  }

  byType(): Map<AccountType, Money> {
    const map = new Map<AccountType, Money>();
    for (const { account, amount } of this.#transactions.flatMap((each) => each.postings)) {
      const type = prefixes[account.split(":")[0]!];
      if (type === undefined) throw new ReferenceError(`Unknown account ${account}`);
      map.set(type, map.get(type)?.add(amount) ?? amount);
    }
    return map;
  }

  *[Symbol.iterator](): IterableIterator<string> {
    for (const { date, description } of this.#transactions) {
      yield `${date.toISOString().slice(0, 10)} ${description}`;
    }
  }

  get size(): number {
    return this.#transactions.length;
  }
}
