import { Link } from 'react-router';
import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import type { PartyHere } from '../../base/here.ts';
import { useSay } from '../../base/language.tsx';
import { ActButton, keyOf } from '../../base/may-button.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import styles from './field-remarks.module.css';
import { fieldsOf } from './form-parts.ts';
import { usePartName, usePartText } from './part-words.ts';
import { RemarkText } from './remark-text.tsx';
import type { Axis, Sheet } from './sheet.graphql.ts';
import type { Callable, Remark, Remarks } from './sheet-remarks.graphql.ts';

export interface RemarksPageProps {
  readonly sheet: Sheet;
  readonly axes: readonly Axis[];
  readonly parties: readonly PartyHere[];
  readonly remarks: Remarks;
  /** The part they stand beside. */
  readonly field: string;
  readonly pageKey: string;
}

function Call({ name, callable }: { name: string; callable: readonly Callable[] }) {
  const say = useSay();
  const called = useRefusal(name)?.values['mentions'] ?? [];
  if (callable.length === 0) return null;
  return (
    <fieldset className={styles.callable}>
      <legend>
        {say('webSheetHistory.remarks.call')} <small>{say('webSheetHistory.remarks.callHint')}</small>
      </legend>
      {callable.map(({ person, office, party }) => (
        <label key={person.id}>
          <input type="checkbox" name="mentions" value={person.id} defaultChecked={called.includes(person.id)} />
          <span>
            <bdi>@{person.displayName}</bdi>
            {office !== person.displayName && (
              <>
                , <bdi>{office}</bdi>
              </>
            )}{' '}
            (<bdi>{party.shortName}</bdi>)
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Typed({ label, hint }: { label: string; hint?: string }) {
  return <TextArea name="text" required rows={3} maxLength={2000} label={label} hint={hint} defaultValue={useKept('text')} />;
}

interface WriteProps extends Pick<RemarksPageProps, 'sheet' | 'field' | 'pageKey'> {
  readonly callable: readonly Callable[];
  readonly answers?: Remark;
}

function Write({ sheet, field, pageKey, callable, answers }: WriteProps) {
  const say = useSay();
  const sending = useSending();
  const name = answers ? `commentSheet:${answers.id}` : 'commentSheet';
  const hint = say(sheet.submittedAt === null ? 'webSheetHistory.remarks.innerHint' : 'webSheetHistory.remarks.sharedHint');
  return (
    <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
      <input type="hidden" name="sheetId" value={sheet.id} />
      <input type="hidden" name="field" value={field} />
      {answers && <input type="hidden" name="answersId" value={answers.id} />}
      <Typed label={say(answers ? 'webSheetHistory.remarks.answerText' : 'webSheetHistory.remarks.text')} {...(answers ? {} : { hint })} />
      <Call name={name} callable={callable} />
      <Button kind={answers ? 'secondary' : 'primary'} busy={sending}>
        {say(answers ? 'webSheetHistory.remarks.sendAnswer' : 'webSheetHistory.remarks.send')}
      </Button>
    </ActForm>
  );
}

/** Who may be called under a remark: of one that is a party's alone, that party's people. */
const reached = (callable: readonly Callable[], sheet: Sheet, inner: boolean): Callable[] => callable.filter(({ party }) => !inner || party.id === sheet.authorParty.id);

function Thread({ remark, ...page }: RemarksPageProps & { remark: Remark }) {
  const say = useSay();
  const { sheet, field, remarks, pageKey } = page;
  const settled = remark.resolvedAt !== null;
  const settle = say(settled ? 'webSheetHistory.remarks.reopen' : 'webSheetHistory.remarks.settle');
  return (
    <li className="stack">
      <RemarkText remark={remark} answers={remarks.comments.filter(({ answersId }) => answersId === remark.id)} />
      {remarks.mayComment.allowed && (
        <>
          <Disclosure label={say('webSheetHistory.remarks.answer')} form={`commentSheet:${remark.id}`}>
            <Write sheet={sheet} field={field} pageKey={pageKey} callable={reached(remarks.callable, sheet, remark.partyOnly)} answers={remark} />
          </Disclosure>
          <ActButton kind="secondary" name={`settleSheetComment:${remark.id}`} label={settle} pageKey={pageKey} fields={{ commentId: remark.id, field, settled: settled ? 'no' : 'yes' }} />
        </>
      )}
    </li>
  );
}

/** What is said beside one part of a fiche: what the part says, the remarks with their answers, and the way to write one. */
export function RemarksPage(page: RemarksPageProps) {
  const { sheet, axes, parties, remarks, field, pageKey } = page;
  const say = useSay();
  const name = usePartName(axes)(field);
  const text = usePartText({ axes, parties })(fieldsOf(sheet), field);
  const here = remarks.comments.filter((remark) => remark.field === field && remark.answersId === null);
  const { allowed, refusal } = remarks.mayComment;
  return (
    <>
      <PageHeader title={say('webSheetHistory.remarks.title', { part: name })} eyebrow={<Link to={`/sheets/${sheet.id}#${field.replace('section.', '')}`} dir="auto">{sheet.title}</Link>} />
      <section aria-labelledby="reads" className="stack">
        <h2 id="reads">{say('webSheetHistory.remarks.reads')}</h2>
        <p dir="auto" className={styles.quote}>
          {text || say('webSheetHistory.remarks.nothingWritten')}
        </p>
      </section>
      <section aria-labelledby="remarks" className="stack">
        <h2 id="remarks">{say('webSheetHistory.remarks.all')}</h2>
        {here.length === 0 && <p>{say('webSheetHistory.remarks.none')}</p>}
        <ul className={styles.list}>
          {here.map((remark) => (
            <Thread key={remark.id} {...page} remark={remark} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="write" className="stack">
        <h2 id="write">{say('webSheetHistory.remarks.write')}</h2>
        {allowed && <Write key={here.length} sheet={sheet} field={field} pageKey={pageKey} callable={remarks.callable} />}
        {!allowed && refusal && <WhyNot label={say('webSheetHistory.remarks.write')} sentence={refusal.sentence} source={refusal.source} />}
      </section>
    </>
  );
}
