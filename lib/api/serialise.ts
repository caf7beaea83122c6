// From a verb's result to text. In the sandbox and in tests the declared schema checks it, so that an answer
// that drifts from the document fails where nobody's money is.
import { required, type Answer, type Exchange } from './exchange';

/** The answer of a successful operation. */
export function serialise(exchange: Exchange, result: unknown): Answer {
  const { status, schema } = exchange.operation.success;
  if (status === 204) return { status, body: '' };
  if (schema && !required(exchange.project, 'project').livemode) {
    const parsed = schema.safeParse(result);
    if (!parsed.success) {
      throw new Error(
        `${exchange.operation.operationId} answered against its schema: ${parsed.error.message}`,
      );
    }
  }
  return { status, body: JSON.stringify(result) };
}
