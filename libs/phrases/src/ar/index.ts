export { refusal } from './refusal.js';
export { ui } from './ui.js';
export { web } from './web.js';
export { minutesDocument } from './minutes-document.js';
export { outcome } from './refusal-deliberation.js';
export { notices } from './notices.js';
export { programme } from './programme.js';
export { deliberation } from './deliberation.js';
