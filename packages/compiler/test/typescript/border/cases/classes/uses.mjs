/** What is done with the module. */
export const uses = {
  animal: (m) => {
    const a = new m.Animal("Tom");
    return [a.name, a.speak(), String(a), a.kind, a.upper, `${a}`];
  },
  setter: (m) => {
    const a = new m.Animal("Tom");
    a.upper = "BOB";
    const n = a.name;
    a.name = "Z";
    return [n, a.upper, a.speak()];
  },
  stat: (m) => {
    const b = m.Animal.count;
    m.Animal.create("x");
    const d = m.Animal.count - b;
    m.Animal.count = 100;
    new m.Animal("y");
    return [d, m.Animal.count];
  },
  dog: (m) => {
    const d = new m.Dog("Rex");
    d.learn("sit").learn("roll");
    return [d.speak(), d.tricks, d.kind, d instanceof m.Animal, m.adopt(d), m.isDog(d), m.isDog(new m.Animal("q"))];
  },
  makeDog: (m) => {
    const d = m.makeDog();
    return [d instanceof m.Dog, d.constructor === m.Dog, d.speak(), d.constructor.name];
  },
  hidden: (m) => {
    const h = m.hidden(3);
    return [h.v, h.plus(m.hidden(4)).v, h.constructor.name, h];
  },
  shape: (m) => {
    const s = m.shape(3);
    return [
      s.area(),
      s.name,
      m.total([s, m.shape(2)]),
      m.total([{ name: "x", area: () => 5 }]),
      m.total([
        {
          name: "x",
          k: 2,
          area() {
            return this.k;
          },
        },
      ]),
    ];
  },
  cls: (m) => {
    class Mine {
      name = "m";
      area() {
        return 11;
      }
    }
    return m.total([new Mine()]);
  },
  money: (m) => {
    const a = m.Money.of(1.5).add(m.Money.of(2));
    return [a.cents, JSON.stringify(a), +a, a instanceof m.Money];
  },
  temp: (m) => [m.Temp.ZERO.c, m.Temp.freezing, m.Temp.ZERO === m.Temp.ZERO, m.Temp.ZERO instanceof m.Temp],
  single: (m) => [m.Singleton.get() === m.Singleton.get()],
  matrix: (m) => {
    const x = new m.Matrix([
      [1, 2],
      [3, 4],
    ]);
    const t = x.transpose();
    x.rows[0][0] = 9;
    return [t.rows, x.at(0, 0), x.rows];
  },
  opt: (m) => {
    const o = new m.Opt();
    o.c.x = 5;
    o.a = 3;
    return [o.a, o.b, o.c];
  },
  extend: (m) => {
    class Cat extends m.Animal {
      constructor() {
        super("cat");
      }
      purr() {
        return "purr " + this.name;
      }
    }
    const c = new Cat();
    return [c.purr(), c.speak(), c instanceof m.Animal, c instanceof Cat];
  },
  eq: (m) => [new m.Animal("a").equals(new m.Animal("a")), Object.keys(new m.Animal("k"))],
  noNew: (m) => {
    try {
      m.Animal("x");
    } catch (e) {
      return [e.constructor.name, e.message];
    }
  },
};
