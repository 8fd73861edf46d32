import { Form, Link } from 'react-router';
import type { PhraseKey } from '#phrases';
import { dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { foundKinds, searchPath, type ExtractPart, type Found, type FoundKind, type PathTo, type SearchShown } from './search.graphql.ts';
import styles from './search.module.css';

const pageOf = (text: string, after?: string): string => `${searchPath}?${new URLSearchParams({ text, ...(after && { after }) }).toString()}`;

/** One question to everything that may be read: a field, what was found by kind, or what to try. */
export function SearchPage({ shown, pathTo }: { shown: SearchShown; pathTo: PathTo }) {
  const say = useSay();
  const { text, publicly, results } = shown;
  return (
    <>
      <PageHeader title={say('webSearch.title')} lead={say(publicly ? 'webSearch.publicLead' : 'webSearch.lead')} />
      <search>
        <Form method="get" action={searchPath} className={styles.ask}>
          <Field key={text} type="search" name="text" required maxLength={200} label={say('webSearch.label')} hint={say('webSearch.hint')} defaultValue={text} />
          <Button>{say('webSearch.go')}</Button>
        </Form>
      </search>
      {text === '' ? (
        <EmptyState icon="search" title={say('webSearch.askTitle')}>
          <p>{say('webSearch.askHint')}</p>
        </EmptyState>
      ) : results.length === 0 ? (
        <NothingFound text={text} publicly={publicly} />
      ) : (
        <Results shown={shown} pathTo={pathTo} />
      )}
    </>
  );
}

function NothingFound({ text, publicly }: { text: string; publicly: boolean }) {
  const say = useSay();
  return (
    <EmptyState icon="search" title={say('webSearch.none', { text })}>
      <ul className={styles.tries}>
        <li>{say('webSearch.tryFewer')}</li>
        <li>{say('webSearch.tryOther')}</li>
        <li>{say(publicly ? 'webSearch.trySignIn' : 'webSearch.tryHidden')}</li>
      </ul>
    </EmptyState>
  );
}

function Results({ shown: { text, total, results, next, further, publicly }, pathTo }: { shown: SearchShown; pathTo: PathTo }) {
  const say = useSay();
  const groups = foundKinds.map((kind) => ({ kind, found: results.filter((result) => result.kind === kind) })).filter(({ found }) => found.length > 0);
  return (
    <>
      <p role="status">{total >= 1_000 ? say('webSearch.many', { text }) : say('webSearch.found', { count: total, text })}</p>
      {groups.map(({ kind, found }) => (
        <section key={kind} className={styles.group} aria-labelledby={`found-${kind}`}>
          <h2 id={`found-${kind}`}>{say(`webSearch.kind.${kind}`)}</h2>
          <ul className={styles.list}>
            {found.map((result) => (
              <Result key={result.id} result={result} path={pathTo(result)} publicly={publicly} />
            ))}
          </ul>
        </section>
      ))}
      {(next !== null || further) && (
        <div className="cluster">
          {next !== null && <LinkButton to={pageOf(text, next)}>{say('webSearch.more')}</LinkButton>}
          {further && <LinkButton to={pageOf(text)}>{say('webSearch.fromStart')}</LinkButton>}
        </div>
      )}
    </>
  );
}

/** Where the title of a thing is not a text of its own. */
const titleKey = ({ kind, pageId }: Found): PhraseKey =>
  kind === 'rule' ? (`rules.title.${pageId}` as PhraseKey) : kind === 'minutes' ? 'webSearch.draftMinutes' : 'webSearch.untitled';

function Result({ result, path, publicly }: { result: Found; path: string; publicly: boolean }) {
  const say = useSay();
  const { language } = useVoice();
  const { kind, saidOn, title, extract, partnershipName } = result;
  const about = [publicly ? partnershipName : null, saidOn && datedKinds.includes(kind) ? dateInWords(language, saidOn) : null].filter(Boolean);
  return (
    <li className={styles.result}>
      <Link to={path} className={styles.link}>
        <span dir="auto">{title.length > 0 ? <Parts parts={title} /> : say(titleKey(result))}</span>
      </Link>
      {about.length > 0 && <p className={styles.quiet}>{about.join(' · ')}</p>}
      {extract.length > 0 && (
        <p className={styles.extract} dir="auto">
          <Parts parts={extract} />
        </p>
      )}
    </li>
  );
}

const datedKinds: readonly FoundKind[] = ['decision', 'meeting', 'minutes'];

const Parts = ({ parts }: { parts: readonly ExtractPart[] }) =>
  parts.map(({ text, found }, place) =>
    found ? (
      <mark key={place} className={styles.hit}>
        {text}
      </mark>
    ) : (
      <span key={place}>{text}</span>
    ),
  );
