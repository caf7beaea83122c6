// The request target (RFC 9112 §3.2), read once and in one way. Next has its own ideas about paths; a target
// that two readers could read differently is refused here, so that there is no second door to the API.

export type RequestTarget =
  | {
      readonly kind: 'path';
      /** Decoded, without empty ones: `/a/b%20c/` is `['a', 'b c']`. */
      readonly segments: readonly string[];
      /** The one spelling of this path: no trailing slash, nothing encoded that need not be. */
      readonly path: string;
      /** With its `?`, as it came; empty without one. */
      readonly search: string;
    }
  | { readonly kind: 'refused'; readonly status: 400 | 414; readonly reason: string };

/** Longer targets are refused with 414. */
export const maximumTargetLength = 8 * 1024;

// Nothing to decode, no empty segment, no dot segment possible but those that start with a dot.
const plainPath = /^(?:\/[\w~!$&'()*+,;=:@.-]+)+$/;
const visibleAscii = /^[\x21-\x7e]*$/;
const unsafeInSegment = /[/\\\x00-\x1f\x7f]/;

const refused = (reason: string, status: 400 | 414 = 400): RequestTarget => ({
  kind: 'refused',
  status,
  reason,
});

/** Characters that `encodeURIComponent` escapes though a path segment may hold them (RFC 3986 §3.3). */
function spell(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}

function hasDotSegment(segments: readonly string[]): boolean {
  return segments.includes('.') || segments.includes('..');
}

/** Reads the target of a request line. */
export function readTarget(target: string): RequestTarget {
  if (target.length > maximumTargetLength) return refused('The URL is longer than 8 KiB.', 414);
  if (target.charCodeAt(0) !== 0x2f) return refused('The request target must be a path.');
  const queryAt = target.indexOf('?');
  const rawPath = queryAt === -1 ? target : target.slice(0, queryAt);
  const search = queryAt === -1 ? '' : target.slice(queryAt);

  if (plainPath.test(rawPath) && visibleAscii.test(search) && !search.includes('#')) {
    const segments = rawPath.slice(1).split('/');
    if (!hasDotSegment(segments)) return { kind: 'path', segments, path: rawPath, search };
    return refused('The path must not hold dot segments.');
  }

  if (!visibleAscii.test(target)) return refused('The URL holds characters that must be percent-encoded.');
  if (target.includes('#')) return refused('The URL must not hold a fragment.');
  const encoded = rawPath.slice(1).split('/');
  if (encoded[encoded.length - 1] === '') encoded.pop(); // the trailing slash, or the root itself
  let segments: string[];
  try {
    segments = encoded.map(decodeURIComponent);
  } catch {
    return refused('The path is not well-formed percent-encoded UTF-8.');
  }
  if (segments.includes('')) return refused('The path must not hold empty segments.');
  if (hasDotSegment(segments)) return refused('The path must not hold dot segments.');
  if (segments.some((segment) => unsafeInSegment.test(segment))) {
    return refused('A path segment must not hold slashes, backslashes or control characters.');
  }
  return { kind: 'path', segments, path: `/${segments.map(spell).join('/')}`, search };
}
