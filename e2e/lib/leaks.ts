/** Looks for a plaintext in what somebody else got: as it is, or in the shapes it would travel in. */

/** The forms in which a text stands in JSON, XML, a query or base64, as it would in a log or a request. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8');
  const escapedXml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  // Base64 says the same bytes in three ways, after where they begin; the ends depend on what stands around.
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .slice(before === 0 ? 0 : 4, -4),
  );
  return [
    text,
    JSON.stringify(text).slice(1, -1),
    escapedXml,
    encodeURIComponent(text),
    bytes.toString('hex'),
    ...base64.filter(({ length }) => length >= 12),
  ];
}

/** Lines short enough to stand in any text by chance are left out. */
const telling = 8;

/** Which of these plaintexts, or of their lines, stand in `haystack`. */
export function leaksIn(haystack: string, plaintexts: readonly string[]): string[] {
  return plaintexts.filter((text) => {
    const pieces = new Set([text, ...text.split('\n')].filter(({ length }) => length >= telling));
    return [...pieces].flatMap(formsOf).some((form) => haystack.includes(form));
  });
}
