// Next's bundle and our host's bundle live in one process with a copy of `lib` each. What must exist
// once a process (pools, Redis clients, caches) hangs on `globalThis` under one symbol.

const registryKey = Symbol.for('credicorp.partner-platform');

type Registry = Map<string, unknown>;

function registry(): Registry {
  const holder = globalThis as unknown as Record<symbol, Registry | undefined>;
  return (holder[registryKey] ??= new Map<string, unknown>());
}

/** Returns the process-wide instance called `name`, making it on first use. */
export function singleton<T>(name: string, make: () => T): T {
  const instances = registry();
  if (!instances.has(name)) instances.set(name, make());
  return instances.get(name) as T;
}

/** The instance called `name` where something has made it already: for whoever closes what is open. */
export function existingSingleton(name: string): unknown {
  return registry().get(name);
}

/** Forgets an instance, so that the next use makes a new one. Closing it is the caller's business. */
export function forgetSingleton(name: string): void {
  registry().delete(name);
}
