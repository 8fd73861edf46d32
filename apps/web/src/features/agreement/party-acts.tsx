import type { ReactNode } from 'react';
import { CivilDate } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Documents } from '../../ui/documents.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import type { Life } from './life.graphql.ts';
import styles from './life.module.css';
import { ActEditor, type ActName, type ActsOf } from './party-act-forms.tsx';

type Wanted = readonly [name: string, value: ReactNode, there?: unknown];
/** Only what is known. */
const known = (...facts: readonly Wanted[]): Fact[] => facts.filter(([, value, there = value]) => Boolean(there)).map(([name, value]) => ({ name, value }));
const day = (on: string | null | undefined): ReactNode => on && <CivilDate on={on} />;

function Act({ act, title, facts, children, ...of }: ActsOf & { act: ActName; title: string; facts: readonly Fact[]; children?: ReactNode }) {
  const say = useSay();
  return (
    <div className={styles.act}>
      <h4>{title}</h4>
      {facts.length > 0 ? <Facts facts={facts} /> : <p className={styles.quiet}>{say('webLife.acts.none')}</p>}
      {children}
      {of.acts.viewerMayRegister.allowed && <ActEditor act={act} {...of} />}
    </div>
  );
}

function Resolution(of: ActsOf) {
  const say = useSay();
  const { resolution, viewerMayRegister } = of.acts;
  const facts = resolution ? known([say('webLife.acts.body'), resolution.body], [say('webLife.acts.decidedOn'), day(resolution.decidedOn)], [say('webLife.acts.number'), resolution.number]) : [];
  return (
    <Act act="resolution" title={say('webLife.acts.resolution')} facts={facts} {...of}>
      {resolution && resolution.attachments.length > 0 && <Documents documents={resolution.attachments} removal="none" pageKey={of.pageKey} />}
      {resolution && viewerMayRegister.allowed && (
        <p>
          <LinkButton kind="quiet" icon="plus" to={`/agreement/resolutions/${resolution.id}/attach`}>
            {say('webLife.acts.file')}
          </LinkButton>
        </p>
      )}
    </Act>
  );
}

function Signature(of: ActsOf) {
  const say = useSay();
  const { signature } = of.acts;
  const facts = signature ? known([say('webLife.acts.office'), signature.office], [say('webLife.acts.place'), signature.place], [say('webLife.acts.signedOn'), day(signature.signedOn)]) : [];
  return <Act act="signature" title={say('webLife.acts.signature')} facts={facts} {...of} />;
}

function Transmission(of: ActsOf) {
  const say = useSay();
  const { transmission } = of.acts;
  const facts = transmission
    ? known(
        [say('webLife.acts.actId'), <span dir="ltr">{transmission.actId}</span>, transmission.actId],
        [say('webLife.acts.sentOn'), day(transmission.sentOn)],
        [say('webLife.acts.receivedOn'), day(transmission.receivedOn)],
        [say('webLife.acts.publishedOn'), day(transmission.publishedOn)],
        [say('webLife.acts.executoryOn'), day(transmission.executoryOn)],
        [say('webLife.acts.controlEndsOn'), day(transmission.controlEndsOn)],
      )
    : [];
  return (
    <Act act="transmission" title={say('webLife.acts.transmission')} facts={facts} {...of}>
      {transmission && (
        <>
          <p>
            <Status tone={transmission.state === 'EXECUTORY' ? 'done' : 'waiting'}>{say(`webLife.acts.${transmission.state}`)}</Status>
          </p>
          <Source source={transmission.source} />
        </>
      )}
    </Act>
  );
}

function Visa(of: ActsOf) {
  const say = useSay();
  const { visa } = of.acts;
  const facts = visa
    ? known(
        [say('webLife.acts.authority'), visa.authority],
        [say('webLife.acts.reference'), visa.reference],
        [say('webLife.acts.submittedOn'), day(visa.submittedOn)],
        [say('webLife.acts.decision'), say(`webLife.acts.${visa.decision ?? 'WAITING'}`)],
        [say('webLife.acts.answeredOn'), day(visa.decidedOn)],
      )
    : [];
  return <Act act="visa" title={say('webLife.acts.visa')} facts={facts} {...of} />;
}

/** Each party's acts: its council's resolution, its signature, its State's acts where this agreement has them or one is recorded. */
export function PartiesActs({ life, pageKey }: { life: Life; pageKey: string }) {
  const say = useSay();
  return (
    <section className="stack" aria-labelledby="acts">
      <h2 id="acts">{say('webLife.acts.title')}</h2>
      <div className={styles.two}>
        {life.parties.map((acts) => {
          const of = { acts, agreementId: life.id, pageKey };
          return (
            <section key={acts.party.id} id={`party-${acts.party.id}`} className="stack" aria-labelledby={`party-title-${acts.party.id}`}>
              <h3 id={`party-title-${acts.party.id}`}>
                <bdi>{acts.party.organisation}</bdi>
              </h3>
              {!acts.viewerMayRegister.allowed && acts.viewerMayRegister.refusal?.code === 'REGISTER_OF_ANOTHER_PARTY' && <p className={styles.quiet}>{acts.viewerMayRegister.refusal.sentence}</p>}
              <Resolution {...of} />
              <Signature {...of} />
              {((life.hasStateActs && acts.transmits) || acts.transmission) && <Transmission {...of} />}
              {((life.hasStateActs && acts.asksVisa) || acts.visa) && <Visa {...of} />}
            </section>
          );
        })}
      </div>
    </section>
  );
}
