import { networkOf } from '#identity';
import { accepted, AskingPace, MachineClock, refused, type Answer } from '#kernel';
import { allow, answered, answerUnion, plainlyWritten, sha256Hex, Work, type Ctx, type GraphqlRequest, type ReadTx } from '#platform';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { askedPerQuarter, claimsIn, hashOf, judge, type Verdict } from '../domain/verification.js';
import { registeredUnder, type RegisteredLine } from '../store/printed-copy.store.js';
import { PublicRecordReader, readPublicly } from './public-record.reader.js';
import { DocumentVerificationType, type StandingEnum } from './verification.types.js';

export const DocumentVerificationAnswer = answerUnion('DocumentVerificationAnswer', () => DocumentVerificationType);
allow('Query.documentVerification', 'ANYONE');

/** A file counts once when it is sent and once when its answer is read. */
const source = { kind: 'PRODUCT_DEFAULT', reference: 'Passerelle, page de vérification' } as const;

/** A file as it is verified: the hash of its bytes, and the contents it says it is of. */
export const fileClaims = async (bytes: Buffer): Promise<{ readonly hash: string; readonly claims: readonly string[] }> => ({ hash: sha256Hex(bytes), claims: claimsIn(await plainlyWritten(bytes)) });

/** What this database says of a file. */
export async function verifyBytes(tx: Pick<ReadTx, 'query'>, bytes: Buffer): Promise<Verdict<RegisteredLine> & { readonly hash: string }> {
  const asked = await fileClaims(bytes);
  return { ...judge(asked, await registeredUnder(tx, [asked.hash, ...asked.claims])), hash: asked.hash };
}

const standingOf = ({ replacedAt, executoryAt }: RegisteredLine): keyof typeof StandingEnum => (replacedAt ? 'REPLACED' : executoryAt ? 'EXECUTORY' : 'AWAITING');

/**
 * Says of a hash whether it is ours, and how its minutes stand; for anybody, as the public reads. Of minutes that are not public it tells
 * number, day and parties, which the holder of the file has before her eyes.
 * Refused: VERIFICATION_HASH_UNREADABLE, VERIFICATION_TOO_MANY.
 */
@Resolver()
export class VerifyDocument {
  private readonly pace = new AskingPace(askedPerQuarter);

  constructor(
    private readonly work: Work,
    private readonly reader: PublicRecordReader,
    private readonly machine: MachineClock,
  ) {}

  @Query(() => DocumentVerificationAnswer, { description: 'Ce fichier, ou cette empreinte, est-il d’ici ? Sans connexion.' })
  async documentVerification(
    @Args('hash', { type: () => String, description: 'SHA-256 d’un fichier, ou d’un contenu : celle du code QR.' }) hash: string,
    @Args('claims', { type: () => [String], defaultValue: [], description: 'Les contenus dont le fichier se dit, quatre au plus.' }) claims: string[],
    @Context() request: GraphqlRequest,
  ) {
    const asked = this.admit(request.ctx);
    if (asked.refused) return answered(asked, () => null);
    const answer = await readPublicly(this.work, request, (tx) => this.verify(tx, hash, claims));
    return answered(answer, (shown) => shown);
  }

  /** May this visitor ask once more? Refused with VERIFICATION_TOO_MANY. */
  admit({ visitor }: Ctx): Answer<true> {
    const admitted = !visitor || this.pace.admits(networkOf(visitor.address), this.machine.now());
    return admitted ? accepted(true) : refused('VERIFICATION_TOO_MANY', { maximum: askedPerQuarter }, source);
  }

  private async verify(tx: ReadTx, text: string, texts: readonly string[]): Promise<Answer<DocumentVerificationType>> {
    const hash = hashOf(text);
    if (hash === null) return refused('VERIFICATION_HASH_UNREADABLE');
    const claims = texts.slice(0, 4).flatMap((claim) => hashOf(claim) ?? []);
    const judged = judge({ hash, claims }, await registeredUnder(tx, [hash, ...claims]));
    if (judged.verdict === 'UNKNOWN') return accepted({ hash, verdict: 'UNKNOWN', minutes: null });
    const { kind, language, minutesId, number, version, meetingOn, parties } = judged.of;
    const standing = standingOf(judged.of);
    const record = standing === 'EXECUTORY' ? await this.reader.minutes(tx, minutesId) : null;
    return accepted({ hash, verdict: judged.verdict, minutes: { kind, language, number, version, meetingOn, parties: [...parties], standing, record } });
  }
}
