/** The file of this program, which is one: all of it is bundled into what this module is in. */
export function programFile(): string {
  return __filename;
}
