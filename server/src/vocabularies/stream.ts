// What the RDF/XML parser needs of Node's streams, where there are none: in the bundle for workers this stands for the package
// `readable-stream`, which is ten times as large.

type Listener = (value?: unknown) => void;

/** A stream that hands on at once what it is given. */
export class Transform {
  readonly #listeners = new Map<string, Listener[]>();
  #isBroken = false;

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
    return this;
  }

  emit(event: string, value?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }

  push(value: unknown): void {
    if (!this.#isBroken) this.emit("data", value);
  }

  write(chunk: unknown): void {
    this._transform(chunk, "utf8", (error) => {
      if (error === undefined || error === null || this.#isBroken) return;
      this.#isBroken = true;
      this.emit("error", error);
    });
  }

  end(): void {
    if (!this.#isBroken) this.emit("end");
  }

  _transform(_chunk: unknown, _encoding: string, done: (error?: Error | null) => void): void {
    done();
  }
}

/** Only named by the parser. */
export { Transform as PassThrough, Transform as Writable, Transform as Readable };
