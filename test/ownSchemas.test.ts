import assert from "node:assert/strict";
import { boundedPattern } from "../schemas/boundedPattern.ts";
import { compileSchema } from "../schemas/compileSchema.ts";

async function isValid(schema: object, value: unknown): Promise<boolean> {
  const compiled = await compileSchema({ ...schema });
  assert.ok("validate" in compiled, JSON.stringify(compiled));
  return compiled.validate(value);
}

/** As values of front matter are: without a prototype. */
function bare(entries: object): object {
  return Object.assign(Object.create(null), entries);
}

describe("A schema of a site's own", () => {
  it("compares mappings by what they hold", async () => {
    assert.equal(await isValid({ uniqueItems: true }, [bare({ a: 1, b: 2 }), bare({ b: 2, a: 1 })]), false);
    assert.equal(await isValid({ uniqueItems: true }, [bare({ a: 1 }), bare({ a: "1" }), "a", ["a"]]), true);
    assert.equal(await isValid({ const: { a: 1 } }, bare({ a: 1 })), true);
    assert.equal(await isValid({ enum: [{ a: 1 }] }, bare({ a: 2 })), false);
  });

  it("asks for keys that every object has as for any other", async () => {
    assert.equal(await isValid({ required: ["toString"] }, bare({})), false);
    assert.equal(await isValid({ required: ["toString"] }, bare({ toString: 1 })), true);
    assert.equal(await isValid({ properties: { constructor: { type: "string" } } }, bare({})), true);
  });

  it("may hold itself as that of a part", async () => {
    const tree = { type: "object", additionalProperties: { $ref: "#" } };
    assert.equal(await isValid(tree, bare({ a: bare({ b: bare({}) }) })), true);
    assert.equal(await isValid(tree, bare({ a: bare({ b: 1 }) })), false);
  });

  it("holds texts against its patterns as they are written", () => {
    const slug = boundedPattern("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
    assert.deepEqual(["a-b", "a--b", ""].map(slug.test), [true, false, false]);
    assert.deepEqual(["é", "e"].map(boundedPattern("^\\p{Ll}+é*$", "u").test), [true, true]);
    assert.equal(boundedPattern("^.$", "u").test("🎉"), true);
    assert.notEqual(String(boundedPattern("a", "u")), String(boundedPattern("b", "u")));
  });

  it("has no pattern that is none or too large", () => {
    assert.throws(() => boundedPattern("(", "u"), SyntaxError);
    assert.throws(() => boundedPattern("^((a{1,100}){1,100}){2,}$", "u"), SyntaxError);
    assert.doesNotThrow(() => boundedPattern("^[^{}]{1,2000}$", "u"));
  });
});
