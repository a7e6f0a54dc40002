import type { Span } from "../span.ts";
import type { BodyFault } from "./bodyFault.ts";
import { type Attribute, type Tag, tagsOf } from "./htmlTags.ts";
import { unsafeSchemeOf } from "./unsafeUrl.ts";

/** Finds what is wrong in HTML, whatever stands around it. */
export function htmlFaults(html: string): readonly BodyFault[] {
  const faults: BodyFault[] = [];
  const tags = tagsOf(html);
  for (const [index, tag] of tags.entries()) {
    if (tag.kind === "close") continue;
    faults.push(...elementFaults(tag, tags[index + 1]));
    for (const attribute of tag.attributes) faults.push(...attributeFaults(html, tag, attribute));
  }
  return faults;
}

function* elementFaults(tag: Tag, next: Tag | undefined): Generator<BodyFault> {
  const { name, start, end } = tag;
  const fault = { name, start, end, repair: undefined };
  switch (name) {
    case "script":
      if (isCode(attributeValue(tag, "type"))) yield { ...fault, kind: "script", repair: elementOf(tag, next) };
      return;
    case "base":
      yield { ...fault, kind: "base" };
      return;
    case "meta":
      if (attributeValue(tag, "http-equiv")?.trim().toLowerCase() === "refresh") yield { ...fault, kind: "refresh" };
      return;
    case "object":
    case "embed":
      yield { ...fault, kind: "plugin" };
      return;
    case "img":
      if (tag.attributes.some((attribute) => SAYS_IT_ALL.test(attribute.name))) return;
      yield { ...fault, kind: "htmlImage", repair: emptySpan(start + "<img".length) };
      return;
  }
}

function* attributeFaults(html: string, tag: Tag, attribute: Attribute): Generator<BodyFault> {
  const { name, value, start, end } = attribute;
  if (value === "") return;
  if (EVENT_HANDLER.test(name)) {
    yield { kind: "eventHandler", name, start, end, repair: withSpaceBefore(html, attribute) };
  } else if (name === "srcdoc" && tag.name === "iframe") {
    yield { kind: "srcdoc", name, start, end, repair: undefined };
  } else if (URL_ATTRIBUTES.has(name)) {
    const scheme = unsafeSchemeOf(value);
    if (scheme !== undefined)
      yield { kind: "unsafeUrl", name: scheme, ...valueSpan(html, attribute), repair: undefined };
  }
}

/** `alt`, also an empty one, and what stands for it. */
const SAYS_IT_ALL = /^(?:alt|aria-hidden|aria-label|aria-labelledby|role)$/;

/** The shortest is `oncut`; `once` and `only` are none. */
const EVENT_HANDLER = /^on[a-z]{3,}$/;

const URL_ATTRIBUTES: ReadonlySet<string> = new Set(["action", "data", "formaction", "href", "src", "xlink:href"]);

/** Whether a script of a type runs; any other is a block of data, as `application/ld+json` (WHATWG HTML, 4.12.1). */
function isCode(type: string | undefined): boolean {
  return type === undefined || /^\s*$|script|^\s*(?:module|importmap|speculationrules)\s*$/i.test(type);
}

function attributeValue(tag: Tag, name: string): string | undefined {
  return tag.attributes.find((attribute) => attribute.name === name)?.value;
}

/** A script with its end: nothing in it is a tag. */
function elementOf({ name, start }: Tag, next: Tag | undefined): Span | undefined {
  return next?.kind === "close" && next.name === name ? { start, end: next.end } : undefined;
}

/** An attribute with the blank space, or the slash, that sets it off from what stands before it. */
function withSpaceBefore(html: string, { start, end }: Span): Span {
  // What follows at once needs the space itself.
  if (!/[\s/>]/.test(html[end] ?? "")) return { start, end };
  let from = start;
  while (/\s/.test(html[from - 1] ?? "")) from--;
  return { start: from === start && html[from - 1] === "/" ? from - 1 : from, end };
}

/** The value of an attribute without its quotes. */
function valueSpan(html: string, { start, end }: Span): Span {
  const written = html.slice(start, end);
  const behindEquals = /^[^=]*=\s*/.exec(written)?.[0].length ?? 0;
  const isQuoted = /["']/.test(written[behindEquals] ?? "");
  return isQuoted ? { start: start + behindEquals + 1, end: end - 1 } : { start: start + behindEquals, end };
}

function emptySpan(at: number): Span {
  return { start: at, end: at };
}
