import { dateInWords } from '../../base/dates.tsx';
import { useVoice } from '../../base/language.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { paperPath, type PaperLine } from './paper.graphql.ts';
import { PaperMark } from './paper-mark.tsx';

/** The PVs signed on paper: those that wait for this reader's confirmation carry the mark. */
export function PaperCards({ papers, mayEnter }: { papers: readonly PaperLine[]; mayEnter: boolean }) {
  const { say, language } = useVoice();
  return (
    <section id="papers" aria-labelledby="papers-title" className="stack">
      <h2 id="papers-title">{say('webJoining.papers')}</h2>
      {papers.length === 0 && <EmptyState icon="document" title={say('webJoining.papersNone')} />}
      {papers.map(({ id, number, heldOn, place, state, standing, viewerMay }) => (
        <Card
          key={id}
          level={3}
          mine={viewerMay.confirm.allowed}
          eyebrow={say('webJoining.page.meetingValue', { day: dateInWords(language, heldOn), place })}
          title={say('webJoining.paperTitle', { number })}
          status={<PaperMark state={state} />}
          actions={<LinkButton kind={viewerMay.confirm.allowed ? 'primary' : 'secondary'} to={paperPath(id)} icon="document">{say('webJoining.paperRead')}</LinkButton>}
        >
          <p>{standing}</p>
        </Card>
      ))}
      {mayEnter && (
        <p>
          <LinkButton icon="pen" kind={papers.length === 0 ? 'primary' : 'secondary'} to="/joining/minutes/new">
            {say('webJoining.paperEnter')}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
