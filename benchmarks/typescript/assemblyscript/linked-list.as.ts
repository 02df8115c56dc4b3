class Node {
  next: Node | null = null;
  constructor(public value: f64) {}
}

class LinkedList {
  head: Node | null = null;
  tail: Node | null = null;
  length: i32 = 0;

  append(value: f64): void {
    const node = new Node(value);
    const tail = this.tail;
    if (tail) tail.next = node;
    else this.head = node;
    this.tail = node;
    this.length++;
  }

  takeFirst(): f64 {
    const node = this.head;
    if (!node) return 0;
    this.head = node.next;
    if (!this.head) this.tail = null;
    this.length--;
    return node.value;
  }

  reverse(): void {
    let previous: Node | null = null;
    this.tail = this.head;
    for (let node = this.head; node;) {
      const next = node.next;
      node.next = previous;
      previous = node;
      node = next;
    }
    this.head = previous;
  }
}

export function benchmark(size: i32): f64 {
  const list = new LinkedList();
  let checksum = 0.0;
  for (let operation = 0; operation < size; operation++) {
    list.append(operation);
    if (list.length > 2000) {
      checksum += list.takeFirst();
      checksum %= 1_000_003;
    }
    if (operation % 5000 == 0) {
      list.reverse();
      let node: Node | null = list.head;
      while (node) {
        checksum += node.value % 7;
        node = node.next;
      }
    }
  }
  return checksum + list.length;
}
