// Passwords at rest: argon2id with OWASP's first figures (19 MiB, two passes, one lane).
import { hash, verify } from '@node-rs/argon2';
import { singleton } from '@/lib/core/singleton';

// Argon2id is the library's default.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The PHC string to store. Any characters count, none is trimmed. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, parameters);
}

/** A hash that no password fits, so that an unknown address costs as much time as a known one. */
function decoy(): Promise<string> {
  return singleton('auth.decoy-hash', () => hashPassword(crypto.randomUUID()));
}

/** Whether `password` fits `stored`; the same work when nothing is stored. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoy()), password);
  return stored !== undefined && matches;
}
