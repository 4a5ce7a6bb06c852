import { useState } from 'preact/hooks';

const kept = new Map<string, string>();

/**
 * Text that a person typed, kept when its view goes and comes back, as it does when the vault locks meanwhile.
 * In memory only and never for a passphrase.
 */
export function useKeptText(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(kept.get(key) ?? '');
  return [
    text,
    (next) => {
      if (next === '') kept.delete(key);
      else kept.set(key, next);
      setText(next);
    },
  ];
}
