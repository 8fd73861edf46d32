export { AlarmClock, type QueueTrouble, type WakeHandler, type WakePriority, type WakeTime } from './alarm-clock.js';
export { BullAlarmClock, type AlarmClockOptions } from './bull-alarm-clock.js';
export { migrateQueue, postgresQueue } from './postgres-queue.js';
export type { QueueBackend } from './queue-backend.js';
export { redisQueue } from './redis-queue.js';
