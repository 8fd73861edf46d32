import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { lifePath } from './life.graphql.ts';
import { Prove } from './prove.tsx';
import type { Life, Notice as NoticeShown } from './life.graphql.ts';

interface OfNotice {
  readonly life: Life;
  readonly where: Here;
  readonly pageKey: string;
  /** Is the reader's last proof of identity too old for a notice? */
  readonly unproved: boolean;
}

function GiveFields({ life }: Pick<OfNotice, 'life'>) {
  const say = useSay();
  const open = life.parties.filter(({ viewerMayRegister }) => viewerMayRegister.allowed);
  return (
    <>
      <Select name="partyId" required label={say('webLife.notice.party')} defaultValue={useKept('partyId', open[0]?.party.id)}>
        {open.map(({ party }) => (
          <option key={party.id} value={party.id}>
            {party.shortName}
          </option>
        ))}
      </Select>
      <TextArea name="motive" required rows={3} label={say('webLife.notice.motive')} defaultValue={useKept('motive')} />
      <Field type="date" name="sentOn" required label={say('webLife.notice.sentOn')} defaultValue={useKept('sentOn')} />
      <Field type="date" name="receivedOn" label={say('webLife.notice.receivedOn')} hint={say('webLife.notice.receivedHint')} defaultValue={useKept('receivedOn')} />
    </>
  );
}

function Give({ life, pageKey, unproved }: Omit<OfNotice, 'where'>) {
  const say = useSay();
  const sending = useSending();
  const name = 'giveTerminationNotice';
  return (
    <Disclosure label={say('webLife.notice.give')} form={name}>
      {unproved ? (
        <Prove back={lifePath(life.id, '#notice')} />
      ) : (
        <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
          <input type="hidden" name="agreementId" value={life.id} />
          <GiveFields life={life} />
          <Button kind="danger" busy={sending}>{say('webLife.notice.save')}</Button>
        </ActForm>
      )}
    </Disclosure>
  );
}

interface OfOne {
  readonly agreementId: string;
  readonly notice: NoticeShown;
  readonly pageKey: string;
  readonly unproved: boolean;
}

function ReceivedOn() {
  const say = useSay();
  return <Field type="date" name="receivedOn" required label={say('webLife.notice.receivedOn')} defaultValue={useKept('receivedOn')} />;
}

function Receive({ agreementId, notice, pageKey, unproved }: OfOne) {
  const say = useSay();
  const sending = useSending();
  const name = `giveTerminationNotice:${notice.id}`;
  return (
    <Disclosure label={say('webLife.notice.receive')} form={name}>
      {unproved ? (
        <Prove back={lifePath(agreementId, '#notice')} />
      ) : (
        <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
          {Object.entries({ agreementId, noticeId: notice.id, partyId: notice.party.id, sentOn: notice.sentOn }).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <ReceivedOn />
          <Button kind="secondary" busy={sending}>{say('webLife.acts.save')}</Button>
        </ActForm>
      )}
    </Disclosure>
  );
}

function WithdrawFields() {
  const say = useSay();
  return (
    <>
      <Field type="date" name="withdrawnOn" required label={say('webLife.notice.withdrawnOn')} defaultValue={useKept('withdrawnOn')} />
      <TextArea name="motive" required rows={2} label={say('webLife.notice.why')} defaultValue={useKept('motive')} />
    </>
  );
}

function Withdraw({ agreementId, notice, pageKey }: Omit<OfOne, 'unproved'>) {
  const say = useSay();
  const sending = useSending();
  const name = `withdrawTerminationNotice:${notice.id}`;
  return (
    <Disclosure label={say('webLife.notice.withdraw')} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="agreementId" value={agreementId} />
        <input type="hidden" name="noticeId" value={notice.id} />
        <WithdrawFields />
        <Button kind="danger" busy={sending}>{say('webLife.notice.withdrawSave')}</Button>
      </ActForm>
    </Disclosure>
  );
}

function One({ notice, may, ended, ...of }: OfOne & { may: boolean; ended: boolean }) {
  const say = useSay();
  const { party, motive, sentOn, receivedOn, endsOn, withdrawnOn, withdrawal } = notice;
  const standing = withdrawnOn ? 'withdrawn' : ended ? 'ended' : receivedOn ? 'running' : 'sentOnly';
  const dated = ([['sentOn', sentOn], ['receivedOn', receivedOn], ['endsOn', withdrawnOn ? null : endsOn], ['withdrawnOn', withdrawnOn]] as const).filter(([, on]) => on !== null);
  return (
    <Card level={3} title={say('webLife.notice.by', { party: party.shortName })} status={<Status tone={withdrawnOn ? 'still' : 'waiting'}>{say(`webLife.notice.${standing}`)}</Status>}>
      {motive && <p dir="auto">{motive}</p>}
      <Facts facts={dated.map(([name, on]) => ({ name: say(`webLife.notice.${name}`), value: <CivilDate on={on ?? ''} /> }))} />
      {withdrawal && <p dir="auto">{withdrawal}</p>}
      {may && !withdrawnOn && !ended && (
        <>
          {!receivedOn && <Receive notice={notice} {...of} />}
          <Withdraw notice={notice} {...of} />
        </>
      )}
    </Card>
  );
}

/** Notices given, their ends, and the way to give one: only where the text has such a clause. */
export function Notice({ life, where, pageKey, unproved }: OfNotice) {
  const say = useSay();
  const { id, notices, hasNotice, noticeSource, state, parties } = life;
  if (!hasNotice && notices.length === 0) return null;
  const mayFor = (partyId: string): boolean => parties.some(({ party, viewerMayRegister }) => party.id === partyId && viewerMayRegister.allowed);
  const gives = state !== 'TERMINATED' && where.myPartyIds.some(mayFor);
  return (
    <section className="stack" id="notice" aria-labelledby="notice-title">
      <h2 id="notice-title">{say('webLife.notice.title')}</h2>
      <p>{say('webLife.notice.lead')}</p>
      {noticeSource && <Source source={noticeSource} />}
      {notices.length === 0 && <p>{say('webLife.notice.none')}</p>}
      {notices.map((notice) => (
        <One key={notice.id} agreementId={id} notice={notice} may={mayFor(notice.party.id)} ended={state === 'TERMINATED'} pageKey={pageKey} unproved={unproved} />
      ))}
      {gives && <Give life={life} pageKey={pageKey} unproved={unproved} />}
    </section>
  );
}
