// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { hosted, products } from './catalogue';
import type { SiteFacts, SurfaceFacts } from './facts';

const sites = [...hosted, ...products];
const named = (all: readonly SiteFacts[]) => all.map((facts) => [facts.id, facts] as const);

const surfaceSelectors = ({ within = [], chat, title, box, area, list, send }: SurfaceFacts) => [
  ...within,
  ...('of' in chat ? chat.of : []),
  ...title,
  ...box,
  ...(area === undefined ? [] : [area]),
  ...list,
  ...send,
];
const uploadSelectors = (upload: SiteFacts['upload']) =>
  typeof upload === 'string'
    ? []
    : [
        upload.input,
        upload.attachment,
        upload.link,
        upload.confirm ?? [],
        upload.card ?? [],
        ...(upload.menu ?? []),
      ].flat();
const selectorsOf = (facts: SiteFacts) => [
  ...(facts.product ?? []),
  ...facts.surfaces.flatMap(surfaceSelectors),
  ...[facts.text, facts.row, facts.previews, facts.pending, facts.failed, facts.seeMore].flat(),
  ...(facts.edit ? [facts.edit.box, facts.edit.save, facts.edit.cancel ?? []].flat() : []),
  ...(facts.edit?.area === undefined ? [] : [facts.edit.area]),
  ...uploadSelectors(facts.upload),
  ...facts.otherWays.flatMap(({ control }) => control),
];

describe('the catalogue', () => {
  it('names each site and each host once', () => {
    const ids = sites.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const hosts = sites.flatMap((facts) => facts.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  it.each(named(hosted))('knows where %s is', (_, { hosts }) => {
    expect(hosts.length).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);
  });

  it.each(named(sites))('has selectors for %s that a browser can parse', (_, facts) => {
    for (const selector of selectorsOf(facts)) {
      for (const step of selector.split(' >> ')) {
        expect(() => document.createElement('div').matches(step), selector).not.toThrow();
      }
    }
  });

  it.each(named(sites))('can tell the chats of %s apart', (_, { surfaces }) => {
    expect(surfaces.length).toBeGreaterThan(0);
    for (const { chat, box, list } of surfaces) {
      expect(box.length).toBeGreaterThan(0);
      expect(list.length).toBeGreaterThan(0);
      // With an empty alternative every pattern matches, and says how many groups it has.
      if ('patterns' in chat)
        for (const { source } of chat.patterns) expect(new RegExp(`${source}|`).exec('')).toHaveLength(2);
    }
  });

  it.each(named(sites))('writes parts of %s below its limit', (_, { part, limit, pace }) => {
    expect(part).toBeGreaterThanOrEqual(100);
    expect(part).toBeLessThanOrEqual(limit ?? Infinity);
    expect(pace).toBeGreaterThanOrEqual(100);
  });

  it.each(named(sites))('says where the facts of %s are from', (_, { sources, asOf }) => {
    expect(sources.length).toBeGreaterThan(0);
    expect(asOf).toMatch(/^20\d\d(-[01]\d)?$/);
  });

  it.each(named(sites))('can give %s a file where it takes any', (_, { upload }) => {
    if (typeof upload === 'string' || upload.takes !== 'any') return;
    expect(upload.offers.length).toBeGreaterThan(0);
    expect(upload.offers.includes('input')).toBe(upload.input.length > 0);
    expect(upload.offers.includes('menu')).toBe(upload.menu !== undefined);
  });

  it('takes a fact for well sourced only with more than one source', () => {
    for (const { id, confidence, sources } of sites)
      if (confidence === 'sourced') expect(sources.length, id).toBeGreaterThan(1);
  });
});
