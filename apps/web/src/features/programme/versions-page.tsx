import { Form, Link } from 'react-router';
import type { PartyHere } from '../../base/here.ts';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import type { May } from '../../base/may.ts';
import { Button } from '../../ui/button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { usePartName } from './part-words.ts';
import type { Axis } from './sheet.graphql.ts';
import { SheetStatus } from './sheet-state.tsx';
import type { SheetDifference, SheetNamed, Version } from './sheet-history.graphql.ts';
import { VersionDifference } from './version-difference.tsx';
import { useVersionName, VersionLine } from './version-line.tsx';
import { sittingsOf } from './version-sessions.ts';
import styles from './versions-page.module.css';

export interface VersionsPageProps {
  readonly sheet: SheetNamed;
  readonly axes: readonly Axis[];
  readonly parties: readonly PartyHere[];
  readonly versions: readonly Version[];
  readonly mayRestore: May;
  /** The two that are compared; `difference` is `null` when one of them is not there for the reader. */
  readonly chosen: { readonly from: string; readonly to: string } | null;
  readonly difference: SheetDifference | null;
  readonly pageKey: string;
}

function Chooser({ versions, chosen }: Pick<VersionsPageProps, 'versions' | 'chosen'>) {
  const { say, language } = useVoice();
  const nameOf = useVersionName();
  const options = versions.map((version) => (
    <option key={version.reference} value={version.reference} suppressHydrationWarning>
      {`${nameOf(version)}, ${dateInWords(language, version.moment.civilDate, 'short')} ${version.moment.time}`}
    </option>
  ));
  return (
    <Form method="get" className={styles.chooser} action="#difference">
      <Select key={`from-${chosen?.from ?? ''}`} required name="from" label={say('webSheetHistory.versions.from')} defaultValue={chosen?.from}>
        {options}
      </Select>
      <Select key={`to-${chosen?.to ?? ''}`} required name="to" label={say('webSheetHistory.versions.to')} defaultValue={chosen?.to}>
        {options}
      </Select>
      <Button kind="secondary">{say('webSheetHistory.versions.show')}</Button>
    </Form>
  );
}

function All({ versions, sheet, axes, mayRestore, pageKey }: VersionsPageProps) {
  const say = useSay();
  const partName = usePartName(axes);
  const before = (version: Version): string | undefined => versions.filter(({ version: number }) => number !== null && version.version !== null && number < version.version)[0]?.reference;
  const line = (version: Version) => {
    const other = version.kind === 'ASIDE' ? String(sheet.version) : before(version);
    return <VersionLine key={version.reference} version={version} sheet={sheet} other={other} partName={partName} mayRestore={mayRestore.allowed} pageKey={pageKey} />;
  };
  return (
    <ol className={styles.list} reversed>
      {sittingsOf(versions).map(([latest, ...rest]) =>
        latest ? (
          <li key={latest.reference} className={styles.sitting}>
            {line(latest)}
            {rest.length > 0 && (
              <details>
                <summary className={styles.more}>{say('webSheetHistory.versions.more', { count: rest.length })}</summary>
                <div className={styles.rest}>{rest.map(line)}</div>
              </details>
            )}
          </li>
        ) : null,
      )}
    </ol>
  );
}

/** The versions of a fiche: who wrote what and when, any two of them beside each other, and the way to take one up again. */
export function VersionsPage(page: VersionsPageProps) {
  const { sheet, versions, chosen, difference, axes, parties } = page;
  const say = useSay();
  const nameOf = useVersionName();
  const named = (reference: string): string => {
    const version = versions.find((one) => one.reference === reference);
    return version ? nameOf(version) : reference;
  };
  return (
    <>
      <PageHeader
        title={say('webSheetHistory.versions.title')}
        eyebrow={
          <Link to={`/sheets/${sheet.id}`} dir="auto">
            {sheet.title}
          </Link>
        }
        status={<SheetStatus state={sheet.state} />}
        lead={
          <>
            <p>{say('webSheetHistory.versions.lead')}</p>
            <p>{say('webSheetHistory.versions.inner')}</p>
          </>
        }
      />
      {versions.length === 0 && <EmptyState icon="clock" title={say('webSheetHistory.versions.none')} />}
      {versions.length > 1 && (
        <section aria-labelledby="compare" className="stack">
          <h2 id="compare">{say('webSheetHistory.versions.compare')}</h2>
          <Chooser versions={versions} chosen={chosen} />
          {chosen && (
            <section id="difference" aria-labelledby="difference-title" className="stack" tabIndex={-1}>
              <h3 id="difference-title">{say('webSheetHistory.difference.title', { from: named(chosen.from), to: named(chosen.to) })}</h3>
              {difference ? <VersionDifference difference={difference} axes={axes} parties={parties} /> : <Banner tone="attention"><p>{say('webSheetHistory.difference.unknown')}</p></Banner>}
            </section>
          )}
        </section>
      )}
      {versions.length > 0 && (
        <section aria-labelledby="all" className="stack">
          <h2 id="all">{say('webSheetHistory.versions.list')}</h2>
          <All {...page} />
        </section>
      )}
    </>
  );
}
