import { accepted, refused, type Answer, type CivilDate, type Json, type RuleSource } from '#kernel';
import { allow, answered, answerUnion, CivilDateScalar, Work, type Ctx, type GraphqlRequest, type Tx } from '#platform';
import { Args, Context, Field, ID, InputType, Mutation, registerEnumType, Resolver } from '@nestjs/graphql';
import type { AgreementKind } from '../domain/capabilities.js';
import { changeOfRules } from '../domain/rule-life.js';
import { agreementWords, maySetUp } from '../domain/set-up.js';
import { templateOf, templateRules, type TemplateKey } from '../domain/templates.js';
import { agreementIdOf } from '../store/rule.store.js';
import { deskOf } from '../store/rule-book.store.js';
import { addAgreement, addArticles, addAxes, addRecordedRule, keepFound, lockFirst, type AxisRecorded } from '../store/set-up.store.js';
import { setUpView } from '../views/set-up.reader.js';
import { SetUpType } from '../views/set-up.types.js';

export type AxisInput = AxisRecorded;
export interface RuleInput {
  readonly key: string;
  readonly value: Json;
  readonly source: RuleSource;
}
/** A whole agreement, as the instance records one of its fixtures. */
export interface RecordAgreementInput {
  readonly partnershipId: string;
  readonly kind: AgreementKind;
  readonly displayName: string;
  readonly effectiveOn: string | null;
  /** Since when, where the text gives a year and no day: « 1962 ». */
  readonly since?: string | null;
  readonly articles: readonly { number: string; title: string; text: string }[];
  readonly axes: readonly AxisInput[];
  readonly rules: readonly RuleInput[];
}

export const AgreementTemplate = { COOPERATION: 'COOPERATION', BY_PARTY: 'BY_PARTY', TWINNING: 'TWINNING', MUTUAL_COMMITMENT: 'MUTUAL_COMMITMENT', LETTER_OF_INTENT: 'LETTER_OF_INTENT' } as const satisfies { readonly [Key in TemplateKey]: Key };
registerEnumType(AgreementTemplate, { name: 'AgreementTemplate', description: 'Ce dont part la mise en place d’un accord.' });

@InputType('RecordAgreementInput')
export class BeginAgreementInput {
  @Field(() => ID) partnershipId: string;
  @Field(() => AgreementTemplate) template: TemplateKey;
  @Field(() => String) displayName: string;
  @Field(() => CivilDateScalar, { nullable: true, description: 'Le jour où il a pris effet, s’il est déjà en vigueur.' }) effectiveOn?: CivilDate | null;
  @Field(() => String, { nullable: true, description: 'L’année, quand le texte ne dit pas le jour.' }) since?: string | null;
}

export const RecordAgreementAnswer = answerUnion('RecordAgreementAnswer', () => SetUpType);
allow('Mutation.recordAgreement', ['COORDINATOR'], { partnershipOf: ({ input }) => (input as BeginAgreementInput | undefined)?.partnershipId, source: changeOfRules });

/** The agreement of a partnership: begun by a coordinator from a template, or whole as its parties signed it. */
@Resolver()
export class RecordAgreement {
  constructor(private readonly work: Work) {}

  @Mutation(() => RecordAgreementAnswer)
  async recordAgreement(@Args('input') input: BeginAgreementInput, @Context() request: GraphqlRequest) {
    return answered(await this.begin(request.ctx, input), async () => setUpView(await request.read(), input.partnershipId));
  }

  /** The first agreement of a partnership, its text and axes still to be written. @returns refused `AGREEMENT_ALREADY_RECORDED` and what its words answer */
  begin(ctx: Ctx, { partnershipId, template: key, displayName, effectiveOn = null, since = null }: BeginAgreementInput): Promise<Answer<string>> {
    return this.work.run(ctx, async (tx) => {
      const may = maySetUp({ inServiceAt: null }, deskOf(ctx, partnershipId));
      if (may.refused) return may;
      await lockFirst(tx, partnershipId);
      if (await agreementIdOf(tx, partnershipId)) return refused('AGREEMENT_ALREADY_RECORDED');
      const template = templateOf(key);
      return this.keep(tx, { partnershipId, kind: template.kind, displayName, effectiveOn, since, articles: [], axes: [], rules: templateRules(template) });
    });
  }

  run(ctx: Ctx, input: RecordAgreementInput): Promise<Answer<string>> {
    return this.work.run(ctx, (tx) => this.keep(tx, input));
  }

  private async keep(tx: Tx, { partnershipId, articles, axes, rules, ...asked }: RecordAgreementInput): Promise<Answer<string>> {
    const words = agreementWords({ ...asked, effectiveOn: asked.effectiveOn as CivilDate | null, since: asked.since ?? null });
    if (words.refused) return words;
    const { kind, displayName, since } = words.value;
    const place = await addAgreement(tx, partnershipId, words.value);
    await addArticles(tx, place, articles);
    for (const rule of rules) await addRecordedRule(tx, place, rule);
    await addAxes(tx, place, axes);
    await keepFound(tx, partnershipId);
    const data = { kind, displayName, ...(since === null ? {} : { since: Number(since) }) };
    tx.tell({ kind: 'AgreementRecorded', partnershipId, subject: { kind: 'agreement', id: place.agreementId }, data });
    return accepted(place.agreementId);
  }
}
