/** First contact between two people: one invites, the other accepts, the first sees the answer. */
import { scan } from '../../wire/scanner';
import type { Person } from './person';

/** The tokens in what was sent into the chat, whatever sentence stands before them. */
export function tokenIn(parts: readonly string[]): string {
  return parts.flatMap((part) => scan(part).map(({ wire }) => wire)).join('');
}

/** Returns the invitation and the answer, as both stand in the chat. Throws if the answer was not accepted. */
export async function introduce(
  inviting: Person,
  accepting: Person,
): Promise<{ readonly invitation: string; readonly answer: string }> {
  const invitation = tokenIn((await (await inviting.place('composer'))('composer.invite', {})).parts);
  const answer = tokenIn(await accepting.accept(invitation));
  const [reading] = await inviting.read([answer]);
  if (reading?.kind !== 'contact' || reading.status !== 'accepted') throw new Error(JSON.stringify(reading));
  return { invitation, answer };
}
