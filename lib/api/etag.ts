// Validators of cacheable answers (RFC 9110 §8.8.3).
import { createHash } from 'node:crypto';

/** A strong entity tag of `text`. */
export function etagOf(text: string): string {
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Whether `If-None-Match` names `etag`; weak comparison (RFC 9110 §13.1.2). */
export function etagMatches(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  return ifNoneMatch.split(',').some((candidate) => {
    const given = candidate.trim().replace(/^W\//, '');
    return given === '*' || given === etag;
  });
}
