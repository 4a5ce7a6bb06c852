/** Stands in for `openpgp/backup`: Argon2id is tested where it is, and takes half a second each time. */
import { SottoError } from '../../protocol/errors';

export async function sealBackup(text: string, code: string): Promise<string> {
  return JSON.stringify([code, text]);
}

export async function openBackup(armored: string, code: string): Promise<string> {
  const [right, text] = JSON.parse(armored) as [string, string];
  if (right !== code) throw new SottoError('backup_code');
  return text;
}
