import { Link } from 'react-router';
import { CityMoment } from '../../base/dates.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton } from '../../base/may-button.tsx';
import { Status } from '../../ui/status.tsx';
import { EnteredMark } from './entered-mark.tsx';
import type { SheetNamed, Version } from './sheet-history.graphql.ts';
import styles from './versions-page.module.css';

/** « Version 4 », or « Mots mis de côté ». */
export function useVersionName(): (version: Version) => string {
  const say = useSay();
  return ({ version }) => (version === null ? say('webSheetHistory.versions.aside') : say('webSheetHistory.versions.one', { version: String(version) }));
}

interface VersionLineProps {
  readonly version: Version;
  readonly sheet: SheetNamed;
  /** The reference it is compared with: the version before it, or for words set aside the version of today. */
  readonly other: string | undefined;
  readonly partName: (part: string) => string;
  readonly mayRestore: boolean;
  readonly pageKey: string;
}

/** One version: who, when, what changed, what can be done with it. */
export function VersionLine({ version, sheet, other, partName, mayRestore, pageKey }: VersionLineProps) {
  const say = useSay();
  const nameOf = useVersionName();
  const { reference, kind, person, moment, parts, submittedAt, baseVersion } = version;
  const isAside = kind === 'ASIDE';
  const isNow = version.version === sheet.version;
  const entered = sheet.enteredActs?.find((mark) => mark.act === 'SUBMIT_SHEET' && mark.version === version.version);
  return (
    <div className={isAside ? `${styles.line} ${styles.aside}` : styles.line}>
      <h3 className={styles.name}>
        {nameOf(version)}
        {isNow && <Status tone="underway">{say('webSheetHistory.versions.current')}</Status>}
        {submittedAt && <Status tone="done">{say('webSheetHistory.versions.submitted')}</Status>}
      </h3>
      <p>
        <bdi>{person.displayName}</bdi>, <CityMoment moment={moment} />
      </p>
      {entered && <EnteredMark mark={entered} />}
      <p>{say(`webSheetHistory.versions.kind.${kind}`, { base: String(baseVersion ?? '') })}</p>
      {kind !== 'FIRST' && kind !== 'FOUND' && parts.length > 0 && (
        <p className={styles.parts}>
          {say('webSheetHistory.versions.changes')} <span dir="auto">{parts.map(partName).join(', ')}</span>
        </p>
      )}
      <div className="cluster">
        {other !== undefined && (
          <Link className={styles.see} to={`/sheets/${sheet.id}/versions?from=${other}&to=${reference}#difference`}>
            {say(isAside ? 'webSheetHistory.versions.seeAside' : 'webSheetHistory.versions.see')} <span className="unseen">{nameOf(version)}</span>
          </Link>
        )}
        {mayRestore && !isNow && (
          <ActButton
            kind="secondary"
            name={`restoreSheet:${reference}`}
            label={say(isAside ? 'webSheetHistory.versions.restoreAside' : 'webSheetHistory.versions.restore')}
            pageKey={pageKey}
            fields={{ sheetId: sheet.id, reference, expectedVersion: String(sheet.version) }}
          />
        )}
      </div>
    </div>
  );
}
