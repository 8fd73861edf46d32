/** Before the database tests: nothing to prepare yet. */
export default function setup(): void {}
