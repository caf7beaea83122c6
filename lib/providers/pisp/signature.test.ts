// A callback's signature holds for one provider, one body and five minutes.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCallbackSignature, signCallback } from './signature';

const now = 1_795_000_000;
const body = '{"payment_id":"pat_1","status":"settled"}';

describe('the signature of a callback', () => {
  it('is its own proof, within the tolerance only', () => {
    const signature = signCallback('sandbox', body, now);
    for (const [at, expected] of [[now, true], [now + 300, true], [now - 300, true], [now + 301, false], [now - 301, false]] as const) {
      expect(isCallbackSignature('sandbox', { signature, body }, at)).toBe(expected);
    } // prettier-ignore
  });

  it('holds for no other provider, body, time or key', () => {
    const signature = signCallback('sandbox', body, now);
    expect(isCallbackSignature('simulated_live', { signature, body }, now)).toBe(false);
    expect(isCallbackSignature('sandbox', { signature, body: `${body} ` }, now)).toBe(false);
    expect(isCallbackSignature('sandbox', { signature: signature.replace(/t=\d+/, `t=${now + 1}`), body }, now)).toBe(false); // prettier-ignore
    const guessed = createHmac('sha256', 'guess').update(`sandbox.${now}.${body}`).digest('hex');
    expect(isCallbackSignature('sandbox', { signature: `t=${now},v1=${guessed}`, body }, now)).toBe(false);
  });

  it('has one spelling', () => {
    const signature = signCallback('sandbox', body, now);
    const twins = ['', ` ${signature}`, `${signature} `, signature.toUpperCase(), signature.replace('t=', 't=0'),
      signature.slice(0, -1), `${signature}0`, `${signature},${signature}`, signature.split(',').toReversed().join(',')]; // prettier-ignore
    for (const twin of twins)
      expect(isCallbackSignature('sandbox', { signature: twin, body }, now)).toBe(false);
  });

  it('falls with any change of a character', () => {
    const signature = signCallback('sandbox', body, now);
    fc.assert(
      fc.property(
        fc.nat(signature.length - 1),
        fc.constantFrom(...'0123456789abcdef=,tv'.match(/./g)!),
        (at, character) => {
          const changed = signature.slice(0, at) + character + signature.slice(at + 1);
          return changed === signature || !isCallbackSignature('sandbox', { signature: changed, body }, now);
        },
      ),
    );
  });
});
