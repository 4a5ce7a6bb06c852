/** The report on how Sotto gets on with a page, for a person to read and to pass on. In English, for whoever mends it. */
import { healthStateOf, type HealthView } from '../src/protocol/health';

/**
 * Everything that the report says: what was found, and which versions found it. No content, no names, no addresses.
 * @param agent the browser's user agent, of which name and major version are kept
 */
export function reportOf(health: HealthView, version: string, agent: string): string {
  const at = (what: string, index: number | null) => (index === null ? what : `${what} (selector ${index})`);
  return [
    `Sotto ${version}, ${browserName(agent)}`,
    `site: ${health.site}`,
    `state: ${healthStateOf(health)}`,
    `chat: ${health.chat}`,
    `compose box: ${at(health.box, health.boxAt)}`,
    `message list: ${at(health.list, health.listAt)}`,
    `ciphertext in the box: ${health.insert}`,
    `last message in the list: ${health.sent}`,
  ].join('\n');
}

function browserName(agent: string): string {
  const [, name, version] =
    /(Firefox|Edg|OPR|Chrome)\/(\d+)/.exec(agent.replace(/Chrome(?=.*(Edg|OPR))/, '')) ?? [];
  return name === undefined ? 'another browser' : `${name} ${version}`;
}
