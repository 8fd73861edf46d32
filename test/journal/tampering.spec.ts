import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verify, type Verdict } from '../../apps/api/src/verify/verify.js';
import { honestJournal, seeds, type HonestJournal } from './honest-journal.contract.js';
import { hands, type Tampering } from './tamper.contract.js';

const soak = process.env['SOAK'] ? 10 : 1;
const sizes = { numRuns: 2_000 * soak };
const judge = (journal: HonestJournal): Promise<Verdict> => verify(journal.evidence);

/** Plays hands until one of them found something to tamper with. */
function tamper(journal: HonestJournal): Tampering {
  for (;;) {
    const done = hands[journal.dice.next(hands.length)]?.(journal);
    if (done) return done;
  }
}

describe('the verifier', () => {
  it(`raises no alarm over ${sizes.numRuns} honest journals, and finds and names what is then tampered with in each`, async () => {
    const kinds = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const journal = honestJournal(seed);
        const honest = await judge(journal);
        const { what, names } = tamper(journal);
        kinds.set(what, (kinds.get(what) ?? 0) + 1);
        const { findings } = await judge(journal);
        const named = findings.some(({ where }) => names.some((name) => where.includes(name)));
        // What is told costs more than what is looked at: only a failure is put together.
        if (honest.findings.length > 0 || !named) expect({ seed, alarms: honest.findings, what, named, findings }).toMatchObject({ alarms: [], named: true });
      }),
      sizes,
    );
    expect([...kinds.values()].reduce((sum, times) => sum + times, 0)).toBe(sizes.numRuns);
    // Every column of the journal, every hand: a hand that never plays proves nothing.
    expect([...kinds.keys()].filter((kind) => kind.startsWith('journal.'))).toHaveLength(16);
    expect(kinds.size).toBeGreaterThan(45);
  });

  it('finds a history rebuilt from the start by the head that somebody kept, whichever was written', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const [told] = (await judge(honestJournal(seed))).heads;
        const kept = [{ chain: told!.chain, sequence: BigInt(told!.sequence), hash: told!.hash }];
        // The same acts again: other salts, hence other hashes; the chain itself is whole.
        const rebuilt = await verify(honestJournal(seed).evidence, kept);
        expect(rebuilt.findings).toEqual([{ code: 'OTHER_HISTORY', where: `journal ${told!.chain} n° ${told!.sequence}` }]);
      }),
      { numRuns: 50 },
    );
  });
});
