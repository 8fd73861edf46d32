import { liveTopics, ringOf, type LiveTopic } from './live-topic.js';

/** One open page. */
export interface LiveStream {
  readonly personId: string;
  readonly partnershipId: string;
  /** Writes to the page; `false` when it no longer takes what it is sent. */
  send(text: string): boolean;
  /** Is the reader still allowed to follow this partnership? Asked at every beat. */
  stillAllowed(): Promise<boolean>;
  end(): void;
}

export interface LivePlan {
  /** Streams one person may hold at once; more of them ask every five seconds instead. */
  readonly perPerson: number;
  /** Milliseconds between two beats. */
  readonly beatEvery: number;
  /** Rings closer than this, in milliseconds, are told together. */
  readonly gatherFor: number;
  /** The length of a partnership's journal. */
  versionOf(partnershipId: string): Promise<string>;
  report(error: unknown): void;
}

interface Partnership {
  readonly streams: Set<LiveStream>;
  readonly rung: Set<LiveTopic>;
  gathering: NodeJS.Timeout | null;
  /** The last version told, to notice at a beat what a cut bell did not ring. */
  version: string | null;
}

const messageOf = (topic: LiveTopic, version: string): string => `data: ${JSON.stringify({ topic, version })}\n\n`;

/** The open streams of this process, by partnership: who is told, and when a stream ends. */
export class LiveStreams {
  private readonly partnerships = new Map<string, Partnership>();
  private readonly beat: NodeJS.Timeout;

  constructor(private readonly plan: LivePlan) {
    this.beat = setInterval(() => this.quietly(this.beatOnce()), plan.beatEvery);
    this.beat.unref();
  }

  /** How many streams a person holds; all of them without a person. */
  count(personId?: string): number {
    return [...this.all()].filter((stream) => personId === undefined || stream.personId === personId).length;
  }

  /** Takes a stream in; `false` when this person holds as many as she may. */
  admit(stream: LiveStream): boolean {
    if (this.count(stream.personId) >= this.plan.perPerson) return false;
    const partnership = this.partnerships.get(stream.partnershipId) ?? { streams: new Set(), rung: new Set(), gathering: null, version: null };
    this.partnerships.set(stream.partnershipId, partnership);
    partnership.streams.add(stream);
    return true;
  }

  drop(stream: LiveStream): void {
    const partnership = this.partnerships.get(stream.partnershipId);
    partnership?.streams.delete(stream);
    if (!partnership || partnership.streams.size > 0) return;
    if (partnership.gathering) clearTimeout(partnership.gathering);
    this.partnerships.delete(stream.partnershipId);
  }

  /** A payload of the bell: an act's rings arrive one by one, and are told once they have all come. */
  ring(payload: string): void {
    const { chain, topic } = ringOf(payload);
    const partnership = this.partnerships.get(chain);
    if (!partnership) return;
    partnership.rung.add(topic);
    partnership.gathering ??= setTimeout(() => this.quietly(this.tell(chain, partnership)), this.plan.gatherFor);
  }

  /** Ends every stream: pages come back by themselves, to this process or to another. */
  close(): void {
    clearInterval(this.beat);
    for (const stream of [...this.all()]) this.end(stream);
  }

  private *all(): Iterable<LiveStream> {
    for (const { streams } of this.partnerships.values()) yield* streams;
  }

  private end(stream: LiveStream): void {
    this.drop(stream);
    stream.end();
  }

  private async tell(partnershipId: string, partnership: Partnership): Promise<void> {
    partnership.gathering = null;
    const topics = [...partnership.rung];
    partnership.rung.clear();
    const version = await this.plan.versionOf(partnershipId);
    partnership.version = version;
    this.sendTo(partnership.streams, topics.map((topic) => messageOf(topic, version)).join(''));
  }

  private sendTo(streams: Iterable<LiveStream>, text: string): void {
    for (const stream of [...streams]) if (!stream.send(text)) this.end(stream);
  }

  private async beatOnce(): Promise<void> {
    for (const [partnershipId, partnership] of [...this.partnerships]) {
      for (const stream of [...partnership.streams]) if (!(await stream.stillAllowed())) this.end(stream);
      const version = await this.plan.versionOf(partnershipId);
      const missed = partnership.version !== null && partnership.version !== version && partnership.gathering === null;
      partnership.version = version;
      this.sendTo(partnership.streams, missed ? liveTopics.map((topic) => messageOf(topic, version)).join('') : ': still here\n\n');
    }
  }

  private quietly(work: Promise<void>): void {
    work.catch((error: unknown) => this.plan.report(error));
  }
}
