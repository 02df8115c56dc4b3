/** What is done with the module. */
export const uses = {
  members: (m) => [{ ...m.Level }, { ...m.Suit }],
  describe: (m) => [m.Level.Low, m.Level.High, m.Level.Top].map((level) => m.describe(level)),
  isRed: (m) => [m.isRed(m.Suit.Hearts), m.isRed(m.Suit.Spades)],
};
