/** Every row of the room. */
export * from './convening.entity.js';
export * from './meeting.entity.js';
export * from './decision.entity.js';
export * from './minutes.entity.js';
export * from './hand-signature.entity.js';
export * from './incident.entity.js';
