// Structured logs on standard output, one JSON object a line. Secrets and personal data never reach them:
// callers log ids and codes, and three fences stand behind that: names of fields, shapes of errors, and
// patterns in the finished line.
import { pino, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { singleton } from '@/lib/core/singleton';
import { environment } from '@/lib/env';
import { redactFields } from './redact-fields';
import { safeError } from './safe-error';
import { scrub } from './scrub';

export { scrub } from './scrub';

const options: LoggerOptions = {
  base: { pid: process.pid },
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  formatters: { log: redactFields },
  serializers: { err: safeError },
  hooks: { streamWrite: scrub },
};

/** A logger that writes to `destination`; the tests of the fences read there. */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return destination ? pino({ ...options, level }, destination) : pino({ ...options, level });
}

/** The process-wide logger. */
export function logger(): Logger {
  return singleton('logger', () => createLogger(environment().logLevel));
}
