// The one text that all servers get: an article of the sample site, and what the bench does to it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const projectRoot = fileURLToPath(new URL("../..", import.meta.url));
export const siteRoot = `${projectRoot}test/sites/medigy`;
export const articlePath = `${siteRoot}/content/communities/remote-patient-monitoring/curated-news/f178654d-7997-5a79-bfc9-c1a7032a7eff.md`;

/** A clean article. */
export const article = readFileSync(articlePath, "utf8");

/** Its front matter alone, as a YAML file. */
export const frontMatter = article.slice("---\n".length, article.indexOf("\n---\n") + 1);

/** One character after `anchor` makes the value wrong in the schema of all servers. */
export const fault = { anchor: "searchCategory: News", typed: "z" };

/** An opened line for a key, and a key that belongs there and is not in the article. */
export const newKey = { anchor: "\nslug: ", typed: "\n", expected: "summary" };

/** An opened entry of a list, and a topic of the vocabulary that is not in the article. */
export const newTopic = { anchor: "\ncommunityTopics:", typed: "\n- ", expected: "Care Coordination" };

/** A key to point at. */
export const explainedKey = { anchor: "\ndescription" };

/** A line typed key by key. It is right with the last key and not before. The line before it ends with `after`. */
export const typedLine = { text: "\nsource: open-project-curations", keyEveryMs: 33 };

/**
 * The offset behind the only place where `text` holds `anchor`.
 * @param {string} text
 * @param {string} anchor
 */
export function offsetBehind(text, anchor) {
  const at = text.indexOf(anchor);
  if (at < 0 || text.includes(anchor, at + 1))
    throw new Error(`the sample does not hold ${JSON.stringify(anchor)} once`);
  return at + anchor.length;
}

/**
 * The offset of the end of the line of the only place where `text` holds `anchor`.
 * @param {string} text
 * @param {string} anchor
 */
export function endOfLineOf(text, anchor) {
  return text.indexOf("\n", offsetBehind(text, anchor));
}

/**
 * @param {string} text
 * @param {number} offset
 */
export function positionAt(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
