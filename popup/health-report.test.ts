import { expect, it } from 'vitest';
import type { HealthView } from '../src/protocol/health';
import { reportOf } from './health-report';

const health: HealthView = {
  site: 'discord',
  chat: 'none',
  box: 'missing',
  boxAt: null,
  list: 'found',
  listAt: 1,
  insert: 'untried',
  sent: 'untried',
};

it('says what was checked, and nothing else', () => {
  const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
  expect(reportOf(health, '0.1.0', agent)).toBe(`Sotto 0.1.0, Firefox 153
site: discord
state: broken
chat: none
compose box: missing
message list: found (selector 1)
ciphertext in the box: untried
last message in the list: untried`);
});

it.each([
  ['Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'Chrome 156'],
  ['Mozilla/5.0 AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36 Edg/156.0.1.2', 'Edg 156'],
  ['something else', 'another browser'],
])('names the browser of %s', (agent, name) => {
  expect(reportOf(health, '1', agent)).toContain(`Sotto 1, ${name}\n`);
});
