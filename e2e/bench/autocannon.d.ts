// The part of autocannon that the benchmark uses; the package has no types of its own.
declare module 'autocannon' {
  interface AutocannonRequest {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    /** Called before each request; may return a changed one. */
    readonly setupRequest?: (request: AutocannonRequest) => AutocannonRequest;
  }
  interface AutocannonOptions {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration?: number;
    readonly amount?: number;
    readonly requests: readonly AutocannonRequest[];
  }
  interface AutocannonResult {
    /** Seconds. */
    readonly duration: number;
    readonly requests: { readonly total: number };
    readonly latency: { readonly p50: number; readonly p99: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly statusCodeStats: Readonly<Record<string, { readonly count: number }>>;
  }
  export default function autocannon(options: AutocannonOptions): Promise<AutocannonResult>;
}
