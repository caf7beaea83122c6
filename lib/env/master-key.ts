// Whether a master key can be one.

/** 32 bytes in base64 that look random: no repeated or counting bytes, no typed sentence. */
export function isStrongMasterKey(text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== 32 || bytes.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
    return false;
  const steps = bytes.map((byte, index) => byte - (bytes[index - 1] ?? 0)).subarray(1);
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  // Of 32 random bytes fewer than 17 differ about once in 10^9 keys; 31 random steps repeat as rarely.
  return new Set(bytes).size > 16 && new Set(steps).size > 16 && !isText;
}
