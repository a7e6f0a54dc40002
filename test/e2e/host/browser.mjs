/** The headless browser of the tests. It is the system's own: Playwright is installed without one. */
import * as fs from "node:fs";
import { chromium } from "playwright-core";

export async function launchBrowser() {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-dev-shm-usage",
      "--disable-gpu",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
      "--font-render-hinting=none",
      "--force-color-profile=srgb",
    ],
  });
}

export function chromiumPath() {
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const found = [process.env.CHROMIUM_PATH, ...names.map((name) => `/usr/bin/${name}`)].find(
    (file) => file && fs.existsSync(file),
  );
  if (!found) {
    throw new Error(
      "The VS Code tests need Chromium: apt-get install -y --no-install-recommends chromium fonts-liberation (or set CHROMIUM_PATH).",
    );
  }
  return found;
}
