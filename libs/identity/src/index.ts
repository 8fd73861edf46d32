export * from './store/identity.entity.js';
