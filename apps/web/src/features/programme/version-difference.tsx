import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { Difference } from './difference.tsx';
import { fieldsOf } from './form-parts.ts';
import { usePartName, usePartText } from './part-words.ts';
import type { Axis } from './sheet.graphql.ts';
import type { SheetDifference } from './sheet-history.graphql.ts';
import styles from './versions-page.module.css';

interface VersionDifferenceProps {
  readonly difference: SheetDifference;
  readonly axes: readonly Axis[];
  readonly parties: readonly PartyHere[];
}

/** Where two versions differ, part by part, word by word. */
export function VersionDifference({ difference: { parts, before, after }, axes, parties }: VersionDifferenceProps) {
  const say = useSay();
  const nameOf = usePartName(axes);
  const textOf = usePartText({ axes, parties });
  const leadOf = ({ lead }: SheetDifference['before']): string => (lead ? `${lead.number} ${lead.title}` : '');
  const [earlier, later] = [fieldsOf(before), fieldsOf(after)];
  if (parts.length === 0) return <p>{say('webSheetHistory.difference.same')}</p>;
  return (
    <>
      <p className={styles.parts}>{say('webSheetHistory.difference.legend')}</p>
      {parts.map((part) => (
        <div key={part} className={styles.part}>
          <h4 dir="auto">{nameOf(part)}</h4>
          {part === 'actionLeadId' ? <Difference before={leadOf(before)} after={leadOf(after)} /> : <Difference before={textOf(earlier, part)} after={textOf(later, part)} />}
        </div>
      ))}
    </>
  );
}
