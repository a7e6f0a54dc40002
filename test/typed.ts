/** What is typed, bit by bit, into front matter: what YAML is made of. */
export const TYPED: readonly string[] = [
  ...["a", " ", ":", "-", "'", '"', "#", "[", "]", "|", "? ", "{}", "&a ", "*a", "é", "\t", "\uFEFF"],
  ...["\n", "\n  ", "\n- ", "key: value\n", "---\n"],
];
