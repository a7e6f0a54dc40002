/** Sets off parts of a text for the eye. */
export interface Palette {
  error(text: string): string;
  warning(text: string): string;
  information(text: string): string;
  hint(text: string): string;
  faint(text: string): string;
  title(text: string): string;
}

/** Text as it is. */
export const plain: Palette = {
  error: asIs,
  warning: asIs,
  information: asIs,
  hint: asIs,
  faint: asIs,
  title: asIs,
};

/** Text in the colours of the terminal (ECMA-48 SGR). */
export const coloured: Palette = {
  error: sgr(31, 39),
  warning: sgr(33, 39),
  information: sgr(36, 39),
  hint: sgr(36, 39),
  faint: sgr(2, 22),
  title: sgr(4, 24),
};

/**
 * Colours only where a person looks on, and not where they are unwanted (https://no-color.org); where they are wanted in
 * any case (`FORCE_COLOR`, as Node has it), always.
 */
export function paletteFor(
  stream: { readonly isTTY?: boolean },
  env: { readonly [name: string]: string | undefined },
): Palette {
  const { FORCE_COLOR } = env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR === "0" || FORCE_COLOR === "false" ? plain : coloured;
  return stream.isTTY && !env.NO_COLOR && env.TERM !== "dumb" ? coloured : plain;
}

function asIs(text: string): string {
  return text;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
