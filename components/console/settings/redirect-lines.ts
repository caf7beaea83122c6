// Redirect addresses as they are typed, one a line.

const mostAddresses = 20;

/** The lines that say something, without the space around them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isPlainHttps(line: string): boolean {
  const url = URL.parse(line);
  return url?.protocol === 'https:' && url.username === '' && url.password === '';
}

/** What is wrong with the first bad line; undefined when all are good. */
export function problemOfLines(lines: readonly string[]): string | undefined {
  if (lines.length > mostAddresses) return `At most ${mostAddresses} addresses.`;
  const bad = lines.findIndex((line) => !isPlainHttps(line));
  return bad === -1
    ? undefined
    : `Address ${bad + 1} is not an absolute https address without credentials: ${lines[bad]}`;
}
