import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { rowsPath, type ReminderRow } from './reminder-rows.graphql.ts';

interface ReminderRowProps {
  readonly row: ReminderRow;
  readonly partnershipId: string;
  readonly pageKey: string;
}

/** One row, given another day or ours again; a row that a text names says why it stays. */
export function ReminderRowPage({ row, partnershipId, pageKey }: ReminderRowProps) {
  const say = useSay();
  const { rule, debt, fixed, days, ours } = row;
  const back = <LinkButton to={rowsPath}>{say('webReminders.rows.back')}</LinkButton>;
  return (
    <>
      <PageHeader
        title={`${say('webReminders.rows.move')} ${row.row}`}
        lead={<p>{say(`webReminders.rows.debt.${debt}`)}</p>}
      />
      {fixed ? (
        <p>{say(`webReminders.rows.fixed.${fixed}`)}</p>
      ) : (
        <ActForm name="moveReminderRow" idempotencyKey={keyOf(pageKey, 'moveReminderRow')}>
          <Days row={row} partnershipId={partnershipId} />
        </ActForm>
      )}
      {days !== ours && <ActButton name="moveReminderRow" label={say('webReminders.rows.reset', { days: Math.abs(ours) })} pageKey={`${pageKey}.ours`} fields={{ partnershipId, rule, days: '', side: '1' }} kind="secondary" />}
      <Source source={{ kind: 'PRODUCT_DEFAULT', reference: say('webReminders.rows.source'), quote: null }} />
      <p>{back}</p>
    </>
  );
}

function Days({ row: { rule, debt, days, first, last }, partnershipId }: { row: ReminderRow; partnershipId: string }) {
  const say = useSay();
  const sending = useSending();
  const side = days < 0 ? -1 : 1;
  const [least, most] = [(first ?? 0) * side, (last ?? 0) * side].sort((one, other) => one - other);
  return (
    <>
      <input type="hidden" name="partnershipId" value={partnershipId} />
      <input type="hidden" name="rule" value={rule} />
      <input type="hidden" name="side" value={side} />
      <p>{say(`webReminders.rows.counted.${debt}`)}</p>
      <Field
        label={say(side < 0 ? 'webReminders.rows.before' : 'webReminders.rows.after')}
        hint={say('webReminders.rows.range', { first: least ?? 0, last: most ?? 0 })}
        name="days"
        type="number"
        min={least}
        max={most}
        required
        defaultValue={useKept('days', String(Math.abs(days)))}
      />
      <p>{say('webReminders.rows.told')}</p>
      <Button busy={sending}>{say('webReminders.rows.save')}</Button>
    </>
  );
}
