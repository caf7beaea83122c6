// The one error of the settings.

/** A setting that cannot be used. `message` is one sentence for the operator. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}
