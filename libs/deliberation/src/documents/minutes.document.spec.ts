import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { type Answer, canonicalJson } from '#kernel';
import { sha256Hex, TypstPress } from '#platform';
import { missingOracle } from '../../../../test/oracle.js';
import { editionOf, print, renderMinutes, renderSignedMinutes } from './minutes.document.js';
import type { MinutesDocument } from './minutes.facts.js';
import { sampleMinutes, sampleSigned } from './minutes.sample.js';
import { givenSignatures } from './signatures.page.js';
import { Speaker } from './speaker.js';

const press = new TypstPress();
const folder = mkdtempSync(join(tmpdir(), 'minutes-'));
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true });
});

const bytesOf = async (answer: Promise<Answer<Uint8Array>>): Promise<Uint8Array> => {
  const printed = await answer;
  if (printed.refused) throw new Error(`${printed.code} ${JSON.stringify(printed.args)}`);
  return printed.value;
};
const changed = (change: Partial<MinutesDocument>): MinutesDocument => ({ ...sampleMinutes, demo: false, ...change });

/** poppler reads the page back, as search, copying and screen readers do. */
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
const withPoppler = poppler ? it : it.skip;
if (!poppler) missingOracle('poppler (pdftotext, pdfdetach)');
const run = (tool: string, pdf: Uint8Array, ...args: string[]): string => {
  const file = join(folder, `${sha256Hex(pdf)}.pdf`);
  writeFileSync(file, pdf);
  const { status, stdout } = spawnSync(tool, args.map((arg) => (arg === 'FILE' ? file : arg)), { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
};
const textOf = (pdf: Uint8Array): string =>
  run('pdftotext', pdf, 'FILE', '-').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');

describe('the procès-verbal', () => {
  it.each(['fr', 'ar'] as const)('prints the same bytes twice in %s, and another document otherwise', async (language) => {
    const [once, again] = [await bytesOf(renderMinutes(press, sampleMinutes, language)), await bytesOf(renderMinutes(press, sampleMinutes, language))];
    expect(sha256Hex(again)).toBe(sha256Hex(once));
    expect(sha256Hex(await bytesOf(renderMinutes(press, { ...sampleMinutes, version: 2 }, language)))).not.toBe(sha256Hex(once));
  });

  it.each(['fr', 'ar'] as const)('passes the accessibility standard UA-1 in %s', async (language) => {
    await expect(bytesOf(print(press, editionOf(sampleMinutes, language, 'ua-1')))).resolves.toBeInstanceOf(Uint8Array);
  });

  it('refuses a text that no font can print, naming the character', async () => {
    const cheerful = changed({ prose: [{ heading: { fr: 'Échanges', ar: null }, text: { fr: 'Bravo 🎉', ar: null } }] });
    expect(await renderMinutes(press, cheerful, 'fr')).toMatchObject({ refused: true, code: 'GLYPH_MISSING', args: { character: '🎉' } });
  });

  it.each([
    ['fr', 'Par intérim', 'Arrêté 2026-118, du 3 novembre 2026'],
    ['ar', 'بالنيابة المؤقتة', '3 نونبر 2026'],
  ] as const)('AT-24: prints in the block of an interim by which act, in %s; in no other block', (language, label, value) => {
    const [first, ...others] = sampleSigned.signatures;
    const signed = { ...sampleSigned, signatures: [{ ...first!, interim: { reference: 'Arrêté 2026-118', dated: '2026-11-03' } }, ...others] };
    const boxes = givenSignatures(signed, new Speaker(language)).blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes : []));
    const shown = boxes.map(({ rows }) => rows.find((row) => row.label === label)?.value ?? null).filter((row) => row !== null);
    expect(String(shown[0]).replace(/[\u2066-\u2069\u200e\u200f]/gu, '')).toContain(value);
    expect(shown).toHaveLength(1);
  });

  it.each([['fr', 'Contestée par sa partie le', '22 novembre 2026'], ['ar', 'اعترض عليه طرفه بتاريخ', '22 نونبر 2026']] as const)('prints in %s that a signature is contested, in its own block alone', (language, label, day) => {
    const [first, ...others] = sampleSigned.signatures;
    const signed = { ...sampleSigned, signatures: [{ ...first!, contestedOn: '2026-11-22' }, ...others] };
    const boxes = givenSignatures(signed, new Speaker(language)).blocks.flatMap((block) => (block.kind === 'boxes' ? block.boxes : []));
    const shown = boxes.flatMap(({ rows }) => rows.filter((row) => row.label === label).map(({ value }) => String(value).replace(/[\u2066-\u2069\u200e\u200f]/gu, '')));
    expect(shown).toEqual([expect.stringContaining(day)]);
  });

  it('prints whoever was there, by what they are, the desks beside the committee too', () => {
    const categories = ['CO_PRESIDENT', 'ELECTED', 'TECHNICIAN', 'COORDINATOR', 'SESSION_SECRETARY', 'CABINET', 'GUEST', 'PROJECT_CARRIER', 'EVALUATION_ACTOR', 'STATE_OBSERVER'] as const;
    const [someone] = sampleMinutes.members;
    if (!someone) throw new Error('the sample has no member');
    const seated = (category: (typeof categories)[number]) => ({ ...someone, seatId: category, category, name: { fr: `Une personne, ${category}`, ar: null } });
    const printed = (members: MinutesDocument['members']): string => JSON.stringify(editionOf(changed({ members }), 'fr', 'ua-1').page);
    const page = printed(categories.map(seated));
    expect(categories.filter((category) => !page.includes(`Une personne, ${category}`))).toEqual([]);
    expect(page).toContain('Également présents');
    // A category nobody printed would be seen: this one has no heading.
    expect(printed([{ ...seated('GUEST'), category: 'PASSER_BY' as 'GUEST' }])).not.toContain('Une personne');
  });

  withPoppler('says in French who came, what was put to the vote, each name and the reason why not', async () => {
    const text = textOf(await bytesOf(renderMinutes(press, changed({}), 'fr')));
    for (const words of [
      'PV-2026-1', 'samedi 14 novembre 2026', '9 h 30 à Tiznit (10 h 30 à Villeneuve-la-Garenne)', 'Maire de Villeneuve-la-Garenne', 'excusé(e)',
      'Le quorum est atteint.', 'Scrutin n° 2', 'Abstention de l’Adjointe à la solidarité.', 'motif : le budget de 12 500,00 € n’est pas encore réparti',
      'Réserves et déclarations', 'Novembre 2027', 'Le texte français fait foi (Art. 8).', 'Non exécutoire à cette date', 'Art. 5', sampleMinutes.contentHash ?? '', sampleMinutes.verificationUrl,
    ]) expect(text).toContain(words.replace(/\s+/g, ' '));
    expect(text).not.toContain('SANS VALEUR');
    expect(textOf(await bytesOf(renderMinutes(press, sampleMinutes, 'fr')))).toContain('DÉMONSTRATION — SANS VALEUR');
  });

  withPoppler('gives every Arabic word back, and keeps numbers and identifiers the right way round', async () => {
    const text = textOf(await bytesOf(renderMinutes(press, changed({}), 'ar')));
    const bare = (words: string) => words.replace(/[\u064b-\u0652]/g, '').split(/[^\p{L}]+/u).filter((word) => /\p{Script=Arabic}{2}/u.test(word));
    const printed = new Set(bare(text));
    const written = bare(canonicalJson([sampleMinutes.decisions, sampleMinutes.prose, sampleMinutes.agenda, sampleMinutes.members]).replaceAll('\\n', ' '));
    expect(written.length).toBeGreaterThan(150);
    expect(written.filter((word) => !printed.has(word))).toEqual([]);
    for (const run of ['092-219200789-20221215-2022121514-DE', '85,7', '+212 5 28 86 00 00', '30/06/2027', '12 500,00', 'PV-2026-1']) expect(text).toContain(run);
  });

  withPoppler.each([['fr', 'Version en amazighe (ⵜⴰⵎⴰⵣⵉⵖⵜ)', 'Version non relue par un locuteur.'], ['ar', 'الأمازيغية', 'يراجعها']] as const)(
    'AT-21: prints the words written in Tamazight as a version of the same PV (%s): its day in Tifinagh, left to right, and that no speaker has read it',
    async (language, title, unread) => {
      const text = textOf(await bytesOf(renderMinutes(press, changed({}), language)));
      for (const words of [title, 'ⴰⵙⵉⴹⵢⴰⵙ 14 ⵏⵓⵡⴰⵏⴱⵉⵔ 2026', 'ⵜⵉⵣⵏⵉⵜ, ⵍⵎⵖⵔⵉⴱ.', unread]) expect(text).toContain(words);
      const read = textOf(await bytesOf(renderMinutes(press, changed({ unread: [] }), language)));
      expect([read.includes('ⵏⵓⵡⴰⵏⴱⵉⵔ'), read.includes(unread)]).toEqual([true, false]);
      const { versions: _, unread: __, ...alone } = changed({});
      expect(textOf(await bytesOf(renderMinutes(press, alone, language)))).not.toMatch(/\p{Script=Tifinagh}/u);
    },
  );

  it('says of an edition that no speaker has read it; never of French, which makes law', () => {
    const notices = (language: 'fr' | 'ar') => editionOf(changed({ unread: ['ar'] }), language, 'ua-1').page.notices;
    expect([notices('fr').length, notices('ar').length]).toEqual([2, 3]);
    expect(notices('ar').at(-1)).toContain('لم يراجعها');
  });

  withPoppler('mirrors the page: the host stands on the right in Arabic, on the left in French', async () => {
    const leftEdge = async (language: 'fr' | 'ar', words: readonly [string, string]) => {
      // poppler gives the boxes of right-to-left words in visual order.
      const boxes = run('pdftotext', await bytesOf(renderMinutes(press, changed({}), language)), '-bbox', '-l', '1', 'FILE', '-');
      return words.map((word) => Number(new RegExp(`xMin="([0-9.]+)"[^>]*>${language === 'ar' ? [...word].reverse().join('') : word}<`).exec(boxes)?.[1]));
    };
    const [tiznit, villeneuve] = await leftEdge('fr', ['Tiznit', 'Villeneuve-la-Garenne']);
    expect(tiznit).toBeLessThan(villeneuve ?? Number.NaN);
    const [host, guest] = await leftEdge('ar', ['جماعة', 'بلدية']);
    expect(host).toBeGreaterThan(guest ?? Number.NaN);
  });

  /** Words of a page that stand on one another, by more than a sliver of the smaller. */
  const overlaps = (pdf: Uint8Array): string[] =>
    run('pdftotext', pdf, '-bbox', 'FILE', '-').split('<page ').slice(1).flatMap((page) => {
      const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(([, ...found]) => ({ box: found.slice(0, 4).map(Number) as [number, number, number, number], word: found[4] }));
      const area = ([left, top, right, bottom]: readonly [number, number, number, number]): number => Math.max(0, right - left) * Math.max(0, bottom - top);
      return words.flatMap(({ box: one, word }, index) => words.slice(index + 1).flatMap(({ box: other, word: beside }) => {
        const common = area([Math.max(one[0], other[0]), Math.max(one[1], other[1]), Math.min(one[2], other[2]), Math.min(one[3], other[3])]);
        return common > 0.4 * Math.min(area(one), area(other)) ? [`${word} / ${beside}`] : [];
      }));
    });

  withPoppler.each(['fr', 'ar'] as const)('puts no word on another, whatever the sheet says of a member (%s)', async (language) => {
    const president = { fr: 'Président de la commune de Tiznit', ar: 'رئيس جماعة تيزنيت' };
    const members = sampleMinutes.members.map((member) => ({
      ...member,
      ...(member.seatId === 't3' && { representedBy: president }),
      ...(member.seatId === 'v2' && { movements: [{ kind: 'ARRIVED' as const, item: 2, time: '09:52' }, { kind: 'LEFT' as const, item: null, time: '11:40' }] }),
    }));
    expect(overlaps(await bytesOf(renderMinutes(press, changed({ members }), language)))).toEqual([]);
  });

  withPoppler('carries its facts, as the canonical JSON that was hashed', async () => {
    const pdf = await bytesOf(renderMinutes(press, sampleMinutes, 'fr'));
    const saved = join(folder, 'facts.json');
    run('pdfdetach', pdf, '-save', '1', '-o', saved, 'FILE');
    expect(readFileSync(saved, 'utf8')).toBe(canonicalJson(sampleMinutes));
  });

  withPoppler('prints a draft as a draft, without boxes to sign', async () => {
    const text = textOf(await bytesOf(renderMinutes(press, changed({ number: null, contentHash: null }), 'fr')));
    expect(text).toContain('Projet · version 1');
    expect(text).toContain('ne peut pas être signé');
    expect(text).not.toContain('Fait à');
  });

  it('prints five parties and three hundred decisions', async () => {
    const [decision] = sampleMinutes.decisions;
    const parties = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, name: { fr: `Ville ${id}`, ar: null }, shortName: { fr: id, ar: null }, country: { fr: 'France', ar: null } }));
    const decisions = decision ? Array.from({ length: 300 }, (_, index) => ({ ...decision, number: String(index + 1) })) : [];
    await expect(bytesOf(renderMinutes(press, changed({ parties }), 'fr'))).resolves.toBeInstanceOf(Uint8Array);
    await expect(bytesOf(renderMinutes(press, changed({ decisions }), 'ar'))).resolves.toBeInstanceOf(Uint8Array);
  }, 60_000);
});

