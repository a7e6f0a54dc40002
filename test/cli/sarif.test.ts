import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type CheckedFile, toCheckedFile } from "../../server/src/cli/checkedFile.ts";
import { fingerprintsOf } from "../../server/src/cli/fingerprints.ts";
import { plain } from "../../server/src/cli/palette.ts";
import { createSarifReporter } from "../../server/src/cli/reporters/sarif.ts";
import { applyEdits } from "../../server/src/service/document/span.ts";
import { rules } from "../../server/src/service/rules/index.ts";
import { createWorld, SITE } from "../world.ts";
import { run, siteFile } from "./cli.ts";

const context = { cwd: "/a folder", root: "/a folder", palette: plain, version: "1.2.3" };

describe("cli check --format sarif", () => {
  it("is valid where nothing is found, and says which rules were looked at", () => {
    const { stdout, code } = run(siteFile("medigy", ""), "check", "--format", "sarif", "content");
    assert.equal(code, 0);
    assertValid(JSON.parse(stdout));
    const { driver } = JSON.parse(stdout).runs[0].tool;
    assert.deepEqual(
      driver.rules.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
    for (const { helpUri, help } of driver.rules) {
      assert.ok(URL.canParse(helpUri));
      assert.ok(help.text.length > 0 && help.markdown.includes("````"));
    }
  });

  for (const { id, examples } of rules) {
    it(`is valid for ${id}, with a repair that does what ours does`, async () => {
      for (const { path = "news/a.md", bad, beside = {} } of examples) {
        const world = createWorld({ ...SITE, ...beside });
        const document = world.document(path, bad);
        await world.service.indexSite(document.uri);
        const diagnostics = (await world.service.diagnose(document)).filter(({ ruleId }) => ruleId === id);
        const file = toCheckedFile(`/a folder/${path}`, TextDocument.create(document.uri, "", 1, bad), diagnostics);
        const log = report([file]);
        assertValid(log);
        const { results, tool } = log.runs[0] ?? assert.fail();
        assert.ok(results.length > 0);
        for (const [index, { ruleIndex, ruleId, fixes = [] }] of results.entries()) {
          assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
          const edits = diagnostics[index]?.fix?.edits ?? [];
          if (edits.length > 0) assert.equal(sarifRepaired(bad, fixes), applyEdits(bad, edits));
        }
      }
    });
  }

  it("names files below the root as addresses do, others whole, and the places that explain a problem", async () => {
    const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } };
    const [problem] = (await checked("---\narchetype: news\nsub: long\n---\n")).problems;
    assert.ok(problem !== undefined);
    const related = [
      { path: "/a folder/über & so.md", message: "Here.", ...place },
      { path: "/b/c#d.md", message: "There.", ...place },
    ];
    const log = report([{ path: "/a folder/1%\n2.md", problems: [{ ...problem, related }] }]);
    assertValid(log);
    const { locations, relatedLocations = [] } = log.runs[0]?.results[0] ?? assert.fail();
    const places = [...locations, ...relatedLocations];
    assert.deepEqual(
      places.map(({ physicalLocation }) => physicalLocation.artifactLocation),
      [
        { uri: "1%25%0A2.md", uriBaseId: "%SRCROOT%" },
        { uri: "%C3%BCber%20%26%20so.md", uriBaseId: "%SRCROOT%" },
        { uri: "file:///b/c%23d.md" },
      ],
    );
  });

  it("knows a problem again wherever it has moved, but not one of another value", async () => {
    const fingerprints = async (text: string) => fingerprintsOf(await checked(`---\n${text}---\n`), "a.md");
    const before = await fingerprints("sub: long\narchetype: news\n");
    assert.ok(before.length > 10);
    const moved = await fingerprints("# a comment\narchetype: news\nsub:   long\n");
    assert.deepEqual(moved.toSorted(), before.toSorted());
    const other = await fingerprints("sub: longer\narchetype: news\n");
    assert.equal(other.filter((each) => !before.includes(each)).length, 1);
    const filled = await fingerprints("sub: long\narchetype: news\nid: 1\n");
    assert.equal(before.filter((each) => !filled.includes(each)).length, 1);
    const twice = await fingerprints("breadcrumbs: [x, x, x]\narchetype: news\n");
    assert.equal(new Set(twice).size, twice.length);
  });

  it("says that not all was checked, and why", () => {
    const log = report([], ["a.md: permission denied"]);
    assertValid(log);
    const [invocation] = log.runs[0]?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    assert.equal(invocation.toolExecutionNotifications[0]?.message.text, "a.md: permission denied");
  });
});

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface SarifFix {
  readonly artifactChanges: readonly {
    readonly replacements: readonly {
      readonly deletedRegion: Region;
      readonly insertedContent: { readonly text: string };
    }[];
  }[];
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string } };
}

/** As much of SARIF as these tests read. */
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly fixes?: readonly SarifFix[];
      readonly locations: readonly Location[];
      readonly relatedLocations?: readonly Location[];
    }[];
  }[];
}

function report(files: readonly CheckedFile[], complaints: readonly string[] = []): Log {
  return JSON.parse(createSarifReporter(context).end(files, complaints));
}

/** An article with what is wrong in it. */
async function checked(text: string): Promise<CheckedFile> {
  const world = createWorld(SITE);
  const document = world.document("news/a.md", text);
  const diagnostics = await world.service.diagnose(document);
  return toCheckedFile("/a folder/news/a.md", TextDocument.create(document.uri, "", 1, text), diagnostics);
}

// The schema is of draft 4, which differs in its use only by the name of `$id`.
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(new URL("../../../test/schemas/sarif-2.1.0.json", import.meta.url), "utf8"));
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
  schema,
);

function assertValid(log: unknown): void {
  assert.ok(validate(log), JSON.stringify(validate.errors, undefined, 2));
}

/** What comes of a text when a reader of SARIF applies the repairs. */
function sarifRepaired(text: string, fixes: readonly SarifFix[]): string {
  const document = TextDocument.create("", "", 1, text);
  const [fix] = fixes;
  const [change] = fix?.artifactChanges ?? [];
  const [replacement] = change?.replacements ?? [];
  const { deletedRegion, insertedContent } = replacement ?? assert.fail();
  const { startLine, startColumn, endLine, endColumn } = deletedRegion;
  const range = {
    start: { line: startLine - 1, character: startColumn - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
  return TextDocument.applyEdits(document, [{ range, newText: insertedContent.text }]);
}
