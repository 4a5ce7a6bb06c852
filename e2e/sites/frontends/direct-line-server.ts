/** As much of Bot Framework's Direct Line 3.0 as a page needs that polls: one conversation, two people, no bot. */
import type { IncomingMessage, ServerResponse } from 'node:http';

type Activity = { readonly from: { readonly id: string }; readonly [field: string]: unknown };

/** Answers requests below `/directline/`. A person's token is their name; the other one is shown to them as the bot. */
export function directLine(): (
  request: IncomingMessage,
  url: URL,
  body: string,
  response: ServerResponse,
) => void {
  const activities: Activity[] = [];
  return ({ method, headers }, url, body, response) => {
    const user = (headers.authorization ?? '').replace('Bearer ', '');
    const send = (answer: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (!url.pathname.endsWith('/activities')) {
      send({ conversationId: 'one', token: user, expires_in: 1_000_000 });
    } else if (method === 'POST') {
      const id = `one|${String(activities.length).padStart(7, '0')}`;
      const said = JSON.parse(body) as Activity;
      activities.push({ ...said, id, conversation: { id: 'one' }, timestamp: new Date().toISOString() });
      send({ id });
    } else {
      const seen = Number(url.searchParams.get('watermark') ?? 0);
      const news = activities.slice(seen).map((activity) => ({
        ...activity,
        from: { ...activity.from, role: activity.from.id === user ? 'user' : 'bot' },
      }));
      send({ activities: news, watermark: String(activities.length) });
    }
  };
}
