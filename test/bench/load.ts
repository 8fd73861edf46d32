// The load of the bench, in a process of its own: ten kept connections, one request after another on each.
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

interface Order {
  readonly url: string;
  readonly body: string;
  readonly cookie: string;
  readonly milliseconds: number;
}

/** What one round saw; latencies in milliseconds, `answers` the distinct MD5 of parsed bodies. */
export interface Seen {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly answers: readonly string[];
}

const connections = 10;
const agent = new Agent({ keepAlive: true, maxSockets: connections });
/** Of the value, not of the bytes: keys are put in order, a server may write them in another. */
const digest = (body: string): string =>
  createHash('md5')
    .update(JSON.stringify(JSON.parse(body), (_key, value: unknown) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort()) : value)))
    .digest('hex');

function once({ url, body, cookie }: Order): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', cookie, 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => (response.statusCode === 200 ? resolve(Buffer.concat(chunks).toString()) : reject(new Error(`HTTP ${response.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 200)}`))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function load(order: Order): Promise<Seen> {
  const begun = performance.now();
  const latencies: number[] = [];
  const bodies = new Set<string>();
  const worker = async (): Promise<void> => {
    while (performance.now() - begun < order.milliseconds) {
      const sent = performance.now();
      bodies.add(await once(order));
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - begun) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { requests: latencies.length, seconds, p50: at(0.5), p99: at(0.99), answers: [...new Set([...bodies].map(digest))] };
}

process.on('message', (order: Order) => {
  load(order).then(
    (seen) => process.send?.({ seen }),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
