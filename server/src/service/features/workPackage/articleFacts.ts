import { readJsonList } from "../../document/jsonList.ts";
import type { JsonObject } from "../../document/jsonValue.ts";
import { plainText } from "../../model/text/prose.ts";
import { isWebAddress } from "../../model/text/webAddress.ts";
import type { Attachment, CustomField, WorkPackage } from "./workPackage.ts";

/** What a work package says in the words of articles. What it does not say is `undefined`. */
export interface ArticleFacts {
  readonly title: string;
  /** The address of the page that it curates as it was found, and as readers follow it. */
  readonly sourceUrl: string | undefined;
  readonly cleanUrl: string | undefined;
  /** As articles write them; none where it does not say. */
  readonly topics: readonly string[];
  readonly description: string | undefined;
  /** Markdown. */
  readonly body: string | undefined;
  readonly image: Attachment | undefined;
}

/** Fields go by their names; where nobody knows those, the only address among them is that of the page. */
export function articleFacts({ subject, description, fields, attachments }: WorkPackage): ArticleFacts {
  const named = (name: string): readonly string[] => fields.find((field) => isNamed(field, name))?.texts ?? [];
  const address = (name: string): string | undefined => named(name).find(isWebAddress);
  const unnamed = fields.filter(({ name }) => name === undefined).flatMap(({ texts }) => texts.filter(isWebAddress));
  const [only, ...others] = new Set(unnamed);
  const body = description.raw.replace(/\r\n?/g, "\n").trim();
  return {
    title: subject,
    sourceUrl: address("sourceUrl") ?? address("cleanUrl") ?? (others.length === 0 ? only : undefined),
    cleanUrl: address("cleanUrl"),
    topics: topicsIn(named("medigyTopics")),
    description: descriptionIn(description.html),
    body: body === "" ? undefined : `${body}\n`,
    image: imageAmong(attachments),
  };
}

/** `Clean URL`, `clean_url` and `cleanUrl` are one name. */
function isNamed({ name = "" }: CustomField, key: string): boolean {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "") === key.toLowerCase();
}

/** Topics are chosen of a list, or stand in one text: as a JSON list, or one in each line. */
function topicsIn(texts: readonly string[]): readonly string[] {
  const topics = texts.flatMap((text) => {
    const list = readJsonList(text);
    return list.fault === undefined ? list.items.map(({ value }) => value) : text.split(/[\r\n]+/);
  });
  return [...new Set(topics.map((topic) => topic.trim()).filter(isTopic))];
}

function isTopic(topic: string): boolean {
  return topic.length <= LONGEST_TOPIC && /^[^:]*\S\s*:\s*\S/.test(topic);
}

/** In UTF-16 code units. */
const LONGEST_TOPIC = 300;

/** More a description should not say. */
const MOST_SENTENCES = 3;
const MOST_CHARACTERS = 400;

/** In UTF-16 code units of HTML; what is longer is no paragraph that somebody wrote. */
const LONGEST_PARAGRAPH = 20_000;

/** The start of the first paragraph. */
function descriptionIn(html: string): string | undefined {
  const opener = /<p(?:\s[^<>]*)?>/.exec(html);
  const start = opener === null ? 0 : opener.index + opener[0].length;
  const end = html.indexOf("</p>", start);
  if (opener === null || end < 0 || end - start > LONGEST_PARAGRAPH) return undefined;
  const text = plainText(html.slice(start, end))?.replace(/\s+/g, " ").trim();
  if (text === undefined || text === "" || text.includes("<")) return undefined;
  const sentences = text.split(/(?<=[.!?]["'”’)\]]*)\s+(?=["'“‘([]*\p{Lu})/u).slice(0, MOST_SENTENCES);
  while (sentences.length > 1 && sentences.join(" ").length > MOST_CHARACTERS) sentences.pop();
  const description = sentences.join(" ");
  return description.length > MOST_CHARACTERS ? undefined : description;
}

/** The pictures that browsers show. */
const SHOWN = /^image\/(?:avif|gif|jpe?g|png|svg\+xml|webp)$/i;

/** The picture that says so in its name, or the only one. */
function imageAmong(attachments: readonly Attachment[]): Attachment | undefined {
  const pictures = attachments.filter(({ contentType }) => SHOWN.test(contentType));
  return (
    pictures.find(({ fileName }) => /featured/i.test(fileName)) ?? (pictures.length === 1 ? pictures[0] : undefined)
  );
}

/** An attachment as articles name it. */
export function attachmentValue({ id, fileName }: Attachment): JsonObject {
  return { fileName, link: `/api/v3/attachments/${id}/content` };
}
