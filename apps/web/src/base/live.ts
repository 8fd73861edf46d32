import { useEffect, useRef } from 'react';
import { useNavigation, useRevalidator } from 'react-router';

/** What changed, as coarsely as the server says it. */
export type LiveTopic = 'meetings' | 'programme' | 'minutes' | 'partnership';

/** Milliseconds between two questions when no stream can be held open. */
const pollEvery = 5_000;

interface Ring {
  readonly topic: LiveTopic;
  readonly version: string;
}

/** Asks every five seconds whether the partnership's journal has grown. A weak line is no trouble: it asks again. */
function poll(address: string, onChange: () => void): () => void {
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    const answer = await fetch(`${address}/version`).catch(() => undefined);
    if (!answer?.ok) return;
    const { version } = (await answer.json()) as { version: string };
    if (seen !== undefined && seen !== version) onChange();
    seen = version;
  };
  const timer = setInterval(() => void look().catch(() => undefined), pollEvery);
  return () => clearInterval(timer);
}

/** Listens until told to stop: a stream while the server grants one, else questions. */
function listen(address: string, onRing: (ring: Ring | null) => void): () => void {
  const stream = new EventSource(address);
  let opened = false;
  let stopPolling: (() => void) | undefined;
  stream.onopen = () => {
    if (opened) onRing(null);
    opened = true;
  };
  stream.onmessage = ({ data }) => onRing(JSON.parse(String(data)) as Ring);
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) stopPolling ??= poll(address, () => onRing(null));
  };
  return () => {
    stream.close();
    stopPolling?.();
  };
}

/** Follows while the tab is seen; `back` is called when it is seen again after having been hidden. Answers how to stop. */
function whileSeen(follow: () => () => void, back: () => void): () => void {
  let stop: (() => void) | undefined = document.hidden ? undefined : follow();
  const seen = (): void => {
    if (document.hidden) {
      stop?.();
      stop = undefined;
    } else if (!stop) {
      stop = follow();
      back();
    }
  };
  document.addEventListener('visibilitychange', seen);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    stop?.();
  };
}

/** Reading again may be cut by a weak line or by leaving the page: what stands stays, the next ring or tick reads again. */
const readAgain = (revalidate: () => Promise<void>): void => void revalidate().catch(() => undefined);

/**
 * Keeps the page true: when something of these topics happens in the partnership, its loaders run again, under the reader's own
 * rights. A hidden tab lets go of its stream and catches up when it is seen again; without JavaScript the page has a link.
 */
export function useLive(partnershipId: string, topics: readonly LiveTopic[]): void {
  const { revalidate } = useRevalidator();
  const idle = useNavigation().state === 'idle';
  const wanted = useRef({ revalidate, idle, topics });
  const missed = useRef(false);
  useEffect(() => {
    wanted.current = { revalidate, idle, topics };
    if (!idle || !missed.current) return;
    missed.current = false;
    readAgain(revalidate);
  });
  useEffect(() => {
    const address = `/live/${partnershipId}`;
    const again = (ring: Ring | null): void => {
      const { revalidate: read, idle: free, topics: asked } = wanted.current;
      if (ring && !asked.includes(ring.topic)) return;
      // A form on its way is not disturbed: the page reads again once it has arrived.
      if (free) readAgain(read);
      else missed.current = true;
    };
    return whileSeen(() => listen(address, again), () => again(null));
  }, [partnershipId]);
}
