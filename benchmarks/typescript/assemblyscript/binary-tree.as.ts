class TreeNode {
  left: TreeNode | null = null;
  right: TreeNode | null = null;
  constructor(
    public key: f64,
    public value: f64,
  ) {}
}

class TreeMap {
  root: TreeNode | null = null;
  size: i32 = 0;

  constructor(private compare: (left: f64, right: f64) => f64) {}

  set(key: f64, value: f64): void {
    const root = this.root;
    if (!root) {
      this.root = new TreeNode(key, value);
      this.size++;
      return;
    }
    let node: TreeNode = root;
    for (;;) {
      const order = this.compare(key, node.key);
      if (order == 0) {
        node.value = value;
        return;
      }
      const next = order < 0 ? node.left : node.right;
      if (next) {
        node = next;
        continue;
      }
      const created = new TreeNode(key, value);
      if (order < 0) node.left = created;
      else node.right = created;
      this.size++;
      return;
    }
  }

  get(key: f64): f64 {
    let node = this.root;
    while (node) {
      const order = this.compare(key, node.key);
      if (order == 0) return node.value;
      node = order < 0 ? node.left : node.right;
    }
    return 1;
  }

  sum(node: TreeNode | null): f64 {
    if (!node) return 0;
    return this.sum(node.left) + (node.value % 5) + this.sum(node.right);
  }

  height(node: TreeNode | null): i32 {
    return node ? 1 + max(this.height(node.left), this.height(node.right)) : 0;
  }
}

export function benchmark(size: i32): f64 {
  let checksum = 0.0;
  let state: f64 = 5;
  for (let done = 0; done < size; done += 1000) {
    const tree = new TreeMap((left, right) => left - right);
    for (let index = 0; index < 1000; index++) {
      state = (state * 16807) % 2147483647;
      tree.set(state % 4000, index);
    }
    for (let key = 0; key < 4000; key += 3) checksum += tree.get(key);
    checksum += tree.sum(tree.root);
    checksum += tree.size + tree.height(tree.root);
  }
  return checksum;
}
