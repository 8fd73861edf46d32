import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Person', { description: 'Une personne, nommée comme elle s’est fait connaître.' })
export class PersonType {
  @Field(() => ID) id: string;
  @Field(() => String) displayName: string;
}
