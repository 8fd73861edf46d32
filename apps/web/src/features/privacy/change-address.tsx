import { ActForm, useKept, useRefusal, useSending } from '../../base/act-form.tsx';
import { useSay } from '../../base/language.tsx';
import { keyOf } from '../../base/may-button.tsx';
import { withWayBack } from '../../base/way-back.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Field } from '../../ui/field.tsx';
import type { MyDataShown } from './my-data.graphql.ts';
import { myDataPath } from './my-data.graphql.ts';

/** When an act asks for a fresh proof: the way to give it, and back here. */
export function ProveFirst({ form }: { form: string }) {
  const say = useSay();
  if (useRefusal(form)?.refusal.code !== 'STEP_UP_REQUIRED') return null;
  return (
    <p>
      <LinkButton kind="primary" icon="mail" to={withWayBack('/confirm', myDataPath)}>
        {say('privacy.myData.address.proof')}
      </LinkButton>
    </p>
  );
}

/** The new address, then its code, on the same page. */
export function ChangeAddress({ shown, pageKey }: { shown: MyDataShown; pageKey: string }) {
  const say = useSay();
  return (
    <>
      <Facts facts={[{ name: say('privacy.myData.address.now'), value: <span dir="ltr">{shown.mailAddress}</span> }]} />
      {shown.awaitedAddress && (
        <>
          <Banner>
            <p>
              {say('privacy.myData.address.codeLead')} <bdi dir="ltr">{shown.awaitedAddress}</bdi>
            </p>
          </Banner>
          <ActForm idempotencyKey={keyOf(pageKey, 'confirmAddress')} name="confirmAddress">
            <Code />
          </ActForm>
        </>
      )}
      <ActForm idempotencyKey={keyOf(pageKey, 'askAddress')} name="askAddress">
        <Address />
      </ActForm>
      <ProveFirst form="askAddress" />
    </>
  );
}

function Code() {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field name="code" required dir="ltr" inputMode="numeric" autoComplete="one-time-code" pattern="[0-9\s]*" maxLength={12} label={say('privacy.myData.address.code')} />
      <Button busy={sending}>{say('privacy.myData.address.confirm')}</Button>
    </>
  );
}

function Address() {
  const say = useSay();
  const sending = useSending();
  return (
    <>
      <Field name="mailAddress" type="email" required dir="ltr" autoComplete="email" label={say('privacy.myData.address.field')} hint={say('privacy.myData.address.hint')} defaultValue={useKept('mailAddress')} />
      <Button kind="secondary" icon="mail" busy={sending}>
        {say('privacy.myData.address.ask')}
      </Button>
    </>
  );
}
