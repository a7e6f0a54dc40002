/** An OpenProject, asked over its API: a small server on this machine speaks it. */
import assert from "node:assert/strict";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createOpenProject, type OpenProjectFailure } from "../client/src/openProject/openProject.ts";

const TOKEN = "sécret";
const AUTHORIZATION = `Basic ${Buffer.from(`apikey:${TOKEN}`).toString("base64")}`;

/** Errors as the API documents them. */
const ERRORS = {
  401: ["Unauthenticated", "You need to be authenticated to access this resource."],
  403: ["MissingPermission", "You are not authorized to access this resource."],
  404: ["NotFound", "The requested resource could not be found."],
  422: ["PropertyConstraintViolation", "Subject can't be blank."],
} as const;

function answer(response: ServerResponse, status: number, resource: unknown): void {
  response.writeHead(status, { "content-type": "application/hal+json; charset=utf-8" }).end(JSON.stringify(resource));
}

function refuse(response: ServerResponse, status: keyof typeof ERRORS): void {
  const [identifier, message] = ERRORS[status];
  const errorIdentifier = `urn:openproject-org:api:v3:errors:${identifier}`;
  answer(response, status, { _type: "Error", errorIdentifier, message });
}

describe("OpenProject", () => {
  const servers: Server[] = [];

  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    assert.ok(typeof address === "object" && address !== null);
    return `http://127.0.0.1:${address.port}`;
  }

  /** An OpenProject below a path, as behind a proxy; it shows nothing without the token. */
  function api(more: RequestListener = (_, response) => refuse(response, 404)): RequestListener {
    return (request, response) => {
      if (request.headers.authorization !== AUTHORIZATION) return refuse(response, 401);
      switch (request.url) {
        case "/op/api/v3/work_packages/77":
          return answer(response, 200, {
            _type: "WorkPackage",
            id: 77,
            _links: { schema: { href: "/op/api/v3/work_packages/schemas/2-7" } },
          });
        case "/op/api/v3/work_packages/schemas/2-7":
          return answer(response, 200, { _type: "Schema", customField3: { name: "Source URL" } });
        case "/op/api/v3/attachments/12/content":
          response.writeHead(200, { "content-type": "image/png" }).end("picture");
          return undefined;
        default:
          return more(request, response);
      }
    };
  }

  const never = () => new AbortController().signal;

  async function failure(listener: RequestListener, id = 1): Promise<OpenProjectFailure> {
    const url = await serve(listener);
    const found = await createOpenProject({ url, token: TOKEN, timeout: 2000 }).workPackage(id, never());
    assert.ok(found.kind === "failed", JSON.stringify(found));
    return found;
  }

  it("gives a work package with its schema, and attachments", async () => {
    const url = await serve(api());
    for (const address of [`${url}/op`, `${url}/op/`]) {
      const openProject = createOpenProject({ url: address, token: TOKEN });
      const found = await openProject.workPackage(77, never());
      assert.ok(found.kind === "found");
      assert.equal(JSON.parse(found.workPackage).id, 77);
      assert.equal(JSON.parse(found.schema ?? "").customField3.name, "Source URL");
      const attachment = await openProject.attachment(12, never());
      assert.ok(attachment.kind === "found");
      assert.equal(new TextDecoder().decode(attachment.bytes), "picture");
      assert.equal(attachment.mediaType, "image/png");
    }
  });

  it("says who may not see it, and what it has not", async () => {
    const url = `${await serve(api())}/op`;
    for (const token of [undefined, "other"]) {
      const found = await createOpenProject({ url, token }).workPackage(77, never());
      assert.deepEqual(found, { kind: "failed", reason: "unauthorized", detail: ERRORS[401][1] });
    }
    const openProject = createOpenProject({ url, token: TOKEN });
    const missing = { kind: "failed", reason: "notFound", detail: ERRORS[404][1] };
    assert.deepEqual(await openProject.workPackage(78, never()), missing);
    const attachment = await openProject.attachment(78, never());
    assert.ok(attachment.kind === "failed" && attachment.reason === "notFound");
  });

  it("says why it refuses", async () => {
    const refused = (status: keyof typeof ERRORS) => failure((_, response) => refuse(response, status));
    assert.equal((await refused(403)).reason, "unauthorized");
    assert.deepEqual(await refused(422), { kind: "failed", reason: "refused", detail: ERRORS[422][1] });
    const broken = await failure((_, response) => response.writeHead(500).end("<h1>Sorry</h1>"));
    assert.deepEqual(broken, { kind: "failed", reason: "refused", detail: "Internal Server Error" });
  });

  it("is what answers in JSON, in time and in measure", async () => {
    const page = await failure((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<h1>Hi</h1>"),
    );
    assert.deepEqual(page, { kind: "failed", reason: "format", detail: "text/html" });
    assert.equal((await failure((_, response) => answer(response, 200, []))).reason, "format");
    const large = await failure((_, response) => answer(response, 200, { text: "x".repeat(6_000_000) }));
    assert.deepEqual(large, { kind: "failed", reason: "size", detail: "5000000" });
    assert.equal((await failure(() => undefined)).reason, "timeout");
    const slow = await failure((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(" "), 50);
      response.once("close", () => clearInterval(drip));
    });
    assert.equal(slow.reason, "timeout");
    const gone = await failure((request) => request.socket.destroy());
    assert.equal(gone.reason, "unreachable");
  });

  it("is asked no longer when somebody says so", async () => {
    const controller = new AbortController();
    const url = await serve(() => controller.abort());
    const found = await createOpenProject({ url, token: TOKEN }).workPackage(1, controller.signal);
    assert.deepEqual(found, { kind: "failed", reason: "cancelled", detail: "" });
  });

  it("alone is told the token, wherever it leads", async () => {
    const told: (string | undefined)[] = [];
    const elsewhere = await serve((request, response) => {
      told.push(request.headers.authorization);
      response.writeHead(200, { "content-type": "image/png" }).end("stored");
    });
    const to =
      (path: string): RequestListener =>
      (_, response) =>
        response.writeHead(302, { location: elsewhere + path }).end();
    assert.deepEqual(await failure(to("/a")), { kind: "failed", reason: "redirect", detail: `${elsewhere}/a` });
    const schema = { _type: "WorkPackage", _links: { schema: { href: `${elsewhere}/schema` } } };
    const url = await serve((request, response) =>
      request.url?.startsWith("/api/v3/attachments") === true
        ? void to("/file")(request, response)
        : answer(response, 200, schema),
    );
    const openProject = createOpenProject({ url, token: TOKEN });
    assert.deepEqual(await openProject.workPackage(1, never()), { kind: "found", workPackage: JSON.stringify(schema) });
    assert.deepEqual(told, []);
    const attachment = await openProject.attachment(1, never());
    assert.ok(attachment.kind === "found");
    assert.equal(new TextDecoder().decode(attachment.bytes), "stored");
    assert.deepEqual(told, [undefined]);
  });
});
