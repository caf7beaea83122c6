// How Next built this code. It says nothing about the environment: that is `environment().appEnv`.

/** Next replaces the expression at build time; true under `next dev` only. */
export const builtForDevelopment = process.env.NODE_ENV === 'development';
