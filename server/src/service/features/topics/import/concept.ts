/** A topic as a foreign vocabulary has it, in the words of SKOS. All texts are one line. */
export interface Concept {
  readonly scheme: string;
  readonly label: string;
  readonly altLabels: readonly string[];
  readonly definition?: string;
  /** The label of the more general topic; `Scheme: Label` where that is of another scheme. */
  readonly broader?: string;
  readonly isDeprecated?: true;
  /** `Scheme: Label` of the topic that takes its place. */
  readonly replacedBy?: string;
}

/** What is wrong in what is read, and where that is known. */
export interface ReadingFault {
  readonly message: string;
  /** From 1, as editors count. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}

/** What was read of a foreign vocabulary. */
export interface ReadConcepts {
  readonly concepts: readonly Concept[];
  /** Why nothing can be taken from it; then there are no concepts. */
  readonly fault?: ReadingFault;
  /** What was left out, and why. */
  readonly notes: readonly ReadingFault[];
  /** The languages that labels are in, those of most labels first, where any is told. */
  readonly languages?: readonly string[];
}

export interface ReadingOptions {
  /** The language that is wanted where there are several, as a tag of BCP 47. */
  readonly language: string;
  /** The scheme of topics that have none. */
  readonly scheme: string;
}

/** Takes concepts in, one after the other: each once, what is said of it twice put together. */
export interface ConceptList {
  add(concept: Concept): void;
  /** Says that something is left out. Of many of one kind only the first are told. */
  leaveOut(note: ReadingFault): void;
  finished(): ReadConcepts;
}

/** Nobody reads a longer list. */
const MOST_NOTES = 20;

export function createConceptList(): ConceptList {
  const concepts = new Map<string, Concept>();
  const notes: ReadingFault[] = [];
  let left = 0;
  return {
    add(concept) {
      const { scheme, label } = concept;
      const key = `${scheme}: ${label}`;
      const known = concepts.get(key);
      concepts.set(key, known === undefined ? concept : merged(known, concept));
    },
    leaveOut(note) {
      left++;
      if (notes.length < MOST_NOTES) notes.push(note);
    },
    finished() {
      const further = left - notes.length;
      const more = further > 0 ? [{ message: `${further} more were left out.` }] : [];
      return { concepts: [...concepts.values()], notes: [...notes, ...more] };
    },
  };
}

/** Nothing can be taken from what has this fault. */
export function unreadable(fault: ReadingFault): ReadConcepts {
  return { concepts: [], fault, notes: [] };
}

/** A text as one line, without blanks around it and characters that cannot be seen. */
export function oneLineOf(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s\uFEFF]+/gu, " ").trim();
}

/** A name for a scheme: there is no colon in it, for behind that a topic's label begins. */
export function schemeNameOf(text: string): string {
  return oneLineOf(text.replace(/\s*:\s*/g, " - ")).replace(/^[- ]+|[- ]+$/g, "");
}

/** Several names, each once, none of them the label or empty. */
export function alternativesTo(label: string, names: Iterable<string>): readonly string[] {
  const known = new Map<string, string>();
  for (const name of names) {
    const line = oneLineOf(name);
    if (line !== "" && !known.has(line.toLowerCase())) known.set(line.toLowerCase(), line);
  }
  known.delete(label.toLowerCase());
  return [...known.values()];
}

function merged(first: Concept, second: Concept): Concept {
  return {
    ...second,
    ...first,
    altLabels: alternativesTo(first.label, [...first.altLabels, ...second.altLabels]),
  };
}
