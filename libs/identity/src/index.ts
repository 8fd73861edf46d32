export { IdentityModule } from './identity.module.js';
export { RegisterPerson } from './actions/register-person.js';
export { browserCookie, sessionCookie } from './domain/cookies.js';
export { isStepUpFresh, stepUpMinutes } from './domain/sign-in-code.js';
export * from './store/identity.entity.js';
export { endSession, openSession, sessionByToken, sessionSeconds, type KnownSession } from './store/session.store.js';
export { InstanceSecret, sixDigits } from './store/sign-in-code.store.js';
export { PersonType } from './views/person.type.js';
