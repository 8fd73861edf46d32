import { useSay } from '../../base/language.tsx';
import { fileForm } from '../../base/send-file.ts';
import { AttachForm } from '../../ui/attach-form.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { lifePath, type PartyActs } from './life.graphql.ts';

interface AttachToResolutionProps {
  readonly acts: PartyActs;
  readonly agreementId: string;
  readonly megabytes: number;
  readonly idempotencyKey: string;
}

/** The text of a council's resolution, as a file. */
export function AttachToResolution({ acts, agreementId, megabytes, idempotencyKey }: AttachToResolutionProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webLife.acts.file')} eyebrow={<bdi>{acts.party.organisation}</bdi>} />
      <AttachForm name={fileForm} idempotencyKey={idempotencyKey} megabytes={megabytes} back={lifePath(agreementId, `#party-${acts.party.id}`)}>
        <p>{say('webLife.acts.fileLead', { party: acts.party.shortName })}</p>
      </AttachForm>
    </>
  );
}
