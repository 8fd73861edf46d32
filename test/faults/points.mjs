// Every way out of the house that a PV takes, counted, and broken at some of them: each SQL statement by its role, each line to the mail
// relay, each order to the press. A process imports this before its first session is opened; until `watch` it changes nothing.
import { Socket } from 'node:net';
import pg from 'pg';

/** What is counted now; `null` most of the time. */
let watched = null;
const ours = /^passerelle_(app|worker|queue)$/;

/** What a statement is, without what it says: « insert vote », « select minutes », « commit ». */
function shapeOf(text) {
  const words = text.replaceAll(/["\s]+/g, ' ').trim().toLowerCase();
  const verb = /^[a-z]+/.exec(words)?.[0] ?? '?';
  const [, table = ''] = /(?:insert into|update|delete from|from) ([a-z_.]+)/.exec(words) ?? /^select ([a-z_]+)/.exec(words) ?? [];
  return `${verb} ${['start', 'begin', 'commit', 'rollback'].includes(verb) ? '' : table}`.trim();
}

/** How this passage is to break; `null` when it is not. */
function passing(label) {
  if (!watched || !watched.of.some((kind) => label.startsWith(kind))) return null;
  watched.seen.push(label);
  const how = watched.at.get(watched.seen.length) ?? watched.at.get(label) ?? null;
  // A point breaks once, and a kind too.
  watched.at.delete(watched.seen.length);
  watched.at.delete(label);
  if (how) watched.struck.push(`${label} ${how}`);
  return how;
}

/**
 * Counts the points whose name begins with one of `of`, and breaks the n-th of them, or the first of a name, as `at` says: `before` nothing leaves; `cut` the line
 * is dead; `sent` it has left and nobody waits for the answer; `after` its answer came, and is lost.
 * `strike` makes the error, or ends the process. Answers what is seen and struck, as it goes on.
 */
export function watch(of, at, strike) {
  watched = { of, at: new Map(at), strike, seen: [], struck: [] };
  return watched;
}
export const unwatch = () => void (watched = null);

async function broken(how, go, line) {
  const { strike } = watched;
  if (how === 'before' || !line) {
    if (how === 'after') await go();
    throw strike();
  }
  if (how === 'cut') line.destroy();
  const going = go();
  if (how === 'after') await going;
  if (how === 'sent') {
    going.catch(() => undefined);
    // The kernel has it once this turn ends.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (how === 'cut') return going;
  line.destroy();
  throw strike();
}

const send = pg.Client.prototype.query;
pg.Client.prototype.query = function query(...words) {
  const role = watched && ours.exec(this.user)?.[1];
  const text = typeof words[0] === 'string' ? words[0] : words[0]?.text;
  const how = role && text ? passing(`${role} ${shapeOf(text)}`) : null;
  if (!how) return send.apply(this, words);
  const place = words.findIndex((word) => typeof word === 'function');
  const plain = place === -1 ? words : words.slice(0, place);
  const outcome = broken(how, () => send.apply(this, plain), this.connection.stream);
  if (place === -1) return outcome;
  outcome.then((result) => words[place](null, result), (error) => words[place](error));
};

/** The press, by its prototype. */
export function countPress(prototype) {
  const { render } = prototype;
  prototype.render = function counted(...words) {
    const how = passing('press');
    return how ? broken(how, () => render.apply(this, words), null) : render.apply(this, words);
  };
}

/** What leaves for the relay on this port. Answers what takes the count away again: sockets are the whole process's. */
export function countRelay(port) {
  const { write } = Socket.prototype;
  Socket.prototype.write = function counted(...words) {
    if (!watched || this.remotePort !== port) return write.apply(this, words);
    const how = passing(`smtp ${/^(EHLO|MAIL|RCPT|DATA|RSET|QUIT)/.exec(String(words[0]).slice(0, 8))?.[0] ?? 'text'}`);
    if (!how) return write.apply(this, words);
    const { strike } = watched;
    if (how === 'sent' || how === 'after') write.apply(this, words);
    setImmediate(() => this.destroy(strike()));
    return true;
  };
  return () => void delete Socket.prototype.write;
}
