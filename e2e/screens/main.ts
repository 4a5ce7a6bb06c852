/** Pictures of every screen, made by playing two people in the demo messenger. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemo } from '../demo/server';
import { launchPerson, type Page, type Person } from '../lib/driver';
import { results } from '../lib/paths';
import { switchOnSite } from '../lib/people';
import { composer, edit, group, meet, parts, reader, shootMeeting, talk } from './chat';
import { files } from './files';
import { identities } from './identity';
import { panel } from './panel';
import { firstRun, shootContacts, shootMembers, shootUnlock, shootViews } from './popup';
import { readmePicture } from './readme';
import { recovery } from './recovery';
import { composerIn, shootChat, type Look, type Stage } from './stage';
import { changed, refused, unrecognised } from './trouble';

const looks: readonly Look[] = [
  { locale: 'en-US', colorScheme: 'light' },
  { locale: 'en-US', colorScheme: 'dark' },
  { locale: 'de-DE', colorScheme: 'light' },
  { locale: 'de-DE', colorScheme: 'dark' },
];
const nameOf = ({ locale, colorScheme }: Look) => `${locale.slice(0, 2)}-${colorScheme}`;

/** @param wanted names of looks such as `de-dark` and of chapters; all where there are none */
export async function takeScreens(wanted: readonly string[]): Promise<void> {
  const folder = path.join(results, 'screens');
  await mkdir(folder, { recursive: true });
  const pick = (names: readonly string[]) => {
    const picked = names.filter((name) => wanted.includes(name));
    return picked.length === 0 ? names : picked;
  };
  const chosen = pick(looks.map(nameOf));
  for (const look of looks.filter((one) => chosen.includes(nameOf(one))))
    for (const chapter of pick(Object.keys(chapters))) await take(look, chapter, folder);
  console.log(`Screens are in ${path.relative(process.cwd(), folder)}`);
}

async function take(look: Look, chapter: string, folder: string): Promise<void> {
  const demo = await startDemo();
  const profiles = await mkdtemp(path.join(tmpdir(), 'sotto-screens-'));
  const people: Person[] = [];
  const launch = async (name: string, withSotto = true) => {
    const person = await launchPerson({
      browser: 'chromium',
      headless: true,
      profileDir: path.join(profiles, name),
      ...(withSotto ? {} : { extensionDir: null }),
      ...look,
    });
    people.push(person);
    return person;
  };
  try {
    const [alice, bob] = [await launch('alice'), await launch('bob')];
    const file = (what: string) => path.join(folder, `${nameOf(look)}-${what}.png`);
    await chapters[chapter]?.({ look, demo, alice, bob, launch, file });
  } finally {
    await Promise.all(people.map((person) => person.close()));
    await demo.close();
    await rm(profiles, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Each begins with two browsers in which nothing of Sotto's was done yet. */
const chapters: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  start: async (stage) => {
    const { alice, bob, demo } = stage;
    await firstRun(stage, alice, 'Alice');
    await firstRun(stage, bob, 'Bob', false);
    await shootViews(stage, 'new');
    const here = await alice.openPage(demo.chatUrl('alice'));
    await shootViews(stage, 'site-off', ['chat']);
    for (const person of [alice, bob]) await switchOnSite(person, demo.url);
    await shootMeeting(stage, here, await bob.openPage(demo.chatUrl('bob')));
  },
  popup: async (stage) => {
    const { here, there } = await encrypted(stage);
    await talk(here, there);
    await shootViews(stage, 'on');
    await shootMembers(stage);
    await shootContacts(stage);
    await shootUnlock(stage, async () => {
      await here.bringToFront();
      await here.frameWith('.locked');
      await shootChat(stage, here, 'locked');
    });
  },
  identity: async (stage) => {
    await encrypted(stage);
    await identities(stage);
  },
  recovery: async (stage) => {
    await encrypted(stage);
    await recovery(stage);
  },
  composer: async (stage) => {
    const { here } = await encrypted(stage);
    await composer(stage, here);
    await edit(stage, here);
    await parts(stage, here);
    await group(stage, here);
  },
  reader: async (stage) => {
    const { here, there } = await encrypted(stage);
    await talk(here, there);
    await shootChat(stage, here, 'conversation');
    await reader(stage, here);
    await files(stage, here, there);
  },
  readme: async (stage) => {
    const { here, there } = await encrypted(stage);
    await readmePicture(stage, here, there);
  },
  trouble: async (stage) => {
    const { here, there } = await encrypted(stage);
    await talk(here, there);
    await panel(stage, here);
    await here.goto(stage.demo.chatUrl('alice'));
    await refused(stage, here);
    await stage.bob.close();
    await changed(stage, here);
    await here.close();
    await unrecognised(stage);
  },
};

/** Their chat, encrypted. */
async function encrypted(stage: Stage): Promise<{ readonly here: Page; readonly there: Page }> {
  const { alice, bob, demo } = stage;
  await Promise.all([firstRun(stage, alice, 'Alice', false), firstRun(stage, bob, 'Bob', false)]);
  for (const person of [alice, bob]) await switchOnSite(person, demo.url);
  const here = await alice.openPage(demo.chatUrl('alice'));
  const there = await bob.openPage(demo.chatUrl('bob'));
  await meet(here, there);
  await here.bringToFront();
  await composerIn(here);
  return { here, there };
}
