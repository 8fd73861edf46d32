import { useSay } from '../../base/language.tsx';
import type { DemoShown } from './demo.graphql.ts';
import { Personas } from './personas.tsx';
import styles from './choose-persona.module.css';

/** On the welcome page of a demonstration: come in as someone. */
export function ChoosePersona({ demo }: { demo: DemoShown }) {
  const say = useSay();
  return (
    <section className={styles.choose} aria-labelledby="choose-persona">
      <h2 id="choose-persona">{say('webDemo.choose.title')}</h2>
      <p>{say('webDemo.choose.lead')}</p>
      <Personas personas={demo.personas} />
    </section>
  );
}
