import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { type FSWatcher, readdirSync, watch } from "node:fs";
import { cli, run, useFolder } from "./cli.ts";

/** Each round takes seconds, so that there are few unless somebody asks for more. */
const ROUNDS = Number(process.env.CURATED_CONTENT_KILL_ROUNDS ?? 2);

const COUNT = 1000;

const siteWriter = new URL("../../../test/bench/site/writeSite.mjs", import.meta.url).href;
describe("cli check --fix that is killed", () => {
  const folder = useFolder();

  it(`loses and tears no file of ${COUNT} (${ROUNDS} rounds)`, async function () {
    this.timeout(60_000 * (ROUNDS + 1));
    const { writeSite } = await import(siteWriter);
    writeSite(folder.path, COUNT);
    run(folder.path, "check", "--fix", "content");
    const [news = ""] = readdirSync(folder.at("content/communities")).map((slug) => `${slug}/curated-news`);
    const names = readdirSync(folder.at(`content/communities/${news}`));
    assert.equal(names.length, COUNT);
    const articles = names.map((name) => {
      const path = `content/communities/${news}/${name}`;
      const repaired = folder.read(path).toString();
      return { path, repaired, faulty: repaired.replace("searchCategory: News", "searchCategory: Newz") };
    });
    const writeAll = () => {
      for (const { path, faulty } of articles) folder.write(path, faulty);
    };
    const isRepaired = ({ path, repaired, faulty }: (typeof articles)[number]): boolean => {
      const text = folder.read(path).toString();
      if (text !== repaired) assert.equal(text, faulty, `${path} is torn`);
      return text === repaired;
    };
    const place = folder.at(`content/communities/${news}`);

    writeAll();
    const writing = await writingTime(place);
    assert.ok(articles.every(isRepaired));
    const inTheMiddle: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      writeAll();
      const child = start(place);
      const ended = endOf(child);
      // The moment lies where files are written: what happens before touches none.
      const [watcher, begun] = firstChange(place);
      await Promise.race([begun, ended]);
      watcher.close();
      setTimeout(() => child.kill("SIGKILL"), Math.random() * writing);
      await ended;
      inTheMiddle.push(articles.filter(isRepaired).length);
      const left = readdirSync(place).filter((file) => !file.startsWith("."));
      assert.deepEqual(left, names);
    }
    assert.equal(run(place, "check", "--fix", ".").stderr, "");
    assert.ok(articles.every(isRepaired));
    assert.deepEqual(readdirSync(place).length, COUNT);
    if (ROUNDS > 10)
      assert.ok(
        inTheMiddle.some((count) => count > 0 && count < COUNT),
        String(inTheMiddle),
      );
  });
});

function start(path: string): ChildProcess {
  return spawn(process.execPath, [cli, "check", "--fix", path], { stdio: "ignore" });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on("exit", () => resolve()));
}

function firstChange(path: string): readonly [FSWatcher, Promise<void>] {
  let resolve = (): void => undefined;
  const begun = new Promise<void>((then) => {
    resolve = then;
  });
  return [watch(path, resolve), begun];
}

/** How long it takes to write all files, in milliseconds. */
async function writingTime(path: string): Promise<number> {
  let [first, last] = [0, 0];
  const watcher = watch(path, () => {
    last = performance.now();
    first ||= last;
  });
  await endOf(start(path));
  watcher.close();
  return last - first;
}
