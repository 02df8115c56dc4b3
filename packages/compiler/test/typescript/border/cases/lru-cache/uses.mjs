/** What is done with the module. */
export const uses = {
  a: (m) => {
    const c = new m.LRUCache(2);
    c.put("a", 1);
    c.put("b", { x: 1 });
    c.get("a");
    c.put("c", 3);
    return [c.get("b"), c.size, c.entries(), c.capacity];
  },
  bad: (m) => new m.LRUCache(0),
  keys: (m) => {
    const k = {};
    const c = new m.LRUCache(3);
    c.put(k, 1);
    c.put({}, 2);
    c.put(1, "n");
    c.put("1", "s");
    c.put(NaN, "nan");
    return [c.get(k), c.get({}), c.get(1), c.get("1"), c.get(NaN)];
  },
};
