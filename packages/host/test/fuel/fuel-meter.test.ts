import { describe, expect, it } from "vitest";
import { FuelMeter } from "../../src/fuel/fuel-meter.ts";

/** A meter whose turns end when the test says so. */
function createTurns(budget: number): {
  meter: FuelMeter;
  counter: { value: number };
  endTurn(): void;
  pending(): number;
} {
  const counter = { value: 7 };
  const ended: (() => void)[] = [];
  const meter = new FuelMeter(counter, { budget, afterTurn: (action) => ended.push(action) });
  return {
    meter,
    counter,
    endTurn: () => ended.splice(0).forEach((action) => action()),
    pending: () => ended.length,
  };
}

describe("a turn", () => {
  it("has one budget for all that runs in it", () => {
    const { meter, counter, endTurn } = createTurns(80);
    expect(counter.value).toBe(80);
    counter.value = 40;
    meter.leave();
    expect(counter.value).toBe(40);
    counter.value = 10;
    meter.leave();
    expect(counter.value).toBe(10);
    endTurn();
    expect(counter.value).toBe(80);
  });

  it("can count on seven eighths of its budget after short turns, which wait for nothing", () => {
    const { meter, counter, pending } = createTurns(80);
    counter.value = 70;
    meter.leave();
    expect(pending()).toBe(0);
    counter.value = 69;
    meter.leave();
    meter.leave();
    expect(pending()).toBe(1);
  });

  it("knows when the guest has used up everything", () => {
    const { meter, counter, endTurn } = createTurns(100);
    expect(meter.isExhausted).toBe(false);
    counter.value = -1;
    expect(meter.isExhausted).toBe(true);
    meter.leave();
    expect(meter.isExhausted).toBe(true);
    endTurn();
    expect(meter.isExhausted).toBe(false);
  });

  it("gives nothing to a guest that its start has used up", () => {
    const counter = { value: -1 };
    expect(new FuelMeter(counter).isExhausted).toBe(true);
    expect(counter.value).toBe(-1);
  });

  it("may have as much as the counter can hold", () => {
    expect(createTurns(0x7f_ff_ff_ff).counter.value).toBe(0x7f_ff_ff_ff);
  });

  it("lasts through microtasks, and ends before the next task", async () => {
    const counter = { value: 0 };
    const meter = new FuelMeter(counter, { budget: 8 });
    counter.value = 3;
    meter.leave();
    for (let index = 0; index < 100; index++) await Promise.resolve();
    meter.leave();
    expect(counter.value).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(counter.value).toBe(8);
  });
});
