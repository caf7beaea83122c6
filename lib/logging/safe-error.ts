// Second fence: of an error only what cannot hold a caller's data. PostgreSQL puts row values into `detail`
// and `where`, Prisma prints the arguments of a call into its message.

interface SafeError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Constraint, table and column of a database error: names of ours. */
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: string;
  readonly cause?: SafeError;
}

const maximumCauses = 4;
const namesOfOurs = ['code', 'constraint', 'table'] as const;

/** The first line, unless it only introduces a printed call; then the last one, which says what was wrong. */
function messageOf(message: string): string {
  const lines = message.split('\n').filter((line) => line.trim() !== '');
  return (/invocation/.test(lines[0] ?? '') ? lines[lines.length - 1] : lines[0])?.trim() ?? '';
}

/** The frames only: the text above them is the whole message again. */
function framesOf(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** What the log shows of a thrown value. */
export function safeError(thrown: unknown, depth = 0): SafeError {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: 'not an error' };
  const known = thrown as Partial<Record<(typeof namesOfOurs)[number], unknown>>;
  const names = Object.fromEntries(
    namesOfOurs.flatMap((name) => (typeof known[name] === 'string' ? [[name, known[name]]] : [])),
  );
  const stack = framesOf(thrown.stack);
  return {
    type: thrown.name,
    message: messageOf(thrown.message),
    ...names,
    ...(stack && { stack }),
    ...(thrown.cause !== undefined && depth < maximumCauses && { cause: safeError(thrown.cause, depth + 1) }),
  };
}
