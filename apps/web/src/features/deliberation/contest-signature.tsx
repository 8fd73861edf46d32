import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { Status } from '../../ui/status.tsx';
import type { MinutesShown, MinutesState, SignatureShown } from './minutes.graphql.ts';
import styles from './minutes.module.css';

export interface ContestProps {
  readonly signature: SignatureShown;
  readonly state: MinutesState;
  readonly pageKey: string;
}

/** On top of a PV whose signature is contested, executory or not: nobody reads its state without it. */
export function ContestedMinutes({ signatures }: Pick<MinutesShown, 'signatures'>) {
  const say = useSay();
  const parties = signatures.filter(({ contest }) => contest !== null).map(({ party }) => party.shortName);
  if (parties.length === 0) return null;
  return (
    <Banner tone="attention" label={say('webMinutes.signatures.contested')}>
      <p>
        {say('webMinutes.signatures.contestedTop', { names: parties.join(', ') })} <a href="#minutes-signatures">{say('webMinutes.signatures.contestedWhy')}</a>
      </p>
    </Banner>
  );
}

/** Under a signature by code: who contests it and why, or until when its own side may. */
export function Contest({ signature: { party, contest, contestableUntil, viewerMayContest }, state, pageKey }: ContestProps) {
  const { say, language } = useVoice();
  const name = `contestSignature:${party.id}`;
  if (contest) {
    return (
      <>
        <Status tone="stopped">{say('webMinutes.signatures.contested')}</Status>
        <p>{say('webMinutes.signatures.contestedBy', { office: contest.office, day: dateInWords(language, contest.civilDate, 'long') })}</p>
        <p className={styles.written} dir="auto">
          <q>{contest.reason}</q>
        </p>
      </>
    );
  }
  if (!viewerMayContest.allowed) return null;
  return (
    <Disclosure label={say('webMinutes.signatures.contest')} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="partyId" value={party.id} />
        <p className={styles.small}>{contestableUntil}</p>
        <p className={styles.small}>{say('webMinutes.signatures.contestWhat', { state })}</p>
        <Fields />
      </ActForm>
    </Disclosure>
  );
}

function Fields() {
  const say = useSay();
  return (
    <>
      <TextArea name="reason" required rows={2} maxLength={2000} label={say('webMinutes.signatures.contestReason')} defaultValue={useKept('reason')} />
      <Button kind="danger" busy={useSending()}>
        {say('webMinutes.signatures.contestSend')}
      </Button>
    </>
  );
}
