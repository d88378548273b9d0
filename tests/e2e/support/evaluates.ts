/** What runs functions in a page: Playwright's page or a window of WebKitGTK. */
export interface Evaluates {
  evaluate<R>(task: () => R): Promise<Awaited<R>>;
  evaluate<A, R>(task: (argument: A) => R, argument: A): Promise<Awaited<R>>;
}
