import { CivilDate, numberInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { moneyInWords } from '../../base/money.ts';
import { Source } from '../../ui/source.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Table } from '../../ui/table.tsx';
import { BudgetTable } from './budget-table.tsx';
import { FieldRemarks } from './field-remarks.tsx';
import styles from './read-sheet.module.css';
import { sectionNames, type BudgetLine, type Indicator, type Sheet } from './sheet.graphql.ts';

function Texts({ sheet }: { sheet: Sheet }) {
  const { say } = useVoice();
  const answers = sheet.transversalAnswers.filter(({ text }) => text);
  return (
    <>
      {sectionNames
        .filter((name) => sheet.sections[name])
        .map((name) => (
          <section key={name} aria-labelledby={`text-${name}`} className={styles.text}>
            <h2 id={`text-${name}`}>{say(`webProgramme.field.${name}`)}</h2>
            <p dir="auto">{sheet.sections[name]}</p>
            <FieldRemarks field={`section.${name}`} name={say(`webProgramme.field.${name}`)} />
          </section>
        ))}
      {answers.map(({ axis, text }) => (
        <section key={axis.id} aria-labelledby={`axis-${axis.id}`} className={styles.text}>
          <h2 id={`axis-${axis.id}`} dir="auto">
            {axis.title}
          </h2>
          <p dir="auto">{text}</p>
          <FieldRemarks field={`transversal.${axis.id}`} name={axis.title} />
        </section>
      ))}
    </>
  );
}

const sumOf = ({ targets }: Indicator): number => targets.reduce((sum, { people }) => sum + people, 0);

function Indicators({ sheet }: { sheet: Sheet }) {
  const { say, language } = useVoice();
  const people = (count: number) => <bdi suppressHydrationWarning>{numberInWords(language, count)}</bdi>;
  const parties = [...new Map(sheet.indicators.flatMap(({ targets }) => targets.map(({ party }) => [party.id, party] as const))).values()];
  return (
    <Table<Indicator>
      caption={say('webProgramme.part.indicators')}
      rows={sheet.indicators}
      keyOf={({ label, method }) => `${label}-${method}`}
      columns={[
        { head: say('webProgramme.field.indicatorLabel'), cell: ({ label }) => <span dir="auto">{label}</span> },
        ...parties.map((party) => ({
          head: party.shortName,
          cell: ({ targets }: Indicator) => people(targets.find((target) => target.party.id === party.id)?.people ?? 0),
          figures: true,
        })),
        { head: say('webProgramme.field.total'), cell: (indicator) => <strong>{people(indicator.total ?? sumOf(indicator))}</strong>, figures: true },
        { head: say('webProgramme.field.method'), cell: ({ method }) => <span dir="auto">{method}</span> },
        { head: say('webProgramme.field.responsible'), cell: ({ responsible }) => <span dir="auto">{responsible}</span> },
      ]}
    />
  );
}

function Budget({ sheet }: { sheet: Sheet }) {
  const { say, language } = useVoice();
  return (
    <div className="stack">
      <Table<BudgetLine>
        caption={say('webProgramme.part.budget')}
        rows={sheet.budget}
        keyOf={({ label, amountMinor, kind }) => `${label}-${amountMinor}-${kind}`}
        columns={[
          { head: say('webProgramme.field.lineLabel'), cell: ({ label }) => <span dir="auto">{label}</span> },
          { head: say('webProgramme.field.payer'), cell: ({ party, funder }) => <bdi>{party?.shortName ?? funder}</bdi> },
          { head: say('webProgramme.field.budgetKind'), cell: ({ kind }) => say(`webProgramme.budgetKind.${kind}`) },
          { head: say('webProgramme.field.amount'), cell: (line) => <bdi suppressHydrationWarning>{moneyInWords(language, line)}</bdi>, figures: true },
        ]}
      />
      <BudgetTable budget={sheet.budgetTable} />
    </div>
  );
}

/** What it still lacks, each where a link to that part leads: here it is read, its author's party writes it. */
function Missing({ sheet: { missing } }: { sheet: Sheet }) {
  if (missing.length === 0) return null;
  return (
    <ul>
      {missing.map(({ field, sentence }) => (
        <li key={field} id={field}>
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** The fiche as it is read: what it is, its texts, its figures. */
export function ReadSheet({ sheet }: { sheet: Sheet }) {
  const { say } = useVoice();
  const { axis, lead, outsideAxesReason, startsOn, endsOn, authorParty } = sheet;
  const facts = [
    { name: say('webProgramme.field.author'), value: <bdi>{authorParty.shortName}</bdi> },
    { name: say('webProgramme.field.axisId'), value: axis ? `${axis.number}. ${axis.title}` : outsideAxesReason },
    ...(lead ? [{ name: say('webProgramme.field.lead'), value: `${lead.number} ${lead.title}` }] : []),
    ...(startsOn ? [{ name: say('webProgramme.field.startsOn'), value: <CivilDate on={startsOn} /> }] : []),
    ...(endsOn ? [{ name: say('webProgramme.field.endsOn'), value: <CivilDate on={endsOn} /> }] : []),
  ];
  return (
    <div className="stack">
      <Facts facts={facts} />
      {axis?.warning && (
        <p>
          {axis.warning.sentence} <Source source={axis.warning.source} />
        </p>
      )}
      <FieldRemarks field="title" name={say('webProgramme.field.title')} />
      <Missing sheet={sheet} />
      <Texts sheet={sheet} />
      {sheet.indicators.length > 0 && <Indicators sheet={sheet} />}
      <FieldRemarks field="indicator" name={say('webProgramme.field.indicator')} />
      <div id="budget">{sheet.budget.length > 0 ? <Budget sheet={sheet} /> : <p>{say('webProgramme.board.noTotals')}</p>}</div>
      <FieldRemarks field="budget" name={say('webProgramme.field.budget')} />
    </div>
  );
}
