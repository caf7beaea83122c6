// How Next built this code. It says nothing about the environment: that is `environment().appEnv`.

/** Next replaces the expression at build time; true under `next dev` only. */
export const builtForDevelopment = process.env.NODE_ENV === 'development';

/** Says so to Next and React, which choose their production code by it. For a process that serves a build. */
export function declareProductionBuild(): void {
  // A computed name: bundlers replace the plain expression by its value.
  (process.env as Record<string, string>)[['NODE', 'ENV'].join('_')] ??= 'production';
}
