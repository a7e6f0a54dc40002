/** A part of the files of a check. */
export interface Shard {
  /** Counted from 1. */
  readonly number: number;
  readonly total: number;
}

/** Reads `2/4`; `undefined` for what is no shard. */
export function toShard(text: string): Shard | undefined {
  const [, first = "", second = ""] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const [number, total] = [Number(first), Number(second)];
  return number >= 1 && number <= total ? { number, total } : undefined;
}

/** The part of a list that a shard stands for. Neighbours stay together, and no shard has two more than another. */
export function partOf<T>(list: readonly T[], { number, total }: Shard): readonly T[] {
  const end = (shards: number) => Math.floor((list.length * shards) / total);
  return list.slice(end(number - 1), end(number));
}

/** The name of the file that a shard writes where none is named. */
export function shardFileName({ number, total }: Shard): string {
  return `curated-content-shard-${number}-of-${total}.jsonl`;
}

/** Whether a file has such a name. */
export function isShardFileName(name: string): boolean {
  return /^curated-content-shard-\d+-of-\d+\.jsonl$/.test(name);
}
