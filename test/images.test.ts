import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdits } from "../server/src/service/document/span.ts";
import { imagePlaces } from "../server/src/service/model/images/places.ts";
import { ARTICLE, accept, CLEAN, changed, complete, diagnose, fixed, hover, quickFixes, report } from "./fixture.ts";
import { runs } from "./runs.ts";
import { createWorld, type Files, IMAGE, png, SITE } from "./world.ts";

const STEM = "3f2b1c4d-0000-5000-8000-000000000001-featuredImage";
const FOLDER = ARTICLE.slice(0, ARTICLE.lastIndexOf("/"));

/** The site with files beside the clean article, and with no image elsewhere. */
function beside(files: { readonly [name: string]: string }, more: Files = {}): { site: Files } {
  const own = Object.entries(files).map(([name, text]) => [`${FOLDER}/${name}`, text]);
  return {
    site: { ...SITE, [IMAGE]: undefined, "static/damaged.png": undefined, ...Object.fromEntries(own), ...more },
  };
}

function withHref(href: string): string {
  return changed(/ {2}href: 3f.*/, `  href: ${href}`);
}

/** Two bytes, the higher first, with a letter for each. */
function word(value: number): string {
  return String.fromCharCode(value >> 8, value & 0xff);
}

/** The start of a JPEG file; `before` are segments that stand in front of its size. */
function jpeg(width: number, height: number, before = ""): string {
  return `\xff\xd8\xff\xe0${word(16)}JFIF\0\x01\x01\0\0\x01\0\x01\0\0${before}\xff\xc0${word(17)}\x08${word(height)}${word(width)}\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xda`;
}

function gif(width: number, height: number): string {
  const little = (value: number) => String.fromCharCode(value & 0xff, value >> 8);
  return `GIF89a${little(width)}${little(height)}\x80\0\0`;
}

