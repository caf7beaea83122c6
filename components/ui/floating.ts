// What every floating surface looks like: menu, popover, tooltip, sheet. The one soft shadow of the design.

const fade = 'transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0';

export const floatingSurface = `rounded-surface border border-line bg-surface text-14 text-ink shadow-float outline-none ${fade}`;

export const backdrop = `fixed inset-0 z-40 bg-[oklch(0.15_0.01_70/0.45)] ${fade}`;
