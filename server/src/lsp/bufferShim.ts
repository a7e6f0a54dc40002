/** As much of Node's `Buffer` as gray-matter wants, for the browser bundle of the server, where a text stays a text. */
export const Buffer = {
  from: (text: string): string => text,
  isBuffer: (): boolean => false,
};
