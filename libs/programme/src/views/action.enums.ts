import { registerEnumType } from '@nestjs/graphql';
import { actionStates, toldStates } from '../domain/followed-action.js';
import { enumOf } from './programme.enums.js';

export const ActionStateEnum = enumOf(actionStates);
registerEnumType(ActionStateEnum, { name: 'FollowedActionState', description: 'Où en est une action ; bloquée se déduit de ce qui bloque.' });

export const ToldStateEnum = enumOf(toldStates);
registerEnumType(ToldStateEnum, { name: 'ToldActionState', description: 'Ce qu’un point d’avancement peut dire d’une action commencée.' });
