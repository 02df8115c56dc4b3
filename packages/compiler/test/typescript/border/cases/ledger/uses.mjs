const journal = `2024-01-05 Salary
  Assets:Bank      3000.00 EUR
  Income:Job      -3000 EUR ; January

2024-01-07 Groceries
  Expenses:Food    42.5 EUR
  Assets:Bank     -42.50 EUR
`;

/** What is done with the module. */
export const uses = {
  balances(m) {
    const ledger = m.Ledger.parse(journal);
    return [ledger.balances(), ledger.balances(new Date("2024-01-06")), [...ledger], ledger.size];
  },
  types: (m) => [...m.Ledger.parse(journal).byType()].map(([type, money]) => `${type} ${money}`),
  shares: (m) => [
    m.Money.parse("100 EUR").allocate(1, 1, 1).map(String),
    m.Money.parse("-0.05 EUR").allocate(3, 7).map(String),
  ],
  largest: (m) => `${m.max(m.Money.of(5n), m.Money.of(500000012n), m.Money.of(-4n))}`,
  json: (m) => JSON.stringify({ price: m.Money.parse("12.3 USD") }),
  posted(m) {
    const postings = [{ account: "Foo", amount: m.Money.of(0n) }];
    const ledger = new m.Ledger().post({ date: new Date(0), description: "open", postings });
    return [[...ledger], ledger.byType()];
  },
  "no amount": (m) => m.Money.parse("12.3.4 USD"),
  "two currencies": (m) => m.Money.ZERO.add(m.Money.of(1n, "USD")),
  unbalanced: (m) => m.Ledger.parse("2024-01-05 X\n  Assets:A  1.00 EUR"),
  "no date": (m) => m.Ledger.parse("x"),
  "no ratios": (m) => m.Money.of(5n).allocate(0),
};
