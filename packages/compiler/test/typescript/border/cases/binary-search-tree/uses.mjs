/** What is done with the module. */
export const uses = {
  all: (m) => {
    const t = new m.BinarySearchTree();
    [25, 80, 12, 5, 64].forEach((x) => t.insert(x));
    return [
      t.inOrderTraversal(),
      t.has(5),
      t.has(99),
      t.findMin(),
      t.rootNode.data,
      t.rootNode.leftChild.data,
      t.isEmpty(),
    ];
  },
  empty: (m) => new m.BinarySearchTree().findMin(),
  str: (m) => {
    const t = new m.BinarySearchTree();
    "qwer".split("").forEach((x) => t.insert(x));
    return t.inOrderTraversal();
  },
  eq: (m) => {
    const t = new m.BinarySearchTree();
    t.insert(1);
    return t.rootNode;
  },
};
