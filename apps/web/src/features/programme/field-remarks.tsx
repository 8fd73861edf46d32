import { createContext, useContext, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from '../../base/language.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './field-remarks.module.css';
import type { Remarks } from './sheet-remarks.graphql.ts';
import { RemarkText } from './remark-text.tsx';

interface Beside {
  readonly sheetId: string;
  readonly remarks: Remarks;
}

const BesideFields = createContext<Beside | null>(null);

/** The remarks of the fiche that this page shows, for the parts that stand in it. */
export function RemarksBeside({ children, ...beside }: Beside & { readonly children: ReactNode }) {
  return <BesideFields.Provider value={beside}>{children}</BesideFields.Provider>;
}

/** Beside one part: the open remarks, and the way to write one or to answer. Nothing where there is nothing to read or to do. */
export function FieldRemarks({ field, name }: { readonly field: string; readonly name: string }) {
  const say = useSay();
  const beside = useContext(BesideFields);
  if (!beside) return null;
  const { sheetId, remarks } = beside;
  const here = remarks.comments.filter((remark) => remark.field === field && remark.answersId === null);
  const open = here.filter(({ resolvedAt }) => resolvedAt === null);
  if (here.length === 0 && !remarks.mayComment.allowed) return null;
  return (
    <div className={styles.beside} data-screen-only="">
      {open.length > 0 && (
        <ul className={styles.list} aria-label={`${say('webSheetHistory.remarks.open', { count: open.length })} ${say('webSheetHistory.remarks.about', { part: name })}`}>
          {open.map((remark) => (
            <li key={remark.id}>
              <RemarkText remark={remark} answers={remarks.comments.filter(({ answersId }) => answersId === remark.id)} />
            </li>
          ))}
        </ul>
      )}
      <Link className={styles.link} to={`/sheets/${sheetId}/remarks?field=${encodeURIComponent(field)}`}>
        <Icon name="pen" />
        <span>
          {say('webSheetHistory.remarks.link', { count: here.length })} <span className="unseen">{say('webSheetHistory.remarks.about', { part: name })}</span>
        </span>
      </Link>
    </div>
  );
}
