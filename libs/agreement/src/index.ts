export * from './store/agreement.entity.js';
