/**
 * The way to ports of this machine, for pages that VS Code shows in a tab. It leads over a part of code-server that is not
 * among what is used here. As the browser runs on this machine, too, it may as well go there itself.
 */
import { once } from "node:events";
import { createServer } from "node:http";

export async function startPortRedirect() {
  const server = createServer(({ url = "" }, response) => {
    const [, port, place] = /^\/(\d+)(\/.*)$/.exec(url) ?? [];
    if (port === undefined) response.writeHead(404).end();
    else response.writeHead(302, { location: `http://localhost:${port}${place}` }).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { template: `http://127.0.0.1:${port}/{{port}}/`, stop: () => server.close() };
}
