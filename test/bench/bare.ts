// Nodemailer alone, in a process of its own, over the same pool: `node bare.js <smtp url> <connections>`. Given letters and a number, sends so many like them.
import { createTransport } from 'nodemailer';
import type { Letter } from '#platform';

/** What to send, and how often. */
interface Order {
  readonly letters: readonly Letter[];
  readonly times: number;
}

const [smtp = '', connections = '2'] = process.argv.slice(2);
const { hostname, port } = new URL(smtp);
const transport = createTransport({ pool: true, host: hostname, port: Number(port), secure: false, maxConnections: Number(connections) });
/** Letters in the library's hands at once. */
const atOnce = 50;

async function play({ letters, times }: Order): Promise<{ took: number }> {
  let sent = 0;
  const from = performance.now();
  const one = async (): Promise<void> => {
    while (sent < times) {
      const number = (sent += 1);
      const { from: sender, to, subject, text, html, language, unsubscribe } = letters[number % letters.length]!;
      await transport.sendMail({
        from: { name: sender.name ?? '', address: sender.address },
        to: { name: to.name ?? '', address: to.address },
        messageId: `<bare-${process.pid}-${number}@passerelle.example>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language, 'List-Unsubscribe': `<${unsubscribe?.url ?? ''}>` },
        subject, text, html,
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  return { took: performance.now() - from };
}

process.on('message', (order: Order) => {
  play(order).then(
    (answer) => process.send?.(answer),
    (error: Error) => process.send?.({ error: error.message }),
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
