import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { dateInWords } from '../../base/dates.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice, Choices } from '../../ui/choice.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { articleOf, type Article, type Rule, type RulePart } from './rules.graphql.ts';
import styles from './rules.module.css';

const sourceKinds = ['ARTICLE', 'RULES_OF_PROCEDURE', 'LAW', 'PRODUCT_DEFAULT'] as const;

function Day({ part, name }: { part: RulePart; name: string }) {
  const say = useSay();
  const { language } = useVoice();
  const [month = '12', day = '31'] = part.held;
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  /** « janvier »: the month alone, from a day said in words. */
  const word = (number: string): string => dateInWords(language, `2026-${number}-15`, 'plain').replace(/\d+/gu, '').trim();
  return (
    <fieldset className={styles.day}>
      <legend>{part.label}</legend>
      <Field type="number" name={`${name}.day`} required min={1} max={31} label={say('webRules.form.day')} defaultValue={useKept(`${name}.day`, String(Number(day)))} />
      <Select name={`${name}.month`} required label={say('webRules.form.month')} defaultValue={useKept(`${name}.month`, month)}>
        {months.map((number) => (
          <option key={number} value={number}>
            {word(number)}
          </option>
        ))}
      </Select>
    </fieldset>
  );
}

function NumberPart({ part, name }: { part: RulePart; name: string }) {
  return (
    <Field
      type="number" name={name} required={!part.mayBeEmpty} min={part.from ?? undefined} max={part.to ?? undefined} label={part.label ?? part.name}
      defaultValue={useKept(name, part.held[0] ?? '')}
    />
  );
}

/** One part of the value, asked as what it is. */
function Part({ part }: { part: RulePart }) {
  const say = useSay();
  const name = `part.${part.name}`;
  const kept = useKept(name, part.held[0] ?? '');
  if (part.kind === 'DAY') return <Day part={part} name={name} />;
  if (part.kind === 'NUMBER') return <NumberPart part={part} name={name} />;
  const options = part.readings.filter(({ offered }) => offered).map(({ code, words }) => ({ value: code, label: words }));
  const legend = part.label ?? say('webRules.form.reading');
  if (part.kind === 'MANY') return <Choices legend={legend} name={name} options={options} chosen={part.held} />;
  return <Choice legend={legend} name={name} options={options} chosen={kept} required />;
}

/** Where it comes from: the fields of the chosen kind alone are shown, by style only, so that they are there without a script too. */
function SourceFields({ rule, articles }: { rule: Rule; articles: readonly Article[] }) {
  const say = useSay();
  const { source } = rule;
  const article = source?.kind === 'ARTICLE' ? articleOf(source.reference, articles)?.number : undefined;
  return (
    <div className={styles.sourceFields}>
      <Choice
        legend={say('webRules.form.sourceLegend')} name="sourceKind" required chosen={useKept('sourceKind', source?.kind ?? 'PRODUCT_DEFAULT')}
        options={sourceKinds.filter((kind) => kind !== 'ARTICLE' || articles.length > 0).map((kind) => ({ value: kind, label: say(`webRules.form.kind.${kind}`) }))}
      />
      <div className={styles.ofArticle}>
        <Select name="articleNumber" later label={say('webRules.form.article')} defaultValue={useKept('articleNumber', article ?? '')}>
          <option value="">{say('webRules.form.chooseArticle')}</option>
          {articles.map(({ number, title }) => (
            <option key={number} value={number}>
              {number === title ? number : `${number} — ${title}`}
            </option>
          ))}
        </Select>
      </div>
      <div className={styles.ofProcedure}>
        <Field type="date" name="adoptedOn" later label={say('webRules.form.adoptedOn')} defaultValue={useKept('adoptedOn')} />
      </div>
      <div className={styles.ofLaw}>
        <Field name="reference" later maxLength={120} label={say('webRules.form.reference')} hint={say('webRules.form.referenceHint')} defaultValue={useKept('reference', source?.kind === 'LAW' ? source.reference : '')} />
      </div>
      <div className={styles.ofText}>
        <TextArea name="quote" later rows={3} maxLength={600} label={say('webRules.form.quote')} hint={say('webRules.form.quoteHint')} defaultValue={useKept('quote', source?.quote ?? '')} />
      </div>
    </div>
  );
}

interface RuleFormProps {
  readonly rule: Rule;
  readonly articles: readonly Article[];
  readonly partnershipId: string;
  readonly act: 'setRule' | 'proposeRuleChange' | 'correctRule';
  readonly pageKey: string;
}

function Fields({ rule, articles, partnershipId, act }: Omit<RuleFormProps, 'pageKey'>) {
  const say = useSay();
  const send = { setRule: 'webRules.form.sendSet', proposeRuleChange: 'webRules.form.sendPropose', correctRule: 'webRules.form.sendCorrect' } as const;
  return (
    <>
      <input type="hidden" name="partnershipId" value={partnershipId} />
      <input type="hidden" name="key" value={rule.key} />
      {rule.parts.map((part) => (
        <Part key={part.name} part={part} />
      ))}
      {act !== 'proposeRuleChange' && <SourceFields rule={rule} articles={articles} />}
      {act !== 'setRule' && <TextArea name="motive" required rows={2} maxLength={600} label={say('webRules.form.motive')} hint={say('webRules.form.motiveHint')} defaultValue={useKept('motive')} />}
      <Button kind="primary" busy={useSending()}>
        {say(send[act])}
      </Button>
    </>
  );
}

/** A rule's value and source, asked part by part. */
export function RuleForm({ pageKey, ...form }: RuleFormProps) {
  return (
    <ActForm name={form.act} idempotencyKey={keyOf(pageKey, form.act)}>
      <Fields {...form} />
    </ActForm>
  );
}
