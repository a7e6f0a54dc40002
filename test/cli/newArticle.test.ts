import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { failure, type Outcome, run, useFolder } from "./cli.ts";

const SECTION = "content/communities/privacy-security/curated-news";
const SOURCE = "https://secure-care.example/incidents/locks";
/** Of the source, in the namespace of URLs. */
const NAME = "f05bc732-f572-52e0-bde6-7cb33db8b7fc";
const PICTURE = join(SECTION, "02e2350b-c800-580d-930b-26d4bfecf789-featuredImage.jpg");

describe("cli new", () => {
  const folder = useFolder();
  const site = () => folder.at("medigy");
  const make = (...args: readonly string[]): Outcome =>
    run(site(), "new", SECTION, "--title", "Locks: a Report", "--source", SOURCE, ...args);
  const files = () => readdirSync(join(site(), SECTION)).toSorted();

  beforeEach(() => folder.addSite("medigy"));

  it("writes an article and its image, and says what is to be filled in", () => {
    const { code, stdout, stderr } = make("--topic", "Gartner: Cybersecurity", "--image", PICTURE);
    const path = `${SECTION}/${NAME}.md`;
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `${path}\n` });
    assert.deepEqual(stderr.replace(/:\d+:/g, ":N:").trimEnd().split("\n"), [
      `${path}:N: to fill in: author`,
      `${path}:N: to fill in: description`,
      `${path}:N: to fill in: featuredImage.wpAttachment.link`,
      `${path}:N: to fill in: id`,
      `${path}:N: to fill in: the body`,
    ]);
    const text = readFileSync(join(site(), path), "utf8");
    assert.match(text, /^title: 'Locks: a Report'\n/m);
    assert.match(text, / {2}size:\n {2}- 640\n {2}- 260\n/);
    const copied = readFileSync(join(site(), `${SECTION}/${NAME}-featuredImage.jpg`));
    assert.deepEqual(copied, readFileSync(join(site(), PICTURE)));
    for (const line of stderr.trimEnd().split("\n").slice(0, -1)) {
      const [, number = "", key = ""] = /:(\d+): .*\b(\w+)$/.exec(line) ?? [];
      const lines = text.split("\n");
      assert.ok(`${lines[Number(number) - 2]}${lines[Number(number) - 1]}`.includes(`${key}:`), line);
    }
    const checked = run(site(), "check", "--format", "json", path);
    const found: readonly { ruleId: string }[] = JSON.parse(checked.stdout)[0].messages;
    assert.deepEqual(
      found.map(({ ruleId }) => ruleId),
      ["invalid-value", "invalid-value", "invalid-value", "wrong-type", "body-empty"],
    );
  });

  it("prints what it would write, and writes nothing", () => {
    const before = files();
    const { code, stdout, stderr } = make("--dry-run", "--image", PICTURE, "--author", "Ada", "--author", "no");
    assert.equal(code, 0);
    assert.match(stdout, /^---\naliases: [\s\S]*\n---\n\n$/);
    assert.match(stdout, /^author:\n- Ada\n- 'no'\n/m);
    assert.match(
      stderr,
      new RegExp(`^${SECTION}/${NAME}\\.md: would be written\n.*-featuredImage\\.jpg: would be copied from `),
    );
    assert.deepEqual(files(), before);
  });

  it("says which article has the source already, and never overwrites", () => {
    assert.equal(make().code, 0);
    const written = files();
    for (const args of [[], ["--dry-run"]]) {
      const { code, stdout, stderr } = make(...args);
      assert.deepEqual({ code, stdout }, { code: 1, stdout: "" });
      assert.equal(stderr, `${SECTION}/${NAME}.md: is there already\n`);
    }
    const same = run(site(), "new", SECTION, "--title", "Other", "--source", `${SOURCE}/?utm_source=x`);
    assert.deepEqual(same, {
      code: 1,
      stdout: "",
      stderr: `${SECTION}/${NAME}.md: curates the same page for this community\n`,
    });
    assert.deepEqual(files(), written);
  });

  it("says which article has the same alias, and writes it all the same", () => {
    const title = "Ransomware Drill: What a Hospital Learned in 36 Hours Without Screens";
    const there = ["--community", "chronic-care-management", "--title", title, "--source", SOURCE];
    const { code, stderr } = run(site(), "new", ...there);
    assert.equal(code, 0);
    assert.match(stderr, /^content\S*\/02e2350b\S*\.md: has the same alias, which leads to one of them only$/m);
  });

  it("writes nothing where one of its files is there", () => {
    folder.write(`medigy/${SECTION}/${NAME}-featuredImage.jpg`, "mine");
    const before = files();
    assert.match(failure(make("--image", PICTURE)), /There is a file .* already/);
    mkdirSync(join(site(), `${SECTION}/${NAME}.md`));
    assert.match(failure(make()), /file already exists/);
    assert.deepEqual(files(), [...before, `${NAME}.md`].toSorted());
  });

  it("gives the vocabulary new topics where it is told to", () => {
    const topics = ["--topic", "Gartner: Cybersecurity", "--topic", "Gartner: Locksmithing"];
    assert.match(failure(make(...topics)), /^curated-content: The vocabulary has no topic `Gartner: Locksmithing`/);
    const { code, stderr } = make(...topics, "--add-topics");
    assert.equal(code, 0);
    assert.match(stderr, /^data\/topics\.yaml: has got the new topics$/m);
    assert.match(folder.read("medigy/data/topics.yaml").toString(), /- label: Locksmithing\n/);
    assert.doesNotMatch(run(site(), "check", "data/topics.yaml").stdout, /Locksmithing|error|warning/);
  });

  it("asks for what it cannot know", () => {
    const title = ["--title", "A", "--source", SOURCE];
    assert.match(failure(run(site(), "new")), /required option '--title <TITLE>' not specified; see --help$/);
    assert.match(failure(run(site(), "new", ...title)), /belongs to a community/);
    assert.match(
      failure(run(site(), "new", ...title, "--community", "privacy-securty")),
      /Is `privacy-security` meant\?$/,
    );
    assert.match(failure(run(site(), "new", SECTION, "--title", "A")), /needs the address/);
    assert.match(failure(make("--image", "none.png")), /`none\.png` cannot be read/);
    assert.match(failure(run(site(), "new", SECTION, "--title", " ", "--source", SOURCE)), /has a title/);
    folder.addSite("gatherings");
    assert.match(failure(run(folder.at("gatherings"), "new", "--title", "A")), /--archetype: event, news\.$/);
    const event = ["--archetype", "event", "--community", "harbour", "--title", "A", "--source", SOURCE];
    assert.match(failure(run(folder.at("gatherings"), "new", ...event)), /no place for the address/);
  });

  it("writes what a site has archetypes of", () => {
    folder.addSite("gatherings");
    const { code, stdout } = run(
      folder.at("gatherings"),
      "new",
      "content/chapters/harbour",
      "--title",
      "Tea",
      "--archetype",
      "event",
    );
    assert.deepEqual({ code, stdout }, { code: 0, stdout: "content/chapters/harbour/events/tea.md\n" });
  });

  it("writes nothing for a site whose own files are in error", () => {
    folder.write("medigy/curated-content.yaml", "archetypes:\n  event:\n    scaffold: none.md\n");
    assert.match(failure(make()), /^curated-content\.yaml:3: There is no file `none\.md`/);
  });
});
