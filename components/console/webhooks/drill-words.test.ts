import { expect, it } from 'vitest';
import { answerText, type DrillShot } from './drill-words';

const message = (fields: object) => ({ failure: null, status_code: null, duration_ms: 1_200, ...fields }) as DrillShot['messages'][number]; // prettier-ignore

it('says what came, or why nothing did', () => {
  expect(answerText(message({ status_code: 400, failure: 'error_status' }))).toBe('400 after 1,200 ms');
  expect(answerText(message({ failure: 'timeout' }))).toBe('no answer in time');
  expect(answerText(message({ failure: 'forbidden_target' }))).toMatch(/^not sent/);
});
