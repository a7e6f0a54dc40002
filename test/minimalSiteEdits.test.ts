import assert from "node:assert/strict";
import fc from "fast-check";
import { isJsonObject, type JsonObject, type JsonValue } from "../server/src/service/document/jsonValue.ts";
import { applyEdits } from "../server/src/service/document/span.ts";
import { parseYamlFile } from "../server/src/service/document/yamlFile.ts";
import { assertNarrow } from "./answers.ts";
import { actionsIn, diagnose, fixed } from "./fixture.ts";
import { runs } from "./runs.ts";
import { slippedFrom } from "./slips.ts";
import { SITE } from "./world.ts";
import { canonical, siteFileIn, style } from "./yamlStyles.ts";

// The site's own files, whatever is wrong in them and however they are written: as the same of articles.

const CONFIG = `content: content
communities: data/communities.yaml
vocabularies:
  topics: data/topics.yaml
assetRoots: [static]
hugo:
  version: 0.147.6
rules:
  description-length: off
  missing-key: warning
overrides:
- files: content/communities/oncology/**
  rules:
    unknown-topic: error
archetypes:
  event:
    files: [content/events/*.md]
    derive:
      slug: '{{ title | slugify }}'
`;

const FILES: readonly (readonly [path: string, text: string])[] = [
  ["curated-content.yaml", CONFIG],
  ["data/communities.yaml", SITE["data/communities.yaml"] ?? ""],
  ["data/topics.yaml", SITE["data/topics.yaml"] ?? ""],
];

/** Data of one of the files after a few slips, in a style. */
const slipped = fc.constantFrom(...FILES).chain(([path, text]) => {
  const { values } = parseYamlFile(text);
  // Slips are made in mappings; a list stands in one for as long.
  const data = slippedFrom({ data: values }).map((holder) => holder.data ?? null);
  return fc.tuple(data, style).map(([slips, chosen]) => ({ path, text: written(slips, chosen) }));
});

function written(data: JsonValue, chosen: Parameters<typeof siteFileIn>[1]): string | undefined {
  return isJsonObject(data) || Array.isArray(data) ? siteFileIn(data as JsonObject, chosen) : undefined;
}

const dataIn = (text: string) => canonical(parseYamlFile(text).values);

describe("a site's own file in any style", () => {
  for (const [path, text] of FILES) {
    it(`has no more problems than in the house style: ${path}`, () =>
      fc.assert(
        fc.asyncProperty(style, async (chosen) => {
          const other = written(parseYamlFile(text).values, chosen);
          fc.pre(other !== undefined);
          const found = await diagnose(other, { path });
          assert.deepEqual(
            found.map(({ message }) => message),
            (await diagnose(text, { path })).map(({ message }) => message),
            other,
          );
        }),
        { numRuns: runs(10) },
      ));
  }

  it("is offered answers that end their problem and touch nothing else", () =>
    fc.assert(
      fc.asyncProperty(slipped, async ({ path, text }) => {
        fc.pre(text !== undefined);
        const before = await diagnose(text, { path });
        for (const { title, edits, diagnostic } of await actionsIn(text, { path })) {
          assertNarrow(text, edits);
          const after = applyEdits(text, edits);
          const told = `${diagnostic.ruleId}: ${title}\n${text}\n=====>\n${after}`;
          assert.doesNotMatch(title, /\[object|undefined|NaN/, told);
          assert.ok(parseYamlFile(after).problems.length <= parseYamlFile(text).problems.length, told);
          const isSame = ({ message }: { readonly message: string }) => message === diagnostic.message;
          assert.ok((await diagnose(after, { path })).filter(isSame).length < before.filter(isSame).length, told);
        }
      }),
      { numRuns: runs(20) },
    ));

  it("comes to rest, and to the same data whichever problem is answered first", () =>
    fc.assert(
      fc.asyncProperty(slipped, async ({ path, text }) => {
        fc.pre(text !== undefined);
        const repaired = await fixed(text, { path });
        assert.equal(await fixed(repaired, { path }), repaired);
        if (!/(?<!\r)\n/.test(text)) assert.doesNotMatch(repaired, /(?<!\r)\n/, repaired);
        for (const { message, fix } of await diagnose(text, { path })) {
          if (fix === undefined) continue;
          const other = await fixed(applyEdits(text, fix.edits), { path });
          assert.equal(dataIn(other), dataIn(repaired), `${message}\n${text}`);
        }
      }),
      { numRuns: runs(20) },
    ));
});
