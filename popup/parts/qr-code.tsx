import encodeQR from 'qr';
import { t } from '../../src/platform/i18n';
import { Note } from './note';

/** Modules of white around it that readers need (ISO/IEC 18004). */
const quiet = 4;

type Props = { readonly text: string; readonly label: string };

/** The text as a QR code, dark on white whatever the theme: many readers know no other. */
export function QrCode({ text, label }: Props) {
  const rows = encode(text);
  if (rows === null) return <Note kind="warn">{t('qrTooLarge')}</Note>;
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      class="qr"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn here: an img would need an address for it
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

/** Null for more text than a code holds: long certificates, with RSA keys mostly. */
function encode(text: string): boolean[][] | null {
  try {
    return encodeQR(text, 'raw', { ecc: 'low', border: quiet });
  } catch {
    return null;
  }
}
