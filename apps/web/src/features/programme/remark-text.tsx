import { CityMoment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { Status } from '../../ui/status.tsx';
import styles from './field-remarks.module.css';
import type { Remark } from './sheet-remarks.graphql.ts';

function Words({ remark: { person, party, moment, text, mentions, version } }: { remark: Remark }) {
  const say = useSay();
  return (
    <>
      <p className={styles.who}>
        <strong>
          <bdi>{person.displayName}</bdi>
        </strong>{' '}
        (<bdi>{party.shortName}</bdi>), <CityMoment moment={moment} />, {say('webSheetHistory.remarks.onVersion', { version: String(version) })}
      </p>
      <p dir="auto" className={styles.text}>
        {text}
      </p>
      {mentions.length > 0 && (
        <p className={styles.who}>
          {say('webSheetHistory.remarks.called')}{' '}
          {mentions.map(({ id, displayName }, place) => (
            <span key={id}>
              {place > 0 && ', '}
              <bdi>@{displayName}</bdi>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** A remark with its answers: who, when, on which version, for whom. */
export function RemarkText({ remark, answers }: { remark: Remark; answers: readonly Remark[] }) {
  const say = useSay();
  return (
    <div className={styles.remark}>
      {(remark.partyOnly || remark.resolvedAt) && (
        <p className={styles.marks}>
          {remark.resolvedAt && <Status tone="done">{say('webSheetHistory.remarks.settled')}</Status>}
          {remark.partyOnly && (
            <Status tone="still" icon="lock">
              {say('webSheetHistory.remarks.inner')}
            </Status>
          )}
        </p>
      )}
      <Words remark={remark} />
      {answers.length > 0 && (
        <ul className={styles.answers}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <Words remark={answer} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
