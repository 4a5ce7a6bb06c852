/**
 * What stands for the browser in tests: `vi.mock` of src/platform/browser hands this out. In a file that imports
 * nothing, since what is mocked must not be needed to make the mock.
 */
export const stage: { browser: unknown } = { browser: undefined };
