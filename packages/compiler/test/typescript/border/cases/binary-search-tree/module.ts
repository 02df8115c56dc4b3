export class TreeNode<T> {
  left: TreeNode<T> | null = null;
  right: TreeNode<T> | null = null;
  constructor(
    readonly data: T,
    public leftChild?: TreeNode<T>,
    public rightChild?: TreeNode<T>,
  ) {}
}
export class BinarySearchTree<T> {
  rootNode?: TreeNode<T>;
  constructor() {
    this.rootNode = undefined;
  }
  isEmpty(): boolean {
    return this.rootNode === undefined;
  }
  has(data: T): boolean {
    if (!this.rootNode) return false;
    let c: TreeNode<T> | undefined = this.rootNode;
    while (c.data !== data) {
      if (data > c.data) {
        if (!c.rightChild) return false;
        c = c.rightChild;
      } else {
        if (!c.leftChild) return false;
        c = c.leftChild;
      }
    }
    return true;
  }
  insert(data: T): TreeNode<T> {
    if (!this.rootNode) {
      this.rootNode = new TreeNode<T>(data);
      return this.rootNode;
    }
    let c: TreeNode<T> = this.rootNode;
    while (true) {
      if (data > c.data) {
        if (c.rightChild) c = c.rightChild;
        else {
          c.rightChild = new TreeNode<T>(data);
          return c.rightChild;
        }
      } else {
        if (c.leftChild) c = c.leftChild;
        else {
          c.leftChild = new TreeNode<T>(data);
          return c.leftChild;
        }
      }
    }
  }
  findMin(): T {
    if (!this.rootNode) throw new Error("Empty tree.");
    const t = (n: TreeNode<T>): T => (!n.leftChild ? n.data : t(n.leftChild));
    return t(this.rootNode);
  }
  inOrderTraversal(array: T[] = []): T[] {
    if (!this.rootNode) return array;
    const t = (n?: TreeNode<T>, a: T[] = []): T[] => {
      if (!n) return a;
      t(n.leftChild, a);
      a.push(n.data);
      t(n.rightChild, a);
      return a;
    };
    return t(this.rootNode);
  }
}
