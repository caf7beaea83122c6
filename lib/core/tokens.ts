// How long an access token may live at most; revocations, keys and caches go by it.

/** No setting makes a token live longer (contract §2). */
export const longestTokenSeconds = 3_600;
/** How far two clocks may be apart (contract §2). */
export const clockSkewSeconds = 10;
/** For a process that learns late that it must sign with another key. */
const marginSeconds = 60;

/** After this long, no token that exists now can be accepted any more. */
export const longestTokenLifeMs = (longestTokenSeconds + clockSkewSeconds + marginSeconds) * 1000;
