import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '#kernel';
import { plainlyWritten, sha256Hex, TypstPress, type PressOrder } from '#platform';
import { missingOracle } from '../../../../test/oracle.js';
import { claimsIn } from '../domain/verification.js';
import { renderConvocation } from './convocation.document.js';
import { sampleConvocation } from './convocation.sample.js';
import { editionOf, print, renderExtract, renderMinutes, renderSignedMinutes } from './minutes.document.js';
import { sampleMinutes, sampleSigned } from './minutes.sample.js';

/** Prints, and remembers what it was asked: the same page can then be judged, or printed worse. */
class HeardPress extends TypstPress {
  readonly orders: PressOrder[] = [];
  override render(order: PressOrder): Promise<Answer<Uint8Array>> {
    this.orders.push(order);
    return super.render(order);
  }
}

const press = new HeardPress();
const folder = mkdtempSync(join(tmpdir(), 'printed-'));
afterAll(async () => {
  await press.close();
  rmSync(folder, { recursive: true });
});

const bytesOf = async (answer: Promise<Answer<Uint8Array>>): Promise<Buffer> => {
  const printed = await answer;
  if (printed.refused) throw new Error(`${printed.code} ${JSON.stringify(printed.args)}`);
  return Buffer.from(printed.value);
};
const [decision] = sampleSigned.minutes.decisions;
if (!decision) throw new Error('the sample has no decision');
const poppler = spawnSync('pdfinfo', ['-v']).error === undefined;
const withPoppler = poppler ? it : it.skip;
if (!poppler) missingOracle('poppler (pdfinfo, pdftotext)');
const ask = (tool: string, pdf: Buffer, ...options: string[]): string => {
  const file = join(folder, `${sha256Hex(pdf)}.pdf`);
  writeFileSync(file, pdf);
  const { status, stdout } = spawnSync(tool, [...options, file, ...(tool === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout;
};

/** Does what a screen reader walks hold the page's outline, its tables and its words? Titles alone, or words outside the structure, do not. */
const reads = (pdf: Buffer, words: readonly string[]): boolean => {
  const structure = ask('pdfinfo', pdf, '-struct-text');
  return ['H1', 'H2', 'P ('].every((tag) => structure.includes(tag)) && words.every((word) => structure.replace(/\s+/g, '').includes(word.replace(/\s+/g, '')));
};

describe('every page that is printed', () => {
  const pages: readonly [string, () => Promise<Answer<Uint8Array>>][] = [
    ['the minutes', () => print(press, editionOf(sampleMinutes, 'fr', 'ua-1'))],
    ['the convocation', () => renderConvocation(press, sampleConvocation, { language: 'fr', standard: 'ua-1' })],
    ['the convocation in Arabic', () => renderConvocation(press, sampleConvocation, { language: 'ar', standard: 'ua-1' })],
    ['the extract', () => renderExtract(press, { signed: sampleSigned, decision }, 'ua-1')],
    ['the sheet of signatures', async () => press.render({ ...(await lastOrder(renderSignedMinutes(press, sampleSigned, 'fr'))), standard: 'ua-1' })],
  ];
  const lastOrder = async (printed: Promise<unknown>): Promise<PressOrder> => {
    await printed;
    return press.orders.at(-1)!;
  };

  it.each(pages)('%s passes PDF/UA-1', async (_name, render) => {
    await expect(bytesOf(render())).resolves.toBeInstanceOf(Buffer);
  });

  withPoppler('is walked by its tags; a page drawn past them is seen', async () => {
    const good = await bytesOf(renderConvocation(press, sampleConvocation, { language: 'fr' }));
    const words = ['Convocation', 'Questions diverses', 'représentant du pays hôte'];
    expect(reads(good, words)).toBe(true);
    const order = press.orders.at(-1)!;
    // The planted defect: the sections are drawn as decoration, which the standard allows and no screen reader reads.
    const template = order.template.replace('#for section in page-data.sections {', '#for section in page-data.sections { pdf.artifact({').replace(/\}\)\n\}\s*$/, '}) }) }\n');
    expect(template).not.toBe(order.template);
    const bad = await bytesOf(press.render({ ...order, template }));
    expect(ask('pdftotext', bad)).toContain('Questions diverses');
    expect(reads(bad, words)).toBe(false);
  });
});

