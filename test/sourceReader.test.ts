/** Reading pages of the web, against servers on this machine. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import type { Network } from "../client/src/sourcePage/guardedFetch.ts";
import { isPublicAddress } from "../client/src/sourcePage/publicAddress.ts";
import { createSourceReader, type SourceReader } from "../client/src/sourcePage/sourceReader.ts";
import { png } from "./world.ts";

describe("Addresses of the public internet", () => {
  it("are those that no registry keeps for something else", () => {
    const open = ["1.1.1.1", "93.184.216.34", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::1"];
    for (const address of [...open, "64:ff9b::5db8:d822", "::ffff:93.184.216.34"])
      assert.equal(isPublicAddress(address), true, address);
    const others = [
      [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
      ],
      ["192.0.0.192", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
      ["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1", "2002:7f00:1::"],
      [
        "::ffff:127.0.0.1",
        "::ffff:a9fe:a9fe",
        "::ffff:0a00:0001",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::",
        "2001::1",
      ],
      ["64:ff9b:1::1", "100::1", "5f00::1", "3fff::1", "", "localhost", "127.1", "0x7f.0.0.1", "1.1.1.1:80"],
    ];
    for (const address of others.flat()) assert.equal(isPublicAddress(address), false, address);
  });

  it("are the same in every way of writing them", () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
        const groups = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16)).join(":");
        const isPublic = isPublicAddress(address);
        for (const wrapped of [
          `::ffff:${address}`,
          `::ffff:${groups}`,
          `0:0:0:0:0:FFFF:${groups}`,
          `64:ff9b::${groups}`,
        ])
          assert.equal(isPublicAddress(wrapped), isPublic, wrapped);
      }),
    );
    fc.assert(fc.property(fc.ipV6(), (address) => void isPublicAddress(address)));
  });
});

describe("A source page", () => {
  const servers: Server[] = [];
  const readers: SourceReader[] = [];
  const PAGE = "<title>Pulse</title>";

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    await Promise.all(readers.splice(0).map((reader) => reader.dispose()));
  });

  /** Starts a server; `asked` holds what it was asked for. */
  async function serve(answer: RequestListener) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.headers.host?.replace(/:\d+$/, "")}${request.url}`);
      answer(request, response);
    });
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    return { asked, port: address.port };
  }

  function html(text: string | Buffer, headers: { readonly [name: string]: string } = {}): RequestListener {
    return (_, response) => response.writeHead(200, { "content-type": "text/html", ...headers }).end(text);
  }

  /** A network in which every name is this machine, whose address is as good as any. */
  function reader(network: Partial<Network> = {}): SourceReader {
    const made = createSourceReader({
      isAllowed: (address) => address === "127.0.0.1",
      lookUp: async () => [{ address: "127.0.0.1", family: 4 }],
      timeout: 10_000,
      ...network,
    });
    readers.push(made);
    return made;
  }

  const never = () => new AbortController().signal;

  async function failure(url: string, network: Partial<Network> = {}): Promise<string> {
    const found = await reader(network).readPage(url, never());
    assert.ok(found.kind === "failed", JSON.stringify(found));
    return `${found.reason}: ${found.detail}`;
  }

  async function title(url: string): Promise<string | undefined> {
    const found = await reader().readPage(url, never());
    assert.ok(found.kind === "read", JSON.stringify(found));
    return found.facts.title;
  }

  it("is read where it leads to, and nothing is told of who reads it", async () => {
    const sent = new Set<string>();
    const { port, asked } = await serve((request, response) => {
      for (const name of Object.keys(request.headers)) sent.add(name);
      if (request.url === "/page?a=1") html('<meta property="og:image" content="a.png">')(request, response);
      else response.writeHead(301, { location: `//new.example:${port}/page?a=1#top`, "set-cookie": "a=b" }).end();
    });
    const found = await reader().readPage(`http://old.example:${port}/old`, never());
    assert.deepEqual(found, {
      kind: "read",
      facts: { image: `http://new.example:${port}/a.png`, authors: [] },
    });
    assert.deepEqual(asked, ["old.example/old", "new.example/page?a=1"]);
    assert.deepEqual([...sent].toSorted(), ["accept", "accept-encoding", "connection", "host", "user-agent"]);
  });

  it("is not read at addresses that are not public, whatever leads there", async () => {
    const { port, asked } = await serve((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.2:${port}/` }).end(),
    );
    assert.equal(await failure(`http://a.example:${port}/`), "notPublic: 127.0.0.2");
    assert.equal(asked.length, 1);
    const refused = [
      "http://127.0.0.2/",
      "http://2130706434/",
      "http://0x7f.2/",
      "http://[::1]/",
      "http://[::ffff:127.0.0.2]/",
    ];
    for (const url of refused) assert.match(await failure(url), /^notPublic/);
    assert.match(await failure("http://nowhere.example/", { lookUp: async () => [] }), /^notPublic/);
    const both = [
      { address: "127.0.0.1", family: 4 },
      { address: "10.0.0.1", family: 4 },
    ];
    assert.equal(await failure(`http://a.example:${port}/`, { lookUp: async () => both }), "notPublic: a.example");
    assert.equal(asked.length, 1);
  });

  it("is read at the address that was looked at, also where its name leads elsewhere a moment later", async () => {
    const { port } = await serve(html(PAGE));
    let times = 0;
    const lookUp = async () => {
      times++;
      return [{ address: times === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
    };
    const found = await reader({ lookUp }).readPage(`http://rebinding.example:${port}/`, never());
    assert.equal(found.kind, "read");
    assert.equal(times, 1);
  });

  it("is of the web", async () => {
    for (const url of [
      "file:///etc/passwd",
      "ftp://a.example/",
      "data:text/html,a",
      "nothing",
      "http://me:secret@a.example/",
    ])
      assert.match(await failure(url), /^noWebAddress/);
    const { port } = await serve((_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end());
    assert.equal(await failure(`http://a.example:${port}/`), "noWebAddress: file:///etc/passwd");
  });

  it("is given up where it leads on and on", async () => {
    const { port, asked } = await serve((_, response) => response.writeHead(302, { location: "/again" }).end());
    assert.equal(await failure(`http://a.example:${port}/`), "redirects: 5");
    assert.equal(asked.length, 6);
  });

  it("is given up where it does not come, or not to an end", async () => {
    const silent = await serve(() => undefined);
    assert.equal(await failure(`http://a.example:${silent.port}/`, { timeout: 300 }), "timeout: 1");
    const slow = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write(" "), 20);
      response.once("close", () => clearInterval(drip));
    });
    assert.equal(await failure(`http://a.example:${slow.port}/`, { timeout: 300 }), "timeout: 1");
    const lost = { timeout: 300, lookUp: () => new Promise<never>(() => undefined) };
    assert.equal(await failure("http://a.example/", lost), "timeout: 1");
  });

  it("is given up when somebody says so", async () => {
    const controller = new AbortController();
    const { port } = await serve(() => controller.abort());
    const found = await reader().readPage(`http://a.example:${port}/`, controller.signal);
    assert.ok(found.kind === "failed" && found.reason === "cancelled");
    const again = await reader().readPage(`http://a.example:${port}/`, controller.signal);
    assert.ok(again.kind === "failed" && again.reason === "cancelled");
  });

  it("says why it cannot be read", async () => {
    const notFound = Object.assign(new Error("getaddrinfo ENOTFOUND a.example"), { code: "ENOTFOUND" });
    assert.match(
      await failure("http://a.example/", { lookUp: () => Promise.reject(notFound) }),
      /^unknownHost: .*a\.example/,
    );
    const { port } = await serve((request, response) => {
      if (request.url === "/404") response.writeHead(404).end();
      if (request.url === "/pdf") response.writeHead(200, { "content-type": "application/pdf" }).end();
      if (request.url === "/none") response.writeHead(200).end(PAGE);
      if (request.url === "/broken") request.socket.destroy();
      if (request.url === "/bad")
        response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end("no");
    });
    const at = (path: string) => failure(`http://a.example:${port}${path}`);
    assert.equal(await at("/404"), "status: 404");
    assert.equal(await at("/pdf"), "type: application/pdf");
    assert.equal(await at("/none"), "type: ");
    assert.match(await at("/broken"), /^unreachable: /);
    assert.match(await at("/bad"), /^unreachable: /);
    servers[0]?.closeAllConnections();
    await new Promise((done) => servers.splice(0)[0]?.close(done));
    assert.match(await at("/"), /^unreachable: .*ECONNREFUSED/);
  });

  it("is read unpacked, and no further than it needs", async () => {
    const filler = " ".repeat(50_000_000);
    const { port } = await serve((request, response) => {
      const packed = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[request.url?.slice(1) ?? ""];
      const text = `${PAGE}é`;
      if (packed !== undefined)
        html(packed(text), { "content-encoding": request.url?.slice(1) ?? "" })(request, response);
      else if (request.url === "/bomb")
        html(gzipSync(`${PAGE}${filler}<title>`), { "content-encoding": "gzip" })(request, response);
      else html(PAGE + filler)(request, response);
    });
    for (const path of ["gzip", "deflate", "br", "bomb", "long"])
      assert.equal(await title(`http://a.example:${port}/${path}`), "Pulse", path);
  });

  it("is read in its own charset", async () => {
    const { port } = await serve((request, response) => {
      const [, charset = "", declared = ""] = request.url?.split("/") ?? [];
      const meta = declared === "" ? "" : `<meta charset="${declared}">`;
      const text = Buffer.from(`${meta}<title>Caf\xe9</title>`, "latin1");
      html(text, { "content-type": `text/html${charset && `; Charset="${charset}"`}` })(request, response);
    });
    assert.equal(await title(`http://a.example:${port}/iso-8859-1`), "Café");
    assert.equal(await title(`http://a.example:${port}//windows-1252`), "Café");
    assert.equal(await title(`http://a.example:${port}/nonsense/latin1`), "Café");
    assert.equal(await title(`http://a.example:${port}/`), "Caf\ufffd");
    const { port: marked } = await serve(
      html(Buffer.from("\ufeff<title>Café</title>"), { "content-type": "text/html; charset=latin1" }),
    );
    assert.equal(await title(`http://a.example:${marked}/`), "Café");
  });

  it("gives its picture a file, which goes with the reader", async () => {
    const picture = Buffer.from(png(640, 320), "latin1");
    const { port } = await serve((request, response) => {
      if (request.url === "/text") html(PAGE)(request, response);
      else if (request.url === "/drawing") html("<svg/>", { "content-type": "image/svg+xml" })(request, response);
      else if (request.url === "/large")
        response.writeHead(200, { "content-type": "image/png" }).end(Buffer.alloc(16_000_000));
      else response.writeHead(200, { "content-type": "image/png" }).end(picture);
    });
    const own = reader();
    const names = {
      "/a/Heart%20Rate.jpeg?w=3": "Heart-Rate.png",
      "/%2e%2e%2f%2e%2e%2fpasswd": "passwd.png",
      "/": "picture.png",
      [`/${"a".repeat(300)}.png`]: `${"a".repeat(60)}.png`,
    };
    for (const [path, name] of Object.entries(names)) {
      const found = await own.readImage(`http://a.example:${port}${path}`, never());
      assert.ok(found.kind === "read");
      assert.ok(found.uri.endsWith(`/${name}`), found.uri);
      assert.deepEqual(readFileSync(fileURLToPath(found.uri)), picture);
      if (path !== "/") continue;
      await own.dispose();
      assert.equal(existsSync(fileURLToPath(found.uri)), false);
    }
    for (const [path, reason] of [
      ["/text", "type"],
      ["/drawing", "type"],
      ["/large", "size"],
    ]) {
      const found = await own.readImage(`http://a.example:${port}${path}`, never());
      assert.ok(found.kind === "failed" && found.reason === reason);
    }
  });
});
