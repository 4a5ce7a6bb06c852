/** One runner for both browsers; the `project` only says which browser the driver opens. */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  // A shared machine stalls for seconds now and then. What passed at the second try only is named at the end of the run.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: 'results/report.json' }]],
  // Each its own folder: a run empties the one it writes to, and both browsers' runs may go on at once.
  projects: ['chromium', 'firefox'].map((name) => ({ name, outputDir: `results/playwright-${name}` })),
});
