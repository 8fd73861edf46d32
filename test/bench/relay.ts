// The town's mail relay of `bench:notices`, in a process of its own: takes every letter, says how many reminders and when, and to whom a code went at which instant.
import { SMTPServer } from 'smtp-server';

const now = (): number => performance.timeOrigin + performance.now();
let [letters, bytes, first, last] = [0, 0, 0, 0];

/** Whatever it is told, it says what it counted, and counts anew. */
process.on('message', () => {
  process.send?.({ letters, bytes, first, last });
  [letters, bytes, first, last] = [0, 0, 0, 0];
});

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  logger: false,
  onData: (stream, { envelope }, done) => {
    let [head, size]: [Buffer | null, number] = [null, 0];
    stream.on('data', (part: Buffer) => {
      size += part.length;
      head ??= part;
    });
    stream.on('end', () => {
      // A reminder says where its rhythm is chosen; a code never does.
      if (!head?.includes('List-Unsubscribe')) process.send?.({ code: envelope.rcptTo[0]?.address, at: now() });
      else {
        letters += 1;
        bytes += size;
        last = now();
        first ||= last;
      }
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address();
  process.send?.({ url: `smtp://127.0.0.1:${address && typeof address !== 'string' ? address.port : 0}` });
});
process.on('disconnect', () => process.exit(0));
