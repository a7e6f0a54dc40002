import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly "x-patternMessage"?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
}

interface Validators {
  readonly newsSchema: Schema;
  readonly validateNews: Validate;
}

interface Validate {
  (value: unknown): boolean;
  errors?: readonly { readonly keyword: string; readonly instancePath: string }[] | null;
}

const folder = new URL("../../schemas/", import.meta.url);
const fileNames = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
const schemas = new Map(fileNames.map((name) => [name, readSchema(name)]));

describe("schemas", () => {
  it("are the five that the tool knows", () => {
    assert.deepEqual(fileNames.toSorted(), [
      "communities.schema.json",
      "curated-content.schema.json",
      "hugo.schema.json",
      "news.schema.json",
      "topics.schema.json",
    ]);
  });

  for (const [name, schema] of schemas) {
    describe(name, () => {
      const parts = [...walk(schema, "")];

      it("says in a title and a description what it is", () => {
        assert.ok(schema.title);
        assert.ok(schema.description);
      });

      it("has a title, a description and an example for every key and item", () => {
        const silent = parts.filter(([, part]) => !part.title || !part.description || !part.examples?.length);
        assert.deepEqual(paths(silent), []);
      });

      it("has plain words for every pattern", () => {
        assert.deepEqual(paths(parts.filter(([, part]) => part.pattern && !part["x-patternMessage"])), []);
      });

      it("accepts its own examples", () => {
        const ajv = new Ajv({ strict: false });
        const refused = parts.filter(([, part]) => !part.examples?.every((example) => ajv.validate(part, example)));
        assert.deepEqual(paths(refused), []);
      });
    });
  }

  it("list the keys of an article in the order of the house style", () => {
    const news = named("news.schema.json");
    for (const [path, part] of [["", news] as const, ...walk(news, "")]) {
      const keys = Object.keys(part.properties ?? {});
      assert.deepEqual(keys, keys.toSorted(), path);
      assert.deepEqual(part.required, part.required?.toSorted(), path);
    }
  });

  it("take every Hugo key into the news schema", () => {
    const keys = Object.keys(named("news.schema.json").properties ?? {});
    const missing = Object.keys(named("hugo.schema.json").properties ?? {}).filter((key) => !keys.includes(key));
    assert.deepEqual(missing, []);
  });
});

describe("generated validators", () => {
  let validators: Validators;

  before(async () => {
    validators = await import(new URL("../schemas/generated/validators.js", import.meta.url).href);
  });

  it("export schemas without references", () => {
    assert.equal(JSON.stringify(validators.newsSchema).includes('"$ref"'), false);
  });

  it("accept an article", () => {
    assert.deepEqual(findings(article), []);
  });

  it("accept an article with Hugo's own keys", () => {
    const menu = { main: { weight: 10 } };
    assert.deepEqual(findings({ ...article, draft: true, keywords: "kidney diet", menu, weight: 3 }), []);
  });

  it("say where a value is wrong", () => {
    const wrong = {
      ...article,
      aliases: ["/news/kidney-diet", "news/kidney-diet"],
      featuredImage: { ...article.featuredImage, size: [600], wpAttachment: { fileName: "kidney.png" } },
      searchCategry: "News",
      tags: [],
    };
    assert.deepEqual(findings(wrong), [
      "additionalProperties ",
      "contains /tags",
      "minItems /featuredImage/size",
      "pattern /aliases/1",
      "required /featuredImage/wpAttachment",
    ]);
  });

  function findings(value: unknown): readonly string[] {
    const { validateNews } = validators;
    if (validateNews(value)) return [];
    return (validateNews.errors ?? []).map((error) => `${error.keyword} ${error.instancePath}`).toSorted();
  }
});

const article = {
  aliases: "/news/kidney-diet",
  archetype: "news",
  author: ["Robin @desk.example"],
  basePath: "/communities/kidney-care/curated-news/",
  breadcrumbLinks: ["/", "/communities/", "/communities/kidney-care/", "/communities/kidney-care/curated-news", "#"],
  breadcrumbs: ["Home", "Communities", "Kidney Care", "Curated News", "Kidney Diet"],
  communityTopics: ["Medigy: Nutrition"],
  contentCategories: "medigy-kidney-care-curated-news",
  date: "2026-02-01T08:00:00Z",
  description: "A new guide says what to eat.",
  featuredImage: {
    alt: "Kidney Diet",
    format: "PNG",
    href: "0d9c3f0e-6a51-5f0b-8a53-2f4c9d1e7b60-featuredImage.png",
    valid: true,
  },
  id: 71,
  identifier: "Kidney Care",
  lastMod: "2026-02-01T08:00:00Z",
  link: { brand: "renal.example", href: "https://renal.example/diet", original: "https://renal.example/diet" },
  mastHead: "Kidney Care CoP",
  mdName: "0d9c3f0e-6a51-5f0b-8a53-2f4c9d1e7b60",
  openProjectCustomFields: {
    cleanUrl: "https://renal.example/diet",
    medigyTopics: '["Medigy: Nutrition"]',
    sourceUrl: "https://renal.example/diet",
  },
  openProjectWorkPackageType: "Curated News",
  owlType: "Medigy Communities",
  searchCategory: "News",
  slug: "renal-kidney-diet",
  source: "open-project-curations",
  sub: "brief",
  tags: ["news"],
  title: "Kidney Diet",
  type: "communities/medigy-kidney-care",
};

/** Every schema below this one that describes a value, with its path; references are followed. */
function* walk(schema: Schema, path: string): Generator<readonly [path: string, schema: Schema]> {
  for (const [key, property] of Object.entries(schema.properties ?? {})) yield* visit(property, `${path}/${key}`);
  if (schema.items) yield* visit(schema.items, `${path}/[]`);
  if (typeof schema.additionalProperties === "object") yield* visit(schema.additionalProperties, `${path}/*`);
}

function* visit(schema: Schema, path: string): ReturnType<typeof walk> {
  const resolved = schema.$ref ? followed(schema.$ref) : schema;
  yield [path, resolved];
  yield* walk(resolved, path);
}

function followed(reference: string): Schema {
  const [file = "", key = ""] = reference.split("#/properties/");
  const target = named(file).properties?.[key];
  assert.ok(target, `No schema at ${reference}`);
  return target;
}

function named(name: string): Schema {
  const schema = schemas.get(name);
  assert.ok(schema, name);
  return schema;
}

function paths(parts: readonly (readonly [path: string, schema: Schema])[]): readonly string[] {
  return parts.map(([path]) => path);
}

function readSchema(name: string): Schema {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}
