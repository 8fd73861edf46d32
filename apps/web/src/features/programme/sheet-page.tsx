import { Link } from 'react-router';
import { CityMoment } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { useLive } from '../../base/live.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CoValidateSheet } from './co-validate-sheet.tsx';
import { EnteredMark } from './entered-mark.tsx';
import { EditSheet } from './edit-sheet.tsx';
import { ReadSheet } from './read-sheet.tsx';
import { ReturnSheet } from './return-sheet.tsx';
import { SheetDocuments } from './sheet-documents.tsx';
import { SheetStatus } from './sheet-state.tsx';
import { KeptAside } from './kept-aside.tsx';
import { RemarksBeside } from './field-remarks.tsx';
import { SheetWord } from './sheet-word.tsx';
import styles from './sheet-form.module.css';
import type { Axis, Sheet } from './sheet.graphql.ts';
import type { Remarks } from './sheet-remarks.graphql.ts';

interface SheetPageProps {
  readonly sheet: Sheet;
  readonly axes: readonly Axis[];
  readonly where: Here;
  readonly pageKey: string;
  readonly saved: boolean;
  readonly remarks: Remarks;
}

/** Whose words a browser keeps: whoever holds these seats. */
const whoseOf = ({ mySeatIds }: Here): string => mySeatIds.join(' ');

function Reading({ sheet, where, pageKey }: SheetPageProps) {
  const say = useSay();
  useLive(where.partnershipId, ['programme']);
  return (
    <>
      {sheet.validations.length > 0 && (
        <ul aria-label={say('webProgramme.sheet.validations')}>
          {sheet.validations.map(({ party, person, moment, entered }) => (
            <li key={party.id}>
              {say('webProgramme.sheet.validatedBy')} <bdi>{party.shortName}</bdi> (<bdi>{person.displayName}</bdi>), <CityMoment moment={moment} />
              {entered && <EnteredMark mark={entered} />}
            </li>
          ))}
        </ul>
      )}
      <KeptAside sheetId={sheet.id} whose={whoseOf(where)} />
      <div id="next" className={`stack ${styles.next}`}>
        {sheet.state === 'SUBMITTED' && <CoValidateSheet sheet={sheet} pageKey={pageKey} />}
        <ReturnSheet sheet={sheet} pageKey={pageKey} />
      </div>
      <ReadSheet sheet={sheet} />
    </>
  );
}

/** A fiche: written by its party, read by the other, validated by both. */
export function SheetPage(props: SheetPageProps) {
  const { sheet, axes, where, pageKey, saved, remarks } = props;
  // Returned in somebody's name, on the version just before this one.
  const returned = sheet.enteredActs.find(({ act, version }) => act === 'RETURN_SHEET' && version === sheet.version - 1);
  const say = useSay();
  return (
    <>
      <PageHeader
        title={sheet.title}
        eyebrow={
          <Link to={`/plans/${sheet.year}`}>
            {say('webProgramme.board.title', { year: String(sheet.year) })} · {say(`webProgramme.kind.${sheet.kind}`)}
          </Link>
        }
        status={<SheetStatus state={sheet.state} />}
        lead={<p>{sheet.takenUp ?? say(`webProgramme.stateSentence.${sheet.state}`)}</p>}
        actions={
          <LinkButton kind="quiet" icon="clock" to={`/sheets/${sheet.id}/versions`}>
            {say('webSheetHistory.versions.link')}
          </LinkButton>
        }
      />
      {sheet.state === 'RETURNED' && sheet.returnReason && (
        <Banner tone="attention" label={say('webProgramme.sheet.returned')}>
          <p>{say('webProgramme.sheet.returned')}</p>
          <p dir="auto">{sheet.returnReason}</p>
          {returned && <EnteredMark mark={returned} />}
        </Banner>
      )}
      {saved && (
        <div id="saved">
          <Banner tone="good">
            <p>{say('webProgramme.sheet.savedNow')}</p>
          </Banner>
        </div>
      )}
      <RemarksBeside sheetId={sheet.id} remarks={remarks}>
        {sheet.viewerMay.edit.allowed ? <EditSheet sheet={sheet} axes={axes} parties={where.parties} pageKey={pageKey} whose={whoseOf(where)} /> : <Reading {...props} />}
      </RemarksBeside>
      <SheetDocuments sheet={sheet} pageKey={pageKey} />
      <SheetWord sheet={sheet} where={where} />
    </>
  );
}