describe('the convocation', () => {
  it.each(['fr', 'ar'] as const)('is the same bytes twice in %s, and others when a point is added', async (language) => {
    const [once, again] = [await bytesOf(renderConvocation(press, sampleConvocation, { language })), await bytesOf(renderConvocation(press, sampleConvocation, { language }))];
    expect(sha256Hex(again)).toBe(sha256Hex(once));
    const longer = { ...sampleConvocation, agenda: [...sampleConvocation.agenda, { title: { fr: 'Divers', ar: null }, minutes: null, presenter: null }] };
    expect(sha256Hex(await bytesOf(renderConvocation(press, longer, { language })))).not.toBe(sha256Hex(once));
  });

  withPoppler('says both hours, the place, the agenda with its minutes and presenters, and the words of the article', async () => {
    const text = ask('pdftotext', await bytesOf(renderConvocation(press, { ...sampleConvocation, demo: false }, { language: 'fr' }))).replace(/\s+/g, ' ');
    for (const said of ['9 h 30 à Tiznit (10 h 30 à Villeneuve-la-Garenne)', 'Hôtel de ville de Tiznit', 'Adjointe à la solidarité, 45 min', 'convoqué par le représentant du pays hôte', '(Art. 5)', 'adressée le 15 octobre 2026', sampleConvocation.address]) expect(text).toContain(said);
  });
});

describe('the extract', () => {
  withPoppler('holds one decision, its outcome in numbers, the signatures; and nobody’s vote', async () => {
    const text = ask('pdftotext', await bytesOf(renderExtract(press, { signed: { ...sampleSigned, minutes: { ...sampleMinutes, demo: false } }, decision }))).replace(/\s+/g, ' ');
    for (const said of ['Extrait conforme au procès-verbal PV-2026-1', decision.title.fr, '6 voix : pour 6, contre 0, abstention 0.', 'Exécutoire à compter du mardi 1er décembre 2026', 'Président de la commune de Tiznit', sampleMinutes.contentHash ?? '']) expect(text).toContain(said);
    for (const other of sampleMinutes.decisions.slice(1)) expect(text).not.toContain(other.title.fr);
    expect(text).not.toContain('Adjoint à la jeunesse');
  });
});

describe('an altered file', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    pdf = await bytesOf(renderMinutes(press, sampleMinutes, 'fr'));
  });

  it('still says of which minutes it is, whichever byte was changed', async () => {
    const places = Array.from({ length: 48 }, (_, step) => Math.floor((pdf.length * step) / 48));
    const marks = [...pdf.toString('latin1').matchAll(/passerelle-pv-/g)].map(({ index }) => index + 20);
    expect(marks.length).toBeGreaterThan(0);
    const lost: number[] = [];
    for (const place of [...places, ...marks]) {
      const altered = Buffer.from(pdf);
      altered[place] = (altered[place] ?? 0) ^ 1;
      if (!claimsIn(await plainlyWritten(altered)).includes(sampleMinutes.contentHash ?? '')) lost.push(place);
    }
    expect(lost).toEqual([]);
  });

  it('and a stranger’s claims nothing', async () => {
    const stranger = await bytesOf(press.render({ template: '#set document(title: "x")\n#json("/data.json").words', data: { words: 'Procès-verbal PV-2026-1' }, date: '2026-01-01', standard: 'a-3a' }));
    expect(claimsIn(await plainlyWritten(stranger))).toEqual([]);
    expect(claimsIn(await plainlyWritten(Buffer.from('%PDF-1.7 /EmbeddedFile stream\n')))).toEqual([]);
  });
});
