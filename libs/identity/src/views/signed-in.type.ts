import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class SignedIn {
  @Field(() => String) personId: string;
}
