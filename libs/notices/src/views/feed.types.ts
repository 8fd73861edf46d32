import { InstantScalar } from '#platform';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('CalendarFeed', { description: 'L’adresse secrète par laquelle un agenda suit les séances et les échéances d’une personne.' })
export class CalendarFeedType {
  @Field(() => String, { description: 'Chemin, après l’adresse de cette instance.' }) path: string;
  @Field(() => InstantScalar) since: Date;
}
