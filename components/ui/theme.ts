// The reader's theme: a cookie, so that the server draws the right one at once and nothing flashes.

export const themeCookie = 'theme';

/** `system` is the absence of a choice: no cookie, no attribute. */
const themeChoices = ['light', 'dark'] as const;

type ThemeChoice = (typeof themeChoices)[number];

export function isThemeChoice(value: string | undefined): value is ThemeChoice {
  return themeChoices.some((choice) => choice === value);
}
