// The refusal of an officer's act, with the rule that stands against it and who can act instead.
import { ApiError } from '@/lib/core/errors';
import type { Refusal } from './rules';

/** `invalid_state` for the pipeline; `refusal` for the screens. */
export class MoneyOutRefused extends ApiError {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super('invalid_state', { message: `${refusal.sentence} ${refusal.whoCan}` });
    this.name = 'MoneyOutRefused';
    this.refusal = refusal;
  }
}
