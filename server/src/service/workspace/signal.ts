/** Says whether the one who asked for something long does not want it any more; as the web's `AbortSignal` does. */
export interface Signal {
  readonly aborted: boolean;
}
