// Structured logs on standard output, one JSON object a line. Secrets and personal data never reach
// them: callers log ids and codes, and the paths below are a second fence.
import { pino, type Logger } from 'pino';
import { singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';

const redacted = ['authorization', 'cookie', 'client_secret', 'client_assertion', 'password', 'token', 'secret', 'email', 'applicant', 'accepted_by', 'payer', 'subject', 'payee']; // prettier-ignore

/** The process-wide logger. */
export function logger(): Logger {
  return singleton('logger', () =>
    pino({
      level: environment().logLevel,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      redact: { paths: redacted.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    }),
  );
}
