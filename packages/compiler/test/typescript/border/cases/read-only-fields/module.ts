/** Objects of JavaScript whose fields are read-only in the module: they come in whole, and what JavaScript changes there later shows. */
export interface Track {
  readonly points: readonly Point[];
  readonly name: string;
  readonly started: Date;
  readonly tags?: ReadonlySet<string>;
  readonly owner: { readonly name: string } | null;
}
export interface Point {
  readonly at: readonly [x: number, y: number];
}
export interface Chain {
  readonly next: Chain | undefined;
  readonly value: number;
}

export function describe({ points, name, started, tags, owner }: Track): string {
  const way = points.map(({ at: [x, y] }) => `${x}/${y}`).join(" ");
  return `${name} ${way} ${started.getTime()} ${[...(tags ?? [])].join()} ${owner?.name ?? "nobody"}`;
}

export const lengthOf = <P extends Point>(points: readonly P[]): number =>
  points.reduce((sum, { at: [x, y] }) => sum + Math.hypot(x, y), 0);

export const farthest = <P extends Point>(first: P, second: P): P =>
  distance(first) > distance(second) ? first : second;

export function distance(point: Point): number {
  return Math.hypot(...point.at);
}

export function total(chain: Chain, limit: number): number {
  let sum = 0;
  for (let at: Chain | undefined = chain; at && limit-- > 0; at = at.next) sum += at.value;
  return sum;
}
