/** A fingerprint in the form in which two people compare it: groups of four. */

function fingerprintGroups(fingerprint: string): string[] {
  return fingerprint.toUpperCase().match(/.{1,4}/g) ?? [];
}

export function Fingerprint({ fingerprint }: { readonly fingerprint: string }) {
  return (
    <code class="fingerprint" dir="ltr" data-long={fingerprint.length > 40}>
      {fingerprintGroups(fingerprint).map((group, index) => (
        <span key={index}>{group} </span>
      ))}
    </code>
  );
}
