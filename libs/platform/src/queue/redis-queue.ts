import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { queueName, type QueueBackend, type WakeData } from './queue-backend.js';

const prefix = 'passerelle';

/**
 * BullMQ's own store. A wake asked while the server is away is refused at once instead of piling up in memory;
 * the worker waits for it without limit.
 * @param url `redis://…` or `rediss://…`, user, password and database number included.
 */
export function redisQueue(url: string, onTrouble: (error: Error) => void): QueueBackend {
  const asking = new Redis(url, { enableOfflineQueue: false, autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 1 });
  const working: Redis[] = [];
  let away = false;
  asking.on('error', onTrouble);
  asking.on('close', () => (away = true));
  asking.on('ready', () => (away = false));
  return {
    openQueue: (options) => new Queue(queueName, { ...options, prefix, connection: asking }),
    openWorker: (ring, options) => {
      const connection = new Redis(url, { maxRetriesPerRequest: null });
      connection.on('error', onTrouble);
      working.push(connection);
      return new Worker<WakeData, void>(queueName, ring, { ...options, prefix, connection });
    },
    answers: () => !away,
    close: async () => {
      for (const connection of [asking, ...working]) await connection.quit().catch(() => connection.disconnect());
    },
  };
}
