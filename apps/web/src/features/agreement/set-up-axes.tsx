import { useKept, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import type { AxisKind, AxisWords, SetUp } from './set-up.graphql.ts';
import styles from './set-up.module.css';

function AxisFields({ axis, place }: { axis: AxisWords; place: number }) {
  const say = useSay();
  const name = (field: keyof AxisWords): string => `axis.${place}.${field}`;
  const [text, operations] = [useKept(name('text'), axis.text), useKept(name('operations'), axis.operations)];
  return (
    <fieldset className={styles.axis}>
      <legend>{axis.number ? say('webSetUp.axes.one', { number: axis.number }) : say('webSetUp.axes.fresh')}</legend>
      <input type="hidden" name={name('kind')} value={axis.kind} />
      <Field name={name('title')} later lang="fr" maxLength={160} label={say('webSetUp.axes.title')} defaultValue={useKept(name('title'), axis.title)} />
      <Field name={name('titleAr')} later lang="ar" maxLength={160} label={say('webSetUp.axes.titleAr')} hint={say('webSetUp.axes.titleArHint')} defaultValue={useKept(name('titleAr'), axis.titleAr)} />
      <Disclosure label={say('webSetUp.axes.more')} open={Boolean(text || operations)}>
        <div className="stack">
          <TextArea name={name('text')} later rows={4} maxLength={4_000} label={say('webSetUp.axes.text')} defaultValue={text} />
          {axis.kind === 'STRATEGIC' && <TextArea name={name('operations')} later rows={4} maxLength={4_000} label={say('webSetUp.axes.operations')} hint={say('webSetUp.axes.operationsHint')} defaultValue={operations} />}
        </div>
      </Disclosure>
    </fieldset>
  );
}

const kinds: readonly AxisKind[] = ['STRATEGIC', 'TRANSVERSAL'];
const blank = (kind: AxisKind): AxisWords => ({ kind, number: '', title: '', titleAr: '', text: '', operations: '' });

/** The rows of a kind: what is written, else what is offered, and one more. */
const rowsOf = (setUp: SetUp, kind: AxisKind, offered: boolean): AxisWords[] => [...(setUp.axes.length === 0 && offered ? setUp.offeredAxes : setUp.axes).filter((axis) => axis.kind === kind), blank(kind)];

/** The axes in the order of the text; each save leaves one more row to fill. */
export function SetUpAxes({ setUp, offered }: { setUp: SetUp; offered: boolean }) {
  const say = useSay();
  const sending = useSending();
  const rows = kinds.flatMap((kind) => rowsOf(setUp, kind, offered)).map((axis, place) => ({ axis, place }));
  return (
    <>
      {setUp.axes.length === 0 && (offered ? <p>{say('webSetUp.axes.offered')}</p> : <LinkButton icon="plus" kind="quiet" to="?offer=1">{say('webSetUp.axes.offer')}</LinkButton>)}
      {setUp.axes.length > 0 && <p className={styles.quiet}>{say('webSetUp.axes.blank')}</p>}
      {kinds.map((kind) => (
        <section key={kind} className="stack" aria-labelledby={`axes-${kind}`}>
          <h2 id={`axes-${kind}`}>{say(`webSetUp.axes.${kind}`)}</h2>
          {rows.filter(({ axis }) => axis.kind === kind).map(({ axis, place }) => (
            <AxisFields key={`${axis.number}${place}`} axis={axis} place={place} />
          ))}
        </section>
      ))}
      <Button kind="secondary" icon="plus" name="go" value="AXES" busy={sending}>
        {say('webSetUp.axes.add')}
      </Button>
    </>
  );
}
