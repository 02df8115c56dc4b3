import { describe, expect, it } from "vitest";
import { FuelMeter } from "../../src/fuel/fuel-meter.ts";

/** A meter whose turns end when the test says so. */
function createTurns(budget: number): { meter: FuelMeter; counter: { value: number }; endTurn(): void } {
  const counter = { value: 7 };
  const ended: (() => void)[] = [];
  const meter = new FuelMeter(counter, { budget, afterTurn: (action) => ended.push(action) });
  return { meter, counter, endTurn: () => ended.splice(0).forEach((action) => action()) };
}

describe("a turn", () => {
  it("has one budget for all that runs in it", () => {
    const { meter, counter, endTurn } = createTurns(100);
    meter.enter();
    expect(counter.value).toBe(100);
    counter.value = 40;
    meter.enter();
    expect(counter.value).toBe(40);
    endTurn();
    expect(counter.value).toBe(40);
    meter.enter();
    expect(counter.value).toBe(100);
  });

  it("knows when the guest has used up everything", () => {
    const { meter, counter, endTurn } = createTurns(100);
    meter.enter();
    expect(meter.isExhausted).toBe(false);
    counter.value = -1;
    expect(meter.isExhausted).toBe(true);
    meter.enter();
    expect(meter.isExhausted).toBe(true);
    endTurn();
    meter.enter();
    expect(meter.isExhausted).toBe(false);
  });

  it("lasts through microtasks, and ends before the next task", async () => {
    const counter = { value: 0 };
    const meter = new FuelMeter(counter, { budget: 10 });
    meter.enter();
    counter.value = 3;
    for (let index = 0; index < 100; index++) await Promise.resolve();
    meter.enter();
    expect(counter.value).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 1));
    meter.enter();
    expect(counter.value).toBe(10);
  });
});
