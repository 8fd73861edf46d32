export { problemsMessage, readHouseSettings, readSettings, type HouseSettings, type ProcessRole, type Settings } from './settings.js';
export { environmentOf, parseSettingsFile, settingsFileName } from './env-file.js';
export type { NoticeSettings } from './notice.js';
export { InstanceNotice } from './instance-notice.js';
export { isLoopback, type DatabaseSettings } from './addresses.js';
export { instanceSecretOf } from './demo-secret.js';
export { DemoMode } from './demo-mode.js';
export type { SessionSettings } from './sessions.js';
