/** What is done with the module. */
export const uses = {
  basic: (m) => {
    const s = new m.Stack();
    s.push(1);
    s.push(5.5);
    s.push("x");
    return [s.length(), s.pop(), s.top(), s.isEmpty()];
  },
  objects: (m) => {
    const s = new m.Stack();
    const o = { a: 1 };
    s.push(o);
    return [s.top() === o, s.pop() === o, s.top()];
  },
  under: (m) => new m.Stack().pop(),
  over: (m) => {
    const s = new m.Stack(1);
    s.push(null);
    s.push(undefined);
  },
  nulls: (m) => {
    const s = new m.Stack();
    s.push(null);
    s.push(undefined);
    s.push(true);
    s.push(false);
    s.push(10n);
    s.push(NaN);
    s.push(-0);
    s.push(2 ** 40);
    return [s.pop(), s.pop(), s.pop(), s.pop(), s.pop(), s.pop(), s.pop(), s.pop()];
  },
  ordersAnything: (m) => {
    const [late, early] = [new Date(2020, 1, 2), new Date(2019, 1, 2)];
    return [m.least([late, early]) === early, m.least([3, 1, 2]), m.least(["b", "a"]), m.least([{}, late])];
  },
};