describe("the image of an article", () => {
  describe("its file", () => {
    it("is named after the article", async () => {
      const found = await diagnose(withHref("beat.png"), beside({}));
      assert.deepEqual(
        found.map(({ ruleId, message }) => [ruleId, message]),
        [["derived-value", `\`featuredImage.href\` should be \`${STEM}.png\`.`]],
      );
    });

    it("may be named by half a letter, as while one is typed", async () => {
      const found = await diagnose(withHref(`\uD83D${STEM}.png`), beside({}));
      assert.deepEqual(
        found.map(({ ruleId }) => ruleId),
        ["derived-value"],
      );
    });

    it("keeps the extension that the author wrote, unless the real file has another", async () => {
      assert.equal(await fixed(withHref("beat.webp"), beside({})), changed("PNG", "WEBP", withHref(`${STEM}.webp`)));
      assert.equal(await fixed(withHref("beat.webp"), beside({ [`${STEM}.png`]: png(640, 320) })), CLEAN);
      const both = beside({ [`${STEM}.png`]: png(640, 320), [`${STEM}.jpg`]: jpeg(640, 320) });
      assert.equal(await report(CLEAN, both), "");
      assert.equal(await report(changed("PNG", "JPEG", withHref(`${STEM}.jpg`)), both), "");
    });

    it("is named after the file's name where `mdName` is wrong, and that is said once", async () => {
      const text = changed(/mdName: .*/, "mdName: 3f2b1c4d-0000-5000-8000-000000000002");
      assert.equal(await report(text), "47 derived-value «3f2b1c4d-0000-5000-8000-000000000002»");
      assert.equal(await fixed(text), CLEAN);
    });

    it("is not named anew where the file itself would have to be", async () => {
      const text = withHref("beat.png");
      const site = beside({ "beat.png": png(640, 320) });
      assert.equal(await report(text, site), "30 derived-value «beat.png»");
      assert.equal(await fixed(text, site), text);
      const [choice] = await quickFixes(withHref("be$0at.png"), site);
      assert.equal(choice?.text, CLEAN);
    });

    it("may be missing, and what looks like it is offered", async () => {
      const [found, ...others] = await diagnose(CLEAN, beside({}));
      assert.deepEqual([found?.ruleId, found?.severity, others], ["image-missing", "information", []]);
      const files = {
        "3f2b1c4d-0000-5000-8000-000000000001_featuredimage.png": png(640, 320),
        "3f2b1c4d-0000-5000-8000-000000000002-featuredImage.png": png(640, 320),
        "holiday.png": png(1, 1),
      };
      const actions = await quickFixes(changed(STEM, `$0${STEM}`), beside(files));
      assert.deepEqual(
        actions.map(({ title }) => title),
        ["Replace by `3f2b1c4d-0000-5000-8000-000000000001_featuredimage.png`"],
      );
    });

    it("may lie in an asset root of the site's configuration", async () => {
      const config = { "curated-content.yaml": "assetRoots: [media/images]\n" };
      const files = { [`media/images/${STEM}.png`]: png(640, 320) };
      assert.equal(await report(CLEAN, beside({}, files)), `30 image-missing «${STEM}.png»`);
      assert.equal(await report(CLEAN, beside({}, { ...config, ...files })), "");
    });

    it("is not looked for where nobody can look", async () => {
      const world = createWorld({ ...SITE });
      assert.deepEqual(await world.service.diagnose(world.document("../elsewhere/a.md", "---\n---\n")), []);
    });

    for (const [what, text] of [
      ["an empty file", ""],
      ["text", "<!doctype html><html><svg /></html>"],
      ["the first bytes of an image", png(640, 320).slice(0, 18)],
      ["an image without pixels", png(0, 320)],
      ["a JPEG without a size", "\xff\xd8\xff\xe0\0\x10JFIF\0"],
      ["a JPEG that goes round", `\xff\xd8\xff${"\0".repeat(900)}`],
      ["an AVIF of empty boxes", `\0\0\0\x18ftypavif\0\0\0\0avifmif1${"\0\0\0\0".repeat(99)}`],
      ["a BMP", "BM\x1e\0\0\0\0\0\0\0\x1a\0\0\0"],
    ] as const) {
      it(`is no image where it is ${what}`, async () => {
        const [found, ...others] = await diagnose(CLEAN, beside({ [`${STEM}.png`]: text }));
        assert.deepEqual([found?.ruleId, found?.severity, others], ["image-unreadable", "warning", []]);
      });
    }

    it("may hold anything", () =>
      fc.assert(
        fc.asyncProperty(
          fc.constantFrom(png(640, 320), jpeg(640, 320), gif(640, 320), "\0\0\0\x18ftypavif", "RIFF\0\0\0\0WEBPVP8 "),
          fc.nat(60),
          fc.array(fc.nat(255), { maxLength: 80 }),
          async (start, length, bytes) => {
            const text = start.slice(0, length) + String.fromCharCode(...bytes);
            const found = await diagnose(CLEAN, beside({ [`${STEM}.png`]: text }));
            assert.ok(found.every(({ ruleId }) => ["image-unreadable", "derived-value"].includes(ruleId)));
          },
        ),
      ));
  });

  describe("outside of the site", () => {
    for (const href of [
      "https://pictures.example/beat.png",
      "HTTP://pictures.example/beat.png",
      "//pictures.example/beat.png",
      "file:///etc/beat.png",
      "'C:\\beat.png'",
      "'C:/beat.png'",
      "'\\\\host\\beat.png'",
      "img\\beat.png",
      "../../../../../beat.png",
      "/../beat.png",
      "/img/../../beat.png",
      "'%2e%2e/beat.png'",
      "'%2E./beat.png'",
      "'%252e%252e/beat.png'",
      "'..%2f..%2f..%2f..%2f..%2fbeat.png'",
      "'%2f%2fpictures.example/beat.png'",
      "'..%5cbeat.png'",
      "data:image/png;base64,iVBORw0KGgo=",
      "'  https://pictures.example/beat.png'",
      '"ht\\ttps://pictures.example/beat.png"',
    ]) {
      it(`is an error, and nobody looks there: ${href}`, async () => {
        const text = withHref(href);
        const world = createWorld();
        const document = world.document(ARTICLE, text);
        const found = await world.service.diagnose(document);
        assert.deepEqual(
          found.map(({ ruleId, severity }) => [ruleId, severity]),
          [["image-outside", "error"]],
        );
        const inSite = ["", "assets", "content", FOLDER, "static", IMAGE];
        assert.deepEqual(
          world.read.filter((path) => !inSite.some((place) => path === place || FOLDER.startsWith(`${path}/`))),
          [],
        );
        const repaired = applyEdits(text, await world.service.fixAll(document));
        assert.equal(repaired.replace(/["'](3f.*png)["']/, "$1"), CLEAN);
      });
    }

    it("is not where a path only goes up", async () => {
      assert.deepEqual(imagePlaces("../x.png", { folder: "a/b", assetRoots: ["static"] }), ["a/x.png", "x.png"]);
      assert.deepEqual(imagePlaces("/x.png", { folder: "a/b", assetRoots: ["static"] }), ["static/x.png"]);
      assert.deepEqual(imagePlaces("100%.png", { folder: "", assetRoots: [] }), ["100%.png"]);
    });

    it("is never among the places of a file", () => {
      const part = fc.constantFrom(..."..|.|/|\\|%2e|%2f|%5c|%25|:|a|static|http|\0| |\t|é|%".split("|"));
      fc.assert(
        fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
          for (const place of imagePlaces(parts.join(""), { folder: "content/a", assetRoots: ["static"] }) ?? []) {
            const plain = place.replace(/%2e/gi, ".").replace(/%2f/gi, "/").replace(/%5c/gi, "\\");
            assert.doesNotMatch(plain, /(?:^|\/)\.\.(?:\/|$)|\\/, parts.join(""));
            assert.doesNotMatch(place, /^\//);
          }
        }),
        { numRuns: runs(2000) },
      );
    });
  });

  describe("its format and size", () => {
    it("are those of its file, whatever the extension says", async () => {
      const site = beside({ [`${STEM}.png`]: jpeg(1107, 283) });
      assert.equal(await report(CLEAN, site), "29 derived-value «PNG»\n31 derived-value «size»");
      const right = changed("  - 640\n  - 320", "  - 1107\n  - 283", changed("PNG", "JPEG"));
      assert.equal(await fixed(CLEAN, site), right);
      assert.equal(await report(right, site), "");
    });

    for (const [format, extension, text] of [
      ["JPEG", "jpeg", jpeg(640, 320)],
      ["GIF", "gif", gif(640, 320)],
      ["WEBP", "webp", "RIFF\x2a\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\x7f\x02\0\x3f\x01\0"],
      ["PNG", "PNG", png(640, 320)],
      ["SVG", "svg", '<?xml version="1.0"?>\n<!-- a > b -->\n<svg xmlns="http://www.w3.org/2000/svg" width="7">'],
    ] as const) {
      it(`are read from ${format}`, async () => {
        const href = `${STEM}.${extension}`;
        const right = changed("format: PNG", `format:  ${format}`, withHref(href));
        assert.equal(await report(right, beside({ [href]: text })), "");
        assert.match(await report(changed(`:  ${format}`, ": AVIF", right), beside({ [href]: text })), /«AVIF»$/);
      });
    }

    it("are compared with the extension only, where the file is not at hand", async () => {
      const text = changed("PNG", "JPEG");
      assert.equal(await report(text, beside({})), `29 derived-value «JPEG»\n30 image-missing «${STEM}.png»`);
      assert.equal(await report(changed("  - 640", "  - 3"), beside({})), `30 image-missing «${STEM}.png»`);
    });

    it("keep the way in which a list is written", async () => {
      const text = changed(/ {2}size:\n.*\n.*\n/, "  size: [640, 3] # pixels\n");
      assert.equal(await report(text), "31 derived-value «3»");
      assert.equal(await fixed(text), changed("640, 3]", "640, 320]", text));
      assert.equal(await fixed(changed("  - 640", "  - 64 # wide")), changed("  - 640", "  - 640 # wide"));
      assert.equal(await fixed(changed(/ {2}size:\n.*\n.*\n/, "  size: 640x320\n")), CLEAN);
    });

    it("are those in the file, not those of an image that is turned to be shown", async () => {
      const orientation = `\x01\x12\0\x03\0\0\0\x01\0\x06\0\0`;
      const exif = `Exif\0\0MM\0\x2a\0\0\0\x08\0\x01${orientation}\0\0\0\0`;
      const turned = jpeg(640, 320, `\xff\xe1${word(exif.length + 2)}${exif}`);
      const text = changed("PNG", "JPEG", withHref(`${STEM}.jpg`));
      assert.equal(await report(text, beside({ [`${STEM}.jpg`]: turned })), "");
    });

    it("are found behind a long description, and not looked for without end", async () => {
      const segment = `\xff\xe2${word(60_002)}${"x".repeat(60_000)}`;
      const text = changed("PNG", "JPEG", withHref(`${STEM}.jpg`));
      const at = (count: number) => beside({ [`${STEM}.jpg`]: jpeg(64, 32, segment.repeat(count)) });
      assert.equal(await report(text, at(3)), "31 derived-value «size»");
      assert.equal(await report(text, at(20)), "");
    });

    it("follow in the same run a file that is named anew", async () => {
      const site = beside({ [`${STEM}.jpg`]: jpeg(1107, 283), "other.png": png(5, 5) });
      const text = withHref("missing.png");
      const right = changed("  - 640\n  - 320", "  - 1107\n  - 283", changed("PNG", "JPEG", withHref(`${STEM}.jpg`)));
      assert.equal(await fixed(text, site), right);
      assert.equal(await fixed(right, site), right);
    });
  });

  describe("its alternative text", () => {
    it("is the title where it is empty, and the author's where it is not", async () => {
      assert.equal(await report(changed("alt: A Steady Beat", "alt: A hand on a chest")), "");
      const blank = changed("alt: A Steady Beat", "alt: '  '");
      assert.equal(await report(blank), "28 derived-value «'  '»");
      assert.equal(await fixed(blank), CLEAN);
      const untitled = changed("alt: A Steady Beat", "alt: ' '", changed("title: A Steady Beat", "title: ''"));
      assert.match(await report(untitled), /^28 invalid-value «' '»$/m);
    });
  });

  describe("when files change", () => {
    const write = (files: Files) => {
      const world = createWorld({ ...beside({}).site, ...files });
      const rules = async (text = CLEAN) => {
        const found = await world.service.diagnose(world.document(ARTICLE, text));
        return found.map(({ ruleId }) => ruleId);
      };
      return { world, rules };
    };

    it("is looked at again when it comes, changes or goes", async () => {
      const { world } = write({});
      const path = `${FOLDER}/${STEM}.png`;
      const document = world.document(ARTICLE, CLEAN);
      const rules = async () => (await world.service.diagnose(document)).map(({ ruleId }) => ruleId);
      assert.deepEqual(await rules(), ["image-missing"]);
      assert.equal(world.write(path, png(640, 320)), true);
      assert.deepEqual(await rules(), []);
      assert.equal(world.write(path, png(64, 32)), true);
      assert.deepEqual(await rules(), ["derived-value"]);
      assert.equal(world.write(path, undefined), true);
      assert.deepEqual(await rules(), ["image-missing"]);
    });

    it("is let be when others change", async () => {
      const { world, rules } = write({});
      await rules();
      assert.equal(world.write("elsewhere/a.png", png(1, 1)), false);
      assert.equal(world.write(`${FOLDER}/notes.txt`, "a"), false);
    });

    it("is read once for many edits", async () => {
      const { world, rules } = write({ [`${FOLDER}/${STEM}.png`]: png(640, 320) });
      await rules();
      await world.service.indexSite(`file:///site/${ARTICLE}`);
      const before = world.read.length;
      for (const title of ["A", "A B", "A B C"]) await rules(changed("status: ''", `status: ${title}`));
      assert.equal(world.read.length, before);
    });
  });

  describe("in completion and hover", () => {
    const site = beside(
      { "beat.jpg": jpeg(1, 1), "notes.txt": "", [`${STEM}.png`]: png(640, 320) },
      { "static/logo.svg": "<svg >" },
    );

    it("has the file that is expected first, then the others at hand", async () => {
      const items = await complete(withHref("$0"), site);
      assert.deepEqual(
        items.map(({ label }) => label),
        [`${STEM}.png`, "beat.jpg", "logo.svg"],
      );
      assert.equal(await accept(withHref("be$0"), "beat.jpg", site), withHref("beat.jpg"));
    });

    it("has the real format and size first", async () => {
      const [format] = await complete(changed("PNG", "$0"), site);
      assert.equal(format?.label, "PNG");
      const sizes = await complete(changed("- 320", "- $0"), site);
      assert.equal(sizes[0]?.label, "320");
      assert.match((await hover(changed("  size", "  si$0ze"), site))?.contents ?? "", /- 640\n- 320/);
    });
  });
});
