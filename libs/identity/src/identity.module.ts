import { Module } from '@nestjs/common';
import { AskSignInCode } from './actions/ask-sign-in-code.js';
import { RegisterPerson } from './actions/register-person.js';
import { SignIn } from './actions/sign-in.js';
import { SignOut } from './actions/sign-out.js';

const actions = [AskSignInCode, RegisterPerson, SignIn, SignOut];

@Module({ providers: actions, exports: actions })
export class IdentityModule {}
