// What a choice of events comes to: `*`, families such as `payment.*`, or single types. A wider one swallows narrower.

export const familyOf = (type: string) => type.split('.')[0] ?? type;
export const wildcardOf = (family: string) => `${family}.*`;

/** Whether `type` is heard of under this choice. */
export function covers(chosen: readonly string[], type: string): boolean {
  return chosen.includes('*') || chosen.includes(type) || chosen.includes(wildcardOf(familyOf(type)));
}

/** The choice after one box was ticked or cleared. */
export function toggle(chosen: readonly string[], subscription: string, on: boolean): string[] {
  const others = chosen.filter((entry) => entry !== subscription);
  if (!on) return others;
  if (subscription === '*') return ['*'];
  const isFamily = subscription.endsWith('.*');
  const kept = isFamily ? others.filter((entry) => wildcardOf(familyOf(entry)) !== subscription) : others;
  return [...kept, subscription];
}
