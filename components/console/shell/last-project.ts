/** Which project was looked at last: where `/console` leads. A convenience, checked like any id from a browser. */
export const lastProjectCookie = 'last_project';
