// Whether the navigation is folded to icons: a cookie, so that the server draws the right width at once.

export const navigationCookie = 'navigation';

const yearSeconds = 31_536_000;

export function rememberNavigation(isCollapsed: boolean): void {
  document.cookie = `${navigationCookie}=${isCollapsed ? 'icons' : 'words'}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
