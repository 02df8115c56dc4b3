/**
 * The way through a clone of a template to every node that a binding changes. It is found once; each step goes from a node that was
 * reached before to a child or sibling of it, so that no clone is walked twice and no list of children is made.
 */
export interface NodeWalk {
  /** Three numbers a step: the node that it starts from, 1 to go down to its first child, and how many siblings to go on. */
  readonly steps: readonly number[];
  /** For each path, the position of its node among those that are reached, the root first. */
  readonly targets: readonly number[];
}

/** Plans the way to the ends of paths of child indexes. */
export function planWalk(paths: readonly (readonly number[])[]): NodeWalk {
  const steps: number[] = [];
  const reached = new Map<string, number>([["", 0]]);
  const add = (path: readonly number[], from: number, down: number, skip: number): number => {
    const position = reached.size;
    steps.push(from, down, skip);
    reached.set(path.join(), position);
    return position;
  };
  const reach = (path: readonly number[]): number => {
    const known = reached.get(path.join());
    if (known !== undefined) return known;
    const parent = path.slice(0, -1);
    const index = path.at(-1) ?? 0;
    for (let before = index - 1; before >= 0; before--) {
      const sibling = reached.get([...parent, before].join());
      if (sibling !== undefined) return add(path, sibling, 0, index - before);
    }
    return add(path, reach(parent), 1, index);
  };
  return { targets: paths.map(reach), steps };
}

/** Goes the way; gives the node of each path. */
export function walkNodes(root: Node, { steps, targets }: NodeWalk): Node[] {
  if (steps.length === 0) return targets.map(() => root);
  const nodes = [root];
  for (let i = 0; i < steps.length; i += 3) {
    let node = nodes[steps[i] as number] as Node;
    if (steps[i + 1] === 1) node = node.firstChild as Node;
    for (let skip = steps[i + 2] as number; skip > 0; skip--) node = node.nextSibling as Node;
    nodes.push(node);
  }
  // Those on the way are not kept.
  return targets.map((target) => nodes[target] as Node);
}
