import { RuneError } from "@rune/schema";
import { expect, test } from "vitest";
import { toOverlayError } from "../src/dev-host/to-overlay-error.ts";

const error = new RuneError("guest_threw", "no milk", {
  data: { export: "pour", view: "home", location: { file: "app/pages/home/controller.ts", line: 3, column: 9 } },
});

test("the overlay is given a path that it makes a link of", () => {
  const describe = (projectRoot: string): unknown => toOverlayError(error, { projectRoot, calls: [] }).loc;
  expect(describe("/home/me/shop")).toEqual({ file: "/home/me/shop/app/pages/home/controller.ts", line: 3, column: 9 });
  expect(describe("C:/home/me/shop")).toEqual({
    file: "C:\\home\\me\\shop\\app\\pages\\home\\controller.ts",
    line: 3,
    column: 9,
  });
});

test("the overlay says where views call what has failed", () => {
  const calls = [
    { view: "home", name: "pour", place: "app/pages/home/index.html:2:5" },
    { view: "home", name: "drink", place: "app/pages/home/index.html:3:5" },
    { view: "about", name: "pour", place: "app/pages/about/index.html:2:5" },
  ];
  const described = toOverlayError(error, { projectRoot: "/home/me", calls });
  expect(described.message).toBe("no milk [guest_threw]\ncalled in app/pages/home/index.html:2:5");
  expect(toOverlayError("odd", { projectRoot: "/home/me", calls })).toMatchObject({ message: "odd", loc: undefined });
});
