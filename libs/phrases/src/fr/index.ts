export { refusal } from './refusal.js';
