import { describe, expect, it } from "vitest";
import type { FuelOptions } from "../../src/fuel/fuel-meter.ts";
import { FuelMeter } from "../../src/fuel/fuel-meter.ts";

const SLICE = 1 << 18;

/** A guest whose turns end, and whose time passes, when the test says so. */
function createGuest(options: FuelOptions = {}) {
  const counter = { value: 0 };
  const clock = { time: 5000, reads: 0 };
  const ended: (() => void)[] = [];
  const now = (): number => (clock.reads++, clock.time);
  const meter = new FuelMeter({ afterTurn: (action) => ended.push(action), now, ...options });
  meter.attach(counter);
  return {
    meter,
    counter,
    clock,
    /** As the canonical code pays. */
    pay(ticks: number): boolean {
      if (counter.value < ticks) counter.value = meter.refuel(ticks | 0, counter.value);
      if (counter.value < 0) return false;
      counter.value -= ticks;
      return true;
    },
    endTurn: () => ended.splice(0).forEach((action) => action()),
    pending: () => ended.length,
  };
}

describe("ticks of a turn", () => {
  it("are one budget for all that runs in it", () => {
    const { meter, pay, endTurn } = createGuest({ budget: 80 });
    expect(pay(40)).toBe(true);
    meter.leave();
    expect(pay(40)).toBe(true);
    meter.leave();
    expect(meter.lack).toBeUndefined();
    endTurn();
    for (let count = 0; count < 80; count++) expect(pay(1)).toBe(true);
    expect(pay(1)).toBe(false);
    expect(meter.lack).toBe("ticks");
  });

  it("are seven eighths of its budget at least, after turns that asked for nothing", () => {
    const { pay, pending, endTurn } = createGuest({ budget: 80 });
    expect(pay(10)).toBe(true);
    expect(pending()).toBe(0);
    expect(pay(70)).toBe(true);
    expect(pending()).toBe(1);
    endTurn();
    expect(pay(81)).toBe(false);
  });

  it("are given in slices, or as many as are owed", () => {
    const { counter, pay } = createGuest();
    expect(counter.value).toBe(SLICE);
    pay(SLICE);
    pay(1);
    expect(counter.value).toBe(SLICE - 1);
    pay(3 * SLICE);
    expect(counter.value).toBe(0);
  });

  it.each([250_000_001, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1])("do not suffice for %i", (owed) => {
    const { counter, meter, pay } = createGuest();
    expect(pay(owed)).toBe(false);
    expect(counter.value).toBe(-1);
    expect(meter.lack).toBe("ticks");
  });

  it("may be as many as the counter can hold", () => {
    const { counter, pay } = createGuest({ budget: 2 ** 31 - 1 });
    expect(pay(2 ** 31 - 1)).toBe(true);
    expect(counter.value).toBe(0);
    expect(pay(1)).toBe(false);
  });

  it("cannot be had again by who was refused once, in later turns neither", () => {
    const { meter, counter, pay, endTurn } = createGuest({ budget: 8 });
    expect(pay(9)).toBe(false);
    meter.leave();
    endTurn();
    expect(counter.value).toBe(-1);
    expect(meter.refuel(1, 1_000_000)).toBe(-1);
    expect(meter.take(0)).toBe(false);
  });

  it("are taken by the host from the same", () => {
    const { meter, counter, pay } = createGuest({ budget: 80 });
    expect(meter.take(7)).toBe(true);
    expect(counter.value).toBe(3);
    expect(meter.take(40)).toBe(true);
    expect(counter.value).toBe(0);
    expect(pay(33)).toBe(true);
    expect(meter.take(1)).toBe(false);
    expect(counter.value).toBe(-1);
    expect(pay(1)).toBe(false);
  });

  it("bound what a module does while it starts, before its counter can be seen", () => {
    const counter = { value: 0 };
    const meter = new FuelMeter({ budget: 80, afterTurn: () => {} });
    expect(meter.refuel(60, 0)).toBe(60);
    expect(meter.take(11)).toBe(false);
    expect(meter.refuel(1, 0)).toBe(-1);
    meter.attach(counter);
    expect(counter.value).toBe(-1);
  });

  it("last through microtasks, and end before the next task", async () => {
    const { pay, meter } = createGuest({ budget: 8, afterTurn: (action) => setTimeout(action, 0) });
    expect(pay(5)).toBe(true);
    meter.leave();
    for (let index = 0; index < 100; index++) await Promise.resolve();
    expect(pay(3)).toBe(true);
    meter.leave();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(pay(8)).toBe(true);
    expect(pay(1)).toBe(false);
  });
});

describe("time of a turn", () => {
  const heavy = SLICE + 1;

  it("stops a guest whose ticks last", () => {
    const { meter, clock, pay } = createGuest();
    expect(pay(heavy)).toBe(true);
    clock.time += 800;
    expect(pay(heavy)).toBe(true);
    clock.time += 1;
    expect(pay(heavy)).toBe(false);
    expect(meter.lack).toBe("time");
  });

  it("is not asked for in short turns", () => {
    const { meter, clock, pay } = createGuest();
    for (let turn = 0; turn < 200; turn++) {
      pay(1000);
      meter.leave();
    }
    expect(clock.reads).toBe(0);
  });

  it("is that of all that runs in it, and nothing else", () => {
    const { meter, clock, pay } = createGuest();
    for (let call = 0; call < 4; call++) {
      // What a call does in a long turn before it asks is next to nothing.
      pay(call === 0 ? heavy : 1025);
      clock.time += 200;
      expect(pay(heavy)).toBe(true);
      meter.leave();
      clock.time += 10_000;
    }
    pay(1025);
    clock.time += 1;
    expect(pay(heavy)).toBe(false);
  });

  it("begins anew with each turn", () => {
    const { meter, clock, pay, endTurn } = createGuest();
    for (let turn = 0; turn < 4; turn++) {
      pay(heavy);
      clock.time += 800;
      expect(pay(heavy)).toBe(true);
      meter.leave();
      endTurn();
    }
  });

  it("is as long as the host says, or longer for a greater budget", () => {
    const last = (options: FuelOptions): number => {
      const { clock, pay } = createGuest(options);
      pay(heavy);
      const begin = clock.time;
      while (pay(heavy)) clock.time += 100;
      return clock.time - begin;
    };
    expect(last({ milliseconds: 200 })).toBe(300);
    expect(last({})).toBe(900);
    expect(last({ budget: 100_000_000 })).toBe(900);
    expect(last({ budget: 500_000_000 })).toBe(1700);
  });
});
