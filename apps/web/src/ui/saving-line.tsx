import { useVoice } from '../base/language.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Refusal } from './refusal.tsx';
import type { Saving } from '../base/draft-keeper.ts';
import styles from './saving-line.module.css';

const icons: Readonly<Record<Saving['phase'], IconName>> = { idle: 'pen', saving: 'clock', reading: 'clock', saved: 'check', away: 'alert', signedOut: 'alert', refused: 'alert', disputed: 'alert' };

/** Says, in words, whether what was written is safe: « Enregistré à 14:02 ». */
export function SavingLine({ saving }: { saving: Saving }) {
  const { say, language } = useVoice();
  const clock = new Intl.DateTimeFormat(language === 'ar' ? 'ar-MA' : 'fr-FR', { hour: '2-digit', minute: '2-digit' });
  const time = saving.phase === 'saved' ? clock.format(new Date(saving.at)) : '';
  const trouble = saving.phase === 'away' || saving.phase === 'signedOut';
  return (
    <>
      <p role="status" className={trouble ? `${styles.line} ${styles.trouble}` : styles.line}>
        <Icon name={icons[saving.phase]} /> {say(`webProgramme.saving.${saving.phase}`, { time })}
      </p>
      {saving.phase === 'refused' && (
        <Refusal sentence={saving.kept.saying ? say(saving.kept.saying) : saving.kept.refusal.sentence} source={saving.kept.refusal.source} />
      )}
    </>
  );
}
