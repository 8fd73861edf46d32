import { Link } from 'react-router';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { Axes } from './axes.tsx';
import { NoAgreement } from './no-agreement.tsx';
import { Notice } from './life-notice.tsx';
import { LifeTimeline } from './life-moments.tsx';
import { Originals, Register, Review } from './life-registers.tsx';
import { Awaited, LifeStatus, Now, StateSentence, Warnings } from './life-state.tsx';
import { lifePath, type AgreementAxes, type Life } from './life.graphql.ts';
import styles from './life.module.css';
import { PartiesActs } from './party-acts.tsx';

interface LifePageProps {
  readonly life: Life | null;
  /** The partnership's other agreements. */
  readonly others: readonly Pick<Life, 'id' | 'displayName'>[];
  /** Of the agreement that governs; `null` on another's page. */
  readonly axes: AgreementAxes | null;
  readonly where: Here;
  /** Is the reader's last proof of identity too old for a notice? */
  readonly unproved: boolean;
  readonly pageKey: string;
}

/** « La convention » : where it stands, what is awaited and from whom, its dates, its acts and its registers. */
export function LifePage({ life, others, axes, where, unproved, pageKey }: LifePageProps) {
  const say = useSay();
  useLive(where.partnershipId, ['partnership']);
  if (!life) return <NoAgreement title={say('webLife.place')} where={where} />;
  return (
    <>
      <PageHeader title={life.displayName} eyebrow={say('webLife.title', { kind: life.kind })} status={<LifeStatus state={life.state} />} lead={<StateSentence life={life} />} />
      {others.map(({ id, displayName }) => (
        <p key={id}>
          <Link to={lifePath(id)} dir="auto">
            {displayName}
          </Link>
        </p>
      ))}
      <div className={styles.two}>
        <div className="stack">
          <Awaited life={life} />
          <Warnings life={life} />
        </div>
        <Now life={life} />
      </div>
      <LifeTimeline life={life} />
      {axes && <Axes axes={axes} partnershipId={where.partnershipId} pageKey={pageKey} />}
      <PartiesActs life={life} pageKey={pageKey} />
      <div className={styles.two}>
        <Originals life={life} pageKey={pageKey} />
        <Review life={life} pageKey={pageKey} />
      </div>
      <Notice life={life} where={where} unproved={unproved} pageKey={pageKey} />
      <Register life={life} />
    </>
  );
}
