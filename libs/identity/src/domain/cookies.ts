/** The cookie that binds a sign-in code to the browser that asked for it. */
export const browserCookie = 'sign-in';

/** The cookie that binds a question to an authenticator to the browser that asked it. */
export const challengeCookie = 'passkey';

/** The session's cookie. */
export const sessionCookie = 'session';
