import type { Pen } from './hostile-people.js';

interface Words {
  readonly lines: readonly string[];
  /** Every payload in one text. */
  readonly reason: string;
}

/** Writes them in every text of what existed before Passerelle. Answers the id of a paper that was confirmed. */
export async function writeJoining({ demo, partnershipId, write, rows }: Pen, { lines, reason }: Words): Promise<string> {
  const document = 'query($id: ID!) { partnership(id: $id) { parties { id } } }';
  const { partnership } = await (await demo.as('coordinateur')).ask<{ partnership: { parties: { id: string }[] } }>(document, { id: partnershipId });
  const [party] = partnership.parties;
  const contentOf = (line: string) => ({
    number: line, heldOn: '2024-03-01', kind: 'EXTRAORDINARY', hostPartyId: party!.id, place: line,
    decisions: [{ title: line, text: reason, result: 'ADOPTED' }], signatures: [{ partyId: party!.id, office: line, signedOn: '2024-03-01' }],
  });
  let id = '';
  for (const line of lines) id = (await write('coordinateur', 'enterPaperMinutes id', { partnershipId, content: contentOf(line) })).id;
  await write('coordinateur', 'correctPaperMinutes', { id, content: contentOf(lines.at(-1)!) });
  const { id: other } = await write('coordinateur', 'enterPaperMinutes id', { partnershipId, content: contentOf('PV') });
  await write('coordinateur', 'withdrawPaperMinutes', { id: other, reason });
  // Its confirmation asks for a file, which comes by another door: what is read here is what was written.
  await rows(
    `update paper_minutes set state = 'CONFIRMED', confirmed_at = now(), scan_id = id, scan_sha256 = 'x', confirmed_party = (select id from party where partnership_id = $2 and id <> entered_party limit 1),
            confirmed_by = (select person_id from mandate where partnership_id = $2 and person_id <> entered_by limit 1) where id = $1`,
    [id, partnershipId],
  );
  await write('coordinateur', 'notePaperMinutes', { id, words: reason });
  const cell = reason.replaceAll(/[\t\r\n]/g, ' ');
  for (const [place, fileName] of lines.entries()) await write('coordinateur', 'importPastProjects count', { partnershipId, table: `Titre\tAnnées\tDescription\nProjet ${place}\t2004\tx ${cell}`, fileName });
  return id;
}
