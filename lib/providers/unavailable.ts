// A provider that cannot be asked. It is never an answer: nothing may be approved or declined because of it.

export class ProviderUnavailable extends Error {
  override readonly name = 'ProviderUnavailable';

  constructor(provider: string, options?: ErrorOptions) {
    super(`The ${provider} cannot be asked`, options);
  }
}
