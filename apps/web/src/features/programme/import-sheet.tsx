import { useSay } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OfficeForm } from './office-form.tsx';

interface ImportSheetProps {
  readonly year: number;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** A new fiche from a letter that somebody wrote already. */
export function ImportSheet({ year, megabytes, idempotencyKey }: ImportSheetProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webOffice.newSheet.title')} eyebrow={say('webProgramme.board.title', { year: String(year) })} lead={<p>{say('webOffice.newSheet.lead')}</p>} />
      <OfficeForm idempotencyKey={idempotencyKey} label={say('webOffice.field.word')} accept=".docx" megabytes={megabytes} send={say('webOffice.newSheet.send')}>
        <input type="hidden" name="year" value={year} />
      </OfficeForm>
      <p>
        <LinkButton kind="quiet" to={`/plans/${year}`}>
          {say('webOffice.plan.years', { year: String(year) })}
        </LinkButton>
      </p>
    </>
  );
}
