/** What is done with the module. */
export const uses = {
  t: (m) => {
    const r = [];
    const e = new m.TypedEmitter();
    e.on("data", (a, b) => r.push(a + b)).on("end", () => r.push("end"));
    return [e.emit("data", "x", 1), e.emit("end"), r];
  },
  s: (m) => {
    const r = [];
    const s = new m.Subject();
    const u = s.subscribe((v) => r.push(v));
    s.map((x) => x * 2).subscribe((v) => r.push(["m", v]));
    s.next(1);
    u.unsubscribe();
    s.next(2);
    return r;
  },
  o: (m) => {
    const r = [];
    const s = new m.Subject();
    const o = { a: 1 };
    s.subscribe((v) => r.push(v === o));
    s.next(o);
    return r;
  },
};
