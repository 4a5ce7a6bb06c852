import { beforeEach, expect, it, vi } from 'vitest';
import { makeFakeBrowser } from '../testing/fake-browser';
import { makeFakeCore } from '../testing/fake-core';
import { aliceUnlocked, demoSite } from '../testing/people';
import { stage } from '../testing/stage';
import { originOf, patternFor, switchSiteOff } from './site-permission';

vi.mock('../../src/platform/browser', () => ({
  get browser() {
    return stage.browser;
  },
}));

const core = makeFakeCore(aliceUnlocked());
const browser = makeFakeBrowser('en', core.answer);
beforeEach(() => {
  stage.browser = browser;
});

it('asks for a host in all its ports', () => {
  expect(patternFor('https://chat.example.org')).toBe('https://chat.example.org/*');
  expect(patternFor('http://127.0.0.1:8080')).toBe('http://127.0.0.1/*');
});

it('names a site to the core by its origin', () => {
  expect(originOf(demoSite)).toBe('https://demo.example.org');
});

it('switches off in the core before the permission is given back', async () => {
  await switchSiteOff(demoSite);
  expect(core.asked.at(-1)?.body).toStrictEqual({ origin: 'https://demo.example.org', on: false });
  expect(browser.permissionLog.removed).toStrictEqual([['https://demo.example.org/*']]);
});
