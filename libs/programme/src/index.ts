export * from './store/programme.entity.js';
