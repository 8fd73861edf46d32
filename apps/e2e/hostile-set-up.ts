import { batches } from '../../test/hostile/payloads.js';
import type { Pen } from './hostile-people.js';

/** The pages on which they are all read again, in the last of these partnerships. */
export const hostileSetUp = ['/setup/agreement', '/setup/text', '/setup/axes', '/setup/service', '/agreement', '/agreement/text'];

/** Writes them in every text of a set-up: the agreement's name, its articles, its axes with their operations. `persona` coordinates these partnerships, which have no agreement. */
export async function writeSetUp({ write, rows }: Pen, persona: string, partnershipIds: readonly string[]): Promise<void> {
  const names = batches(155);
  const name = (place: number): string => names[place % names.length]!;
  const last = partnershipIds.at(-1)!;
  for (const [place, displayName] of names.entries()) {
    const partnershipId = partnershipIds[place] ?? last;
    if (place < partnershipIds.length) await write(persona, 'recordAgreement agreementId', { partnershipId, template: 'COOPERATION', displayName });
    const [{ edition }] = (await rows<{ edition: number }>('select text_edition as edition from rule_book where partnership_id = $1', [partnershipId])) as [{ edition: number }];
    await write(persona, 'correctAgreement agreementId', { partnershipId, kind: 'CONVENTION', displayName: name(place + 1), textEdition: edition });
  }
  const standing = async (): Promise<number> => (await rows<{ edition: number }>('select text_edition as edition from rule_book where partnership_id = $1', [last]))[0]?.edition ?? 0;
  await write(persona, 'writeArticles agreementId', { partnershipId: last, text: `Article 1 – Objet\n${batches(19_000)[0]!}`, textEdition: await standing() });
  const [texts, operations] = [batches(3_990), batches(155)];
  const axes = names.map((title, place) => ({ kind: 'STRATEGIC', title, titleAr: name(place + 1), text: texts[place % texts.length]!, operations: `° ${(operations[place % operations.length] ?? '').replaceAll(/[\r\n]/g, ' ')}` }));
  await write(persona, 'writeAxes agreementId', { partnershipId: last, axes, textEdition: await standing() });
  // An agreement shows one name at a time: what reads them reads all sixty.
  await rows('update agreement set display_name = $1 where partnership_id = $2', [names.join(' ').replaceAll('\0', ''), last]);
}
