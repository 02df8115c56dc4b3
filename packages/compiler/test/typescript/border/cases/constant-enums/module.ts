export const enum Level {
  Low = 1,
  High = 5,
  Top,
}
const enum Suit {
  Hearts = "h",
  Spades = "s",
}
export { Suit };
export function describe(level: Level): string {
  switch (level) {
    case Level.Low:
      return "low";
    case Level.High:
      return "high";
    default:
      return "top";
  }
}
export function isRed(suit: Suit): boolean {
  return suit === Suit.Hearts;
}
