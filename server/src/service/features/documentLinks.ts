import { isBroken } from "../document/frontMatter.ts";
import { isSamePath, type Path, type Scalar, scalarsIn } from "../document/node.ts";
import { sourceOf } from "../document/scalarSource.ts";
import type { Span } from "../document/span.ts";
import { type Article, isArticle } from "../model/article.ts";
import { pageAt } from "../model/pageAt.ts";
import { schemaAt } from "../model/schema.ts";
import { shortened } from "../model/text/shortened.ts";
import { hostOf, isWebAddress } from "../model/text/webAddress.ts";
import { pathIn } from "../workspace/siteConfig.ts";
import type { SiteFile } from "../workspace/siteFile.ts";
import type { Subject } from "../workspace/subject.ts";
import { uriIn } from "../workspace/uri.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** A value that leads somewhere. */
export interface DocumentLink extends Span {
  /** A page on the web (http or https), or a file of the site. */
  readonly target: string;
  /** Where it leads, in plain words. */
  readonly tooltip: string;
}

/** Longer titles are cut where they are shown. */
const LONGEST = 80;

/** As it is left while one is typed. It has no place in a URI. */
const HALF_A_LETTER = /\p{Cs}/u;

interface Target {
  readonly target: string;
  readonly tooltip: string;
}

/**
 * Where values lead: addresses on the web, paths of pages to the files that these are made of, images to their files, the
 * files that a configuration names. What leads nowhere, or out of the site and not to the web, is no link.
 */
export async function documentLinksOf(
  subject: Subject,
  workspace: Pick<Workspace, "exists">,
): Promise<readonly DocumentLink[]> {
  return isArticle(subject) ? linksInArticle(subject) : linksInSiteFile(subject, workspace);
}

function linksInArticle(article: Article): readonly DocumentLink[] {
  const { frontMatter, text } = article;
  if (frontMatter === undefined) return [];
  return [...scalarsIn(frontMatter.root)].flatMap(({ path, node }) => {
    if (typeof node.value !== "string" || HALF_A_LETTER.test(node.text) || isBroken(frontMatter, node)) return [];
    const value = node.text.trim();
    const whole = imageTarget(article, path) ?? webTarget(value) ?? openProjectTarget(article, value);
    if (whole !== undefined) return linkAt(text, node, partOf(node), whole);
    // Hugo takes each word of a text with aliases for one.
    const words = value.startsWith("/") ? [...node.text.matchAll(/\S+/g)] : [];
    if (!words.every(([word]) => word.startsWith("/"))) return [];
    return words.flatMap(({ 0: word, index: start }) => {
      const target = pageTarget(article, word);
      return target === undefined ? [] : linkAt(text, node, { start, end: start + word.length }, target);
    });
  });
}

function webTarget(value: string): Target | undefined {
  return isWebAddress(value) ? { target: value, tooltip: `Open the page on ${hostOf(value)}` } : undefined;
}

function imageTarget({ archetype, assets, value }: Article, path: Path): Target | undefined {
  const href = value(path);
  if (typeof href !== "string" || !archetype.images.some((image) => isSamePath(image, path))) return undefined;
  const target = assets.uriOf(href);
  return target === undefined ? undefined : { target, tooltip: "Open the image" };
}

function openProjectTarget({ model }: Article, value: string): Target | undefined {
  if (model.openProject === undefined || !/^\/api\/v3\/\S+$/.test(value)) return undefined;
  return { target: `${model.openProject}${value}`, tooltip: `Open it in OpenProject, on ${hostOf(model.openProject)}` };
}

function pageTarget({ index, model, path }: Article, address: string): Target | undefined {
  const page = pageAt(index, address, path);
  if (page === undefined) return undefined;
  const tooltip = page.title === undefined ? `Open ${page.path}` : `Open the page “${shortened(page.title, LONGEST)}”`;
  return { target: uriIn(model.root, page.path), tooltip };
}

async function linksInSiteFile(
  { archetype, frontMatter, model, text }: SiteFile,
  workspace: Pick<Workspace, "exists">,
): Promise<readonly DocumentLink[]> {
  const named = [...scalarsIn(frontMatter.root)].flatMap(({ path, node }) => {
    const file = schemaAt(archetype.schema, path)?.["x-file"] === true ? pathIn(node.value) : undefined;
    if (file === undefined || HALF_A_LETTER.test(file) || isBroken(frontMatter, node)) return [];
    return [{ node, file }];
  });
  const links = await Promise.all(
    named.map(async ({ node, file }) => {
      const target = uriIn(model.root, file);
      if (!(await workspace.exists(target))) return [];
      return linkAt(text, node, partOf(node), { target, tooltip: `Open ${file}` });
    }),
  );
  return links.flat();
}

/** A scalar's text without the blanks around it. */
function partOf({ text }: Scalar): Span {
  return { start: text.length - text.trimStart().length, end: text.trimEnd().length };
}

/**
 * The link that lies on a part of a scalar's text.
 *
 * @param part counted in `node.text`
 */
function linkAt(text: string, node: Scalar, part: Span, target: Target): readonly DocumentLink[] {
  const spans = sourceOf(text, node);
  const [first, last] = [spans?.[part.start], spans?.[part.end - 1]];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end, ...target }];
}
