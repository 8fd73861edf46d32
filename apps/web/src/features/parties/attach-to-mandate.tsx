import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { AttachForm } from '../../ui/attach-form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { Mandate } from './people.graphql.ts';

interface AttachToMandateProps {
  readonly mandate: Mandate;
  readonly organisation: string;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** The act by which somebody acts for an interim, as a file. */
export function AttachToMandate({ mandate, organisation, megabytes, idempotencyKey }: AttachToMandateProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webParties.people.attachAct')} eyebrow={<bdi>{organisation}</bdi>} />
      <AttachForm name={fileForm} idempotencyKey={idempotencyKey} megabytes={megabytes} back={`/people#mandate-${mandate.id}`}>
        <p>{say('webParties.people.actLead', { office: mandate.office, act: mandate.interimDocument ?? '' })}</p>
      </AttachForm>
    </>
  );
}