describe('the sheet of signatures', () => {
  const [maire] = sampleSigned.signatures;

  it.each([['fr', 'Nom', 'Fonction'], ['ar', 'الاسم', 'الوظيفة']] as const)('labels a name as a name; in the public copy an office as an office (%s)', (language, name, office) => {
    const labels = (signatures: typeof sampleSigned.signatures): string => JSON.stringify(givenSignatures({ ...sampleSigned, signatures }, new Speaker(language)).blocks);
    expect(labels(sampleSigned.signatures)).toContain(`"${name}"`);
    const nameless = labels(sampleSigned.signatures.map((signature) => ({ ...signature, name: null, office: { fr: 'Maire', ar: null } })));
    expect([nameless.includes(`"${name}"`), nameless.includes(`"${office}"`)]).toEqual([false, true]);
  });

  withPoppler('names both signatures with place, date, means, level and hash, and says from when the PV is executory', async () => {
    const text = textOf(await bytesOf(renderSignedMinutes(press, sampleSigned, 'fr')));
    for (const words of ['Exécutoire à compter du mardi 1er décembre 2026, 8 h 05 à Tiznit', 'code à usage unique', 'clé d’accès', 'signature électronique simple', 'mercredi 18 novembre 2026', sampleSigned.pdfs.fr]) {
      expect(text).toContain(words);
    }
    const arabic = textOf(await bytesOf(renderSignedMinutes(press, sampleSigned, 'ar')));
    for (const words of ['قابل للتنفيذ', 'توقيع إلكتروني بسيط', sampleSigned.pdfs.ar ?? '']) expect(arabic).toContain(words);
  });

  withPoppler('is not executory while a signature is missing, or was given on another hash', async () => {
    const alone = { ...sampleSigned, signatures: maire ? [maire] : [], executoryAt: [] };
    expect(textOf(await bytesOf(renderSignedMinutes(press, alone, 'fr')))).toContain('Non exécutoire : il manque la signature de Tiznit (Art. 5).');
    const elsewhere = { ...sampleSigned, signatures: sampleSigned.signatures.map((signature) => ({ ...signature, pdfSha256: '0'.repeat(64) })) };
    const text = textOf(await bytesOf(renderSignedMinutes(press, elsewhere, 'fr')));
    expect(text).toContain('Non exécutoire : il manque la signature de Tiznit et Villeneuve-la-Garenne');
    expect(text).not.toContain('Exécutoire à compter');
  });
});
