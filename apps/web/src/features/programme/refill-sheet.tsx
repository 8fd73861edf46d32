import { useRefusal } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Tick } from '../../ui/choice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { OfficeForm } from './office-form.tsx';
import type { Sheet } from './sheet.graphql.ts';

interface RefillSheetProps {
  readonly sheet: Sheet;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** A fiche comes back from Word. That it is older than the fiche is asked about only once it is so. */
export function RefillSheet({ sheet, megabytes, idempotencyKey }: RefillSheetProps) {
  const say = useSay();
  const older = useRefusal(fileForm)?.refusal.code === 'SHEET_FILE_OLDER';
  const { allowed, refusal } = sheet.viewerMay.edit;
  return (
    <>
      <PageHeader
        title={say('webOffice.refill.title')}
        lead={
          <p>
            {say('webOffice.refill.of')} <bdi>{sheet.title}</bdi>
          </p>
        }
      />
      <p>{say('webOffice.refill.lead')}</p>
      {!allowed && refusal && <WhyNot label={say('webOffice.refill.title')} sentence={refusal.sentence} source={refusal.source} />}
      {allowed && (
        <OfficeForm idempotencyKey={idempotencyKey} label={say('webOffice.field.word')} accept=".docx" megabytes={megabytes} send={say('webOffice.refill.send')}>
          {older && <Tick name="evenOlder">{say('webOffice.refill.older')}</Tick>}
        </OfficeForm>
      )}
      <p>
        <LinkButton kind="quiet" to={`/sheets/${sheet.id}`}>
          {say('webOffice.refill.back')}
        </LinkButton>
      </p>
    </>
  );
}
