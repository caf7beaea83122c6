const mostNamed = 2;

/** What an endpoint hears of, in a few words: `all events`, `application.*, decision.completed and 3 more`. */
export function subscriptionText(subscriptions: readonly string[]): string {
  if (subscriptions.includes('*')) return 'All events';
  const named = subscriptions.slice(0, mostNamed).join(', ');
  const rest = subscriptions.length - mostNamed;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
