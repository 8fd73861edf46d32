import { Module } from '@nestjs/common';
import { AskAddressChange } from './actions/ask-address-change.js';
import { AskPasskeyRegistration } from './actions/ask-passkey-registration.js';
import { AskPasskeySignIn } from './actions/ask-passkey-sign-in.js';
import { AskSignInCode } from './actions/ask-sign-in-code.js';
import { AskStepUp } from './actions/ask-step-up.js';
import { ChooseMailRhythm } from './actions/choose-mail-rhythm.js';
import { ConfirmAddressChange } from './actions/confirm-address-change.js';
import { CorrectMyData } from './actions/correct-my-data.js';
import { GatherWeekly } from './actions/gather-weekly.js';
import { GiveSignInCode } from './actions/give-sign-in-code.js';
import { ProveStepUp } from './actions/prove-step-up.js';
import { RegisterPasskey } from './actions/register-passkey.js';
import { RegisterPerson } from './actions/register-person.js';
import { RemovePasskey } from './actions/remove-passkey.js';
import { RevokeSession } from './actions/revoke-session.js';
import { SignIn } from './actions/sign-in.js';
import { SignInWithPasskey } from './actions/sign-in-with-passkey.js';
import { SignOut } from './actions/sign-out.js';
import { DevicesView } from './views/devices.view.js';
import { MailChoiceView } from './views/mail-choice.view.js';

const codes = [AskSignInCode, GiveSignInCode, SignIn, SignOut];
const keys = [AskPasskeyRegistration, RegisterPasskey, AskPasskeySignIn, SignInWithPasskey, AskStepUp, ProveStepUp, RemovePasskey];
const own = [AskAddressChange, ChooseMailRhythm, ConfirmAddressChange, CorrectMyData, GatherWeekly];
const actions = [RegisterPerson, ...own, ...codes, ...keys, RevokeSession];

@Module({ providers: [...actions, DevicesView, MailChoiceView], exports: actions })
export class IdentityModule {}
