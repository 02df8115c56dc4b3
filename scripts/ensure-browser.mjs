import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = {
  linux: [
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

/** The Chromium-family browser of this machine: `RUNE_BROWSER`, or the first installed one; `undefined` if there is none. */
export function findBrowser() {
  const chosen = process.env.RUNE_BROWSER;
  if (chosen) return existsSync(chosen) ? chosen : undefined;
  return places[process.platform]?.find((path) => existsSync(path));
}

/** Finds a browser, or installs Chromium through apt where that is allowed. Throws an error that says what to do. */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env.RUNE_BROWSER)
    throw new Error(`RUNE_BROWSER names ${process.env.RUNE_BROWSER}, which does not exist.`);
  if (process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("No browser was found; installing Chromium through apt …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const options = { stdio: ["ignore", "ignore", "inherit"], env };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"], options);
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    "The tests drive a real browser, and none was found. Install Chrome, Chromium or Edge (Debian: `apt-get install chromium`), " +
      "or set RUNE_BROWSER to the path of one.",
  );
}
