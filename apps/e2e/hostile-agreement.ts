import type { Pen } from './hostile-people.js';

/** Hostile texts, short enough for a line and for a motive. */
interface Words {
  readonly lines: readonly string[];
  readonly long: readonly string[];
}

interface Read {
  readonly agreementLives: { readonly id: string; readonly parties: { readonly party: { readonly id: string; readonly territory: { readonly country: string } } }[] }[];
}

/** Writes them in every text of the register of the convention. Dates stay as they are: a correction says why. */
export async function writeLife({ demo, partnershipId, write }: Pen, { lines, long }: Words): Promise<void> {
  const { agreementLives } = await (await demo.as('coordinateur')).ask<Read>('query($id: ID!) { agreementLives(partnershipId: $id) { id parties { party { id territory { country } } } } }', { id: partnershipId });
  const [{ id: agreementId, parties }] = agreementLives as [Read['agreementLives'][number]];
  const partyOf = (country: string): string => parties.find(({ party }) => party.territory.country === country)?.party.id ?? '';
  const [french, moroccan] = [{ agreementId, partyId: partyOf('FR') }, { agreementId, partyId: partyOf('MA') }];
  const acts = (line: string, motive: string): readonly (readonly [who: string, mutation: string, input: object])[] => [
    ['coordinateur', 'recordCouncilResolution', { ...french, body: line, decidedOn: '2022-12-15', number: line, motive }],
    ['coordinateur', 'recordAgreementSignature', { ...french, office: line, place: line, signedOn: '2025-03-15', motive }],
    ['coordinatrice', 'recordVisa', { ...moroccan, authority: line, reference: line, submittedOn: '2025-03-20', decision: 'GRANTED', decidedOn: '2025-04-10', motive }],
    ['coordinateur', 'recordOriginalCopies', { agreementId, holders: [line], motive }],
  ];
  for (const [place, line] of lines.entries()) for (const act of acts(line, long[place % long.length]!)) await write(...act);
  for (const line of lines) await write('coordinateur', 'proposeAxis', { partnershipId, title: line, titleAr: line, text: line });
  await write('coordinateur', 'recordTransmission', { ...french, actId: '092-219200789-20221215-2022121514-DE', sentOn: '2023-01-04', receivedOn: '2023-01-04', publishedOn: '2023-01-05', motive: long[0] });
  await write('coordinateur', 'recordRenewalReview', { agreementId, ordinal: 1, reviewedOn: '2026-11-20', outcome: 'RENEW', motive: long[0] });
  await write('coordinateur', 'giveTerminationNotice', { ...french, sentOn: '2026-11-20', motive: long[0] });
  const { agreementLives: after } = await (await demo.as('coordinateur')).ask<{ agreementLives: { notices: { id: string }[] }[] }>('query($id: ID!) { agreementLives(partnershipId: $id) { notices { id } } }', { id: partnershipId });
  await write('coordinateur', 'withdrawTerminationNotice', { agreementId, noticeId: after[0]!.notices[0]!.id, withdrawnOn: '2026-11-21', motive: long[0] });
}
