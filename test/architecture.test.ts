import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Each layer of the service may import itself and those before it. */
const LAYERS = ["document", "model", "workspace", "rules", "features", "languageService.ts"];

/** Which folders of ours each part may import besides itself; packages are held by the TypeScript projects. */
const MAY_IMPORT: { readonly [part: string]: readonly string[] } = {
  "server/src/service": [],
  "server/src/protocol": ["server/src/service/languageService.ts"],
  "server/src/disk": ["server/src/service/languageService.ts"],
  "server/src/lsp": ["server/src/service/languageService.ts", "server/src/protocol", "server/src/disk", "schemas"],
  "server/src/vocabularies": ["server/src/service/features/topics/import"],
  "server/src/cli": [
    "server/src/service/languageService.ts",
    "server/src/disk",
    "server/src/vocabularies/readVocabulary.ts",
    "server/src/protocol/reportHtml.ts",
    "server/src/protocol/reportTexts.ts",
    "schemas",
  ],
  "client/src": ["server/src/protocol", "client/preview/messages.ts", "client/report/messages.ts"],
  "client/preview": ["server/src/protocol"],
  "client/report": ["server/src/protocol"],
};

/** No longer than a reader can hold; a rule that grows needs help from `document` or `model`. */
const MOST_LINES = { file: 300, rule: 120 };

describe("architecture", () => {
  it("has layers in the service that import one way", () => {
    const service = join(root, "server/src/service");
    const wrong = sources(service).flatMap((file) =>
      importsOf(file)
        .filter((target) => layerOf(service, target) > layerOf(service, file))
        .map((target) => `${relative(service, file)} imports ${relative(service, target)}`),
    );
    assert.deepEqual(wrong, []);
  });

  for (const [part, allowed] of Object.entries(MAY_IMPORT)) {
    it(`lets ${part} import ${allowed.join(", ") || "nothing of ours"}`, () => {
      const wrong = sources(join(root, part)).flatMap((file) =>
        importsOf(file)
          .map((target) => relative(root, target))
          .filter((target) => ![part, ...allowed].some((name) => target === name || target.startsWith(`${name}/`)))
          .map((target) => `${relative(root, file)} imports ${target}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it("keeps the service free of Node, VS Code and LSP", () => {
    const foreign = /from "(?:node:|vscode"|vscode-language|ajv)/;
    const wrong = sources(join(root, "server/src/service")).filter((file) => foreign.test(readFileSync(file, "utf8")));
    assert.deepEqual(wrong, []);
  });

  it("lets the protocol take types from the service, and nothing that runs", () => {
    const running = /^(?:im|ex)port (?!type )[^;]*from "\.\.\//m;
    const wrong = sources(join(root, "server/src/protocol")).filter((file) => running.test(readFileSync(file, "utf8")));
    assert.deepEqual(wrong, []);
  });

  it("keeps files short", () => {
    const long = ["server/src", "client/src", "client/preview", "client/report", "schemas", "scripts"]
      .flatMap((part) => sources(join(root, part)))
      .map((file) => ({ file: relative(root, file), lines: readFileSync(file, "utf8").split("\n").length - 1 }))
      .filter(({ file, lines }) => lines > (isRule(file) ? MOST_LINES.rule : MOST_LINES.file));
    assert.deepEqual(long, []);
  });

  it("has no folder for what belongs nowhere", () => {
    const names = ["server/src", "client/src"].flatMap((part) => sources(join(root, part)));
    assert.deepEqual(
      names.filter((file) => /\/(?:utils?|helpers?|common|misc|shared)(?:\/|\.ts$)/.test(file)),
      [],
    );
  });
});

/** The list of the rules grows with them. */
function isRule(file: string): boolean {
  return file.includes("/rules/") && !file.endsWith("/rules/index.ts");
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const targets = readFileSync(file, "utf8").matchAll(/(?:from|import) "(\.[^"]+)"/g);
  return [...targets].map(([, target]) => join(dirname(file), target ?? ""));
}

function layerOf(service: string, file: string): number {
  const [layer = ""] = relative(service, file).split("/");
  const index = LAYERS.indexOf(layer);
  assert.notEqual(index, -1, `${layer} is in no layer`);
  return index;
}
