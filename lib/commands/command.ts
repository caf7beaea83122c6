// How a command runs: what the operator can mend is one sentence on stderr; anything else is a fault of
// ours and shows where it came from.
import { isDatabaseUnavailable } from '@/lib/db';
import { EmbeddedServerError } from '@/lib/db/embedded';
import { MigrationError } from '@/lib/db/migrate';
import { EnvironmentError } from '@/lib/env';
import { givenSetting } from '@/lib/env/provide';

/** A command cannot do what it was asked. `message` is one sentence for the operator. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const sentenceErrors = [CommandError, EnvironmentError, EmbeddedServerError, MigrationError];

// Refused by the server for a reason that the connection string decides.
const refusedConnectionStates = new Set(['28000', '28P01', '3D000', '42501', '53300']);

// System calls by which we speak to the database; a file that is missing is another matter.
const connectionCalls = new Set(['connect', 'getaddrinfo', 'read', 'write']);

interface SystemError {
  code?: unknown;
  port?: unknown;
  syscall?: string;
  message: string;
}

/** One sentence for what the operator can mend; undefined for a fault of ours. */
export function explain(error: unknown): string | undefined {
  if (sentenceErrors.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code, port, syscall, message } = error as SystemError;
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${String(port)} is taken; end the program that uses it or set PORT to another one.`;
  }
  if (syscall === 'listen') return `The server cannot listen on port ${String(port)}: ${message}.`;
  const isOfConnection = syscall === undefined || connectionCalls.has(syscall);
  if ((isOfConnection && isDatabaseUnavailable(error)) || refusedConnectionStates.has(String(code))) {
    return `The database at ${databaseAddress()} cannot be used: ${message || String(code)}.`;
  }
  return undefined;
}

/** Host, port and name of the database; never the password. */
function databaseAddress(): string {
  const given = givenSetting('MIGRATION_DATABASE_URL') ?? givenSetting('DATABASE_URL');
  if (!given || !URL.canParse(given)) return 'DATABASE_URL';
  const { host, pathname } = new URL(given);
  return `${host}${pathname}`;
}

// As in package.json; scripts/runtime.mjs finds it, a bare `node dist/…` may not.
const leastNodeMajor = 24;

function requireRuntime(): void {
  if (Number(process.versions.node.split('.')[0]) < leastNodeMajor) {
    throw new CommandError(`This needs Node ${leastNodeMajor} or later and runs on ${process.version}.`);
  }
}

/** Runs a command's `main`. On failure: the sentence (or the whole error) on stderr and exit code 1. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    requireRuntime();
    await main();
  } catch (error) {
    const sentence = explain(error);
    console.error(sentence ?? error);
    process.exit(1);
  }
}
