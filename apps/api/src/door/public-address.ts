/** Where people find this instance (`PUBLIC_URL`): links, cookies and request addresses are built from it. */
export class PublicAddress {
  readonly secure: boolean;

  constructor(
    /** Origin without a final slash. */
    readonly url: string,
  ) {
    this.secure = url.startsWith('https:');
  }
}
