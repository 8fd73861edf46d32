import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import type { Here } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { BudgetTable } from './budget-table.tsx';
import type { Board } from './plan-board.graphql.ts';
import styles from './sheet-form.module.css';

interface PlanBudgetProps {
  readonly board: Board;
  readonly where: Here;
  readonly pageKey: string;
}

/** Read from left to right inside a label of either direction (UAX #9 isolate): a label takes no `<bdi>`. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

/** « 1 EUR = 10,8534 MAD »: two currencies, a value, its day and where it was read. */
function RateFields({ currencies }: { currencies: readonly string[] }) {
  const say = useSay();
  const options = currencies.map((currency) => <option key={currency}>{currency}</option>);
  return (
    <>
      <div className={styles.row}>
        <Select name="from" required label={say('webProgramme.money.from')} defaultValue={useKept('from', currencies[0])}>
          {options}
        </Select>
        <Field name="value" required label={say('webProgramme.money.value')} inputMode="decimal" autoComplete="off" defaultValue={useKept('value')} />
        <Select name="to" required label={say('webProgramme.money.to')} defaultValue={useKept('to', currencies[1] ?? currencies[0])}>
          {options}
        </Select>
      </div>
      <Field name="day" required type="date" label={say('webProgramme.money.day')} defaultValue={useKept('day')} />
      <Field name="source" required maxLength={200} label={say('webProgramme.money.source')} hint={say('webProgramme.money.sourceHint')} defaultValue={useKept('source')} />
    </>
  );
}

function RecordRate({ board, where, pageKey, currencies }: PlanBudgetProps & { currencies: readonly string[] }) {
  const say = useSay();
  const sending = useSending();
  const name = 'recordExchangeRate';
  return (
    <Disclosure label={say('webProgramme.money.record')} form={name}>
      <ActForm idempotencyKey={keyOf(pageKey, name)} name={name}>
        <input type="hidden" name="partnershipId" value={where.partnershipId} />
        <input type="hidden" name="year" value={board.year} />
        <RateFields currencies={currencies} />
        <Button busy={sending}>{say('webProgramme.money.keep')}</Button>
      </ActForm>
    </Disclosure>
  );
}

/** The plan's budget by who pays, and the dated rates it is converted with. */
export function PlanBudget({ board, where, pageKey }: PlanBudgetProps) {
  const say = useSay();
  const budget = board.plan?.budgetTable;
  const currencies = [...new Set([...where.parties.map(({ territory }) => territory.currency), ...(budget?.whole.totals.map(({ currency }) => currency) ?? [])])];
  return (
    <section aria-labelledby="totals" className="stack">
      <h2 id="totals">{say('webProgramme.board.totals')}</h2>
      {budget ? <BudgetTable budget={budget} /> : <p>{say('webProgramme.board.noTotals')}</p>}
      {budget?.rates
        .filter(({ withdraw }) => withdraw.allowed)
        .map(({ id, equation }) => (
          <ActButton key={id} kind="quiet" name={`withdrawExchangeRate:${id}`} label={`${say('webProgramme.money.withdraw')} (${isolated(equation)})`} pageKey={pageKey} fields={{ rateId: id, year: String(board.year) }} />
        ))}
      {budget?.recordRate.allowed && currencies.length > 1 && <RecordRate board={board} where={where} pageKey={pageKey} currencies={currencies} />}
    </section>
  );
}
