import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson, type Json } from '#kernel';
import { audited } from '../../apps/api/src/migrations/0007-audited.js';
import { auditedAttachments } from '../../apps/api/src/migrations/0012-audit-attachments.js';
import { auditedRules } from '../../apps/api/src/migrations/0013-rules.js';
import { auditedLife } from '../../apps/api/src/migrations/0014-life.js';
import { auditedJoining } from '../../apps/api/src/migrations/0023-joining.js';
import { auditedMilestones } from '../../apps/api/src/migrations/0024-milestones.js';
import { auditedReminderRows } from '../../apps/api/src/migrations/0038-reminder-rows.js';
import { auditedRates } from '../../apps/api/src/migrations/0025-exchange-rates.js';
import { auditedEntered } from '../../apps/api/src/migrations/0027-entered-acts.js';
import { auditedHands } from '../../apps/api/src/migrations/0033-hand-signatures.js';
import { auditedPartyFacts } from '../../apps/api/src/migrations/0028-party-facts.js';
import { auditedAgenda, auditedConvening } from '../../apps/api/src/migrations/0029-convening.js';
import { auditedSitting } from '../../apps/api/src/migrations/0031-sitting.js';
import { auditedMovements } from '../../apps/api/src/migrations/0039-movements.js';
import { auditedIncidents } from '../../apps/api/src/migrations/0042-incidents.js';
import { auditedContests } from '../../apps/api/src/migrations/0046-signature-contest.js';
import { auditedMinutes, auditedObservations } from '../../apps/api/src/migrations/0032-minutes-life.js';
import { auditedAnew } from '../../apps/api/src/migrations/0021-audit-new-columns.js';
import { auditedEditions } from '../../apps/api/src/migrations/0022-set-up.js';
import { auditedActions } from '../../apps/api/src/migrations/0026-followed-actions.js';
import { auditedTables } from '../../apps/api/src/verify/audited.js';
import { canonical } from '../../apps/api/src/verify/hashes.js';

const folder = 'apps/api/src/verify';
/** What a source imports that is neither of its own folder, nor of Node, nor the ZIP reader. */
const strangers = (source: string): string[] => [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from as string).filter((from) => !/^(\.\/[\w-]+\.js|node:[\w/]+|yauzl)$/.test(from));

describe('the verifier', () => {
  it('shares no line with what writes the journal: it imports its own folder, Node and the ZIP reader', () => {
    for (const file of readdirSync(folder)) expect({ file, strangers: strangers(readFileSync(join(folder, file), 'utf8')) }).toEqual({ file, strangers: [] });
    expect(strangers(`import { leafHashOf } from '#platform';`)).toEqual(['#platform']);
    expect(strangers(`import { x } from '../archive/manifest.js';`)).toEqual(['../archive/manifest.js']);
  });

  it('knows the audited tables as the triggers tell them', () => {
    const first = [...audited, auditedAttachments, auditedLife, ...auditedRules, auditedMilestones, auditedReminderRows, auditedRates, ...auditedActions, auditedPartyFacts, auditedEntered, ...auditedJoining, auditedHands, auditedObservations, ...auditedConvening, ...auditedSitting, auditedMovements, auditedIncidents, auditedContests];
    const anew = new Map([...auditedAnew, ...auditedEditions, ...auditedMinutes, ...auditedAgenda].map((table) => [table.table, table]));
    expect(auditedTables).toEqual(first.map((table) => anew.get(table.table) ?? table).map(({ table: name, key, columns, words }) => ({ name, key, columns, words })));
  });

  it('writes canonical JSON as the house does, by other code', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonical(value as Json)).toBe(canonicalJson(value as Json))), { numRuns: 2_000 });
    expect(canonical({ '10': 1, '9': 2, a: { z: 0, b: [] } })).toBe('{"10":1,"9":2,"a":{"b":[],"z":0}}');
  });
});

describe('docs/journal-format.md', () => {
  it('writes the audited tables as the verifier reads them', () => {
    const page = readFileSync('docs/journal-format.md', 'utf8');
    const block = /`key \| covered columns \| free text`:\n```\n([^`]+)```/.exec(page)?.[1] ?? '';
    const lines = block.replace(/\n {2,}/g, ' ').trim().split('\n');
    const read = lines.map((line) => {
      const [name, rest] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' '))];
      const [key, columns, words] = rest.split('|').map((part) => part.trim().split(/\s+/).filter(Boolean));
      return { name, key, columns: [...(key ?? []), ...(columns ?? [])], words: words ?? [] };
    });
    expect(read).toEqual(auditedTables);
  });
});
