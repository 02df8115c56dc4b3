export interface Point {
  readonly coordinates: readonly number[];
}
export interface Neighbour<P> {
  point: P;
  distance: number;
}
interface Node<P extends Point> {
  point: P;
  axis: number;
  left: Node<P> | null;
  right: Node<P> | null;
}

class BoundedHeap<T> {
  private readonly items: { priority: number; value: T }[] = [];
  constructor(private readonly capacity: number) {}
  get full(): boolean {
    return this.items.length >= this.capacity;
  }
  get worst(): number {
    return this.items[0]?.priority ?? Number.POSITIVE_INFINITY;
  }
  offer(priority: number, value: T): void {
    if (this.full) {
      if (priority >= this.worst) return;
      this.removeTop();
    }
    let i = this.items.push({ priority, value }) - 1;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.items[parent]!.priority >= this.items[i]!.priority) break;
      [this.items[parent], this.items[i]] = [this.items[i]!, this.items[parent]!];
      i = parent;
    }
  }
  private removeTop(): void {
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return;
    this.items[0] = last;
    for (let i = 0; ;) {
      const [l, r] = [2 * i + 1, 2 * i + 2];
      let largest = i;
      if (l < this.items.length && this.items[l]!.priority > this.items[largest]!.priority) largest = l;
      if (r < this.items.length && this.items[r]!.priority > this.items[largest]!.priority) largest = r;
      if (largest === i) return;
      const moved = this.items[i]!;
      this.items[i] = this.items[largest]!;
      this.items[largest] = moved;
      i = largest;
    }
  }
  drain(): T[] {
    return this.items.sort((a, b) => a.priority - b.priority).map(({ value }) => value);
  }
}

export function euclid(a: Point, b: Point): number {
  let sum = 0;
  for (let i = 0; i < a.coordinates.length; i++) sum += (a.coordinates[i]! - b.coordinates[i]!) ** 2;
  return Math.sqrt(sum);
}

export class KdTree<P extends Point> {
  private root: Node<P> | null;
  private count = 0;

  constructor(
    points: Iterable<P>,
    private readonly dimensions = 2,
    private readonly metric: (a: Point, b: Point) => number = euclid,
  ) {
    this.root = this.build([...points], 0);
  }

  private build(points: P[], depth: number): Node<P> | null {
    if (points.length === 0) return null;
    const axis = depth % this.dimensions;
    points.sort((a, b) => a.coordinates[axis]! - b.coordinates[axis]!);
    const middle = points.length >>> 1;
    this.count++;
    return {
      point: points[middle]!,
      axis,
      left: this.build(points.slice(0, middle), depth + 1),
      right: this.build(points.slice(middle + 1), depth + 1),
    };
  }

  insert(point: P): this {
    const place = (node: Node<P> | null, depth: number): Node<P> => {
      if (!node) {
        this.count++;
        return { point, axis: depth % this.dimensions, left: null, right: null };
      }
      const side = point.coordinates[node.axis]! < node.point.coordinates[node.axis]! ? "left" : "right";
      node[side] = place(node[side], depth + 1);
      return node;
    };
    this.root = place(this.root, 0);
    return this;
  }

  nearest(target: Point, count = 1, maxDistance = Infinity): Neighbour<P>[] {
    const heap = new BoundedHeap<Neighbour<P>>(count);
    const visit = (node: Node<P> | null): void => {
      if (node === null) return;
      const distance = this.metric(target, node.point);
      if (distance <= maxDistance) heap.offer(distance, { point: node.point, distance });
      const delta = target.coordinates[node.axis]! - node.point.coordinates[node.axis]!;
      const [near, far] = delta < 0 ? [node.left, node.right] : [node.right, node.left];
      visit(near);
      if (!heap.full || Math.abs(delta) < heap.worst) visit(far);
    };
    visit(this.root);
    return heap.drain();
  }

  within(min: readonly number[], max: readonly number[]): P[] {
    const found: P[] = [];
    const stack = [this.root];
    while (stack.length) {
      const node = stack.pop();
      if (!node) continue;
      const { point, axis, left, right } = node;
      const at = point.coordinates[axis]!;
      if (point.coordinates.every((c, i) => c >= min[i]! && c <= max[i]!)) found.push(point);
      if (at >= min[axis]!) stack.push(left);
      if (at <= max[axis]!) stack.push(right);
    }
    return found;
  }

  get size(): number {
    return this.count;
  }
  get height(): number {
    const measure = (node: Node<P> | null): number =>
      node ? 1 + Math.max(measure(node.left), measure(node.right)) : 0;
    return measure(this.root);
  }
}

export interface City extends Point {
  name: string;
}

export const cities: City[] = [
  ["Berlin", 52.52, 13.4],
  ["Paris", 48.86, 2.35],
  ["Madrid", 40.42, -3.7],
  ["Rome", 41.9, 12.5],
  ["Vienna", 48.21, 16.37],
  ["Prague", 50.08, 14.44],
  ["Oslo", 59.91, 10.75],
].map(([name, lat, lon]) => ({ name: name as string, coordinates: [lat as number, lon as number] }));
