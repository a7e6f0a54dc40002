/** Makes the workbench page load a folder as a web extension: its browser entry, in the web worker extension host. */
import * as fs from "node:fs";
import * as http from "node:http";
import * as path from "node:path";

/** @type {Record<string, string>} */
const TYPES = {
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

const HEADERS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Cache-Control": "no-store",
};

/** Serves a folder on a free port of this machine. */
export async function serveFolder(/** @type {string} */ folder) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = path.join(folder, path.posix.normalize(decodeURIComponent(pathname)));
    if (request.method === "OPTIONS") response.writeHead(204, HEADERS).end();
    else if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) response.writeHead(404, HEADERS).end();
    else {
      const type = TYPES[path.extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { ...HEADERS, "Content-Type": type }).end(fs.readFileSync(file));
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  const authority = `127.0.0.1:${address.port}`;
  return {
    /** The address of a file in the form VS Code's page configuration wants it. */
    uri: (/** @type {string} */ file) => ({ scheme: "http", authority, path: `/${file}` }),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Adds to the configuration that the server wrote into the page, before the workbench, a deferred script, reads it.
 * Rewriting the page on its way would be simpler, but Chromium takes such a page for a public one and then blocks
 * every connection to 127.0.0.1. The page must be opened with `bypassCSP`, for its policy does not name our port.
 *
 * @param {import("playwright-core").Page} page
 * @param {object} options `developmentOptions` of the workbench
 */
export async function addDevelopmentOptions(page, options) {
  await page.addInitScript((developmentOptions) => {
    if (window !== window.top) return;
    document.addEventListener("readystatechange", () => {
      const meta = document.getElementById("vscode-workbench-web-configuration");
      if (document.readyState !== "interactive" || !meta) return;
      const configuration = JSON.parse(meta.getAttribute("data-settings") ?? "{}");
      configuration.developmentOptions = { ...configuration.developmentOptions, ...developmentOptions };
      meta.setAttribute("data-settings", JSON.stringify(configuration));
    });
  }, options);
}
