/** The cookie that binds a sign-in code to the browser that asked for it. */
export const browserCookie = 'sign-in';

/** The session's cookie. */
export const sessionCookie = 'session';
