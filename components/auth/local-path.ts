/** Where to go after signing in: a path of this origin, as a browser would resolve it; else `fallback`. */
export function localPath(wanted: string | undefined, fallback: string): string {
  if (wanted === undefined || !/^\/[^/\\]/.test(wanted)) return fallback;
  const origin = 'https://this.invalid';
  const url = URL.parse(wanted, origin);
  return url?.origin === origin ? `${url.pathname}${url.search}` : fallback;
}
