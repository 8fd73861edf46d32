export * from './store/meeting.entity.js';
export * from './store/decision.entity.js';
export * from './store/minutes.entity.js';
