export { IdentityModule } from './identity.module.js';
export { RegisterPerson } from './actions/register-person.js';
export { browserCookie } from './actions/ask-sign-in-code.js';
export { sessionCookie } from './actions/sign-in.js';
export { isStepUpFresh, stepUpMinutes } from './domain/sign-in-code.js';
export * from './store/identity.entity.js';
export { endSession, openSession, sessionByToken, sessionSeconds, type KnownSession } from './store/session.store.js';
export { InstanceSecret, sixDigits } from './store/sign-in-code.store.js';
export { PersonType } from './views/person.type.js';
