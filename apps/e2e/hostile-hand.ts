import type { Pen } from './hostile-people.js';

/** A picture of one point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

/** Writes them in what goes with a PV signed by hand: where it was signed, by the form with its scan; why it is not recognised. */
export async function writeByHand({ demo: { url }, write, rows }: Pick<Pen, 'demo' | 'write' | 'rows'>, { minutesId, place, reason }: { minutesId: string; place: string; reason: string }): Promise<void> {
  const entered = await fetch(`${url}/demo/coordinateur`, { redirect: 'manual' });
  const form = new FormData();
  form.append('place', place);
  form.append('signedOn', '2026-11-23');
  form.append('file', new Blob([new Uint8Array(picture)]), 'pv.png');
  const headers = { origin: url, cookie: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  const sent = await fetch(`${url}/files/attachments/handSignature/${minutesId}`, { method: 'POST', headers, body: form });
  if (sent.status !== 201) throw new Error(`the scan: ${sent.status} ${await sent.text()}`);
  const [hand] = await rows<{ id: string }>('select id from hand_signature where minutes_id = $1', [minutesId]);
  await write('coordinatrice', 'declineHandSignature', { id: hand!.id, reason });
}
