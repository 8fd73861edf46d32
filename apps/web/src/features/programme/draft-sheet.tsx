import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { numberInWords } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { AxisWithLeads, Lead } from './draft-sheet.graphql.ts';
import styles from './draft-sheet.module.css';
import { sheetKinds } from './sheet.graphql.ts';

interface DraftSheetProps {
  readonly year: number;
  readonly axes: readonly AxisWithLeads[];
  /** The lead a link pointed at, shown first. */
  readonly leadId: string | null;
  /** The axis a link pointed at, chosen first for a title of one's own. */
  readonly axisId: string | null;
  readonly where: Here;
  readonly pageKey: string;
}

function Constants({ year, where }: Pick<DraftSheetProps, 'year' | 'where'>) {
  return (
    <>
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="partnershipId" value={where.partnershipId} />
    </>
  );
}

function LeadButton({ lead }: { lead: Lead }) {
  const { say, language } = useVoice();
  const total = lead.targets.reduce((sum, { people }) => sum + people, 0);
  return (
    <button type="submit" name="actionLeadId" value={lead.id} className={styles.lead}>
      <span>
        <strong>
          <bdi>{lead.number}</bdi>
        </strong>{' '}
        <span dir="auto">{lead.title}</span>
        {total > 0 && (
          <small className={styles.targets}>
            {say('webProgramme.draft.targets', { total: numberInWords(language, total), list: lead.targets.map(({ party, people }) => `${party.shortName} ${people}`).join(' + ') })}
          </small>
        )}
      </span>
      <Icon name="arrow" />
    </button>
  );
}

function Leads({ axes, leadId, ...rest }: DraftSheetProps) {
  const say = useSay();
  const all = axes.flatMap(({ operations }) => operations.flatMap(({ leads }) => leads));
  const pointed = all.find(({ id }) => id === leadId);
  return (
    <ActForm name="draftSheet" idempotencyKey={keyOf(rest.pageKey, 'draftSheet')}>
      <Constants {...rest} />
      {pointed && <LeadButton lead={pointed} />}
      {axes
        .filter(({ kind, active }) => kind === 'STRATEGIC' && active)
        .map((axis) => (
          <section key={axis.id} aria-labelledby={`axis-${axis.id}`} className={styles.axis}>
            <h3 id={`axis-${axis.id}`} dir="auto">{`${axis.number}. ${axis.title}`}</h3>
            {axis.operations.flatMap(({ leads }) => leads).map((lead) => (
              <LeadButton key={lead.id} lead={lead} />
            ))}
            {axis.operations.every(({ leads }) => leads.length === 0) && <p className={styles.none}>{say('webProgramme.draft.noLead')}</p>}
          </section>
        ))}
    </ActForm>
  );
}

function Title() {
  const say = useSay();
  return <Field name="title" required maxLength={200} label={say('webProgramme.field.title')} defaultValue={useKept('title')} />;
}

function AxisChoice({ axes, axisId }: Pick<DraftSheetProps, 'axes' | 'axisId'>) {
  const say = useSay();
  return (
    <Select name="axisId" label={say('webProgramme.field.axisId')} defaultValue={useKept('axisId', axisId ?? '')}>
      <option value="">{say('webProgramme.sheet.noAxis')}</option>
      {axes
        .filter(({ kind, active }) => kind === 'STRATEGIC' && active)
        .map(({ id, number, title }) => (
          <option key={id} value={id}>{`${number}. ${title}`}</option>
        ))}
    </Select>
  );
}

function OwnTitle(props: DraftSheetProps) {
  const say = useSay();
  const sending = useSending();
  const { axes, axisId, pageKey } = props;
  return (
    <ActForm name="draftSheet:own" idempotencyKey={keyOf(pageKey, 'draftSheet:own')}>
      <Constants {...props} />
      <Title />
      <Select name="kind" required label={say('webProgramme.field.kind')} defaultValue="PROJECT">
        {sheetKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say(`webProgramme.kind.${kind}`)}
          </option>
        ))}
      </Select>
      <AxisChoice axes={axes} axisId={axisId} />
      <Button kind="secondary" busy={sending}>
        {say('webProgramme.draft.create')}
      </Button>
    </ActForm>
  );
}

/** A new fiche: one tap on a lead of Annexe II, or a title of one's own. The next thing one does is write. */
export function DraftSheet(props: DraftSheetProps) {
  const say = useSay();
  return (
    <>
      <PageHeader title={say('webProgramme.draft.title', { year: String(props.year) })} lead={<p>{say('webProgramme.draft.lead')}</p>} />
      <section aria-labelledby="leads" className="stack">
        <h2 id="leads">{say('webProgramme.draft.leads')}</h2>
        <Leads {...props} />
      </section>
      <section aria-labelledby="own" className="stack">
        <h2 id="own">{say('webProgramme.draft.own')}</h2>
        <OwnTitle {...props} />
        <p>
          <LinkButton kind="quiet" icon="document" to={`/sheets/import?year=${props.year}`}>
            {say('webOffice.newSheet.open')}
          </LinkButton>
        </p>
      </section>
    </>
  );
}
