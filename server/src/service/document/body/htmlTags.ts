import { Tokenizer } from "htmlparser2";
import type { Span } from "../span.ts";

/** An attribute of an opening tag, from its name to the end of its value. */
export interface Attribute extends Span {
  /** In lower case. */
  readonly name: string;
  /** With its references resolved; empty where it has none. */
  readonly value: string;
}

/** An opening or closing tag, from `<` to behind `>`. */
export interface Tag extends Span {
  readonly kind: "open" | "close";
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

/** The tags of a text, in its order, as a browser finds them; what stands in a comment or a script is none. */
export function tagsOf(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  let name = "";
  let start = 0;
  let attributes: Attribute[] = [];
  let attribute: Span = { start: 0, end: 0 };
  let value = "";
  const nameOf = (span: Span) => html.slice(span.start, span.end).toLowerCase();
  const onTag = (kind: Tag["kind"], end: number) => void tags.push({ kind, name, start, end, attributes });
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(from, end) {
        name = nameOf({ start: from, end });
        start = from - 1;
        attributes = [];
      },
      onattribname(from, end) {
        attribute = { start: from, end };
        value = "";
      },
      onattribdata(from, end) {
        value += html.slice(from, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend(_quote, end) {
        attributes.push({ name: nameOf(attribute), value, start: attribute.start, end });
      },
      onopentagend: (at) => onTag("open", at + 1),
      onselfclosingtag: (at) => onTag("open", at + 1),
      onclosetag(from, end) {
        name = nameOf({ start: from, end });
        start = from - 2;
        attributes = [];
        const closing = html.indexOf(">", end);
        onTag("close", closing === -1 ? html.length : closing + 1);
      },
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tags;
}

function ignore(): void {
  // Only tags can be at fault.
}
