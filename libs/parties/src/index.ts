export * from './store/parties.entity.js';
