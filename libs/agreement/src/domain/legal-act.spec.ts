import { describe, expect, it } from '@jest/globals';
import { hasSirenKey } from '#kernel';
import { parseActId } from './legal-act.js';
import { readStamps } from './stamp.js';
import { controlEndsOn, executoryOn, transmissionState } from './transmission.js';

const read = (typed: string) => {
  const answer = parseActId(typed);
  return answer.refused ? answer.code : { text: answer.value.id.text, decidedOn: answer.value.id.decidedOn, warnings: answer.value.warnings };
};

describe('AT-10: the identifier of a French act', () => {
  it('reads the two identifiers of the real documents', () => {
    expect(read('092-219200789-20221215-2022121514-DE')).toEqual({ text: '092-219200789-20221215-2022121514-DE', decidedOn: '2022-12-15', warnings: [] });
    expect(read('092-219200466-20251023-DEL2025\\_130-DE')).toEqual({ text: '092-219200466-20251023-DEL2025_130-DE', decidedOn: '2025-10-23', warnings: [] });
  });

  it('refuses the one a scan damaged, and neighbours of a good one', () => {
    const damaged = ['03-19-200789-2022-218-215-13', '092-21920078-20221215-2022121514-DE', '092-219200789-20221215-2022121514-ZZ', '092-219200789-20221215-1234567890123456-DE', '292-219200789-20221215-1-DE', ''];
    for (const typed of damaged) expect(read(typed)).toBe('ACT_ID_UNREADABLE');
  });

  it('warns, without refusing, of a day that does not exist, of a wrong key and of another department', () => {
    expect(read('092-219200789-20230229-1-DE')).toMatchObject({ decidedOn: null, warnings: ['NO_SUCH_DAY'] });
    expect(read('092-219200788-20221215-1-DE')).toMatchObject({ warnings: ['SIREN_KEY'] });
    expect(read('075-219200789-20221215-1-DE')).toMatchObject({ warnings: ['OTHER_DEPARTMENT'] });
  });

  it('knows the key of a SIREN: one wrong digit never passes', () => {
    expect(hasSirenKey('219200789')).toBe(true);
    for (let place = 0; place < 9; place += 1) {
      for (let step = 1; step < 10; step += 1) {
        const digits = [...'219200789'];
        digits[place] = String((Number(digits[place]) + step) % 10);
        expect(hasSirenKey(digits.join(''))).toBe(false);
      }
    }
  });
});

const acknowledgement = (id: string): string =>
  `Accusé de réception en préfecture\n${id}\nDate de télétransmission : 03/01/2023\nDate de réception préfecture : 03/01/2023\n`;
const envelope = (publication: string): string =>
  `Envoyé en préfecture le 28/10/2025  \nReçu en préfecture le 28/10/2025  \nPublié le${publication}\n\nID : 092-219200466-20251023-DEL2025\\_130-DE\n`;

describe('AT-10: the stamps, both layouts', () => {
  it('finds the identifier on the other pages when one page is damaged, and names the damage', () => {
    const pages = [acknowledgement('03-19-200789-2022-218-215-13'), acknowledgement('092-219200789-20221215-2022121514-DE'), acknowledgement('092-219200789-20221215-2022121514-DE')];
    expect(readStamps(pages.join('\n'))).toMatchObject({
      id: { text: '092-219200789-20221215-2022121514-DE' }, sentOn: '2023-01-03', receivedOn: '2023-01-03',
      publishedOn: null, publicationLeftBlank: false, unreadable: ['03-19-200789-2022-218-215-13'],
    });
  });

  it('reads the four lines of the other layout', () => {
    expect(readStamps(envelope(' 30/10/2025'))).toMatchObject({
      id: { text: '092-219200466-20251023-DEL2025_130-DE' }, sentOn: '2025-10-28', receivedOn: '2025-10-28', publishedOn: '2025-10-30', publicationLeftBlank: false,
    });
  });

  it('finds nothing in a text without a stamp', () => {
    expect(readStamps('Publication du bulletin municipal le 28/10/2025')).toMatchObject({ id: null, sentOn: null, receivedOn: null, publishedOn: null, publicationLeftBlank: false });
  });
});

describe('AT-11: « Publié le » left blank', () => {
  it('is not executory: the publication is missing', () => {
    const stamps = readStamps(envelope('  '));
    expect(stamps.publicationLeftBlank).toBe(true);
    expect(transmissionState(stamps)).toBe('PUBLICATION_MISSING');
    expect(executoryOn(stamps)).toBeNull();
  });

  it('is executory at the later of receipt and publication', () => {
    const act = { sentOn: '2025-10-28', receivedOn: '2025-10-28', publishedOn: '2025-10-30' } as unknown as Parameters<typeof executoryOn>[0];
    expect(transmissionState(act)).toBe('EXECUTORY');
    expect(executoryOn(act)).toBe('2025-10-30');
    expect(executoryOn({ ...act, receivedOn: '2025-11-02' as never })).toBe('2025-11-02');
    expect(controlEndsOn(act)).toBe('2025-12-28');
  });

  it('and before that, says what it waits for', () => {
    expect(transmissionState({ sentOn: null, receivedOn: null, publishedOn: null })).toBe('TO_SEND');
    expect(transmissionState({ sentOn: '2025-10-28' as never, receivedOn: null, publishedOn: '2025-10-28' as never })).toBe('AWAITING_ACKNOWLEDGEMENT');
  });
});
