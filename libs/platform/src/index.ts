export * from './work/context.js';
export * from './work/work.js';
