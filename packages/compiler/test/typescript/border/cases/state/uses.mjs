/** What is done with the module. */
export const uses = {
  m: (m) => {
    let x = m.create();
    x = m.send(x, "fetch");
    x = m.send(x, "nope");
    x = m.send(x, "ok");
    return x;
  },
  same: (m) => {
    const x = m.create();
    return m.send(x, "zzz") === x;
  },
  store: (m) => {
    const st = m.createStore((s = { n: 0 }, a) => (a.type === "inc" ? { n: s.n + (a.payload ?? 1) } : s));
    let c = 0;
    const un = st.subscribe(() => c++);
    const a = { type: "inc", payload: 5 };
    const r = st.dispatch(a);
    st.dispatch({ type: "inc" });
    un();
    st.dispatch({ type: "inc" });
    return [st.getState(), c, r === a];
  },
  todo: (m) => {
    const l = new m.TodoList();
    const a = l.add("b");
    const b = l.add("a");
    a.toggle();
    b.tags.push("x");
    return [
      l.remaining,
      l.find((t) => t.title === "a") === b,
      l.items.length,
      l.items[0] === a,
      l.sorted().map((t) => t.title),
      JSON.stringify(l).replace(/"id":\d+/g, ""),
      l.remove(a),
      l.remove(a),
      l.items.length,
      b.tags,
    ];
  },
  acc: (m) => {
    const a = new m.Account("x");
    a.deposit(10).withdraw(3);
    try {
      a.withdraw(100);
    } catch (e) {
      return [
        a.balance,
        e.name,
        e.message,
        e.needed,
        e.available,
        e instanceof m.InsufficientFunds,
        a.history,
        a.owner,
      ];
    }
  },
  bad: (m) => new m.Account("q").deposit(-1),
};
