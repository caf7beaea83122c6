import { describe, expect, it } from 'vitest';
import { covers, toggle } from './choose-events';
import { subscriptionText } from './subscription-text';

describe('a choice of events', () => {
  it.each([
    [['*'], 'payment.settled', true],
    [['payment.*'], 'payment.settled', true],
    [['payment.settled'], 'payment.settled', true],
    [['payment.settled'], 'payment.failed', false],
    [['application.*'], 'payment.failed', false],
  ])('%j covers %s: %s', (chosen, type, expected) => expect(covers(chosen, type)).toBe(expected));
  it('lets the wider swallow the narrower', () => {
    const chosen = ['payment.settled', 'payment.failed', 'decision.completed'];
    expect(toggle(chosen, 'payment.*', true)).toEqual(['decision.completed', 'payment.*']);
    expect(toggle(chosen, '*', true)).toEqual(['*']);
  });
  it('takes one away', () =>
    expect(toggle(['payment.*', 'decision.completed'], 'payment.*', false)).toEqual(['decision.completed']));
});

describe('a choice in words', () => {
  it.each([
    [['*'], 'All events'],
    [['payment.*', 'a.b'], 'payment.*, a.b'],
    [['a.a', 'b.b', 'c.c', 'd.d'], 'a.a, b.b and 2 more'],
  ])('%j is %s', (chosen, text) => expect(subscriptionText(chosen)).toBe(text));
});
