// State machines as data. A domain's `state.ts` declares one; its verbs and its tests read it.
import { ApiError } from './errors';

/** For each act, the states it may start from and the state it ends in. */
export type TransitionTable<State extends string, Act extends string> = Readonly<
  Record<Act, { readonly from: readonly State[]; readonly to: State }>
>;

/** The refusal of an act in the wrong state (contract §8: 409 `invalid_state`). */
export function invalidState(object: string, status: string, act: string): ApiError {
  return new ApiError('invalid_state', { message: `This ${object} is ${status}; it cannot be ${act} now.` });
}

/**
 * The state that `act` leads to from `status`. Acts are named by their participle (`submitted`, `withdrawn`).
 *
 * @throws ApiError `invalid_state` when the table does not allow it.
 */
export function requireTransition<State extends string, Act extends string>(
  table: TransitionTable<State, Act>,
  object: string,
  status: State,
  act: Act,
): State {
  const { from, to } = table[act];
  if (!from.includes(status)) throw invalidState(object, status.replace('_', ' '), act);
  return to;
}
