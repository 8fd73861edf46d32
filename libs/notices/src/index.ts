export * from './store/notices.entity.js';
