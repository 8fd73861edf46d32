import { useId } from 'react';
import { useSay } from '../../base/language.tsx';
import type { Persona } from './demo.graphql.ts';
import styles from './personas.module.css';

const sides = ['FR', 'MA', 'OTHERS'] as const;

/** Who one can be, by side. Plain links: the API itself answers them. */
export function Personas({ personas }: { personas: readonly Persona[] }) {
  const say = useSay();
  const id = useId();
  return (
    <div className={styles.sides}>
      {sides.map((side) => (
        <div key={side}>
          <p className={styles.side} id={`${id}${side}`}>
            {say(`webDemo.side.${side}`)}
          </p>
          <ul aria-labelledby={`${id}${side}`} className={styles.personas}>
            {personas
              .filter((persona) => persona.side === side)
              .map(({ key, label, href }) => (
                <li key={key}>
                  <a href={href} className={styles.persona} dir="auto">
                    {label}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
