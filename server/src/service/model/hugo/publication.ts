/** How a site introduces itself, as its Hugo configuration says. */
export interface Publication {
  readonly title: string | undefined;
  /** The address that its pages are below, as it is written there. */
  readonly baseUrl: string | undefined;
}
