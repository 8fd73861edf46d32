import type { CivilDate, Zones } from '#kernel';
import { seatsAt } from '#parties';
import type { ReadTx } from '#platform';

/** Minutes that wait for signatures, and who holds the office that owes one today: after a succession, the successor. */
export interface SignatureDebt {
  readonly partnershipId: string;
  readonly minutesId: string;
  readonly number: string;
  readonly version: number;
  /** Civil day, in the host's zone, on which the minutes became final (P). */
  readonly finalOn: CivilDate;
  readonly debtorIds: readonly string[];
  /** Short names of the parties that have not signed. */
  readonly missing: readonly string[];
  /** The same parties. */
  readonly missingIds: readonly string[];
}

interface WaitingLine {
  partnership_id: string;
  id: string;
  number: string;
  version: number;
  finalised_at: Date;
  zone: string;
  missing: { id: string; shortName: string }[];
}

const waiting = `
  select minutes.partnership_id, minutes.id, minutes.number, minutes.version, minutes.finalised_at, meeting.zone,
         (select coalesce(json_agg(json_build_object('id', party.id, 'shortName', party.short_name) order by party.place), '[]')
          from party
          where party.partnership_id = minutes.partnership_id and not exists (
            select from signature where signature.partnership_id = minutes.partnership_id and signature.minutes_id = minutes.id
              and signature.version = minutes.version and signature.party_id = party.id)) as missing
  from minutes
  join meeting on meeting.partnership_id = minutes.partnership_id and meeting.id = minutes.meeting_id
  where minutes.state in ('FINAL', 'PARTIALLY_SIGNED') and ($1::uuid is null or minutes.partnership_id = $1)
  order by minutes.finalised_at`;

/** What is owed to every final minutes in reach, or to those of one partnership. */
export async function signatureDebts(tx: ReadTx, zones: Zones, partnershipId: string | null = null): Promise<SignatureDebt[]> {
  const debts: SignatureDebt[] = [];
  for (const line of await tx.query<WaitingLine>(waiting, [partnershipId])) {
    const seats = await seatsAt(tx, line.partnership_id, { instant: tx.now(), zones });
    const owing = new Set(line.missing.map(({ id }) => id));
    debts.push({
      partnershipId: line.partnership_id,
      minutesId: line.id,
      number: line.number,
      version: line.version,
      finalOn: zones.civilAt(line.finalised_at, line.zone).date,
      debtorIds: seats.flatMap((seat) => (seat.category === 'CO_PRESIDENT' && owing.has(seat.partyId) && seat.holder ? [seat.holder.personId] : [])),
      missing: line.missing.map(({ shortName }) => shortName),
      missingIds: [...owing],
    });
  }
  return debts;
}
