/** After the database tests: nothing to take down yet. */
export default function teardown(): void {}
