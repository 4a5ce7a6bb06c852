/** Twenty messages each way, of every kind that people write and that gets mangled on the way. */

const long = Array.from({ length: 200 }, (_, index) => `sentence number ${index} of it`)
  .join(', ')
  .slice(0, 5000);

const kinds = (who: string): readonly string[] => [
  `${who} says hello, plainly and in one line`,
  `${who} writes on\ntwo lines`,
  `${who} leaves\n\n\nempty lines\n  and indents`,
  `${who} smiles 😀 👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 ☺️`,
  `שלום, כאן ${who} כותב בעברית`,
  `مرحبا، هذه رسالة من ${who} بالعربية`,
  `${who} mixes שלום עולם with English, and 123`,
  `${who}: function f<T>(a: T[]) {\n\treturn a.map((x) => \`\${x} && "quoted" 'single' \\n\`);\n}`,
  `${who}: <b>not bold</b> &amp; <script>alert(1)</script>`,
  `${who}: *stars* _underscores_ ~tildes~ \`ticks\` > quote # hash`,
  `${who}: https://example.org/a_b?c=d&e=%20f#g and mail@example.org`,
  `${who}: 日本語のメッセージ、中文消息，한국어 메시지`,
  `${who}: ﬁ ligature, e\u0301 combining, \u00A0no-break, \u200Bzero width`,
  `${who}: -----BEGIN PGP MESSAGE----- is only a word here`,
  `${who}: :-) ;-) <3 (c) -- ... "smart"`,
  `${who}: ${long}`.slice(0, 5000),
  `${who}:   leading and trailing inside   .`,
  `${who}: 0123456789 `.repeat(20).trim(),
  `${who}: line\r`.trimEnd() + ' ends without a return',
  `${who} says goodbye, for now`,
];

export const messages: readonly { readonly from: 'alice' | 'bob'; readonly text: string }[] = kinds(
  'Alice',
).flatMap((text, index) => [
  { from: 'alice' as const, text },
  { from: 'bob' as const, text: kinds('Bob')[index] ?? '' },
]);
