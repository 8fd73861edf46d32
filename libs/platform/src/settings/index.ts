export { problemsMessage, readSettings, type ProcessRole, type Settings } from './settings.js';
export { isLoopback, type DatabaseSettings } from './addresses.js';
export { instanceSecretOf } from './demo-secret.js';
export { DemoMode } from './demo-mode.js';
