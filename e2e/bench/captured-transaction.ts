// The statements that one request really executes, taken from PostgreSQL's own log, so that the comparison
// cannot drift from the code.
import { readFileSync } from 'node:fs';
import pg from 'pg';

export interface CapturedStatement {
  /** Name of the prepared statement; undefined for an unnamed one. */
  readonly name: string | undefined;
  readonly text: string;
  readonly values: readonly (string | null)[];
}

const recordStart = '@@bench ';
const executed = /^(?:execute (\S+?)|statement): ([\s\S]*)$/;
const parameter = /\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g;

interface LogRecord {
  readonly processId: string;
  readonly level: string;
  readonly text: string;
}

function* records(log: string): Generator<LogRecord> {
  for (const part of log.split(recordStart).slice(1)) {
    const match = /^(\d+) (\w+): {2}([\s\S]*)$/.exec(part.trimEnd());
    // Lines after the first of a record are indented by one tab.
    if (match) yield { processId: match[1]!, level: match[2]!, text: match[3]!.replaceAll('\n\t', '\n') };
  }
}

function parameters(detail: string): (string | null)[] {
  return [...detail.matchAll(parameter)].map(([, text]) => text?.replaceAll("''", "'") ?? null);
}

/** The executed statements of each backend, in order. */
function statementsByBackend(log: string): Map<string, CapturedStatement[]> {
  const backends = new Map<string, CapturedStatement[]>();
  for (const { processId, level, text } of records(log)) {
    const statements = backends.get(processId) ?? [];
    backends.set(processId, statements);
    const last = statements.at(-1);
    if (level === 'DETAIL' && last && /^Parameters: /i.test(text)) {
      statements[statements.length - 1] = { ...last, values: parameters(text) };
    }
    const match = level === 'LOG' ? executed.exec(text) : null;
    if (match) {
      const name = match[1] === '<unnamed>' ? undefined : match[1];
      statements.push({ name, text: match[2]!, values: [] });
    }
  }
  return backends;
}

/** What stands between BEGIN and COMMIT; undefined when the last transaction is not whole. */
function lastTransaction(statements: readonly CapturedStatement[]): CapturedStatement[] | undefined {
  const end = statements.findLastIndex(({ text }) => /^COMMIT\b/i.test(text));
  const start = statements.findLastIndex(({ text }, index) => index < end && /^BEGIN\b/i.test(text));
  return end > start && start >= 0 ? statements.slice(start + 1, end) : undefined;
}

/**
 * Runs `act` while PostgreSQL logs every statement, and returns those of the transaction that `isIt` knows,
 * without BEGIN and COMMIT. `logFile`: the server's own log.
 */
export async function captureTransaction(
  databaseUrl: string,
  logFile: string,
  act: () => Promise<unknown>,
  isIt: (statement: CapturedStatement) => boolean,
): Promise<CapturedStatement[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const settleMs = 500; // running sessions read new settings before their next statement
  const set = async (settings: Readonly<Record<string, string | null>>) => {
    for (const [name, value] of Object.entries(settings)) {
      await client.query(
        value === null
          ? `ALTER SYSTEM RESET ${name}`
          : `ALTER SYSTEM SET ${name} = ${pg.escapeLiteral(value)}`,
      );
    }
    await client.query('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, settleMs));
  };
  try {
    const before = readFileSync(logFile).length;
    await set({ log_statement: 'all', log_line_prefix: `${recordStart}%p ` });
    await act();
    await set({ log_statement: null, log_line_prefix: null });
    const log = readFileSync(logFile).subarray(before).toString('utf8');
    for (const statements of statementsByBackend(log).values()) {
      const transaction = lastTransaction(statements);
      if (transaction?.some(isIt)) return transaction;
    }
    throw new Error('The log of PostgreSQL does not hold the transaction.');
  } finally {
    await client.end();
  }
}
