/** Is this instance a demonstration? Its documents are stamped, its mails stay here, its clock moves. Injected. */
export abstract class DemoMode {
  abstract readonly on: boolean;
}
