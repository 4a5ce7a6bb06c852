/**
 * npm test: everything that must hold, stage by stage. The last line counts the unit and e2e tests.
 * The two browsers go side by side: a person's waiting in the one is the other's time to compute.
 */
import { spawn } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ensure, root } from './ensure.mjs';

ensure({ forTests: true });

const results = path.join(root, 'e2e/results');
await mkdir(results, { recursive: true });
// What an earlier run left must not count for this one's table.
await rm(path.join(results, 'sites'), { recursive: true, force: true });
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const report = (name) => path.join(results, `${name}.json`);
const counts = { passed: 0, failed: 0 };

async function readReport(name, count) {
  try {
    count(JSON.parse(await readFile(report(name), 'utf8')));
  } catch {
    // A stage that died before it wrote its report has failed already, and counts as one test that did.
    counts.failed += 1;
  }
}

/** What to look at first: named again at the end, since a long run's output may be cut to its last lines. */
const failures = [];
const fail = (stage, title, message = '') =>
  failures.push(
    `${stage}: ${title}\n${stripVTControlCharacters(message).split('\n').slice(0, 12).join('\n')}`,
  );

const countUnit = () =>
  readReport('unit', ({ numPassedTests, numTotalTests, testResults }) => {
    counts.passed += numPassedTests;
    counts.failed += numTotalTests - numPassedTests;
    for (const { assertionResults } of testResults) {
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed') fail('unit', fullName, failureMessages[0]);
    }
  });
const secondTry = [];
/** Skipped tests count as failed: nothing here is skipped. */
const countE2e = (name) => () =>
  readReport(name, ({ stats, suites }) => {
    counts.passed += stats.expected + stats.flaky;
    counts.failed += stats.unexpected + stats.skipped;
    for (const { title, file, tests } of specsIn(suites)) {
      for (const { status, results: tries } of tests) {
        if (status === 'flaky') secondTry.push(`${name}: ${title}`);
        if (status === 'unexpected') fail(name, `${file} › ${title}`, tries.at(-1)?.error?.message);
      }
    }
  });
const specsIn = (suites = []) =>
  suites.flatMap(({ specs = [], suites: inner }) => [...specs, ...specsIn(inner)]);

const e2e = (project) => ({
  name: `e2e ${project}`,
  command: bin('playwright'),
  args: ['test', '-c', 'e2e/playwright.config.ts', '--project', project],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report(project) },
  report: project,
  after: countE2e(project),
});

const stages = [
  { name: 'build', command: process.execPath, args: ['build.mjs'] },
  { name: 'types', command: 'npm', args: ['run', '--silent', 'typecheck'] },
  { name: 'lint', command: 'npm', args: ['run', '--silent', 'lint'] },
  {
    name: 'web-ext lint',
    command: bin('web-ext'),
    args: ['lint', '--source-dir', 'dist/firefox', '--output', 'text'],
  },
  {
    name: 'unit',
    command: bin('vitest'),
    args: [
      'run',
      '--exclude',
      'e2e/**',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report('unit')}`,
    ],
    report: 'unit',
    after: countUnit,
  },
  [e2e('chromium'), e2e('firefox')],
  { name: 'table of sites', command: process.execPath, args: ['e2e/run/sites.mjs', '--check'] },
];

function runStage({ command, args, env = {} }) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => done(1));
    child.on('close', (code) => done(code ?? 1));
  });
}

async function judge(stage) {
  if (stage.report) await rm(report(stage.report), { force: true });
  const started = Date.now();
  const code = await runStage(stage);
  await stage.after?.();
  return { name: stage.name, code, seconds: ((Date.now() - started) / 1000).toFixed(1) };
}

const summary = [];
for (const sideBySide of stages.map((entry) => [entry].flat())) {
  console.log(`\n=== ${sideBySide.map(({ name }) => name).join(', ')}`);
  summary.push(...(await Promise.all(sideBySide.map(judge))));
  // Nothing after it means anything without a build.
  if (summary.some(({ name, code }) => name === 'build' && code !== 0)) break;
}

console.log('\n=== stages');
for (const { name, code, seconds } of summary)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
for (const text of failures) console.log(`failed: ${text}`);
for (const title of secondTry) console.log(`passed at the second try only: ${title}`);
const broken = summary.some(({ code }) => code !== 0) || counts.failed > 0;
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = broken ? 1 : 0;
