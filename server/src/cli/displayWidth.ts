/** What a terminal shows two columns wide, and what it shows above or within what stands before it. */
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const NARROWEST = /\p{M}|\p{Cf}/u;

/** How many columns of a terminal a text of one line takes, as far as fonts agree. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) if (!NARROWEST.test(character)) width += WIDE.test(character) ? 2 : 1;
  return width;
}
