/** Groups of four hex digits: ten for version 4, sixteen for version 6. */
export function groupFingerprint(fingerprint: string): readonly string[] {
  return fingerprint.toUpperCase().match(/.{1,4}/g) ?? [];
}

/** The whole fingerprint in comparable form. Copied as text it is one line with spaces. */
export function Fingerprint({ value, label }: { readonly value: string; readonly label?: string }) {
  return (
    <p class="fingerprint" data-fingerprint={value}>
      {label === undefined ? null : <span class="fingerprint-label">{label} </span>}
      <span class={value.length === 40 ? 'fingerprint-groups five' : 'fingerprint-groups'}>
        {groupFingerprint(value).map((group, place) => (
          // Groups never move: their place is their name.
          <span key={`${place}`}>{group} </span>
        ))}
      </span>
    </p>
  );
}

/** Enough to tell two contacts of one name apart in a list. Never to compare by. */
export function shortFingerprint(fingerprint: string): string {
  return `… ${groupFingerprint(fingerprint).slice(-3).join(' ')}`;
}
