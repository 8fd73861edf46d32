import { ActForm, useKept, useSending } from '../../base/act-form.tsx';
import { CivilDate, dateInWords } from '../../base/dates.tsx';
import type { Here } from '../../base/here.ts';
import { useVoice, useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Documents } from '../../ui/documents.tsx';
import { Facts } from '../../ui/facts.tsx';
import { TextArea } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Source } from '../../ui/source.tsx';
import { Status } from '../../ui/status.tsx';
import { WhyNot } from '../../ui/why-not.tsx';
import { PaperForm } from './paper-form.tsx';
import { PaperMark } from './paper-mark.tsx';
import { joiningPath, paperPath, type Paper } from './paper.graphql.ts';

interface PaperProps {
  readonly paper: Paper;
  readonly pageKey: string;
}

function Decisions({ decisions }: Paper) {
  const say = useSay();
  return (
    <section aria-labelledby="decisions" className="stack">
      <h2 id="decisions">{say('webJoining.page.decisions', { count: decisions.length })}</h2>
      {decisions.map(({ title, text, result }, index) => (
        <Card key={index} level={3} eyebrow={say('webJoining.form.decision', { number: String(index + 1) })} title={title} status={<Status tone={result === 'ADOPTED' ? 'done' : 'stopped'}>{say(`webJoining.form.${result}`)}</Status>}>
          {text !== title && <p dir="auto">{text}</p>}
        </Card>
      ))}
    </section>
  );
}

function Signatures({ signatures, missing, executorySentence, executorySource }: Paper) {
  const { say, language } = useVoice();
  return (
    <section aria-labelledby="signatures" className="stack">
      <h2 id="signatures">{say('webJoining.page.signatures')}</h2>
      <Facts facts={signatures.map(({ party, office, signedOn }) => ({ name: party.shortName, value: say('webJoining.page.signature', { office, day: dateInWords(language, signedOn) }) }))} />
      {missing.length > 0 && <p>{say('webJoining.page.missing', { parties: missing.map(({ shortName }) => shortName).join(', ') })}</p>}
      <p>{executorySentence}</p>
      <Source source={executorySource} />
    </section>
  );
}

function Scan({ paper: { id, scan, viewerMay, enteredSentence, confirmedSentence }, pageKey }: PaperProps) {
  const say = useSay();
  return (
    <section aria-labelledby="scan" className="stack">
      <h2 id="scan">{say('webJoining.page.scan')}</h2>
      {scan ? <Documents documents={[scan]} removal="none" pageKey={pageKey} /> : <p>{say('webJoining.page.noScan')}</p>}
      {viewerMay.change.allowed && (
        <p>
          <LinkButton kind={scan ? 'secondary' : 'primary'} icon="plus" to={`${paperPath(id)}/attach`}>
            {say(scan ? 'webJoining.page.attachAgain' : 'webJoining.page.attach')}
          </LinkButton>
        </p>
      )}
      <h2>{say('webJoining.page.provenance')}</h2>
      <p>{enteredSentence}</p>
      {confirmedSentence && <p>{confirmedSentence}</p>}
    </section>
  );
}

function Confirming({ paper: { id, contentHash, scan, viewerMay, state }, pageKey }: PaperProps) {
  const say = useSay();
  const sending = useSending();
  if (state !== 'ENTERED') return null;
  const { allowed, refusal } = viewerMay.confirm;
  if (!allowed) return refusal && <WhyNot label={say('webJoining.page.confirm')} sentence={refusal.sentence} source={refusal.source} />;
  return (
    <ActForm name="confirmPaperMinutes" idempotencyKey={keyOf(pageKey, 'confirm')}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="contentHash" value={contentHash} />
      <input type="hidden" name="scanSha256" value={scan?.sha256 ?? ''} />
      <p>{say('webJoining.page.confirmHint')}</p>
      <Button icon="check" busy={sending}>{say('webJoining.page.confirm')}</Button>
    </ActForm>
  );
}

/** A form of one long text: why a paper is taken back, what a note says. */
function Words({ name, field, label, send, paperId, pageKey }: { name: string; field: string; label: string; send: string; paperId: string; pageKey: string }) {
  const sending = useSending();
  return (
    <Disclosure label={send} form={name}>
      <ActForm name={name} idempotencyKey={keyOf(pageKey, name)}>
        <input type="hidden" name="id" value={paperId} />
        <Said field={field} label={label} />
        <Button kind="secondary" busy={sending}>{send}</Button>
      </ActForm>
    </Disclosure>
  );
}

function Said({ field, label }: { field: string; label: string }) {
  return <TextArea name={field} required rows={3} maxLength={2_000} label={label} defaultValue={useKept(field)} />;
}

function Changing({ paper, where, pageKey }: PaperProps & { where: Here }) {
  const say = useSay();
  const { id, viewerMay, notes } = paper;
  return (
    <>
      {viewerMay.change.allowed && (
        <>
          <Disclosure label={say('webJoining.page.correct')} form="correctPaperMinutes">
            <PaperForm name="correctPaperMinutes" paper={paper} partnershipId={where.partnershipId} parties={where.parties} pageKey={pageKey} />
          </Disclosure>
          <Words name="withdrawPaperMinutes" field="reason" label={say('webJoining.page.withdrawReason')} send={say('webJoining.page.withdraw')} paperId={id} pageKey={pageKey} />
        </>
      )}
      {notes.length > 0 && <h2>{say('webJoining.page.notes')}</h2>}
      {notes.map(({ party, words, at }) => (
        <Card key={at} level={3} title={party.shortName} eyebrow={<CivilDate on={at.slice(0, 10)} />}>
          <p dir="auto">{words}</p>
        </Card>
      ))}
      {viewerMay.note.allowed && <Words name="notePaperMinutes" field="words" label={say('webJoining.page.noteWords')} send={say('webJoining.page.note')} paperId={id} pageKey={pageKey} />}
    </>
  );
}

/** A PV signed on paper, as it was entered: what it says, its scan, who entered it and who confirmed it. */
export function PaperPage({ paper, where, pageKey }: PaperProps & { where: Here }) {
  const { say, language } = useVoice();
  const { number, heldOn, place, host, kind, standing, state } = paper;
  return (
    <>
      <PageHeader eyebrow={say('webJoining.page.eyebrow')} title={say('webJoining.paperTitle', { number })} status={<PaperMark state={state} />} />
      <Banner tone={state === 'CONFIRMED' ? 'good' : 'attention'}>
        <p>{standing}</p>
      </Banner>
      <Confirming paper={paper} pageKey={pageKey} />
      <Facts
        facts={[
          { name: say('webJoining.page.meeting'), value: say('webJoining.page.meetingValue', { day: dateInWords(language, heldOn), place }) },
          { name: say('webJoining.form.kind'), value: say(`webJoining.form.${kind}`) },
          { name: say('webJoining.page.host'), value: host.shortName },
        ]}
      />
      <Scan paper={paper} pageKey={pageKey} />
      <Decisions {...paper} />
      <Signatures {...paper} />
      <Changing paper={paper} where={where} pageKey={pageKey} />
      <p>
        <LinkButton kind="quiet" to={joiningPath}>
          {say('webJoining.page.back')}
        </LinkButton>
      </p>
    </>
  );
}
