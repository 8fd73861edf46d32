import { useEffect, useRef } from 'react';
import { useNavigation, useRevalidator } from 'react-router';

/** What changed, as coarsely as the server says it. */
export type LiveTopic = 'ballots' | 'meetings' | 'programme' | 'minutes' | 'partnership';

/** Milliseconds between two questions when no stream can be held open. */
const pollEvery = 5_000;

interface Ring {
  readonly topic: LiveTopic;
  readonly version: string;
}

/** Asks at once, then every five seconds, whether the partnership's journal has grown: whatever happened since the page was made counts as grown. A weak line is no trouble: it asks again. */
function poll(address: string, onChange: () => void): () => void {
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    const answer = await fetch(`${address}/version`).catch(() => undefined);
    if (!answer?.ok) return;
    const { version } = (await answer.json()) as { version: string };
    if (seen !== version) onChange();
    seen = version;
  };
  void look().catch(() => undefined);
  const timer = setInterval(() => void look().catch(() => undefined), pollEvery);
  return () => clearInterval(timer);
}

interface Listener {
  /** The stream is open for the first time: what rang since the page was made was not heard. */
  onOpen(): void;
  /** `null`: something may have rung while nobody listened. */
  onRing(ring: Ring | null): void;
}

/** Listens until told to stop: a stream while the server grants one, else questions. */
function listen(address: string, { onOpen, onRing }: Listener): () => void {
  const stream = new EventSource(address);
  let opened = false;
  let stopPolling: (() => void) | undefined;
  stream.onopen = () => {
    if (opened) onRing(null);
    else onOpen();
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

/** A part of the page that a whole room watches at once: it is read alone, and quickly; the rest follows when the page's turn has come. */
export interface Quick {
  /** What of this part alone changed: then nothing else needs to be read. */
  readonly alone: readonly LiveTopic[];
  /** What may have changed it among other things. */
  readonly among: readonly LiveTopic[];
  /** Where in the line of a room's pages this one reads the rest, 0 to 1. */
  readonly turn: number;
  /** Reads the part. @throws whatever came between: the whole page is then read */
  read(): Promise<void>;
}

/** Milliseconds over which the pages of one room spread what they need not show at once. */
const spread = 8_000;

/** One reading at a time: whatever rings meanwhile is read once more, after. */
function oneAtATime(read: () => Promise<void>): () => void {
  let reading = false;
  let again = false;
  const begin = (): void => {
    again = reading;
    if (reading) return;
    reading = true;
    void read().finally(() => {
      reading = false;
      if (again) begin();
    });
  };
  return begin;
}

interface Wanted {
  readonly revalidate: () => Promise<void>;
  readonly idle: boolean;
  readonly topics: readonly LiveTopic[];
  readonly quick: Quick | undefined;
}

/** What a ring leads to: the quick part and later the rest, or the whole page. `stop` lets go of what waits. */
function answering(wanted: { readonly current: Wanted }, whole: () => void): Listener & { readonly stop: () => void } {
  let later: ReturnType<typeof setTimeout> | undefined;
  const readRest = (): void => {
    later = undefined;
    whole();
  };
  const quickly = oneAtATime(async () => wanted.current.quick?.read().catch(whole));
  const onRing = (heard: Ring | null): void => {
    const { topics, quick } = wanted.current;
    if (heard && quick && [...quick.alone, ...quick.among].includes(heard.topic)) {
      quickly();
      if (quick.among.includes(heard.topic)) later ??= setTimeout(readRest, 1_000 + quick.turn * spread);
    } else if (!heard || topics.includes(heard.topic)) whole();
  };
  return { onRing, onOpen: quickly, stop: () => clearTimeout(later) };
}

/**
 * Keeps the page true: when something of these topics happens in the partnership, its loaders run again, under the reader's own
 * rights. A hidden tab lets go of its stream and catches up when it is seen again; without JavaScript the page has a link.
 */
export function useLive(partnershipId: string, topics: readonly LiveTopic[], quick?: Quick): void {
  const { revalidate } = useRevalidator();
  const idle = useNavigation().state === 'idle';
  const wanted = useRef<Wanted>({ revalidate, idle, topics, quick });
  const missed = useRef(false);
  useEffect(() => {
    wanted.current = { revalidate, idle, topics, quick };
    if (!idle || !missed.current) return;
    missed.current = false;
    readAgain(revalidate);
  });
  useEffect(() => {
    // A form on its way is not disturbed: the page reads again once it has arrived.
    const whole = (): void => {
      if (wanted.current.idle) readAgain(wanted.current.revalidate);
      else missed.current = true;
    };
    const listener = answering(wanted, whole);
    const leave = whileSeen(() => listen(`/live/${partnershipId}`, listener), () => listener.onRing(null));
    return () => {
      leave();
      listener.stop();
    };
  }, [partnershipId]);
}
