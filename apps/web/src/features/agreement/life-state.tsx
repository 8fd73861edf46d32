import { CivilDate, dateInWords } from '../../base/dates.tsx';
import { useSay, useVoice } from '../../base/language.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Facts, type Fact } from '../../ui/facts.tsx';
import { Source } from '../../ui/source.tsx';
import { Status, type Tone } from '../../ui/status.tsx';
import type { AgreementState, Life } from './life.graphql.ts';
import styles from './life.module.css';

const tones: Readonly<Record<AgreementState, Tone>> = {
  DRAFT: 'still', UNDER_NEGOTIATION: 'underway', AUTHORISED: 'underway', SIGNING: 'underway', SIGNED: 'waiting', AWAITING_VISAS: 'waiting', IN_FORCE: 'done', NOTICE_GIVEN: 'waiting', TERMINATED: 'stopped',
};

export function LifeStatus({ state }: { state: AgreementState }) {
  const say = useSay();
  return <Status tone={tones[state]}>{say(`webLife.state.${state}`)}</Status>;
}

/** Where it stands, in one sentence. */
export function StateSentence({ life: { state, effect, since, endsOn } }: { life: Life }) {
  const { say, language } = useVoice();
  const words = (day: string | null): string => (day ? dateInWords(language, day) : '');
  if (state === 'IN_FORCE' && !effect.on) return <p>{say('webLife.sentence.SINCE', { since: since ?? '' })}</p>;
  const date = state === 'IN_FORCE' ? words(effect.on) : words(endsOn);
  return <p>{say(`webLife.sentence.${state}`, { date })}</p>;
}

/** What is awaited, and from whom. */
export function Awaited({ life }: { life: Life }) {
  const say = useSay();
  return (
    <section className="stack" aria-labelledby="awaited">
      <h2 id="awaited">{say('webLife.awaited.title')}</h2>
      {life.awaited.length === 0 ? (
        <p>{say('webLife.awaited.none')}</p>
      ) : (
        <ul className={styles.plain}>
          {life.awaited.map(({ what, party }) => (
            <li key={`${what}-${party?.id}`}>
              <Status tone="waiting">{say(`webLife.awaited.${what}`, { party: party?.shortName ?? '' })}</Status>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What somebody should look at, each with the text it rests on. It stops nothing. */
export function Warnings({ life: { warnings } }: { life: Life }) {
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="warnings">
      <h2 id="warnings">{say('webLife.warnings.title')}</h2>
      <p>{say('webLife.warnings.lead')}</p>
      {warnings.map(({ code, party, on, source }) => (
        <Banner key={`${code}-${party?.id}`} tone="attention">
          <p>{say(`webLife.warnings.${code}`, { party: party?.shortName ?? '' })}</p>
          {on && (
            <p className={styles.quiet}>
              <CivilDate on={on} />
            </p>
          )}
          <Source source={source} />
        </Banner>
      ))}
    </section>
  );
}

function EffectDate({ effect }: Pick<Life, 'effect'>) {
  const say = useSay();
  const why = effect.origin === 'DECLARED' ? say('webLife.effect.DECLARED') : say(`webLife.effect.${effect.rule}`);
  return (
    <>
      {effect.on ? <CivilDate on={effect.on} length="long" /> : say('webLife.effect.unknown')}
      <br />
      <span className={styles.quiet}>{why}</span>
    </>
  );
}

function factsOf({ period, renewal, ifNoticeToday, effect }: Life, { say, words }: { say: ReturnType<typeof useSay>; words: (day: string) => string }): Fact[] {
  return [
    { name: say('webLife.effect.date'), value: <EffectDate effect={effect} /> },
    ...(period ? [{ name: say('webLife.now.period', { ordinal: period.ordinal }), value: say('webLife.now.range', { from: words(period.from), until: words(period.until) }) }] : []),
    ...(renewal
      ? [
          { name: say('webLife.now.renewal'), value: say(renewal.renews ? 'webLife.now.renews' : 'webLife.now.ends', { date: words(renewal.on) }) },
          { name: say('webLife.now.review'), value: renewal.reviewed ? say('webLife.now.reviewed') : say('webLife.now.reviewDue', { date: words(renewal.reviewOn) }) },
        ]
      : []),
    ...(renewal?.lastNoticeOn ? [{ name: say('webLife.now.lastNotice'), value: <>{words(renewal.lastNoticeOn)}. {say('webLife.now.lastNoticeWhy')}</> }] : []),
    ...(ifNoticeToday ? [{ name: say('webLife.now.ifToday'), value: say('webLife.now.ifTodayEnds', { date: words(ifNoticeToday) }) }] : []),
  ];
}

/** Effect, period, renewal, « si un préavis est reçu aujourd’hui » : only what this agreement has. */
export function Now({ life }: { life: Life }) {
  const { say, language } = useVoice();
  const { effect, renewal, period } = life;
  if (!effect.on && life.since) return null;
  const facts = factsOf(life, { say, words: (day) => dateInWords(language, day) });
  return (
    <section className="stack" aria-labelledby="now">
      <h2 id="now">{say(period ? 'webLife.now.title' : 'webLife.effect.title')}</h2>
      <Facts facts={facts} />
      <Source source={renewal?.source ?? effect.source} />
    </section>
  );
}
