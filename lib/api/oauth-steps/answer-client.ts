// What the endpoint is for: grant, introspection or revocation.
import { required } from '../exchange';
import type { TokenPlaneStep } from '../oauth-exchange';

export const answerClient: TokenPlaneStep = async (exchange) => {
  const client = required(exchange.client, 'client');
  const parameters = required(exchange.parameters, 'parameters');
  exchange.result = await exchange.endpoint.answer(client, parameters, exchange.requestId);
};
