/** A full load: the next page is drawn with the new session. The button stays busy until the browser has gone. */
export function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => undefined);
}
