/** What is done with the module. */
export const uses = {
  push: (m) => {
    const l = new m.LinkedList();
    l.push(1);
    l.push(2);
    l.push(3);
    return [l.toArray(), l.length, l.get(1), l.get(9), l.head.data, l.head.next.next.data, l.head.next.next.next];
  },
  reverse: (m) => {
    const l = new m.LinkedList();
    l.push("a");
    l.push("b");
    const r = l.reverse();
    return [r instanceof m.LinkedList, r.toArray()];
  },
  map: (m) => {
    const l = new m.LinkedList();
    l.push(1);
    l.push(2);
    return l.map((x) => ({ v: x })).toArray();
  },
  setHead: (m) => {
    const l = new m.LinkedList();
    l.push(1);
    l.head = new m.Node(7, l.head);
    return [l.toArray(), l.head instanceof m.Node, l.head === l.head];
  },
  headData: (m) => {
    const l = new m.LinkedList();
    l.push(1);
    l.head.data = 9;
    return l.toArray();
  },
};
