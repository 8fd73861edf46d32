import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Tick } from '../../ui/choice.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Documents } from '../../ui/documents.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { handPath, type HandMinutes, type HandSignature } from './hand-signature.graphql.ts';
import styles from './minutes.module.css';

interface HandProps {
  readonly hand: HandSignature;
  readonly minutes: HandMinutes;
  readonly pageKey: string;
}

const tones = { ENTERED: 'waiting', CONFIRMED: 'done', DECLINED: 'stopped', WITHDRAWN: 'stopped' } as const;
const doneSentences = ['brought', 'counted', 'declined', 'withdrawn'] as const;
/** Enough of a hash for two eyes to compare it with a paper. */
const start = 12;

function Ids({ hand, minutes }: Pick<HandProps, 'hand' | 'minutes'>) {
  return (
    <>
      <input type="hidden" name="id" value={hand.id} />
      <input type="hidden" name="minutesId" value={minutes.id} />
    </>
  );
}

function Seen({ hand, minutes, pageKey }: HandProps) {
  const say = useSay();
  const sending = useSending();
  const name = `confirmHandSignature:${hand.id}`;
  const isLast = minutes.missing.every(({ id }) => id === hand.party.id);
  return (
    <>
      <h3>{say('webHand.question')}</h3>
      <p>{say('webHand.consequence')}</p>
      {isLast && (
        <p>
          <strong>{say('webHand.last')}</strong>
        </p>
      )}
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <Ids hand={hand} minutes={minutes} />
        <input type="hidden" name="contentHash" value={hand.contentHash} />
        <input type="hidden" name="scanSha256" value={hand.scanSha256} />
        <Tick name="seen" required>
          {say('webHand.seen', { start: hand.contentHash.slice(0, start), office: hand.office })}
        </Tick>
        <Button icon="check" busy={sending}>
          {say('webHand.confirm')}
        </Button>
      </ActForm>
    </>
  );
}

function Declining({ hand, minutes, pageKey }: HandProps) {
  const say = useSay();
  const sending = useSending();
  const name = `declineHandSignature:${hand.id}`;
  return (
    <Disclosure label={say('webHand.decline')} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <Ids hand={hand} minutes={minutes} />
        <Reason party={hand.party.shortName} />
        <Button kind="secondary" busy={sending}>
          {say('webHand.declineSend')}
        </Button>
      </ActForm>
    </Disclosure>
  );
}

function Reason({ party }: { party: string }) {
  const say = useSay();
  return <TextArea name="reason" required rows={3} maxLength={2_000} label={say('webHand.reason')} hint={say('webHand.reasonHint', { party })} defaultValue={useKept('reason')} />;
}

function Acts(props: HandProps) {
  const say = useSay();
  const { hand, minutes, pageKey } = props;
  const { answer, withdraw } = hand.viewerMay;
  if (!hand.awaited) return hand.state === 'ENTERED' ? <p>{say('webHand.mootHint')}</p> : null;
  return (
    <>
      {answer.allowed && <Seen {...props} />}
      {answer.allowed && <Declining {...props} />}
      {!answer.allowed && !withdraw.allowed && answer.refusal && <WhyNot label={say('webHand.confirm')} sentence={answer.refusal.sentence} source={answer.refusal.source} />}
      {withdraw.allowed && <ActButton name={`withdrawHandSignature:${hand.id}`} label={say('webHand.withdraw')} pageKey={pageKey} kind="quiet" fields={{ id: hand.id, minutesId: minutes.id }} />}
    </>
  );
}

function Paper({ hand, minutes, pageKey }: HandProps) {
  const { say, language } = useVoice();
  const moot = hand.state === 'ENTERED' && !hand.awaited;
  return (
    <Card
      level={2}
      title={say('webHand.of', { party: hand.party.shortName })}
      status={<Status tone={moot ? 'stopped' : tones[hand.state]}>{say(moot ? 'webHand.moot' : `webHand.state.${hand.state}`)}</Status>}
    >
      <Facts
        facts={[
          { name: say('webHand.signatory'), value: hand.office },
          { name: say('webHand.madeAt'), value: hand.place },
          { name: say('webHand.on'), value: dateInWords(language, hand.signedOn, 'long') },
        ]}
      />
      <div>
        <p className={styles.small}>{say('webHand.hash')}</p>
        <p className={styles.hash}>
          <bdi dir="ltr">{hand.contentHash}</bdi>
        </p>
      </div>
      {hand.scan && <Documents documents={[hand.scan]} removal="none" pageKey={pageKey} />}
      <p className={styles.small}>{hand.answeredSentence ?? hand.enteredSentence}</p>
      <Acts hand={hand} minutes={minutes} pageKey={pageKey} />
    </Card>
  );
}

/** The signatures given by hand on one PV: what was brought, who has seen it, what may be done about it. */
export function HandPage({ minutes, pageKey, done }: { minutes: HandMinutes; pageKey: string; done: string | null }) {
  const say = useSay();
  const { id, number, version, handSignatures, mayBringHandSignature } = minutes;
  const hands = handSignatures.filter((hand) => hand.version === version || hand.state !== 'ENTERED');
  const said = doneSentences.find((known) => known === done);
  return (
    <>
      <PageHeader title={say('webHand.title', { number: number ?? '' })} lead={<p>{minutes.executorySentence}</p>} />
      {said && <Banner tone="good">{say(`webHand.done.${said}`)}</Banner>}
      {hands.length === 0 && <EmptyState title={say('webHand.none')}>{say('webHand.noneHint')}</EmptyState>}
      {hands.map((hand) => (
        <Paper key={hand.id} hand={hand} minutes={minutes} pageKey={pageKey} />
      ))}
      <Source source={minutes.executorySource} />
      <p className="cluster">
        {mayBringHandSignature.allowed && (
          <LinkButton kind="secondary" icon="plus" to={`${handPath(id)}/new`}>
            {say('webHand.bring')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" to={`/minutes/${id}`}>
          {say('webHand.back')}
        </LinkButton>
      </p>
    </>
  );
}
